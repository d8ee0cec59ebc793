//! A lab with a registered application, a setup for it, and people who sign in.

use super::road::Road;
use crate::{
    Attempt, BoxFuture, Clock, Host, Progress, Run, SecretStore as _, SessionSecrets, SignInSurface, Stage,
    SurfaceOutcome,
};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use url::Url;
use vincula_core::check::{CheckId, Outcome};
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::guide;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::{ClientId, ClientSecret, ErpAddress, Mailbox, TenantId};
use vincula_lab::{Behaviour, Ending, Lab, LabConfig, Person, Practice};
use vincula_microsoft::Microsoft;
use vincula_testbed::guides_application;

pub(super) const REDIRECT: &str =
    "https://empresa.cloudgestion1.app/includes/ventas/mail/Microsoft/oauth_callback.php";
pub(super) const NOBODYS_SECRET: &str = "zzz8Q~0123456789012345678901234567890123";
const YEAR: Duration = Duration::from_hours(365 * 24);

/// A clock that stands still until it is moved, in a zone of its own.
#[derive(Clone)]
pub(super) struct StillClock(Arc<Mutex<Timestamp>>, TimeZone);

impl StillClock {
    pub(super) fn new() -> Self {
        Self::at("2026-05-24T13:34:39Z", "UTC")
    }

    /// One that stands at this moment, where this zone's clocks hang on the wall.
    pub(super) fn at(moment: &str, zone: &str) -> Self {
        let zone = TimeZone::get(zone).unwrap();
        Self(Arc::new(Mutex::new(moment.parse().unwrap())), zone)
    }

    /// One that stands at the time of the machine, as a clock that goes right does.
    pub(super) fn right() -> Self {
        let now = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
        Self(Arc::new(Mutex::new(now)), TimeZone::UTC)
    }

    /// Stands at the time of the machine again.
    pub(super) fn set_right(&self) {
        let right = *Self::right().0.lock().unwrap();
        *self.0.lock().unwrap() = right;
    }

    pub(super) fn advance(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(SignedDuration::from_secs(seconds)).unwrap();
    }
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        self.1.clone()
    }

    fn wait(&self, time: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move { self.advance(i64::try_from(time.as_secs()).unwrap()) })
    }
}

/// What was heard of a run.
#[derive(Default)]
pub(super) struct Heard(pub(super) Mutex<Vec<String>>);

impl Progress for Heard {
    fn began(&self, check: CheckId) {
        self.0.lock().unwrap().push(format!("{} …", check.as_str()));
    }

    fn waits(&self, check: CheckId, _: &Problem, left: Duration) {
        let waits = format!("{} waits {}", check.as_str(), left.as_secs());
        self.0.lock().unwrap().push(waits);
    }

    fn ended(&self, check: CheckId, outcome: &Outcome) {
        self.0
            .lock()
            .unwrap()
            .push(format!("{} {}", check.as_str(), word(outcome)));
    }
}

pub(super) fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed { problem } => problem.kind.as_str(),
        Outcome::Skipped { .. } => "skipped",
        Outcome::Unknown { .. } => "unknown",
    }
}

/// Somebody who signs in, or does not.
pub(super) enum Surface {
    /// A person with a browser.
    Person(String, Behaviour),
    /// The same, but something happens between the answer and its use.
    Meanwhile(String, Box<dyn Fn() + Send + Sync>),
    /// It ends without an answer.
    Ends(SurfaceOutcome),
}

impl SignInSurface for Surface {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            let (address, behaviour) = match self {
                Self::Ends(outcome) => return outcome.clone(),
                Self::Person(address, behaviour) => (address, *behaviour),
                Self::Meanwhile(address, _) => (address, Behaviour::Accept),
            };
            match Person::new(address, behaviour).visit(&attempt.url).await {
                Ok(Ending::Redirected(answer)) => {
                    assert_eq!(attempt.is_answer(&answer), Ok(()), "{answer}");
                    if let Self::Meanwhile(_, act) = self {
                        act();
                    }
                    SurfaceOutcome::Answer(answer)
                }
                Ok(Ending::Stuck { .. }) => SurfaceOutcome::ErrorPage,
                Err(_) => SurfaceOutcome::Closed,
            }
        })
    }
}

/// All that a run needs.
pub(super) struct Bench {
    pub(super) lab: Lab,
    pub(super) road: Road,
    pub(super) practice: Practice,
    pub(super) client_id: String,
    pub(super) microsoft: Microsoft,
    pub(super) secrets: SessionSecrets,
    pub(super) clock: StillClock,
    pub(super) heard: Heard,
    pub(super) setup: Setup,
    pub(super) patience: Duration,
}

