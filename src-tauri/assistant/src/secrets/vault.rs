//! The keyring, with memory behind it for the machines whose keyring cannot be used.

use super::SessionSecrets;
use crate::edit::Held;
use crate::ports::{BoxFuture, SecretFault, SecretPlace, SecretStore};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;

/// The keyring, with memory behind it. What is kept in memory only is said aloud: the place comes back with
/// every answer, and why.
#[derive(Debug, Default)]
pub struct SecretVault<K> {
    keyring: K,
    session: SessionSecrets,
    /// Of which setups the keyring refused a secret when it was asked last.
    refused: Mutex<HashMap<SetupId, SecretFault>>,
}

impl<K: SecretStore> SecretVault<K> {
    /// A vault over this keyring.
    pub fn new(keyring: K) -> Self {
        Self {
            keyring,
            session: SessionSecrets::default(),
            refused: Mutex::default(),
        }
    }

    fn refused<T>(&self, act: impl FnOnce(&mut HashMap<SetupId, SecretFault>) -> T) -> T {
        act(&mut self.refused.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes how the keyring answered.
    fn note<T>(&self, id: &SetupId, answer: Result<T, SecretFault>) -> Result<T, SecretFault> {
        self.refused(|refused| match &answer {
            Ok(_) => refused.remove(id),
            Err(fault) => refused.insert(id.clone(), *fault),
        });
        answer
    }

    /// What memory holds, and why memory does.
    async fn in_memory(&self, id: &SetupId) -> Result<Option<(ClientSecret, SecretPlace)>, SecretFault> {
        let found = self.session.load(id).await?;
        let why = self.refused(|refused| refused.get(id).copied());
        let place = why.map_or(SecretPlace::Session, SecretPlace::InsteadOfKeyring);
        Ok(found.map(|(secret, _)| (secret, place)))
    }
}

impl<K: SecretStore> SecretStore for SecretVault<K> {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            // Memory first: it holds a secret only because the keyring refused the newer one.
            match self.in_memory(id).await? {
                Some(found) => Ok(Some(found)),
                None => self.note(id, self.keyring.load(id).await),
            }
        })
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async move {
            let Ok(copy) = ClientSecret::parse(secret.expose()) else {
                return Err(SecretFault::Changed);
            };
            match self.note(id, self.keyring.save(id, secret).await) {
                Ok(place) => {
                    self.session.delete(id).await?;
                    Ok(place)
                }
                // An older one could come back: then everything stays as it was.
                Err(SecretFault::Disk) => Err(SecretFault::Disk),
                Err(fault) => {
                    self.session.save(id, copy).await?;
                    Ok(SecretPlace::InsteadOfKeyring(fault))
                }
            }
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move {
            self.session.delete(id).await?;
            self.note(id, self.keyring.delete(id).await)
        })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<SetupId>, SecretFault>> {
        Box::pin(async move {
            let mut ids = self.keyring.list().await?;
            ids.extend(self.session.list().await?);
            ids.sort();
            ids.dedup();
            Ok(ids)
        })
    }

    fn held<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<Option<Held>, SecretFault>> {
        Box::pin(async move {
            if let Some((secret, place)) = self.in_memory(id).await? {
                return Ok(Some(Held::of(&secret, place)));
            }
            if let Some(fault) = self.refused(|refused| refused.get(id).copied()) {
                return Err(fault);
            }
            let found = self.load(id).await?;
            Ok(found.map(|(secret, place)| Held::of(&secret, place)))
        })
    }
}
