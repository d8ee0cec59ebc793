//! A setup, as the page shows it.

use super::report;
use crate::desk::{Desk, guide_of};
use crate::wire::{Fault, SecretPlace, SecretView, SetupSummary, SetupView};
use vincula_assistant::{Clock as _, Held, RenewalFault, SecretFault, SetupFault, SetupStore as _};
use vincula_core::choices;
use vincula_core::guide::Guide;
use vincula_core::health::{can_renew, health};
use vincula_core::setup::Setup;
use vincula_core::value::{RedirectUri, SecretShape};

pub(crate) async fn setup(desk: &Desk, setup: &Setup) -> Result<SetupView, Fault> {
    let guide = guide_of(setup)?;
    // A keyring that cannot be read is no reason not to open the setup: the page says why, and asks for the secret.
    // Where none was ever given the keyring is not asked: it would keep everybody waiting for nothing.
    let may_hold = setup.given.client_secret.is_some() || setup.client_id.is_some();
    let held = if may_hold {
        desk.secrets.held(setup.secret_in_hand()).await
    } else {
        Ok(None)
    };
    // While a stage runs, its own events tell where it stands.
    let report = desk.runs().ok().and_then(|runs| {
        runs.get(&setup.id)
            .map(|run| report(run, guide, setup, &desk.allowed(&setup.id)))
    });
    Ok(SetupView {
        id: setup.id.to_string(),
        guide: setup.guide.clone(),
        erp_address: setup.erp_address.to_string(),
        mailbox: setup.mailbox.to_string(),
        redirect_uri: redirect_uri(setup)?.to_string(),
        client_id: setup.client_id.as_ref().map(ToString::to_string),
        tenant_id: setup.tenant_id.as_ref().map(ToString::to_string),
        keyring_fault: held.err().map(|fault| fault.kind().as_str().to_owned()),
        secret: held.ok().flatten().map(secret_view),
        steps_done: setup.steps_done.clone(),
        current_step: current_step(setup, guide),
        verified_at: verified_at(setup),
        report,
        waiting_since: waiting_since(setup),
        waiting_for: waiting_for(setup),
        secret_ends: setup.end_in_hand().map(|day| day.to_string()),
        name: setup.name.clone().map(String::from),
        renewal: super::renewal(setup),
        signs_in: choices::signs_in(setup, guide).to_string(),
        choices: super::choices(setup, guide),
        helps: setup.asked_by.is_some(),
    })
}

pub(crate) fn summaries(desk: &Desk) -> Result<Vec<SetupSummary>, Fault> {
    let today = desk.clock.today();
    let count = |steps: usize| u32::try_from(steps).unwrap_or(u32::MAX);
    let summary = |setup: &Setup| {
        let guide = guide_of(setup).ok()?;
        Some(SetupSummary {
            id: setup.id.to_string(),
            guide: setup.guide.clone(),
            erp_address: setup.erp_address.to_string(),
            mailbox: setup.mailbox.to_string(),
            steps_done: count(guide.steps.iter().filter(|step| setup.is_done(&step.id)).count()),
            steps_total: count(guide.steps.len()),
            verified_at: verified_at(setup),
            updated_at: setup.updated_at.to_string(),
            waiting_since: waiting_since(setup),
            waiting_for: waiting_for(setup),
            secret_ends: setup.secret_ends.map(|day| day.to_string()),
            name: setup.name.clone().map(String::from),
            health: super::health(&health(setup, today)),
            can_renew: can_renew(setup),
            helps: setup.asked_by.is_some(),
        })
    };
    let mut setups = desk.setups.list()?;
    // Stable: of two alike the one worked on last comes first.
    setups.sort_by_key(|setup| health(setup, today).severity);
    Ok(setups.iter().filter_map(summary).collect())
}

/// The redirect URI of a setup. Setups whose address gives none are refused when they are made.
pub(crate) fn redirect_uri(setup: &Setup) -> Result<RedirectUri, Fault> {
    guide_of(setup)?
        .registration
        .redirect_uri
        .for_erp(&setup.erp_address)
        .map_err(|_| Fault::GuideNotFound)
}

/// Where the person was, else the first step that is not done, else the last one.
fn current_step(setup: &Setup, guide: &Guide) -> String {
    let was_at = setup
        .current_step
        .as_ref()
        .filter(|step| guide.step(step).is_some());
    let next = || {
        guide
            .steps
            .iter()
            .find(|step| !setup.is_done(&step.id))
            .or(guide.steps.last())
    };
    was_at
        .cloned()
        .or_else(|| next().map(|step| step.id.clone()))
        .unwrap_or_default()
}

fn verified_at(setup: &Setup) -> Option<String> {
    let proven = setup
        .verification
        .as_ref()
        .filter(|verification| verification.proven);
    proven.map(|verification| verification.at.to_string())
}

fn waiting_since(setup: &Setup) -> Option<String> {
    setup.waiting.as_ref().map(|waiting| waiting.since.to_string())
}

fn waiting_for(setup: &Setup) -> Option<String> {
    let who = setup.waiting.as_ref()?.who.as_ref()?;
    Some(who.as_str().to_owned())
}

fn secret_view(held: Held) -> SecretView {
    let (place, because) = match held.place {
        vincula_assistant::SecretPlace::Keyring => (SecretPlace::Keyring, None),
        vincula_assistant::SecretPlace::Session => (SecretPlace::Session, None),
        vincula_assistant::SecretPlace::InsteadOfKeyring(fault) => {
            (SecretPlace::InsteadOfKeyring, Some(fault))
        }
    };
    SecretView {
        place,
        because: because.map(|fault| fault.kind().as_str().to_owned()),
        length: u32::try_from(held.length).unwrap_or(u32::MAX),
        usual_shape: held.shape == SecretShape::Current,
    }
}

impl From<SetupFault> for Fault {
    fn from(fault: SetupFault) -> Self {
        match fault {
            SetupFault::NotFound => Self::SetupNotFound,
            refused => Self::MachineRefused {
                kind: refused.kind().as_str().to_owned(),
            },
        }
    }
}

impl From<RenewalFault> for Fault {
    fn from(fault: RenewalFault) -> Self {
        match fault {
            RenewalFault::NothingToRenew => Self::NotNow,
            RenewalFault::Setup(fault) => fault.into(),
            RenewalFault::Secret(fault) => fault.into(),
        }
    }
}

impl From<SecretFault> for Fault {
    fn from(fault: SecretFault) -> Self {
        Self::MachineRefused {
            kind: fault.kind().as_str().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn what_the_disk_refuses_reaches_the_page_by_its_name() {
        for (refusal, name) in [
            (io::ErrorKind::StorageFull, "disk_full"),
            (io::ErrorKind::PermissionDenied, "file_denied"),
            (io::ErrorKind::ResourceBusy, "file_busy"),
            (io::ErrorKind::Interrupted, "machine_trouble"),
        ] {
            let fault = Fault::from(SetupFault::Disk(refusal.into()));
            assert!(
                matches!(&fault, Fault::MachineRefused { kind } if kind == name),
                "{fault:?}"
            );
        }
        assert!(matches!(Fault::from(SetupFault::NotFound), Fault::SetupNotFound));
    }
}
