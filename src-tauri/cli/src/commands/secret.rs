//! `vincula secret …`: the secret comes by standard input only.

use crate::arguments::SecretCommand;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use std::io::{self, IsTerminal as _, Read as _};
use vincula_assistant::{SecretStore as _, give};
use vincula_core::text::text;
use vincula_core::value::ValueKind;
use zeroize::Zeroizing;

/// The most that is read, in bytes.
const MOST: u64 = 64 * 1024;

pub(crate) async fn run(context: &Context, command: SecretCommand) -> Result<Exit, Failure> {
    match command {
        SecretCommand::Set { setup } => {
            let setup = context.setup(&setup)?;
            let secret = read(context)?;
            give(
                &context.setups,
                &context.keyring,
                &context.clock,
                &setup.id,
                ValueKind::ClientSecret,
                &secret,
            )
            .await
            .map_err(|fault| super::setup::failure("the secret", fault))?;
            output::note(&text(context.language, "secret-kept", &[]));
        }
        SecretCommand::Delete { setup } => {
            let setup = context.setup(&setup)?;
            context.keyring.delete(&setup.id).await?;
        }
    }
    Ok(Exit::Passed)
}

/// The first line of standard input, without echo in a terminal: what comes after it may be the answer of a sign-in.
pub(super) async fn first_line(context: &Context) -> io::Result<Zeroizing<String>> {
    if io::stdin().is_terminal() {
        return read(context);
    }
    Ok(context.input.line().await.unwrap_or_default())
}

fn read(context: &Context) -> io::Result<Zeroizing<String>> {
    if io::stdin().is_terminal() {
        // Without echo: the screen may be shared.
        return rpassword::prompt_password(text(context.language, "secret-prompt", &[])).map(Zeroizing::new);
    }
    let mut secret = Zeroizing::new(String::new());
    io::stdin().lock().take(MOST).read_to_string(&mut secret)?;
    Ok(secret)
}
