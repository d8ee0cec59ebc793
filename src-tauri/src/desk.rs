//! What the commands work on: the ports of this machine, and the run in progress.

use crate::clipboard::Clipboard;
use crate::companion::Area;
use crate::keyring::KeyringBell;
use crate::options::Options;
use crate::practice::PracticeLab;
use crate::wire::{Fault, PracticeView, ProposalView};
use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;
use tauri::ipc::Channel;
use tokio::sync::{Mutex as AsyncMutex, MutexGuard, Notify, broadcast, mpsc};
use url::Url;
use vincula_assistant::{
    DataFolder, Import, Keyring, NewestSecrets, Patience, Preferences, Run, SecretStore, SecretVault,
    SessionSecrets, SetupFault, SetupFolder, SystemClock, WindowLock, guides_beside, machine_guides,
    system_language,
};
use vincula_core::cloud::{Cloud, CloudId, LabPlace, NotLoopback};
use vincula_core::deep_link::SetupLink;
use vincula_core::guide::{self, Guide};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::surface::{Allowed, DeadEnd, SurfaceKind};
use vincula_core::text::Language;
use vincula_lab::LabError;
use vincula_microsoft::Microsoft;
use zeroize::Zeroizing;

/// What the commands work on.
pub(crate) struct Desk {
    microsoft: Microsoft,
    /// Where the lab is, where one stands in for Microsoft.
    lab: Option<LabPlace>,
    /// Why guides that lie beside the program are not offered.
    pub(crate) guide_faults: Vec<String>,
    pub(crate) setups: SetupFolder,
    pub(crate) secrets: Box<dyn SecretStore>,
    pub(crate) keyring: Arc<KeyringBell>,
    pub(crate) clock: SystemClock,
    pub(crate) clipboard: Clipboard,
    pub(crate) patience: Duration,
    pub(crate) signals: Signals,
    /// Answers that the system handed over, for the sign-in that waits for one.
    pub(crate) callbacks: broadcast::Sender<Url>,
    /// What somebody proposed before the page could hear of it.
    pub(crate) proposal: Mutex<Option<SetupLink>>,
    /// The setup that came in a file, until the person has decided about it.
    pub(crate) import: Mutex<Option<Import>>,
    /// Where the page hears of proposals.
    pub(crate) links: Mutex<Option<Channel<ProposalView>>>,
    /// Where the pasted address goes while a sign-in waits for one.
    pub(crate) pasting: Mutex<Option<mpsc::Sender<Zeroizing<String>>>>,
    /// The address of the sign-in that waits for a paste.
    pub(crate) sign_in_address: Mutex<Option<Url>>,
    /// Which surfaces each setup's registration allows, as asked with its checks.
    pub(crate) allowed: Mutex<HashMap<SetupId, Allowed>>,
    takes_links: AtomicBool,
    /// Where the window stood before it went beside the browser.
    pub(crate) wide: Mutex<Option<Area>>,
    practice: Option<Practice>,
    data: DataFolder,
    language: RwLock<Language>,
    run: AsyncMutex<HashMap<SetupId, Run>>,
    started: std::time::Instant,
}

/// The lab and the folder of a practice session: both end with it.
struct Practice {
    lab: PracticeLab,
    folder: tempfile::TempDir,
}

/// What the person may say while a stage runs.
#[derive(Debug)]
pub(crate) struct Signals {
    /// Stop.
    pub(crate) cancel: Notify,
    /// «I see a page that leads nowhere.»
    pub(crate) dead_end: broadcast::Sender<DeadEnd>,
    /// «I know this host.»
    pub(crate) trusted: broadcast::Sender<String>,
}

impl Default for Signals {
    fn default() -> Self {
        Self {
            cancel: Notify::new(),
            dead_end: broadcast::channel(WAITING).0,
            trusted: broadcast::channel(WAITING).0,
        }
    }
}

/// How many messages wait for a sign-in that is slow to look; the oldest is lost first.
const WAITING: usize = 16;

