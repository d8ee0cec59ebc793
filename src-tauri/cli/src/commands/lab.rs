//! `vincula lab`

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use std::path::Path;
use vincula_core::text::{Language, text};
use vincula_lab::{Lab, LabConfig};

pub(crate) async fn run(port: u16, https: Option<&Path>, language: Spoken) -> Result<Exit, Failure> {
    let lab = Lab::start(LabConfig {
        port,
        https: https.is_some(),
        language: lab_language(language.0),
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

/// The lab has a type of its own for languages: it shares nothing with us.
pub(super) fn lab_language(language: Language) -> vincula_lab::Language {
    match language {
        Language::Es => vincula_lab::Language::Es,
        Language::En => vincula_lab::Language::En,
    }
}
