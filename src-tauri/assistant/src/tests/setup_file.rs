//! A setup as a file, from one machine to another, and every way in which that goes wrong.

use super::bench::StillClock;
use crate::{BoxFuture, DataFolder};
use crate::{
    Decision, ErrandFault, GiveFault, Opened, SealFault, SecretFault, SecretPlace, SecretStore,
    SessionSecrets, SetupFault, SetupFileFault, SetupFolder, SetupStore, accept, answer, ask, decide, export,
    export_sealed, give, import, new_setup, open_file, unseal,
};
use vincula_core::choices::Owner;
use vincula_core::errand::NotAnErrand;
use vincula_core::guide;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::setup_file::NotASetupFile;
use vincula_core::value::{ClientSecret, ErpAddress, Mailbox, ValueKind};
use vincula_testbed::Canary;

const CLIENT_ID: &str = "adee71b0-aac7-44c2-bdd7-284988503cd3";
const TENANT_ID: &str = "a5f0169f-57c9-4e45-b138-1419a64989e4";
const SECRET: &str = "uRf8Q~jPvMY8Avfl2H0Lui-cdZRPuXG8aB3dE5fG";

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

    /// A setup with every value but the secret.
    async fn setup(&self) -> Setup {
        let setup = new_setup(
            &self.setups,
            &StillClock::new(),
            guide::find("cloud-gestion").unwrap(),
            ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
            Mailbox::parse("ventas@soler.example").unwrap(),
            None,
        )
        .unwrap();
        self.give(&setup, ValueKind::ClientId, CLIENT_ID).await.unwrap();
        self.give(&setup, ValueKind::TenantId, TENANT_ID).await.unwrap();
        let shared = Decision::Owner(Owner::Shared);
        decide(&self.setups, &StillClock::new(), &setup.id, shared).unwrap()
    }

    async fn give(&self, setup: &Setup, kind: ValueKind, value: &str) -> Result<Setup, GiveFault> {
        give(
            &self.setups,
            &self.secrets,
            &StillClock::new(),
            &setup.id,
            kind,
            value,
        )
        .await
    }

    fn open(&self, text: &str) -> Result<Opened, SetupFileFault> {
        open_file(&self.setups, &StillClock::new(), text)
    }

    async fn unseal(&self, text: &str, passphrase: &str) -> Result<Opened, SetupFileFault> {
        unseal(&self.setups, &self.secrets, &StillClock::new(), text, passphrase).await
    }

    async fn take(&self, opened: Opened) -> Result<Setup, SetupFileFault> {
        let Opened::Import(opened) = opened else {
            panic!("a setup, and not {opened:?}");
        };
        import(&self.setups, &self.secrets, &StillClock::new(), *opened).await
    }
}

/// What is the same on every machine.
fn carried(
    setup: &Setup,
) -> (
    &str,
    &str,
    &str,
    Option<&str>,
    &vincula_core::choices::Chosen,
    &[String],
) {
    (
        &setup.guide,
        setup.erp_address.authority(),
        setup.mailbox.as_str(),
        setup
            .client_id
            .as_ref()
            .map(vincula_core::value::ClientId::as_str),
        &setup.chosen,
        &setup.steps_done,
    )
}

#[tokio::test]
async fn a_setup_without_its_secret_goes_to_another_machine_under_a_new_id() {
    let (here, there) = (Machine::new(), Machine::new());
    let mut setup = here.setup().await;
    here.give(&setup, ValueKind::ClientSecret, SECRET).await.unwrap();
    setup = here
        .setups
        .update(&setup.id, &mut |setup| {
            setup.mark_done("portal");
            setup.mark_done("client-secret");
        })
        .unwrap();
    let (file, text) = export(&here.setups, &setup.id).unwrap();
    assert_eq!(file.file_name("json"), "ventas-soler.example.vincula.json");
    assert_eq!(Canary::of(SECRET).in_bytes(text.as_bytes()), None);

    let opened = there.open(&text).unwrap();
    assert!(
        there.setups.list().unwrap().is_empty(),
        "nothing is kept before it is decided"
    );
    let taken = there.take(opened).await.unwrap();
    assert_ne!(taken.id, setup.id);
    // What was done to get a secret has to be done again where none came along.
    setup.steps_done.pop();
    assert_eq!(carried(&taken), carried(&setup));
    assert_eq!(there.setups.load(&taken.id).unwrap(), taken);
    assert!(there.secrets.load(&taken.id).await.unwrap().is_none());
}

