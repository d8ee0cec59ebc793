//! `vincula lab`

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use std::path::Path;
use vincula_core::cloud::CloudId;
use vincula_core::text::{Language, text};
use vincula_lab::{Lab, LabConfig};

pub(crate) async fn run(
    port: u16,
    https: Option<&Path>,
    cloud: CloudId,
    language: Spoken,
) -> Result<Exit, Failure> {
    let lab = Lab::start(LabConfig {
        port,
        https: https.is_some(),
        language: lab_language(language.0),
        cloud: lab_cloud(cloud),
        ..LabConfig::default()
    })
    .await?;
    if let (Some(file), Some(authority)) = (https, lab.certificate_authority_pem()) {
        std::fs::write(file, authority)?;
    }
    let sample = lab.world().seed_practice();
    output::say(lab.base_url().as_str())?;
    for address in &sample.addresses {
        output::note(&format!("  {address}"));
    }
    output::note(&text(language.0, "lab-running", &[]));
    tokio::signal::ctrl_c().await?;
    lab.stop().await;
    Ok(Exit::Passed)
}

fn lab_cloud(cloud: CloudId) -> vincula_lab::Cloud {
    match cloud {
        CloudId::Global => vincula_lab::Cloud::Global,
        CloudId::UsGovHigh => vincula_lab::Cloud::UsGovHigh,
        CloudId::UsGovDod => vincula_lab::Cloud::UsGovDod,
        CloudId::China => vincula_lab::Cloud::China,
    }
}

/// The lab has a type of its own for languages: it shares nothing with us.
pub(super) fn lab_language(language: Language) -> vincula_lab::Language {
    match language {
        Language::Es => vincula_lab::Language::Es,
        Language::En => vincula_lab::Language::En,
    }
}
