//! Where secrets are kept, and what happens where the keyring fails.

use super::bench::NOBODYS_SECRET;
use crate::{
    BoxFuture, DataFolder, NewestSecrets, SecretFault, SecretPlace, SecretStore, SecretVault, SessionSecrets,
};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;

const OTHER_SECRET: &str = "yyy8Q~0123456789012345678901234567890123";

fn id(last: char) -> SetupId {
    SetupId::parse(&format!("0f8fad5b-d9cb-469f-a165-70867728950{last}")).unwrap()
}

fn secret(text: &str) -> ClientSecret {
    ClientSecret::parse(text).unwrap()
}

/// A keyring that works until it is given a fault.
#[derive(Clone, Default)]
pub(super) struct Fake {
    kept: Arc<Mutex<HashMap<SetupId, String>>>,
    fault: Arc<Mutex<Option<SecretFault>>>,
}

impl Fake {
    pub(super) fn set(&self, fault: Option<SecretFault>) {
        *self.fault.lock().unwrap() = fault;
    }

    fn act<T>(&self, act: impl FnOnce(&mut HashMap<SetupId, String>) -> T) -> Result<T, SecretFault> {
        match *self.fault.lock().unwrap() {
            Some(fault) => Err(fault),
            None => Ok(act(&mut self.kept.lock().unwrap())),
        }
    }
}

impl SecretStore for Fake {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            let text = self.act(|kept| kept.get(id).cloned())?;
            Ok(text.map(|text| (secret(&text), SecretPlace::Keyring)))
        })
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async move {
            self.act(|kept| kept.insert(id.clone(), secret.expose().to_owned()))?;
            Ok(SecretPlace::Keyring)
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move { self.act(|kept| kept.remove(id)).map(|_| ()) })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<SetupId>, SecretFault>> {
        Box::pin(async move { self.act(|kept| kept.keys().cloned().collect()) })
    }
}

async fn loaded(store: &dyn SecretStore, id: &SetupId) -> Result<Option<(String, SecretPlace)>, SecretFault> {
    Ok(store
        .load(id)
        .await?
        .map(|(secret, place)| (secret.expose().to_owned(), place)))
}

fn in_place(text: &str, place: SecretPlace) -> (String, SecretPlace) {
    (text.to_owned(), place)
}

#[tokio::test]
async fn memory_keeps_one_secret_a_setup_until_it_is_forgotten() {
    let session = SessionSecrets::default();
    assert_eq!(loaded(&session, &id('1')).await, Ok(None));
    assert_eq!(
        session.save(&id('1'), secret(NOBODYS_SECRET)).await,
        Ok(SecretPlace::Session)
    );
    assert_eq!(
        session.save(&id('2'), secret(OTHER_SECRET)).await,
        Ok(SecretPlace::Session)
    );
    assert_eq!(
        loaded(&session, &id('1')).await,
        Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Session)))
    );
    assert_eq!(
        session.save(&id('1'), secret(OTHER_SECRET)).await,
        Ok(SecretPlace::Session)
    );
    assert_eq!(
        loaded(&session, &id('1')).await,
        Ok(Some(in_place(OTHER_SECRET, SecretPlace::Session)))
    );
    assert!(!format!("{session:?}").contains("8Q~"), "{session:?}");
    assert_eq!(session.delete(&id('1')).await, Ok(()));
    assert_eq!(session.delete(&id('1')).await, Ok(()));
    assert_eq!(loaded(&session, &id('1')).await, Ok(None));
    assert_eq!(
        loaded(&session, &id('2')).await,
        Ok(Some(in_place(OTHER_SECRET, SecretPlace::Session)))
    );
}

#[tokio::test]
async fn a_keyring_that_works_is_used_and_memory_is_not() {
    let keyring = Fake::default();
    let vault = SecretVault::new(keyring.clone());
    assert_eq!(
        vault.save(&id('1'), secret(NOBODYS_SECRET)).await,
        Ok(SecretPlace::Keyring)
    );
    assert_eq!(
        loaded(&vault, &id('1')).await,
        Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Keyring)))
    );
    // Another vault over the same keyring is the program after a restart.
    assert_eq!(
        loaded(&SecretVault::new(keyring.clone()), &id('1')).await,
        Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Keyring)))
    );
    keyring.set(Some(SecretFault::Unavailable));
    assert_eq!(loaded(&vault, &id('1')).await, Err(SecretFault::Unavailable));
}

#[tokio::test]
async fn a_keyring_that_fails_leaves_the_secret_in_memory_and_says_so() {
    for fault in SecretFault::ALL
        .into_iter()
        .filter(|fault| *fault != SecretFault::Disk)
    {
        let keyring = Fake::default();
        let vault = SecretVault::new(keyring.clone());
        keyring.set(Some(fault));
        assert_eq!(
            vault.save(&id('1'), secret(NOBODYS_SECRET)).await,
            Ok(SecretPlace::InsteadOfKeyring(fault))
        );
        assert_eq!(
            loaded(&vault, &id('1')).await,
            Ok(Some(in_place(
                NOBODYS_SECRET,
                SecretPlace::InsteadOfKeyring(fault)
            )))
        );
        assert_eq!(loaded(&vault, &id('2')).await, Err(fault));
        assert!(keyring.kept.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_newer_secret_wins_over_the_one_that_the_keyring_still_has() {
    let keyring = Fake::default();
    let vault = SecretVault::new(keyring.clone());
    vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
    keyring.set(Some(SecretFault::Unavailable));
    vault.save(&id('1'), secret(OTHER_SECRET)).await.unwrap();
    keyring.set(None);
    assert_eq!(
        loaded(&vault, &id('1')).await,
        Ok(Some(in_place(
            OTHER_SECRET,
            SecretPlace::InsteadOfKeyring(SecretFault::Unavailable)
        )))
    );
    // And once the keyring takes one again, memory holds none.
    vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
    assert_eq!(
        loaded(&vault, &id('1')).await,
        Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Keyring)))
    );
}

