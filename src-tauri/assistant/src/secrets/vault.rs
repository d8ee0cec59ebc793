//! The keyring, with memory behind it for the machines whose keyring cannot be used.

use super::SessionSecrets;
use crate::ports::{BoxFuture, SecretFault, SecretPlace, SecretStore};
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;

/// The keyring, with memory behind it. What is kept in memory only is said aloud: the place comes back with
/// every answer.
#[derive(Debug, Default)]
pub struct SecretVault<K> {
    keyring: K,
    session: SessionSecrets,
}

impl<K: SecretStore> SecretVault<K> {
    /// A vault over this keyring.
    pub fn new(keyring: K) -> Self {
        Self {
            keyring,
            session: SessionSecrets::default(),
        }
    }
}

impl<K: SecretStore> SecretStore for SecretVault<K> {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            // Memory first: it holds a secret only because the keyring refused the newer one.
            match self.session.load(id).await? {
                Some(found) => Ok(Some(found)),
                None => self.keyring.load(id).await,
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
                return Err(SecretFault::NotKept);
            };
            if let Ok(place) = self.keyring.save(id, secret).await {
                self.session.delete(id).await?;
                return Ok(place);
            }
            self.session.save(id, copy).await
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move {
            self.session.delete(id).await?;
            self.keyring.delete(id).await
        })
    }
}
