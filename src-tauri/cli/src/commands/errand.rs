//! `vincula request …` and `vincula answer …`: somebody else does the registration.

use crate::arguments::{AnswerCommand, RequestCommand};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::input;
use crate::output;
use vincula_assistant::{accept, answer, ask, stop_waiting, take_answer};
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
            output::hand(out.as_deref(), &request.to_string())?;
        }
        RequestCommand::Accept { file } => {
            let setup = accept(&context.setups, &context.clock, &input::file(&file)?)?;
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
            output::hand(out.as_deref(), sealed.trim_end())?;
            // On the other road: the sealed answer may be piped away, this is for the eyes.
            output::note(&text(
                context.language,
                "answer-passphrase",
                &[("passphrase", passphrase.expose())],
            ));
        }
        AnswerCommand::Take { setup, file } => {
            let setup = context.setup(&setup)?;
            let sealed = input::file(&file)?;
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
