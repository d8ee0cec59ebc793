//! Beginning a setup, giving it its values, and the message for IT.

use super::bench::{NOBODYS_SECRET, StillClock};
use super::setups::Disk;
use crate::{
    Clock as _, GiveFault, Held, SecretPlace, SecretStore as _, SessionSecrets, SetupFault, SetupStore as _,
    give, it_message, new_setup,
};
use std::fs;
use vincula_core::cloud::Cloud;
use vincula_core::guide::{Guide, find};
use vincula_core::setup::{Setup, SetupId, Verification};
use vincula_core::text::Language;
use vincula_core::value::{ClientId, ClientSecret, ErpAddress, Mailbox, Refusal, SecretShape, ValueKind};

const GUID: &str = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";

fn guide() -> &'static Guide {
    find("cloud-gestion").unwrap()
}

struct Desk {
    disk: Disk,
    secrets: SessionSecrets,
    clock: StillClock,
    setup: Setup,
}

impl Desk {
    fn new() -> Self {
        let (disk, clock) = (Disk::new(), StillClock::new());
        let erp = ErpAddress::parse("empresa.cloudgestion1.app").unwrap();
        let mailbox = Mailbox::parse("ana@empresa.es").unwrap();
        let mut setup = new_setup(&disk.setups, &clock, guide(), erp, mailbox, None).unwrap();
        assert_eq!(disk.setups.load(&setup.id).unwrap(), setup);
        setup.verification = Some(Verification {
            at: clock.now(),
            proven: true,
            checks: Vec::new(),
        });
        disk.setups.save(&setup).unwrap();
        clock.advance(60);
        Self {
            disk,
            secrets: SessionSecrets::default(),
            clock,
            setup,
        }
    }

    async fn give(&self, kind: ValueKind, raw: &str) -> Result<Setup, GiveFault> {
        give(
            &self.disk.setups,
            &self.secrets,
            &self.clock,
            &self.setup.id,
            kind,
            raw,
        )
        .await
    }
}

#[tokio::test]
async fn each_kind_of_value_is_cleaned_kept_and_voids_the_proof() {
    for (kind, raw, kept) in [
        (ValueKind::ErpAddress, " https://otra.example/x ", "otra.example"),
        (ValueKind::Mailbox, "Correo: luis@empresa.es", "luis@empresa.es"),
        (
            ValueKind::ClientId,
            "{3F0A9C1E-77B2-4C1D-9E55-0D2B6A8F4C10}",
            GUID,
        ),
        (
            ValueKind::TenantId,
            "«3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10»",
            GUID,
        ),
    ] {
        let desk = Desk::new();
        let given = desk.give(kind, raw).await.unwrap();
        let json = serde_json::to_value(&given).unwrap();
        assert_eq!(json[kind.as_str()], kept);
        assert_eq!(desk.disk.setups.load(&desk.setup.id).unwrap(), given);
        assert_eq!((given.verification, given.updated_at), (None, desk.clock.now()));
        assert_eq!(given.created_at, desk.setup.created_at);
    }
}

#[tokio::test]
async fn a_secret_goes_to_the_store_of_secrets_and_nowhere_else() {
    let desk = Desk::new();
    let given = desk
        .give(ValueKind::ClientSecret, &format!("Valor: {NOBODYS_SECRET}\r\n"))
        .await
        .unwrap();
    assert_eq!(given.verification, None);
    let (secret, place) = desk.secrets.load(&desk.setup.id).await.unwrap().unwrap();
    assert_eq!(secret.expose(), NOBODYS_SECRET);
    assert_eq!(
        Held::of(&secret, place),
        Held {
            place: SecretPlace::Session,
            length: 40,
            shape: SecretShape::Current
        }
    );
    let file = fs::read_to_string(desk.disk.file(&desk.setup.id)).unwrap();
    assert!(!file.contains("8Q~"), "{file}");
    assert!(!format!("{given:?}").contains("8Q~"));
}

#[tokio::test]
async fn what_is_refused_changes_nothing() {
    let desk = Desk::new();
    desk.secrets
        .save(&desk.setup.id, ClientSecret::parse(NOBODYS_SECRET).unwrap())
        .await
        .unwrap();
    let before = fs::read(desk.disk.file(&desk.setup.id)).unwrap();
    for (kind, raw, why) in [
        (ValueKind::ErpAddress, "http://empresa.example", Refusal::NotHttps),
        (ValueKind::ErpAddress, NOBODYS_SECRET, Refusal::LooksLikeSecret),
        (ValueKind::Mailbox, "nobody", Refusal::NotAnEmail),
        (ValueKind::Mailbox, NOBODYS_SECRET, Refusal::LooksLikeSecret),
        (ValueKind::ClientId, NOBODYS_SECRET, Refusal::LooksLikeSecret),
        (ValueKind::TenantId, "", Refusal::Empty),
        (ValueKind::ClientSecret, GUID, Refusal::LooksLikeSecretId),
        (
            ValueKind::RedirectUri,
            "https://erp.example/cb",
            Refusal::NotAnAddress,
        ),
    ] {
        match desk.give(kind, raw).await {
            Err(GiveFault::Refused(refusal)) => assert_eq!(refusal, why, "{kind:?}"),
            other => panic!("{kind:?}: {other:?}"),
        }
    }
    assert_eq!(fs::read(desk.disk.file(&desk.setup.id)).unwrap(), before);
    let (secret, _) = desk.secrets.load(&desk.setup.id).await.unwrap().unwrap();
    assert_eq!(secret.expose(), NOBODYS_SECRET);
}

