//! `vincula request …` and `vincula answer …`: somebody else does the registration.

use crate::arguments::{AnswerCommand, RequestCommand};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use vincula_assistant::{accept, answer, ask, stop_waiting, take_answer};
use vincula_core::errand::MOST;
use vincula_core::setup::Helper;
use vincula_core::text::text;

pub(crate) fn request(context: &Context, command: RequestCommand) -> Result<Exit, Failure> {
    match command {
        RequestCommand::Make { setup, out, who } => {
            let setup = context.setup(&setup)?;
            let request = ask(
                &context.setups,
                &context.clock,
                &setup.id,
                who.as_deref().and_then(Helper::parse),
            )?;
            hand(out.as_deref(), &request.to_string())?;
        }
        RequestCommand::Accept { file } => {
            let setup = accept(&context.setups, &context.clock, &read(&file)?)?;
            output::say(setup.id.as_str())?;
        }
        RequestCommand::Drop { setup } => {
            let setup = context.setup(&setup)?;
            stop_waiting(&context.setups, &setup.id)?;
        }
    }
    Ok(Exit::Passed)
}

pub(crate) async fn answers(context: &Context, command: AnswerCommand) -> Result<Exit, Failure> {
    match command {
        AnswerCommand::Make { setup, out } => {
            let setup = context.setup(&setup)?;
            let (sealed, passphrase) = answer(&context.setups, &context.keyring, &setup.id).await?;
            hand(out.as_deref(), sealed.trim_end())?;
            // On the other road: the sealed answer may be piped away, this is for the eyes.
            output::note(&text(
                context.language,
                "answer-passphrase",
                &[("passphrase", passphrase.expose())],
            ));
        }
        AnswerCommand::Take { setup, file } => {
            let setup = context.setup(&setup)?;
            let sealed = read(&file)?;
            output::note(&text(context.language, "answer-prompt", &[]));
            let passphrase = context.input.line().await.unwrap_or_default();
            take_answer(
                &context.setups,
                &context.keyring,
                &context.clock,
                &setup.id,
                &sealed,
                &passphrase,
            )
            .await?;
        }
    }
    Ok(Exit::Passed)
}

/// To a file that is not there yet, or to standard output.
fn hand(out: Option<&Path>, what: &str) -> io::Result<()> {
    match out {
        Some(path) => {
            let mut file = fs::File::create_new(path)?;
            io::Write::write_all(&mut file, format!("{what}\n").as_bytes())
        }
        None => output::say(what),
    }
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_string(&mut text)?;
    } else {
        fs::File::open(path)?.take(most).read_to_string(&mut text)?;
    }
    Ok(text)
}