#[tokio::test]
async fn what_is_forgotten_is_forgotten_in_both_places() {
    let keyring = Fake::default();
    let vault = SecretVault::new(keyring.clone());
    vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
    keyring.set(Some(SecretFault::Unavailable));
    vault.save(&id('1'), secret(OTHER_SECRET)).await.unwrap();
    // A keyring that refuses is told: its old secret is still there.
    assert_eq!(vault.delete(&id('1')).await, Err(SecretFault::Unavailable));
    keyring.set(None);
    assert_eq!(
        loaded(&vault, &id('1')).await,
        Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Keyring)))
    );
    assert_eq!(vault.delete(&id('1')).await, Ok(()));
    assert_eq!(loaded(&vault, &id('1')).await, Ok(None));
}

/// The keyring of this user as the program uses it, started anew each time.
fn started(keyring: &Fake, data: &DataFolder) -> SecretVault<NewestSecrets<Fake>> {
    SecretVault::new(NewestSecrets::over(keyring.clone(), data).unwrap())
}

#[tokio::test]
async fn an_older_secret_never_comes_back_in_place_of_a_newer_one() {
    for fault in SecretFault::ALL {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path()).unwrap();
        let keyring = Fake::default();
        let vault = started(&keyring, &data);
        vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
        vault.save(&id('2'), secret(NOBODYS_SECRET)).await.unwrap();
        keyring.set(Some(fault));
        let _refused = vault.save(&id('1'), secret(OTHER_SECRET)).await;

        // The keyring is well again after a restart, and still holds the older one.
        drop(vault);
        keyring.set(None);
        let vault = started(&keyring, &data);
        assert_eq!(loaded(&vault, &id('1')).await, Ok(None), "{fault:?}");
        // Meanwhile it was deleted. Others are as they were.
        assert_eq!(loaded(&keyring, &id('1')).await, Ok(None), "{fault:?}");
        assert_eq!(
            loaded(&vault, &id('2')).await,
            Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Keyring)))
        );
        vault.save(&id('1'), secret(OTHER_SECRET)).await.unwrap();
        assert_eq!(
            loaded(&started(&keyring, &data), &id('1')).await,
            Ok(Some(in_place(OTHER_SECRET, SecretPlace::Keyring)))
        );
    }
}

#[tokio::test]
async fn an_older_secret_that_cannot_be_deleted_stays_outdated_for_as_long_as_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let keyring = Fake::default();
    let vault = started(&keyring, &data);
    vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
    keyring.set(Some(SecretFault::Locked));
    let _in_memory = vault.save(&id('1'), secret(OTHER_SECRET)).await.unwrap();
    for _restart in 0..3 {
        let vault = started(&keyring, &data);
        assert_eq!(loaded(&vault, &id('1')).await, Err(SecretFault::Locked));
    }
    keyring.set(None);
    // Deleting the setup forgets the mark with the secret: another setup of this id would be another matter.
    started(&keyring, &data).delete(&id('1')).await.unwrap();
    keyring.save(&id('1'), secret(OTHER_SECRET)).await.unwrap();
    assert!(
        loaded(&started(&keyring, &data), &id('1'))
            .await
            .unwrap()
            .is_some()
    );
}

#[cfg(unix)]
#[tokio::test]
async fn where_the_disk_takes_no_mark_everything_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let keyring = Fake::default();
    let vault = started(&keyring, &data);
    vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
    // A file in the folder's place, because an administrator may write anywhere.
    std::fs::remove_dir(folder.path().join("outdated-secrets")).unwrap();
    std::fs::write(folder.path().join("outdated-secrets"), "").unwrap();
    let refused = vault.save(&id('1'), secret(OTHER_SECRET)).await;
    assert_eq!(refused, Err(SecretFault::Disk));
    assert_eq!(
        loaded(&keyring, &id('1')).await,
        Ok(Some(in_place(NOBODYS_SECRET, SecretPlace::Keyring)))
    );
}

#[tokio::test]
async fn whoever_only_looks_does_not_wait_for_a_keyring_that_refused() {
    let keyring = Fake::default();
    let vault = SecretVault::new(keyring.clone());
    keyring.set(Some(SecretFault::Hung));
    assert_eq!(vault.held(&id('1')).await, Err(SecretFault::Hung));
    keyring.set(None);
    // It is not asked: it would hang again.
    assert_eq!(vault.held(&id('1')).await, Err(SecretFault::Hung));
    assert_eq!(loaded(&vault, &id('1')).await, Ok(None));
    assert_eq!(vault.held(&id('1')).await, Ok(None));
}

#[tokio::test]
async fn a_secret_that_was_deleted_while_there_was_no_keyring_does_not_come_back_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let keyring = Fake::default();
    let vault = started(&keyring, &data);
    vault.save(&id('1'), secret(NOBODYS_SECRET)).await.unwrap();
    keyring.set(Some(SecretFault::Absent));
    assert_eq!(vault.delete(&id('1')).await, Ok(()));
    keyring.set(None);
    assert_eq!(loaded(&started(&keyring, &data), &id('1')).await, Ok(None));
}
