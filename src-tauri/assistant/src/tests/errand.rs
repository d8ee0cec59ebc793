//! The request to somebody else and back, and every way in which it goes wrong.

use super::bench::StillClock;
use crate::errand::{ErrandFault, accept, answer, ask, stop_waiting, take_answer};
use crate::{
    DataFolder, SecretStore as _, SessionSecrets, SetupFault, SetupFolder, SetupStore, give, new_setup,
};
use vincula_core::errand::NotAnErrand;
use vincula_core::guide;
use vincula_core::setup::{Helper, Setup, SetupId};
use vincula_core::value::{ErpAddress, Mailbox, ValueKind};

const CLIENT_ID: &str = "adee71b0-aac7-44c2-bdd7-284988503cd3";
const SECRET: &str = "uRf8Q~jPvMY8Avfl2H0Lui-cdZRPuXG8aB3dE5fG";

/// One person's machine.
struct Machine {
    setups: SetupFolder,
    secrets: SessionSecrets,
    _folder: tempfile::TempDir,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path()).unwrap();
        Self {
            setups: SetupFolder::of(&data).unwrap(),
            secrets: SessionSecrets::default(),
            _folder: folder,
        }
    }

    fn setup(&self) -> Setup {
        new_setup(
            &self.setups,
            &StillClock::new(),
            guide::find("cloud-gestion").unwrap(),
            ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
            Mailbox::parse("ventas@soler.example").unwrap(),
            None,
        )
        .unwrap()
    }

    async fn give(&self, setup: &Setup, kind: ValueKind, value: &str) {
        give(
            &self.setups,
            &self.secrets,
            &StillClock::new(),
            &setup.id,
            kind,
            value,
        )
        .await
        .unwrap();
    }

    async fn take(&self, setup: &Setup, sealed: &str, passphrase: &str) -> Result<Setup, ErrandFault> {
        take_answer(
            &self.setups,
            &self.secrets,
            &StillClock::new(),
            &setup.id,
            sealed,
            passphrase,
        )
        .await
    }
}

/// IT's machine with everything done for this request.
async fn helped(request: &str) -> (Machine, Setup) {
    let it = Machine::new();
    let theirs = accept(&it.setups, &StillClock::new(), request).unwrap();
    it.give(&theirs, ValueKind::ClientId, CLIENT_ID).await;
    it.give(&theirs, ValueKind::ClientSecret, SECRET).await;
    (it, theirs)
}

#[tokio::test]
async fn a_request_goes_out_and_its_answer_comes_back() {
    let office = Machine::new();
    let setup = office.setup();
    let request = ask(&office.setups, &StillClock::new(), &setup.id, None)
        .unwrap()
        .to_string();
    assert!(office.setups.load(&setup.id).unwrap().waiting.is_some());

    let (it, theirs) = helped(&request).await;
    assert_eq!(
        accept(&it.setups, &StillClock::new(), &request).unwrap().id,
        theirs.id,
        "accepted twice is one setup"
    );
    let (sealed, passphrase) = answer(&it.setups, &it.secrets, &theirs.id).await.unwrap();
    assert!(!sealed.contains(SECRET) && !sealed.contains(CLIENT_ID));

    let mail = format!("Hola:\n> {}\nUn saludo", sealed.replace('\n', "\r\n> "));
    let taken = office.take(&setup, &mail, passphrase.expose()).await.unwrap();
    assert_eq!(taken.client_id.unwrap().as_str(), CLIENT_ID);
    assert_eq!(taken.waiting, None);
    assert_eq!(taken.steps_done.len(), 4, "what is done in the portal is done");
    let (secret, _) = office.secrets.load(&setup.id).await.unwrap().unwrap();
    assert_eq!(secret.expose(), SECRET);
}

#[tokio::test]
async fn an_answer_that_cannot_be_used_changes_nothing() {
    let office = Machine::new();
    let setup = office.setup();
    let request = ask(&office.setups, &StillClock::new(), &setup.id, None)
        .unwrap()
        .to_string();
    let before = office.setups.load(&setup.id).unwrap();
    let (it, theirs) = helped(&request).await;
    let (sealed, passphrase) = answer(&it.setups, &it.secrets, &theirs.id).await.unwrap();
    let other = office.setup();

    let wrong = "aaaa-bbbb-cccc-dddd";
    assert!(matches!(
        office.take(&setup, &sealed, wrong).await,
        Err(ErrandFault::WrongPassphrase)
    ));
    assert!(matches!(
        office.take(&setup, &sealed, "short").await,
        Err(ErrandFault::NotAPassphrase(_))
    ));
    assert!(matches!(
        office.take(&other, &sealed, passphrase.expose()).await,
        Err(ErrandFault::AnotherRequest)
    ));
    assert!(matches!(
        office.take(&setup, "nothing", passphrase.expose()).await,
        Err(ErrandFault::NotAnErrand(NotAnErrand::Missing))
    ));
    let lines: Vec<&str> = sealed.lines().collect();
    let cut = [&lines[..2], &lines[3..]].concat().join("\n");
    assert!(matches!(
        office.take(&setup, &cut, passphrase.expose()).await,
        Err(ErrandFault::NotAnErrand(NotAnErrand::Damaged))
    ));
    assert_eq!(office.setups.load(&setup.id).unwrap(), before);
    assert!(office.secrets.load(&setup.id).await.unwrap().is_none());

    office.take(&setup, &sealed, passphrase.expose()).await.unwrap();
}

