//! Many setups at once: each as far as it goes without a person, as many beside each other as the caller says.
//!
//! Setups are read one by one, and what was found is told as each ends and then forgotten, so that ten thousand take
//! no more room than ten. This machine's own check is made once a cloud and not once a setup. Where Microsoft asks to
//! wait, everybody waits who would ask the same cloud. What is kept with a setup follows from one rule,
//! [`Setup::learn`](vincula_core::setup::Setup::learn).

mod road;

use crate::ports::{Clock, Progress, SecretStore, SetupFault, SetupStore};
use crate::run::{Host, Run};
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use road::Road;
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use vincula_core::cloud::CloudId;
use vincula_core::guide::{self, Guide};
use vincula_core::problem::Family;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::Refusal;
use vincula_microsoft::Microsoft;

/// How often one setup is asked about again after a wait that Microsoft named.
const AGAIN: u32 = 3;

/// What checking many setups needs from outside.
pub struct ManyHost<'a> {
    /// The client of every cloud; the first one for a setup of a cloud that has none, which says so.
    pub clients: &'a [Microsoft],
    /// The setups.
    pub setups: &'a dyn SetupStore,
    /// The secrets.
    pub secrets: &'a dyn SecretStore,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Who hears of waits.
    pub progress: &'a dyn Progress,
    /// How many setups are asked about at the same time.
    pub jobs: NonZeroUsize,
}

/// One setup and what was found.
pub struct CheckedSetup {
    /// The setup.
    pub id: SetupId,
    /// The run, as far as it went.
    pub found: Result<Run, NotChecked>,
    /// Why what was found could not be kept with the setup, where it should have been.
    pub unkept: Option<SetupFault>,
}

/// Why a setup could not be asked about at all.
#[derive(Debug, thiserror::Error)]
pub enum NotChecked {
    /// It could not be read.
    #[error(transparent)]
    Setup(#[from] SetupFault),
    /// This version does not have its guide.
    #[error("this version of Vincula has no guide for this setup")]
    UnknownGuide,
    /// Its guide has no redirect URI for the ERP's address.
    #[error(transparent)]
    NoRedirectUri(#[from] Refusal),
}

/// How many setups ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Those for which nothing failed.
    pub passed: u64,
    /// Those for which something failed that has to change.
    pub failed: u64,
    /// Those about which nothing is known: something was in the way.
    pub not_checked: u64,
    /// Those whose result should have been kept and could not be.
    pub unkept: u64,
    /// Whether it was stopped before all of them were asked about.
    pub is_stopped: bool,
}

impl Summary {
    /// How many setups were told of.
    #[must_use]
    pub fn setups(&self) -> u64 {
        self.passed + self.failed + self.not_checked
    }

    fn count(&mut self, checked: &CheckedSetup) {
        let place = match checked.found.as_ref().map(Run::failure) {
            Ok(None) => &mut self.passed,
            Ok(Some((_, problem))) if !problem.kind.is_inconclusive() => &mut self.failed,
            _ => &mut self.not_checked,
        };
        *place += 1;
        self.unkept += u64::from(checked.unkept.is_some());
    }
}

/// Checks every setup that is in use, and tells of each as it ends. Ends early, between one answer and the next, when
/// `stop` comes or `tell` breaks: a check changes nothing at Microsoft, so that nothing is left half done.
///
/// # Errors
/// Where the setups cannot be listed.
pub async fn check_many(
    host: &ManyHost<'_>,
    stop: impl Future<Output = ()>,
    tell: &mut (dyn FnMut(&CheckedSetup) -> ControlFlow<()> + Send),
) -> Result<Summary, SetupFault> {
    let mut ids = host.setups.ids()?;
    let roads: Vec<Road<'_>> = host.clients.iter().map(|client| Road::to(client, host)).collect();
    let guides = Guides::default();
    let mut running = FuturesUnordered::new();
    let mut summary = Summary::default();
    let mut stop = std::pin::pin!(stop);
    loop {
        while running.len() < host.jobs.get() {
            let Some(id) = ids.next().transpose()? else { break };
            let setup = host.setups.load(&id);
            if setup.as_ref().is_ok_and(|setup| setup.archived_at.is_some()) {
                continue;
            }
            running.push(check_one(host, &roads, &guides, id, setup));
        }
        let ended = tokio::select! {
            biased;
            () = &mut stop => {
                summary.is_stopped = true;
                break;
            }
            ended = running.next() => ended,
        };
        let Some(checked) = ended else { break };
        summary.count(&checked);
        if tell(&checked).is_break() {
            summary.is_stopped = true;
            break;
        }
    }
    Ok(summary)
}

async fn check_one(
    host: &ManyHost<'_>,
    roads: &[Road<'_>],
    guides: &Guides,
    id: SetupId,
    setup: Result<Setup, SetupFault>,
) -> CheckedSetup {
    match ask(host, roads, guides, setup).await {
        Ok(run) => {
            let unkept = keep(host, &run).err();
            CheckedSetup {
                id,
                found: Ok(run),
                unkept,
            }
        }
        Err(fault) => CheckedSetup {
            id,
            found: Err(fault),
            unkept: None,
        },
    }
}

async fn ask(
    host: &ManyHost<'_>,
    roads: &[Road<'_>],
    guides: &Guides,
    setup: Result<Setup, SetupFault>,
) -> Result<Run, NotChecked> {
    let setup = setup?;
    let guide = guides.find(&setup.guide).ok_or(NotChecked::UnknownGuide)?;
    let cloud: CloudId = setup.cloud;
    let mut run = Run::new(setup, guide)?;
    let Some(road) = roads.iter().find(|road| road.cloud() == cloud).or(roads.first()) else {
        return Ok(run);
    };
    let questions = Host {
        microsoft: road.microsoft,
        secrets: host.secrets,
        clock: host.clock,
        progress: road,
        // Nobody is asked and no mail is written.
        language: Language::default(),
        patience: Duration::ZERO,
    };
    for _ in 0..=AGAIN {
        run.check_after(&questions, road.opens(&questions).await).await;
        let Some((_, problem)) = run.failure() else { break };
        if problem.kind.family() == Family::Network {
            road.look_again().await;
        }
        if !road.holds(problem) {
            break;
        }
    }
    Ok(run)
}

/// The guides in use, each copied once: there are few, and they are large.
#[derive(Default)]
struct Guides(Mutex<HashMap<String, Arc<Guide>>>);

impl Guides {
    fn find(&self, id: &str) -> Option<Arc<Guide>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(guide) = known.get(id) {
            return Some(Arc::clone(guide));
        }
        let guide = Arc::new(guide::find(id)?.clone());
        known.insert(id.to_owned(), Arc::clone(&guide));
        Some(guide)
    }
}

/// Keeps what was learned, unless the setup was changed meanwhile: then it was learned of something else.
fn keep(host: &ManyHost<'_>, run: &Run) -> Result<(), SetupFault> {
    let found = run.verification(host.clock.now());
    let asked = run.setup();
    if !asked.clone().learn(&found) {
        return Ok(());
    }
    host.setups.update(&asked.id, &mut |setup| {
        if setup.updated_at == asked.updated_at {
            setup.learn(&found);
        }
    })?;
    Ok(())
}
