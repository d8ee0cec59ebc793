//! `vincula status`: how every setup stands, for people, as JSON, and for a monitor (`docs/CLI.md`).

mod metrics;

use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use vincula_assistant::{Clock as _, SetupStore as _};
use vincula_core::health::{Health, LastRun, SecretLife, Showed, State, health};
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{Setup, SetupName};
use vincula_core::text::{Language, text};

/// The version of the JSON form.
const SCHEMA: u32 = 1;

/// In which form the answer comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lines for a person.
    Lines,
    /// One object.
    Json,
    /// The text that Prometheus reads.
    Prometheus,
}

pub(crate) fn run(context: &Context, form: Form) -> Result<Exit, Failure> {
    let today = context.clock.today();
    let mut setups: Vec<(Setup, Health)> = context
        .setups
        .list()?
        .into_iter()
        .map(|setup| {
            let health = health(&setup, today);
            (setup, health)
        })
        .collect();
    setups.sort_by_key(|(_, health)| health.severity);
    let needs_action = setups.iter().any(|(_, health)| health.severity.needs_action());
    match form {
        Form::Lines => {
            for (setup, health) in &setups {
                output::say(&line(setup, health, context.language))?;
            }
        }
        Form::Json => output::json(&Status {
            schema: SCHEMA,
            at: context.clock.now().to_string(),
            today: today.to_string(),
            needs_action,
            setups: setups
                .iter()
                .map(|(setup, health)| SetupStatus::of(setup, health))
                .collect(),
        })?,
        Form::Prometheus => output::say(metrics::text(&setups, &context.clock.zone()).trim_end())?,
    }
    Ok(if needs_action { Exit::Failed } else { Exit::Passed })
}

fn called(setup: &Setup) -> &str {
    setup
        .name
        .as_ref()
        .map_or(setup.mailbox.as_str(), SetupName::as_str)
}

fn line(setup: &Setup, health: &Health, language: Language) -> String {
    let mark = match health.state {
        State::Works => "✓",
        _ if health.severity.needs_action() => "✗",
        _ => "–",
    };
    format!(
        "{}  {mark}  {}  {}",
        setup.id,
        called(setup),
        sentence(setup, health, language)
    )
}

/// The same sentence as in the window's list.
fn sentence(setup: &Setup, health: &Health, language: Language) -> String {
    let date = health
        .secret
        .ends()
        .map(|day| day.to_string())
        .unwrap_or_default();
    let days = health.secret.days_left().unwrap_or_default().to_string();
    match (health.state, health.last.map(|last| last.showed)) {
        (State::SecretEnded, _) => text(language, "health-secret-ended", &[("date", &date)]),
        (State::SecretEnds, _) => {
            let id = match health.secret {
                SecretLife::Ends { days: 0, .. } => "status-secret-ends-today",
                SecretLife::Ends { days: 1, .. } => "status-secret-ends-tomorrow",
                _ => "status-secret-ends",
            };
            text(language, id, &[("days", &days), ("date", &date)])
        }
        (State::Fails, Some(Showed::Failed(_, kind))) => super::report::problem_text(kind, "", language),
        (State::Fails | State::NotProven, _) => text(language, "health-not-proven", &[]),
        (State::Renewing, _) => text(language, "health-renewing", &[]),
        (State::Waiting, _) => {
            let since = setup.waiting.as_ref().map(|waiting| waiting.since.to_string());
            text(
                language,
                "status-waiting",
                &[("date", since.as_deref().unwrap_or_default())],
            )
        }
        (State::Works, _) => {
            let since = health.works_since.map(|since| since.to_string());
            text(
                language,
                "health-works",
                &[("date", since.as_deref().unwrap_or_default())],
            )
        }
        (State::Archived, _) => text(language, "health-archived", &[]),
    }
}

/// How everything stands.
#[derive(Serialize)]
struct Status {
    schema: u32,
    at: String,
    today: String,
    needs_action: bool,
    setups: Vec<SetupStatus>,
}

#[derive(Serialize)]
struct SetupStatus {
    setup: String,
    name: Option<String>,
    guide: String,
    mailbox: String,
    erp_address: String,
    state: &'static str,
    severity: &'static str,
    needs_action: bool,
    next: &'static str,
    works_since: Option<String>,
    secret_ends: Option<String>,
    secret_days_left: Option<i32>,
    last_verification: Option<LastVerification>,
    renewal: Option<&'static str>,
    waiting_since: Option<String>,
    archived_at: Option<String>,
}

#[derive(Serialize)]
struct LastVerification {
    at: String,
    showed: &'static str,
    check: Option<&'static str>,
    problem: Option<&'static str>,
}

impl SetupStatus {
    fn of(setup: &Setup, health: &Health) -> Self {
        Self {
            setup: setup.id.to_string(),
            name: setup.name.clone().map(String::from),
            guide: setup.guide.clone(),
            mailbox: setup.mailbox.to_string(),
            erp_address: setup.erp_address.to_string(),
            state: health.state.as_str(),
            severity: health.severity.as_str(),
            needs_action: health.severity.needs_action(),
            next: health.next.as_str(),
            works_since: health.works_since.map(|since| since.to_string()),
            secret_ends: health.secret.ends().map(|day| day.to_string()),
            secret_days_left: health.secret.days_left(),
            last_verification: health.last.map(LastVerification::of),
            renewal: setup.renewal.as_ref().map(|renewal| renewal.stage.as_str()),
            waiting_since: setup.waiting.as_ref().map(|waiting| waiting.since.to_string()),
            archived_at: setup.archived_at.map(|at| at.to_string()),
        }
    }
}

impl LastVerification {
    fn of(last: LastRun) -> Self {
        let (showed, check, problem) = match last.showed {
            Showed::Proven => ("proven", None, None),
            Showed::Failed(check, kind) => ("failed", Some(check.as_str()), Some(kind.as_str())),
            Showed::Nothing(kind) => ("nothing", None, kind.map(ProblemKind::as_str)),
        };
        Self {
            at: last.at.to_string(),
            showed,
            check,
            problem,
        }
    }
}