#[tokio::test]
async fn a_setup_with_its_secret_goes_sealed() {
    let (here, there) = (Machine::new(), Machine::new());
    let setup = here.setup().await;
    let without = export_sealed(&here.setups, &here.secrets, &setup.id).await;
    assert!(matches!(without, Err(SetupFileFault::NoSecret)));
    let setup = here.give(&setup, ValueKind::ClientSecret, SECRET).await.unwrap();
    let (_, sealed, passphrase) = export_sealed(&here.setups, &here.secrets, &setup.id)
        .await
        .unwrap();
    for hidden in [SECRET, CLIENT_ID, passphrase.expose()] {
        assert_eq!(Canary::of(hidden).in_bytes(sealed.as_bytes()), None);
    }
    assert!(matches!(there.open(&sealed), Ok(Opened::Sealed)));
    assert!(matches!(
        there.unseal(&sealed, "aaaa-bbbb-cccc-dddd").await,
        Err(SetupFileFault::Seal(SealFault::WrongPassphrase))
    ));
    assert!(matches!(
        there.unseal(&sealed, "no").await,
        Err(SetupFileFault::NotAPassphrase(_))
    ));
    let opened = there
        .unseal(&sealed, &passphrase.expose().to_uppercase())
        .await
        .unwrap();
    assert!(!format!("{opened:?}").contains(SECRET));
    let taken = there.take(opened).await.unwrap();
    assert_eq!(carried(&taken), carried(&setup));
    let (secret, _) = there.secrets.load(&taken.id).await.unwrap().unwrap();
    assert_eq!(secret.expose(), SECRET);
}

#[tokio::test]
async fn the_same_setup_a_second_time_is_recognised() {
    let machine = Machine::new();
    let setup = machine.setup().await;
    let (_, text) = export(&machine.setups, &setup.id).unwrap();
    let Ok(Opened::Import(opened)) = machine.open(&text) else {
        panic!("a setup");
    };
    assert_eq!(opened.known().map(|known| &known.id), Some(&setup.id));
    let other = text.replace(CLIENT_ID, TENANT_ID);
    let Ok(Opened::Import(opened)) = machine.open(&other) else {
        panic!("a setup");
    };
    assert!(opened.known().is_none(), "another application is another setup");
}

#[tokio::test]
async fn one_button_opens_requests_and_answers_too() {
    let (office, it) = (Machine::new(), Machine::new());
    let asking = office.setup().await;
    let request = ask(&office.setups, &StillClock::new(), &asking.id, None)
        .unwrap()
        .to_string();
    let Ok(Opened::Request(theirs)) = it.open(&format!("Hola:\n{request}")) else {
        panic!("a request");
    };
    assert_eq!(
        accept(&it.setups, &StillClock::new(), &request).unwrap().id,
        theirs.id
    );
    it.give(&theirs, ValueKind::ClientId, CLIENT_ID).await.unwrap();
    it.give(&theirs, ValueKind::ClientSecret, SECRET).await.unwrap();
    let (sealed, passphrase) = answer(&it.setups, &it.secrets, &theirs.id).await.unwrap();
    assert!(matches!(office.open(&sealed), Ok(Opened::Sealed)));
    assert!(matches!(
        it.unseal(&sealed, passphrase.expose()).await,
        Err(SetupFileFault::Answer)
    ));
    let Ok(Opened::Answered(answered)) = office.unseal(&sealed, passphrase.expose()).await else {
        panic!("an answer");
    };
    assert_eq!(answered.id, asking.id);
    assert!(office.secrets.load(&asking.id).await.unwrap().is_some());
}