/// The setup of the practice company's registration, with every value but the secret.
pub(super) fn setup(practice: &Practice, client_id: &str, clock: &StillClock) -> Setup {
    let id = SetupId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap();
    let erp = ErpAddress::parse("empresa.cloudgestion1.app").unwrap();
    let mailbox = Mailbox::parse(&practice.work_user).unwrap();
    let mut setup = Setup::new(id, "cloud-gestion", erp, mailbox, clock.now());
    setup.client_id = Some(ClientId::parse(client_id).unwrap());
    setup.tenant_id = Some(TenantId::parse(&practice.tenant_id).unwrap());
    setup
}

impl Bench {
    /// Everything is right: whoever wants a fault makes it.
    pub(super) async fn set() -> Self {
        Self::in_cloud(CloudId::Global, vincula_lab::Cloud::Global).await
    }

    /// A setup of one cloud, in a lab that plays `played`.
    pub(super) async fn in_cloud(cloud: CloudId, played: vincula_lab::Cloud) -> Self {
        let config = LabConfig {
            cloud: played,
            ..LabConfig::default()
        };
        let lab = Lab::start(config).await.unwrap();
        let practice = lab.world().seed_practice();
        let application = guides_application(&practice.tenant_id, REDIRECT);
        let application = lab.world().register_application(application);
        let road = Road::to(&lab).await;
        let base = Url::parse(&format!(
            "http://localhost:{}/",
            road.address.rsplit_once(':').unwrap().1
        ))
        .unwrap();
        let clock = StillClock::right();
        let mut setup = setup(&practice, &application.client_id, &clock);
        setup.cloud = cloud;
        let bench = Self {
            microsoft: Microsoft::new(Cloud::lab(cloud, &base).unwrap()).unwrap(),
            client_id: application.client_id,
            secrets: SessionSecrets::default(),
            heard: Heard::default(),
            lab,
            road,
            practice,
            clock,
            setup,
            patience: Duration::from_secs(30),
        };
        bench.give_good_secret().await;
        bench
    }

    pub(super) async fn give_secret(&self, text: &str) {
        self.secrets
            .save(&self.setup.id, ClientSecret::parse(text).unwrap())
            .await
            .unwrap();
    }

    pub(super) async fn give_good_secret(&self) {
        let secret = self.lab.world().add_secret(&self.client_id, "ERP", YEAR);
        self.give_secret(&secret.value).await;
    }

    pub(super) fn host(&self) -> Host<'_> {
        Host {
            microsoft: &self.microsoft,
            secrets: &self.secrets,
            clock: &self.clock,
            progress: &self.heard,
            language: Language::Es,
            patience: self.patience,
        }
    }

    pub(super) fn run(&self) -> Run {
        Run::new(self.setup.clone(), guide::find("cloud-gestion").unwrap().clone()).unwrap()
    }

    pub(super) fn person(&self) -> Surface {
        Surface::Person(self.practice.work_user.clone(), Behaviour::Accept)
    }

    /// Every stage in a row, as the command line calls them; the failure that it ended with.
    pub(super) async fn go(&self, run: &mut Run, surface: &Surface) -> Option<(CheckId, ProblemKind)> {
        let host = self.host();
        run.check(&host).await;
        if run.stage() == Stage::SignIn {
            run.sign_in(&host, surface).await;
        }
        if run.stage() == Stage::Look {
            run.look(&host).await;
        }
        if run.stage() == Stage::Send {
            let to = run.setup().mailbox.clone();
            run.send(&host, &to).await;
        }
        run.failure().map(|(check, problem)| (check, problem.kind))
    }

    /// The first try ends with this failure and no mail.
    pub(super) async fn fails(&self, run: &mut Run, surface: &Surface, check: CheckId, kind: ProblemKind) {
        assert_eq!(
            self.go(run, surface).await,
            Some((check, kind)),
            "{:?}",
            lines(run)
        );
        assert_eq!(run.stage(), Stage::Fix);
        assert!(!run.verification(self.clock.now()).proven);
        assert_eq!(self.mails(), 0, "a mail was sent though {kind:?}");
    }

    /// A try passes and sends exactly one mail.
    pub(super) async fn passes(&self, run: &mut Run, surface: &Surface) {
        assert_eq!(self.go(run, surface).await, None, "{:?}", lines(run));
        assert_eq!(run.stage(), Stage::ConfirmArrival);
        assert!(run.verification(self.clock.now()).proven);
        assert_eq!(self.mails(), 1);
    }

    /// The mails that the lab delivered to anybody whom it knows.
    pub(super) fn mails(&self) -> usize {
        self.practice
            .addresses
            .iter()
            .map(|address| self.lab.world().mailbox(address).len())
            .sum()
    }

    /// How often the lab was asked for this.
    pub(super) fn asked(&self, path_end: &str) -> usize {
        self.lab
            .world()
            .requests()
            .iter()
            .filter(|request| request.path.ends_with(path_end))
            .count()
    }
}

/// Each line of the report, in words.
pub(super) fn lines(run: &Run) -> Vec<String> {
    run.lines()
        .map(|(check, outcome)| format!("{} {}", check.as_str(), outcome.map_or("-", word)))
        .collect()
}
