//! `vincula verify`: the same run as in the window, its stages in a row.

use super::report::{self, Report};
use crate::arguments::{Surface, VerifyOptions};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::surface::Terminal;
use std::io::{self, IsTerminal as _};
use std::time::Duration;
use vincula_assistant::{
    Arrival, Clock as _, Host, LoopbackSurface, PastedSurface, Progress, Run, SecretStore, SessionSecrets,
    SignInSurface, Stage, keep_verification,
};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::problem::Problem;
use vincula_core::text::{Language, text};
use vincula_core::value::{ClientSecret, Mailbox};

pub(crate) async fn run(context: &Context, setup: &str, options: &VerifyOptions) -> Result<Exit, Failure> {
    let setup = context.setup(setup)?;
    let to = match &options.to {
        Some(to) => Mailbox::parse(to).map_err(|why| Failure::Refused { what: "--to", why })?,
        None => setup.mailbox.clone(),
    };
    let session = SessionSecrets::default();
    let secrets: &dyn SecretStore = if options.secret_stdin {
        let secret = ClientSecret::parse(&context.input.line().await.unwrap_or_default()).map_err(|why| {
            Failure::Refused {
                what: "the secret",
                why,
            }
        })?;
        session.save(&setup.id, secret).await?;
        &session
    } else {
        &context.keyring
    };
    let terminal = Terminal {
        language: context.language,
        input: &context.input,
    };
    let surface: Box<dyn SignInSurface> = match options.surface {
        Surface::Paste => Box::new(PastedSurface { desk: &terminal }),
        Surface::Loopback => Box::new(LoopbackSurface::bind(&terminal, context.language).await?),
    };
    let patience = Duration::from_secs(options.patience);
    let run = prove(context, setup, secrets, &*surface, &to, patience).await?;
    keep_verification(&context.setups, &context.clock, &run)?;
    finish(context, &run, options.json)
}

/// Every stage of a run, as far as it goes.
pub(super) async fn prove(
    context: &Context,
    setup: vincula_core::setup::Setup,
    secrets: &dyn SecretStore,
    surface: &dyn SignInSurface,
    to: &Mailbox,
    patience: Duration,
) -> Result<Run, Failure> {
    let guide = Context::guide_of(&setup)?;
    let run = Run::new(setup, guide.clone()).map_err(|why| Failure::Refused { what: "--erp", why })?;
    prove_run(context, run, secrets, surface, to, patience).await
}

/// The same for a run that was made elsewhere.
pub(super) async fn prove_run(
    context: &Context,
    mut run: Run,
    secrets: &dyn SecretStore,
    surface: &dyn SignInSurface,
    to: &Mailbox,
    patience: Duration,
) -> Result<Run, Failure> {
    let microsoft = context.microsoft(run.setup().cloud)?;
    let progress = Teller(context.language);
    let host = Host {
        microsoft: &microsoft,
        secrets,
        clock: &context.clock,
        progress: &progress,
        language: context.language,
        patience,
    };
    run.check(&host).await;
    if run.stage() == Stage::SignIn {
        run.sign_in(&host, surface).await;
    }
    if run.stage() == Stage::Look {
        run.look(&host).await;
    }
    if run.stage() == Stage::Send {
        run.send(&host, to).await;
    }
    if run.stage() == Stage::ConfirmArrival
        && let Some(answer) = ask_arrival(context, to).await
    {
        run.answer_arrival(&host, answer);
    }
    Ok(run)
}

/// Prints the report; the exit code says the same.
pub(super) fn finish(context: &Context, run: &Run, json: bool) -> Result<Exit, Failure> {
    let report = Report::of(run, context.clock.now(), context.language);
    if json {
        output::json(&report)?;
    } else {
        report::print(&report, context.language)?;
    }
    Ok(match run.failure() {
        None => Exit::Passed,
        Some((_, problem)) if problem.kind.is_inconclusive() => Exit::CouldNotCheck,
        Some(_) => Exit::Failed,
    })
}

/// Asks whether the mail arrived, where there is somebody to ask.
async fn ask_arrival(context: &Context, to: &Mailbox) -> Option<Arrival> {
    if !io::stdin().is_terminal() {
        return None;
    }
    output::note(&text(
        context.language,
        "arrival-question",
        &[("to", to.as_str())],
    ));
    let line = context.input.line().await?;
    Some(match line.trim().to_lowercase().chars().next() {
        Some('s' | 'y') => Arrival::Arrived,
        Some('n') => Arrival::NotArrived,
        _ => Arrival::NotYet,
    })
}

/// Says on standard error what is being asked.
struct Teller(Language);

impl Progress for Teller {
    fn began(&self, check: CheckId) {
        output::note(&format!("… {}", report::check_name(check, self.0)));
    }

    fn waits(&self, _: CheckId, _: &Problem, left: Duration) {
        // Every second would bury what stands above.
        let seconds = left.as_secs();
        if seconds.is_multiple_of(10) || seconds == 3 {
            let seconds = seconds.to_string();
            output::note(&text(self.0, "check-waits", &[("seconds", &seconds)]));
        }
    }

    fn ended(&self, check: CheckId, outcome: &Outcome) {
        output::note(&report::line(check, outcome, self.0));
    }
}
