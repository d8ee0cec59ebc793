//! Secrets in memory, until the program ends.

use crate::ports::{BoxFuture, SecretFault, SecretPlace, SecretStore};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;

/// Secrets in memory, until the program ends. Each is wiped when it is replaced or forgotten.
#[derive(Debug, Default)]
pub struct SessionSecrets(Mutex<HashMap<SetupId, ClientSecret>>);

impl SessionSecrets {
    fn with<T>(&self, act: impl FnOnce(&mut HashMap<SetupId, ClientSecret>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl SecretStore for SessionSecrets {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            let copy = self.with(|secrets| {
                secrets
                    .get(id)
                    .and_then(|secret| ClientSecret::parse(secret.expose()).ok())
            });
            Ok(copy.map(|secret| (secret, SecretPlace::Session)))
        })
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async move {
            self.with(|secrets| secrets.insert(id.clone(), secret));
            Ok(SecretPlace::Session)
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move {
            self.with(|secrets| secrets.remove(id));
            Ok(())
        })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<SetupId>, SecretFault>> {
        Box::pin(async move { Ok(self.with(|secrets| secrets.keys().cloned().collect())) })
    }
}
