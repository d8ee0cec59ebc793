//! `vincula lab`

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use vincula_core::text::{Language, text};
use vincula_lab::{Lab, LabConfig};

pub(crate) async fn run(port: u16, language: Spoken) -> Result<Exit, Failure> {
    let lab = Lab::start(LabConfig {
        port,
        language: lab_language(language.0),
        ..LabConfig::default()
    })
    .await?;
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
