//! A run, as the page shows it.

use super::name;
use super::ways::{first_way, next_way, ways};
use crate::wire::{
    AccountView, CheckView, EvidenceView, NextAction, OutcomeView, ProblemView, RemedyView, ReportView,
};
use vincula_assistant::{Counted, Run, Stage};
use vincula_core::check::Outcome;
use vincula_core::guide::{Guide, PortalPage, StepKind};
use vincula_core::health::can_renew;
use vincula_core::problem::{Problem, ProblemKind, Remedy};
use vincula_core::setup::Setup;
use vincula_core::surface::Allowed;
use vincula_core::value::ValueKind;

pub(crate) fn report(run: &Run, guide: &Guide, setup: &Setup, allowed: &Allowed) -> ReportView {
    ReportView {
        checks: run
            .lines()
            .map(|(check, found)| CheckView {
                check: check.as_str().to_owned(),
                outcome: outcome_of(found, guide, setup),
            })
            .collect(),
        next: match run.stage() {
            Stage::Check => NextAction::Check,
            // The look follows the sign-in by itself; where it did not come to it, the sign-in has to come first again.
            Stage::SignIn | Stage::Look => NextAction::SignIn,
            Stage::Send => NextAction::Send,
            Stage::ConfirmArrival => NextAction::ConfirmArrival,
            Stage::HandOver => NextAction::HandOver,
            Stage::Fix => NextAction::Fix,
        },
        account: run.profile().map(|profile| AccountView {
            user_name: profile.user_principal_name.clone(),
            display_name: profile.display_name.clone().unwrap_or_default(),
        }),
        unread: unread(run.counted()),
        sent_to: run.sent_to().map(ToString::to_string),
        ways: ways(setup, allowed),
        way: first_way(setup, allowed),
        next_way: next_way(setup, allowed),
    }
}

fn unread(counted: Counted) -> Option<u32> {
    let inbox = counted.by_graph.or(counted.by_imap)?;
    Some(inbox.unread)
}

/// The same where the setup is known: a secret that worked once is renewed, on a way of its own.
fn outcome_of(found: Option<&Outcome>, guide: &Guide, setup: &Setup) -> OutcomeView {
    let mut shown = outcome(found, guide);
    if let (Some(Outcome::Failed { problem }), OutcomeView::Failed { problem: view }) = (found, &mut shown)
        && renews(problem.kind, setup)
    {
        view.remedy = RemedyView::Renew;
    }
    shown
}

fn renews(kind: ProblemKind, setup: &Setup) -> bool {
    let wants_a_secret = kind.remedy() == Remedy::CorrectValue(ValueKind::ClientSecret);
    wants_a_secret
        && (setup.open_renewal().is_some() || (kind == ProblemKind::SecretExpired && can_renew(setup)))
}

pub(crate) fn outcome(outcome: Option<&Outcome>, guide: &Guide) -> OutcomeView {
    match outcome {
        None => OutcomeView::Waiting,
        Some(Outcome::Passed) => OutcomeView::Passed,
        Some(Outcome::Failed { problem }) => OutcomeView::Failed {
            problem: self::problem(problem, guide),
        },
        Some(Outcome::Skipped { why }) => OutcomeView::Skipped { why: name(why) },
        Some(Outcome::Unknown { why }) => OutcomeView::Unknown { why: name(why) },
    }
}

/// A problem with what its button does in this guide.
pub(crate) fn problem(problem: &Problem, guide: &Guide) -> ProblemView {
    let evidence = problem.evidence.clone();
    ProblemView {
        kind: problem.kind.as_str().to_owned(),
        who: name(&problem.kind.who()),
        retry: name(&problem.kind.retry()),
        remedy: remedy(problem.kind.remedy(), guide),
        evidence: EvidenceView {
            code: evidence.code,
            status: evidence.status,
            trace_id: evidence.trace_id,
            correlation_id: evidence.correlation_id,
            timestamp: evidence.timestamp,
            host: evidence.host,
            proxy: evidence.proxy,
            text: evidence.text,
            expected: evidence.expected,
            found: evidence.found,
        },
    }
}

/// A remedy as something that the page can do: a value to correct becomes the step that asks for it.
fn remedy(remedy: Remedy, guide: &Guide) -> RemedyView {
    let step = match remedy {
        Remedy::CorrectValue(kind) => guide.steps.iter().find(|step| step.asks.contains(&kind)),
        // A page made for mending comes first: on the way, the redirect URI may be one line among others.
        Remedy::RegisterRedirect => guide
            .repairs
            .iter()
            .chain(&guide.steps)
            .find(|step| step.gives.contains(&ValueKind::RedirectUri)),
        Remedy::ChangeAudience => {
            at(guide, PortalPage::NewRegistration).or_else(|| at(guide, PortalPage::Authentication))
        }
        Remedy::GrantPermission => at(guide, PortalPage::ApiPermissions),
        Remedy::SignInAgain => return RemedyView::SignInAgain,
        Remedy::ReviewValues => return RemedyView::ReviewValues,
        Remedy::ReviewChoices => return RemedyView::ReviewChoices,
        Remedy::AskIt => return RemedyView::AskIt,
        Remedy::LookForMail => return RemedyView::LookForMail,
        Remedy::ClearMailbox | Remedy::CheckNetwork | Remedy::UnlockKeyring | Remedy::Wait => {
            return RemedyView::TryAgain;
        }
    };
    // A guide without such a step cannot send the person there; the values are what is left to look at.
    step.map_or(RemedyView::ReviewValues, |step| RemedyView::GoToStep {
        step: step.id.clone(),
    })
}

fn at(guide: &Guide, page: PortalPage) -> Option<&vincula_core::guide::Step> {
    guide
        .all_steps()
        .find(|step| step.kind == StepKind::Portal && step.portal == Some(page))
}