#[tokio::test]
async fn what_cannot_be_used_is_named_and_keeps_nothing() {
    let machine = Machine::new();
    let setup = machine.setup().await;
    let (_, text) = export(&machine.setups, &setup.id).unwrap();
    let before = machine.setups.list().unwrap();
    assert!(matches!(
        machine.open("hola"),
        Err(SetupFileFault::NotASetupFile(NotASetupFile::NotOurs))
    ));
    assert!(matches!(
        machine.open(&text[..text.len() / 2]),
        Err(SetupFileFault::NotASetupFile(NotASetupFile::Damaged))
    ));
    assert!(matches!(
        machine.open("{\"vincula_request\": 1}"),
        Err(SetupFileFault::Errand(ErrandFault::NotAnErrand(
            NotAnErrand::Damaged
        )))
    ));
    let nobody = SetupId::parse("11111111-2222-4333-8444-555555555555").unwrap();
    assert!(matches!(
        export(&machine.setups, &nobody),
        Err(SetupFileFault::Setup(SetupFault::NotFound))
    ));
    // Something else of ours that is sealed, such as from a version that knows more kinds of files.
    let (sealed, passphrase) = crate::seal::seal(zeroize::Zeroizing::new("{\"other\": 1}".to_owned()))
        .await
        .unwrap();
    assert!(matches!(
        machine.unseal(&sealed, passphrase.expose()).await,
        Err(SetupFileFault::NotASetupFile(NotASetupFile::NotOurs))
    ));
    assert_eq!(machine.setups.list().unwrap(), before);
}

/// A disk that takes nothing.
struct FullDisk;

impl SetupStore for FullDisk {
    fn list(&self) -> Result<Vec<Setup>, SetupFault> {
        Ok(Vec::new())
    }

    fn load(&self, _: &SetupId) -> Result<Setup, SetupFault> {
        Err(SetupFault::NotFound)
    }

    fn save(&self, _: &Setup) -> Result<Setup, SetupFault> {
        Err(SetupFault::Disk(std::io::ErrorKind::StorageFull.into()))
    }

    fn delete(&self, _: &SetupId) -> Result<(), SetupFault> {
        Err(SetupFault::NotFound)
    }
}

/// A keyring that counts what is left in it, and may refuse.
#[derive(Default)]
struct Counting {
    inside: SessionSecrets,
    ids: std::sync::Mutex<Vec<SetupId>>,
    is_locked: bool,
}

impl SecretStore for Counting {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        self.inside.load(id)
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        if self.is_locked {
            return Box::pin(async { Err(SecretFault::Unavailable) });
        }
        self.ids.lock().unwrap().push(id.clone());
        self.inside.save(id, secret)
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        self.inside.delete(id)
    }
}

#[tokio::test]
async fn where_the_keyring_or_the_disk_refuses_nothing_is_left_behind() {
    let here = Machine::new();
    let setup = here.setup().await;
    here.give(&setup, ValueKind::ClientSecret, SECRET).await.unwrap();
    let (_, sealed, passphrase) = export_sealed(&here.setups, &here.secrets, &setup.id)
        .await
        .unwrap();
    let there = Machine::new();
    let opened = async || match there.unseal(&sealed, passphrase.expose()).await {
        Ok(Opened::Import(opened)) => *opened,
        other => panic!("a setup, and not {other:?}"),
    };
    let locked = Counting {
        is_locked: true,
        ..Counting::default()
    };
    let refused = import(&there.setups, &locked, &StillClock::new(), opened().await).await;
    assert!(matches!(
        refused,
        Err(SetupFileFault::Secret(SecretFault::Unavailable))
    ));
    assert!(there.setups.list().unwrap().is_empty());

    let keyring = Counting::default();
    let refused = import(&FullDisk, &keyring, &StillClock::new(), opened().await).await;
    assert!(matches!(refused, Err(SetupFileFault::Setup(SetupFault::Disk(_)))));
    let ids = keyring.ids.lock().unwrap().clone();
    assert_eq!(ids.len(), 1, "the secret went first");
    assert!(
        keyring.load(&ids[0]).await.unwrap().is_none(),
        "and is gone again"
    );
}
