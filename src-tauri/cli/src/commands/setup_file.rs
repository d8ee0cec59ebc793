//! `vincula setup export` and `vincula setup import`: a setup goes to another machine.

use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::{input, output};
use std::io::{self, IsTerminal as _};
use std::path::Path;
use vincula_assistant as assistant;
use vincula_assistant::{Import, Opened};
use vincula_core::text::text;

pub(super) async fn export(
    context: &Context,
    setup: &str,
    with_secret: bool,
    out: Option<&Path>,
) -> Result<Exit, Failure> {
    let setup = context.setup(setup)?;
    if with_secret {
        let (_, sealed, passphrase) =
            assistant::export_sealed(&context.setups, &context.keyring, &setup.id).await?;
        output::hand(out, sealed.trim_end())?;
        // On the other road: the sealed file may be piped away, this is for the eyes.
        output::note(&text(
            context.language,
            "export-passphrase",
            &[("passphrase", passphrase.expose())],
        ));
    } else {
        let (_, plain) = assistant::export(&context.setups, &setup.id)?;
        output::hand(out, plain.trim_end())?;
    }
    Ok(Exit::Passed)
}

pub(super) async fn import(context: &Context, file: &Path, again: bool) -> Result<Exit, Failure> {
    let sent = input::file(file)?;
    let mut opened = assistant::open_file(&context.setups, &context.clock, &sent)?;
    if matches!(opened, Opened::Sealed) {
        output::note(&text(context.language, "import-prompt", &[]));
        let passphrase = context.input.line().await.unwrap_or_default();
        opened = assistant::unseal(
            &context.setups,
            &context.keyring,
            &context.clock,
            &sent,
            &passphrase,
        )
        .await?;
    }
    let setup = match opened {
        Opened::Import(import) => {
            if let Some(known) = import.known().filter(|_| !again) {
                return Err(Failure::AlreadyHere(known.id.to_string()));
            }
            show(context, &import);
            if !is_wanted(context).await {
                return Ok(Exit::Failed);
            }
            assistant::import(&context.setups, &context.keyring, &context.clock, *import).await?
        }
        // What was asked for is done: the same button in the window opens these as well.
        Opened::Request(setup) | Opened::Answered(setup) => *setup,
        Opened::Sealed => return Err(assistant::SealFault::Missing.into()),
    };
    output::say(setup.id.as_str())?;
    Ok(Exit::Passed)
}

/// Says what a file says, before anything of it is kept.
fn show(context: &Context, import: &Import) {
    let setup = import.setup();
    let given = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let rows = [
        ("guide", setup.guide.id.clone()),
        ("erp_address", setup.erp_address.to_string()),
        ("redirect_uri", setup.redirect_uri.to_string()),
        ("mailbox", setup.mailbox.to_string()),
        ("cloud", setup.cloud.to_string()),
        (
            "tenant_id",
            given(setup.tenant_id.as_ref().map(ToString::to_string)),
        ),
        (
            "client_id",
            given(setup.client_id.as_ref().map(ToString::to_string)),
        ),
    ];
    for (name, value) in rows {
        output::note(&format!("{name:<13} {value}"));
    }
    let secret = if import.has_secret() {
        "import-with-secret"
    } else {
        "import-without-secret"
    };
    output::note(&text(context.language, secret, &[]));
}

/// Asks where there is somebody to ask; a script has decided by calling.
async fn is_wanted(context: &Context) -> bool {
    if !io::stdin().is_terminal() {
        return true;
    }
    output::note(&text(context.language, "import-question", &[]));
    let answer = context.input.line().await.unwrap_or_default();
    matches!(answer.trim().to_lowercase().chars().next(), Some('s' | 'y'))
}
