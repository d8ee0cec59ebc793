//! Forgetting everything.

use super::bench::NOBODYS_SECRET;
use super::secrets::Fake;
use crate::setups::lock;
use crate::{
    DataFolder, Forgotten, Left, Preferences, SecretFault, SecretStore as _, SetupFolder, SetupStore as _,
    forget_everything,
};
use std::fs;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::{ClientSecret, ErpAddress, Mailbox};

struct Person {
    _folder: tempfile::TempDir,
    data: DataFolder,
    setups: SetupFolder,
    keyring: Fake,
}

impl Person {
    /// Two setups, one of which nobody can read; a secret each, and one without a setup; a choice, and a guide.
    async fn who_used_it() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path()).unwrap();
        let setups = SetupFolder::of(&data).unwrap();
        let keyring = Fake::default();
        for last in ['1', '2', '3'] {
            let secret = ClientSecret::parse(NOBODYS_SECRET).unwrap();
            keyring.save(&id(last), secret).await.unwrap();
        }
        let erp = ErpAddress::parse("https://ferreteriasoler.cloudgestion1.app").unwrap();
        let mailbox = Mailbox::parse("ventas@ferreteriasoler.example").unwrap();
        let setup = Setup::new(
            id('1'),
            "cloud-gestion",
            erp,
            mailbox,
            jiff::Timestamp::UNIX_EPOCH,
        );
        setups.save(&setup).unwrap();
        fs::write(
            folder.path().join(format!("setups/{}.json", id('2'))),
            "not a setup",
        )
        .unwrap();
        Preferences::change(&data, |preferences| preferences.language = Some(Language::En)).unwrap();
        fs::create_dir(folder.path().join("guides")).unwrap();
        fs::write(folder.path().join("guides/other.toml"), "").unwrap();
        Self {
            _folder: folder,
            data,
            setups,
            keyring,
        }
    }

    /// Every file of the data folder.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        for folder in fs::read_dir(self.data.path()).unwrap().flatten() {
            match fs::read_dir(folder.path()) {
                Ok(inside) => files.extend(inside.flatten().map(|file| file.file_name())),
                Err(_) => files.push(folder.file_name()),
            }
        }
        files
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| ![lock::FOLDER, lock::WINDOW].contains(&name.as_str()))
            .collect()
    }
}

fn id(last: char) -> SetupId {
    SetupId::parse(&format!("0f8fad5b-d9cb-469f-a165-70867728950{last}")).unwrap()
}

#[tokio::test]
async fn everything_goes_also_what_nobody_can_read_and_secrets_without_a_setup() {
    let person = Person::who_used_it().await;
    let forgotten = forget_everything(&person.data, &person.keyring).await;
    assert_eq!(
        forgotten,
        Forgotten {
            setups: 3,
            left: Vec::new()
        }
    );
    assert_eq!(person.keyring.list().await, Ok(Vec::new()));
    assert_eq!(person.files(), ["other.toml"]);
    // The program goes on as if it had just been installed.
    assert_eq!(person.setups.list().unwrap(), []);
    assert_eq!(Preferences::load(&person.data), Preferences::default());
}

#[tokio::test]
async fn what_the_keyring_refuses_is_told_and_goes_the_next_time() {
    let person = Person::who_used_it().await;
    person.keyring.set(Some(SecretFault::Locked));
    let forgotten = forget_everything(&person.data, &person.keyring).await;
    assert_eq!(
        forgotten.left,
        [
            Left::Unlisted(SecretFault::Locked),
            Left::Secret(id('1'), SecretFault::Locked),
            Left::Secret(id('2'), SecretFault::Locked),
        ]
    );
    assert!(
        forgotten
            .left
            .iter()
            .all(|left| left.kind() == ProblemKind::KeyringLocked)
    );
    // A setup stays with its secret, so that both can be found again.
    assert_eq!(person.setups.list().unwrap().len(), 1);
    assert_eq!(Preferences::load(&person.data), Preferences::default());

    person.keyring.set(None);
    let forgotten = forget_everything(&person.data, &person.keyring).await;
    assert_eq!(forgotten.left, []);
    assert_eq!(person.keyring.list().await, Ok(Vec::new()));
    assert_eq!(person.files(), ["other.toml"]);
}