#[tokio::test]
async fn there_is_no_answer_without_a_request_and_its_values() {
    let it = Machine::new();
    let own = it.setup();
    it.give(&own, ValueKind::ClientId, CLIENT_ID).await;
    it.give(&own, ValueKind::ClientSecret, SECRET).await;
    let nobody_asked = answer(&it.setups, &it.secrets, &own.id).await;
    assert!(matches!(nobody_asked, Err(ErrandFault::NotReady)));

    let office = Machine::new();
    let request = ask(&office.setups, &StillClock::new(), &office.setup().id, None).unwrap();
    let theirs = accept(&it.setups, &StillClock::new(), &request.to_string()).unwrap();
    it.give(&theirs, ValueKind::ClientId, CLIENT_ID).await;
    let no_secret = answer(&it.setups, &it.secrets, &theirs.id).await;
    assert!(matches!(no_secret, Err(ErrandFault::NotReady)));
}

#[tokio::test]
async fn a_person_who_goes_on_alone_waits_no_more() {
    let office = Machine::new();
    let setup = office.setup();
    ask(&office.setups, &StillClock::new(), &setup.id, None).unwrap();
    assert_eq!(stop_waiting(&office.setups, &setup.id).unwrap().waiting, None);
}

#[tokio::test]
async fn an_answer_to_an_older_request_is_not_taken() {
    let office = Machine::new();
    let setup = office.setup();
    let request = ask(&office.setups, &StillClock::new(), &setup.id, None).unwrap();
    let (it, theirs) = helped(&request.to_string()).await;
    let (sealed, passphrase) = answer(&it.setups, &it.secrets, &theirs.id).await.unwrap();
    office
        .give(&setup, ValueKind::Mailbox, "pedidos@soler.example")
        .await;
    assert!(matches!(
        office.take(&setup, &sealed, passphrase.expose()).await,
        Err(ErrandFault::AnotherRequest)
    ));
    assert!(office.secrets.load(&setup.id).await.unwrap().is_none());
}

#[tokio::test]
async fn who_was_asked_is_remembered_until_somebody_else_is() {
    let office = Machine::new();
    let setup = office.setup();
    for (asked, remembered) in [
        (Some("Marta"), "Marta"),
        (None, "Marta"),
        (Some(" Luis \n Gil "), "Luis Gil"),
    ] {
        let who = asked.and_then(Helper::parse);
        ask(&office.setups, &StillClock::new(), &setup.id, who).unwrap();
        let waiting = office.setups.load(&setup.id).unwrap().waiting.unwrap();
        assert_eq!(waiting.who.unwrap().as_str(), remembered);
    }
    assert_eq!(Helper::parse(" \n "), None);
}

/// A disk that refuses from some moment on.
struct FullDisk<'a> {
    below: &'a SetupFolder,
}

impl SetupStore for FullDisk<'_> {
    fn list(&self) -> Result<Vec<Setup>, SetupFault> {
        self.below.list()
    }

    fn load(&self, id: &SetupId) -> Result<Setup, SetupFault> {
        self.below.load(id)
    }

    fn save(&self, _: &Setup) -> Result<Setup, SetupFault> {
        Err(SetupFault::Disk(std::io::ErrorKind::StorageFull.into()))
    }

    fn delete(&self, id: &SetupId) -> Result<(), SetupFault> {
        self.below.delete(id)
    }
}

#[tokio::test]
async fn a_disk_that_refuses_the_answer_leaves_the_secret_as_it_was() {
    let old = "abc8Q~jPvMY8Avfl2H0Lui-cdZRPuXG8aB3dE5fG";
    for earlier in [None, Some(old)] {
        let office = Machine::new();
        let setup = office.setup();
        if let Some(secret) = earlier {
            office.give(&setup, ValueKind::ClientSecret, secret).await;
        }
        let request = ask(&office.setups, &StillClock::new(), &setup.id, None).unwrap();
        let (it, theirs) = helped(&request.to_string()).await;
        let (sealed, passphrase) = answer(&it.setups, &it.secrets, &theirs.id).await.unwrap();
        let full = FullDisk {
            below: &office.setups,
        };
        let taken = take_answer(
            &full,
            &office.secrets,
            &StillClock::new(),
            &setup.id,
            &sealed,
            passphrase.expose(),
        )
        .await;
        assert!(matches!(taken, Err(ErrandFault::Setup(SetupFault::Disk(_)))));
        let secret = office.secrets.load(&setup.id).await.unwrap();
        let kept = secret.as_ref().map(|(secret, _)| secret.expose());
        assert_eq!(kept, earlier);
        office.take(&setup, &sealed, passphrase.expose()).await.unwrap();
    }
}
