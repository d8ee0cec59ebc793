//! The system's keyring: Secret Service on Linux, Credential Manager on Windows, Keychain on macOS.

use crate::ports::{BoxFuture, SecretFault, SecretPlace, SecretStore};
use keyring::{Entry, Error};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;
use zeroize::Zeroizing;

/// The service under which the entries stand in the keyring.
const SERVICE: &str = "app.vincula.desktop";
/// How long a keyring may take without a word.
const PATIENCE: Duration = Duration::from_secs(3);

/// The system's keyring. Its calls block and may show a prompt, so each runs on a thread of its own that is left
/// behind when it takes too long.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keyring;

impl SecretStore for Keyring {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            let bytes = bounded(id, |entry| match entry.get_secret() {
                Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
                Err(Error::NoEntry) => Ok(None),
                Err(error) => Err(error),
            })
            .await?;
            let Some(bytes) = bytes else { return Ok(None) };
            let text = std::str::from_utf8(&bytes).map_err(|_| SecretFault::NotKept)?;
            let secret = ClientSecret::parse(text).map_err(|_| SecretFault::NotKept)?;
            Ok(Some((secret, SecretPlace::Keyring)))
        })
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async move {
            let kept = bounded(id, move |entry| {
                entry.set_secret(secret.expose().as_bytes())?;
                let read = Zeroizing::new(entry.get_secret()?);
                Ok(read.as_slice() == secret.expose().as_bytes())
            })
            .await?;
            if kept {
                Ok(SecretPlace::Keyring)
            } else {
                Err(SecretFault::NotKept)
            }
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move {
            let deleted = bounded(id, |entry| match entry.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(error),
            });
            match deleted.await {
                // Nothing can be in it: a setup must not be kept because of that.
                Err(SecretFault::Absent) => Ok(()),
                other => other,
            }
        })
    }
}

/// Runs one call of the keyring within the bound. What the keyring says about a failure is dropped: it may hold
/// the value.
async fn bounded<T: Send + 'static>(
    id: &SetupId,
    call: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, SecretFault> {
    let (tell, hear) = oneshot::channel();
    let account = id.as_str().to_owned();
    thread::spawn(move || {
        let result = Entry::new(SERVICE, &account).and_then(|entry| call(&entry));
        // Nobody hears it any more where the bound has passed.
        let _unheard = tell.send(result);
    });
    match timeout(PATIENCE, hear).await {
        Err(_) => Err(SecretFault::TooSlow),
        Ok(Ok(Ok(value))) => Ok(value),
        Ok(Ok(Err(Error::NoDefaultStore))) => Err(SecretFault::Absent),
        Ok(_) => Err(SecretFault::Unavailable),
    }
}
