//! How a setup stands, as the page shows it.

use crate::wire::{HealthView, LastRunView, RenewalView};
use vincula_core::health::{Health, LastRun, Showed};
use vincula_core::setup::Setup;

pub(crate) fn health(health: &Health) -> HealthView {
    HealthView {
        state: health.state.as_str().to_owned(),
        severity: health.severity.as_str().to_owned(),
        next: health.next.as_str().to_owned(),
        days_left: health.secret.days_left(),
        works_since: health.works_since.map(|since| since.to_string()),
        last: health.last.map(last_run),
    }
}

fn last_run(last: LastRun) -> LastRunView {
    let (is_proven, problem) = match last.showed {
        Showed::Proven => (true, None),
        Showed::Failed(_, kind) => (false, Some(kind)),
        Showed::Nothing(kind) => (false, kind),
    };
    LastRunView {
        at: last.at.to_string(),
        is_proven,
        problem: problem.map(|kind| kind.as_str().to_owned()),
    }
}

pub(crate) fn renewal(setup: &Setup) -> Option<RenewalView> {
    let renewal = setup.renewal.as_ref()?;
    Some(RenewalView {
        stage: renewal.stage.as_str().to_owned(),
        old_ends: renewal.old_ends.map(|day| day.to_string()),
    })
}