/// Why the assistant cannot start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenFault {
    #[error("the data folder cannot be used: {0}")]
    Data(#[from] SetupFault),
    #[error("no folder for practising can be made: {0}")]
    Practice(#[from] io::Error),
    #[error("the lab cannot start: {0}")]
    Lab(#[from] LabError),
    #[error(transparent)]
    NotLoopback(#[from] NotLoopback),
    #[error("TLS cannot be used on this machine")]
    Tls,
}

impl Desk {
    pub(crate) async fn open(options: &Options) -> Result<Self, OpenFault> {
        let practice = if options.practice {
            // A folder of its own: practising leaves nothing behind and touches nobody's setups.
            Some(Practice {
                lab: PracticeLab::start().await?,
                folder: tempfile::tempdir()?,
            })
        } else {
            None
        };
        let given = options.lab.clone().map(|base| LabPlace {
            base,
            imap: options.lab_imap,
            smtp: options.lab_smtp,
        });
        let lab = practice
            .as_ref()
            .map(|practice| LabPlace::at(practice.lab.lab.base_url()))
            .or(given);
        let cloud = cloud(CloudId::default(), lab.as_ref())?;
        let data = match &practice {
            Some(practice) => DataFolder::at(practice.folder.path())?,
            None => DataFolder::of_this_user()?,
        };
        let bell = Arc::new(KeyringBell::default());
        let secrets: Box<dyn SecretStore> = if practice.is_some() {
            Box::new(SessionSecrets::default())
        } else {
            let keyring = Keyring::new(bell.clone(), Patience::default());
            Box::new(SecretVault::new(NewestSecrets::over(keyring, &data)?))
        };
        let (added, faults) = guides_beside(&data, &machine_guides());
        guide::add(added);
        let language = Preferences::load(&data).language.unwrap_or_else(system_language);
        Ok(Self {
            microsoft: Microsoft::new(cloud).map_err(|_| OpenFault::Tls)?,
            lab,
            guide_faults: faults.iter().map(ToString::to_string).collect(),
            setups: SetupFolder::of(&data)?,
            secrets,
            keyring: bell,
            clock: SystemClock,
            clipboard: Clipboard::default(),
            patience: Duration::from_secs(options.patience),
            signals: Signals::default(),
            callbacks: broadcast::channel(WAITING).0,
            proposal: Mutex::default(),
            import: Mutex::default(),
            links: Mutex::default(),
            pasting: Mutex::default(),
            sign_in_address: Mutex::default(),
            allowed: Mutex::default(),
            takes_links: AtomicBool::new(false),
            wide: Mutex::default(),
            practice,
            data,
            language: RwLock::new(language),
            run: AsyncMutex::default(),
            started: std::time::Instant::now(),
        })
    }

    /// The client of a setup's cloud.
    pub(crate) fn microsoft(&self, setup: &Setup) -> Result<Microsoft, Fault> {
        let cloud = cloud(setup.cloud, self.lab.as_ref()).map_err(|_| Fault::Internal)?;
        Ok(self.microsoft.in_cloud(cloud))
    }

    /// Notes whether the system hands us addresses of our scheme.
    pub(crate) fn takes_links(&self, is_registered: bool) {
        self.takes_links.store(is_registered, Ordering::Relaxed);
    }

    /// The surfaces that this machine and the registration allow, as far as it was asked.
    pub(crate) fn allowed(&self, id: &SetupId) -> Allowed {
        let asked = locked(&self.allowed).get(id).cloned();
        let asked = asked.unwrap_or_else(|| Allowed::of([SurfaceKind::Window]));
        let takes_links = self.takes_links.load(Ordering::Relaxed);
        Allowed::of(
            asked
                .iter()
                .filter(|surface| takes_links || *surface != SurfaceKind::DeepLink),
        )
    }

    /// Whether a lab stands in for Microsoft.
    pub(crate) fn is_lab(&self) -> bool {
        self.lab.is_some()
    }

    pub(crate) fn practice(&self) -> Option<&PracticeView> {
        self.practice.as_ref().map(|practice| &practice.lab.view)
    }

    /// Milliseconds since the program began.
    pub(crate) fn running_ms(&self) -> u128 {
        self.started.elapsed().as_millis()
    }

    pub(crate) fn language(&self) -> Language {
        *self.language.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the language, and remembers it.
    pub(crate) fn set_language(&self, language: Language) {
        *self.language.write().unwrap_or_else(PoisonError::into_inner) = language;
        self.prefer(|preferences| preferences.language = Some(language));
    }

    /// What the person chose for the program as a whole.
    pub(crate) fn preferences(&self) -> Preferences {
        Preferences::load(&self.data)
    }

    /// Changes what the person chose. What could not be kept holds for this session where it matters.
    pub(crate) fn prefer(&self, change: impl FnOnce(&mut Preferences)) {
        let _unkept = Preferences::change(&self.data, change);
    }

    /// Held by the window for its life; `None` where another window has it already.
    pub(crate) fn window_lock(&self) -> Result<Option<WindowLock>, OpenFault> {
        match WindowLock::take(&self.data) {
            Ok(lock) => Ok(Some(lock)),
            Err(SetupFault::Busy) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Where everything is kept.
    pub(crate) fn data(&self) -> &DataFolder {
        &self.data
    }

    /// Goes back to what the program is without anybody's choices.
    pub(crate) fn forget_choices(&self) {
        *self.language.write().unwrap_or_else(PoisonError::into_inner) = system_language();
        locked(&self.allowed).clear();
    }

    /// Stops what runs, and forgets every run.
    pub(crate) async fn forget_runs(&self) {
        self.signals.cancel.notify_waiters();
        self.run.lock().await.clear();
    }

    /// The runs, one a setup. Held while a stage runs: [`Fault::Busy`] for whoever comes meanwhile.
    pub(crate) fn runs(&self) -> Result<MutexGuard<'_, HashMap<SetupId, Run>>, Fault> {
        self.run.try_lock().map_err(|_| Fault::Busy)
    }

    /// Forgets a setup's run, and stops it where it is going on: a value changed, so that it proves nothing.
    pub(crate) async fn drop_run(&self, id: &SetupId) {
        self.signals.cancel.notify_waiters();
        self.run.lock().await.remove(id);
    }
}

/// One of Microsoft's clouds, or the lab that plays it.
fn cloud(id: CloudId, lab: Option<&LabPlace>) -> Result<Cloud, NotLoopback> {
    lab.map_or_else(|| Ok(Cloud::of(id)), |lab| lab.cloud(id))
}

/// The guide of a setup.
pub(crate) fn guide_of(setup: &Setup) -> Result<&'static Guide, Fault> {
    guide::find(&setup.guide).ok_or(Fault::GuideNotFound)
}

/// Kept apart so that a poisoned lock never stops the assistant.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
