//! `vincula`: the same use cases as the window, without one. For support staff and for scripts.
//!
//! The result is on standard output, progress and questions are on standard error. The JSON forms and the exit
//! codes are described in `docs/CLI.md` and do not change without its `schema` number.

mod arguments;
mod commands;
mod context;
mod exit;
mod input;
mod output;
mod surface;

use arguments::{Arguments, Command, GuideCommand};
use clap::Parser as _;
use commands::status::Form;
use context::Context;
use exit::Exit;
use std::alloc::System;
use std::process::ExitCode;
use std::time::Duration;
use vincula_assistant::{Event, Journal, Program, keep_memory_private, log_into, note};
use vincula_core::cloud::LabPlace;
use zeroizing_alloc::ZeroAlloc;

/// Memory is wiped when it is given back: libraries make copies of a secret, on its way to Entra, to the keyring and to
/// the clipboard, which nobody else would wipe.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    let is_private = keep_memory_private().is_ok();
    let arguments = Arguments::parse();
    let exit = match tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
    {
        Ok(runtime) => {
            let exit = runtime.block_on(run(arguments, is_private));
            // A keyring or a terminal that never answers must not keep the program from ending.
            runtime.shutdown_background();
            exit
        }
        Err(error) => {
            output::note(&format!("vincula: {error}"));
            Exit::CouldNotCheck
        }
    };
    exit.into()
}

async fn run(arguments: Arguments, is_private: bool) -> Exit {
    let Arguments {
        lab,
        lab_imap,
        lab_smtp,
        language,
        keyring_patience,
        log_level,
        command,
    } = arguments;
    let lab = lab.map(|base| LabPlace {
        base,
        imap: lab_imap,
        smtp: lab_smtp,
    });
    // Only a command that works with this user's data leaves a trace in it.
    let context = || {
        let context = Context::open(lab.clone(), language, Duration::from_secs(keyring_patience))?;
        log_into(Journal::of(&context.data, log_level));
        note(Event::Started {
            program: Program::CommandLine,
            version: env!("CARGO_PKG_VERSION"),
            system: std::env::consts::OS,
            lab: lab.is_some(),
        });
        if !is_private {
            note(Event::MemoryNotPrivate);
        }
        Ok(context)
    };
    let result = match command {
        Command::Guides { json } => commands::guides::list(language, json),
        Command::Guide {
            command: GuideCommand::Check { file },
        } => commands::guides::check(&file, language),
        Command::Setup { command } => match context() {
            Ok(context) => commands::setup::run(&context, command).await,
            Err(failure) => Err(failure),
        },
        Command::Secret { command } => match context() {
            Ok(context) => commands::secret::run(&context, command).await,
            Err(failure) => Err(failure),
        },
        Command::ForgetEverything { yes: _ } => match context() {
            Ok(context) => commands::forget::run(&context).await,
            Err(failure) => Err(failure),
        },
        Command::Request { command } => {
            context().and_then(|context| commands::errand::request(&context, command))
        }
        Command::Answer { command } => match context() {
            Ok(context) => commands::errand::answers(&context, command).await,
            Err(failure) => Err(failure),
        },
        Command::Verify(options) => match context() {
            Ok(context) => match &options.setup {
                Some(setup) => commands::verify::run(&context, setup, &options).await,
                None => commands::verify_all::run(&context, options.jobs).await,
            },
            Err(failure) => Err(failure),
        },
        Command::Status { json, prometheus } => {
            let form = match (json, prometheus) {
                (true, _) => Form::Json,
                (_, true) => Form::Prometheus,
                _ => Form::Lines,
            };
            context().and_then(|context| commands::status::run(&context, form))
        }
        Command::Renew(options) => match context() {
            Ok(context) => commands::renew::run(&context, &options).await,
            Err(failure) => Err(failure),
        },
        Command::Recognise { wanted } => commands::recognise::run(language, wanted),
        Command::Reminder { setup } => {
            context().and_then(|context| commands::reminder::run(&context, &setup))
        }
        Command::Explain { code, json } => commands::explain::run(language, code, json),
        Command::Script(options) => match context() {
            Ok(context) => commands::script::run(&context, &options),
            Err(failure) => Err(failure),
        },
        Command::Practice { json } => commands::practice::run(language, json).await,
        Command::Lab { port, https, cloud } => {
            commands::lab::run(port, https.as_deref(), cloud, language).await
        }
        Command::Version => commands::version::run(),
        Command::Completions { shell } => commands::generate::completions(shell),
        Command::Man => commands::generate::man(),
    };
    result.unwrap_or_else(|failure| {
        output::note(&format!("vincula: {failure}"));
        if let Some(kind) = failure.cause() {
            for part in ["", ".do"] {
                output::note(&commands::report::problem_text(kind, part, language.0));
            }
        }
        failure.exit()
    })
}