#[tokio::test]
async fn a_value_for_a_setup_that_is_not_there_goes_nowhere() {
    let desk = Desk::new();
    let nobody = SetupId::parse(GUID).unwrap();
    for (kind, raw) in [
        (ValueKind::ClientSecret, NOBODYS_SECRET),
        (ValueKind::ClientId, GUID),
    ] {
        let given = give(&desk.disk.setups, &desk.secrets, &desk.clock, &nobody, kind, raw).await;
        assert!(
            matches!(given, Err(GiveFault::Setup(SetupFault::NotFound))),
            "{given:?}"
        );
    }
    assert!(desk.secrets.load(&nobody).await.unwrap().is_none());
}

#[test]
fn an_address_that_gives_no_redirect_uri_begins_no_setup() {
    let (disk, clock) = (Disk::new(), StillClock::new());
    let long = ["a".repeat(60), "b".repeat(60), "c".repeat(60), "d".repeat(60)].join(".");
    let erp = ErpAddress::parse(&long).unwrap();
    let begun = new_setup(
        &disk.setups,
        &clock,
        guide(),
        erp,
        Mailbox::parse("ana@empresa.es").unwrap(),
        None,
    );
    assert!(
        matches!(begun, Err(GiveFault::Refused(Refusal::TooLong))),
        "{begun:?}"
    );
    assert_eq!(disk.setups.list().unwrap(), []);
}

#[tokio::test]
async fn the_message_for_it_holds_all_that_it_needs_and_no_secret() {
    let desk = Desk::new();
    desk.give(ValueKind::ClientSecret, NOBODYS_SECRET).await.unwrap();
    let setup = desk.give(ValueKind::ClientId, GUID).await.unwrap();
    let redirect = guide()
        .registration
        .redirect_uri
        .for_erp(&setup.erp_address)
        .unwrap();
    for language in Language::ALL {
        let message = it_message(guide(), &setup, &redirect, &Cloud::global(), language);
        for part in [
            GUID,
            "ana@empresa.es",
            redirect.as_str(),
            "Mail.Send",
            "Cloud Gestion",
        ] {
            assert!(message.contains(part), "{language:?} {part}: {message}");
        }
        assert!(!message.contains("8Q~") && !message.contains('{'), "{message}");
        assert!(
            !message.contains("Calendars") && message.contains("Web"),
            "{message}"
        );
        let without = it_message(guide(), &desk.setup, &redirect, &Cloud::global(), language);
        assert!(!without.contains(GUID));
    }
}

#[test]
fn the_message_for_it_says_of_each_system_what_is_true_of_it() {
    for (id, has, has_not) in [
        (
            "mycrmweb",
            vec!["Calendars.ReadWrite", "Directory.Read.All", "MyCRMweb"],
            vec!["No lee el correo"],
        ),
        (
            "nocobase",
            vec!["IMAP.AccessAsUser.All", "Permisos de aplicación: ninguno"],
            vec!["No lee el correo"],
        ),
        (
            "ev4",
            vec!["eV4", "Aplicaciones empresariales", GUID, "adminconsent"],
            vec!["URI de redirección"],
        ),
    ] {
        let guide = find(id).unwrap();
        let mut setup = Setup::new(
            SetupId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap(),
            id,
            ErpAddress::parse(&guide.erp.address_example).unwrap(),
            Mailbox::parse("ana@empresa.es").unwrap(),
            jiff::Timestamp::UNIX_EPOCH,
        );
        setup.client_id = Some(ClientId::parse(GUID).unwrap());
        let redirect = guide
            .registration
            .redirect_uri
            .for_erp(&setup.erp_address)
            .unwrap();
        let message = it_message(guide, &setup, &redirect, &Cloud::global(), Language::Es);
        for part in has {
            assert!(message.contains(part), "{id}: {part} is not in {message}");
        }
        for part in has_not {
            assert!(!message.contains(part), "{id}: {part} is in {message}");
        }
    }
}
