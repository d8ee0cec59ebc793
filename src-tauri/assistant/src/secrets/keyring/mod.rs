//! The system's keyring: Secret Service on Linux, Credential Manager on Windows, Keychain on macOS.
//!
//! Its calls block, may show a window of the system's and may never end. So each runs on a thread of its own with a
//! connection to itself, and is left behind when it takes too long: a keyring that was restarted, unlocked or
//! installed meanwhile is met as it is then, and a call that hangs holds up no later one.

mod bound;
mod fault;
mod lines;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod system;

use crate::log::{Event, KeyringCall, note};
use crate::ports::{BoxFuture, KeyringWait, SecretFault, SecretPlace, SecretStore};
use bound::Call;
use keyring_core::{CredentialStore, Entry, Error};
use lines::Lines;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use subtle::ConstantTimeEq as _;
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;
use zeroize::Zeroizing;

/// The service under which the entries stand in the keyring.
const SERVICE: &str = "app.vincula.desktop";
/// What Windows keeps in one entry, in bytes (`CRED_MAX_CREDENTIAL_BLOB_SIZE`), where text is UTF-16. It is the least
/// of the three, and the same everywhere, so that a secret that was taken on one machine is taken on each.
/// Source: <https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw>
const LARGEST: usize = 2_560;

/// How long a keyring is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long it may take without a word.
    pub silent: Duration,
    /// How long it may take in all, once the person was told that it waits.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            silent: Duration::from_secs(3),
            whole: Duration::from_mins(1),
        }
    }
}

/// The system's keyring.
#[derive(Clone)]
pub struct Keyring {
    wait: Arc<dyn KeyringWait>,
    patience: Patience,
    lines: Arc<Lines>,
}

impl Keyring {
    /// The keyring of this user, and who hears that it takes its time.
    pub fn new(wait: Arc<dyn KeyringWait>, patience: Patience) -> Self {
        Self {
            wait,
            patience,
            lines: Arc::default(),
        }
    }

    /// Runs one call within the bound.
    async fn call<T: Send + 'static>(
        &self,
        name: KeyringCall,
        act: impl Fn(&Open) -> Result<T, SecretFault> + Send + 'static,
    ) -> Result<T, SecretFault> {
        let began = Instant::now();
        let lines = Arc::clone(&self.lines);
        let answer = bound::run(&*self.wait, self.patience, move |call: &Call| {
            lines.over(call, |line| act(&Open(Arc::clone(&line.store))))
        })
        .await;
        note(Event::Keyring {
            call: name,
            fault: answer.as_ref().err().map(|fault| fault.kind()),
            took_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        });
        answer
    }
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring")
            .field("patience", &self.patience)
            .finish_non_exhaustive()
    }
}

impl SecretStore for Keyring {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            let id = id.clone();
            let found = self.call(KeyringCall::Load, move |open| open.read(&id)).await?;
            let Some(bytes) = found else { return Ok(None) };
            let text = std::str::from_utf8(&bytes).map_err(|_| SecretFault::Changed)?;
            let secret = ClientSecret::parse(text).map_err(|_| SecretFault::Changed)?;
            // What had to be cleaned was written by somebody else.
            if secret.expose() == text {
                Ok(Some((secret, SecretPlace::Keyring)))
            } else {
                Err(SecretFault::Changed)
            }
        })
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async move {
            fits(secret.expose())?;
            let id = id.clone();
            self.call(KeyringCall::Save, move |open| open.write(&id, &secret))
                .await?;
            Ok(SecretPlace::Keyring)
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move {
            let id = id.clone();
            self.call(KeyringCall::Delete, move |open| open.delete(&id)).await
        })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<SetupId>, SecretFault>> {
        Box::pin(async move {
            match self.call(KeyringCall::List, Open::list).await {
                Err(SecretFault::Absent) => Ok(Vec::new()),
                other => other,
            }
        })
    }
}

/// Whether every keyring takes this text.
fn fits(text: &str) -> Result<(), SecretFault> {
    if text.encode_utf16().count() * 2 <= LARGEST {
        Ok(())
    } else {
        Err(SecretFault::TooLong)
    }
}

/// An open connection to the keyring, used by one thread.
struct Open(Arc<CredentialStore>);

impl Open {
    fn entry(&self, id: &SetupId) -> Result<Entry, SecretFault> {
        self.0.build(SERVICE, id.as_str(), None).map_err(fault::named)
    }

    fn read(&self, id: &SetupId) -> Result<Option<Zeroizing<Vec<u8>>>, SecretFault> {
        match self.entry(id)?.get_secret() {
            Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(fault::named(error)),
        }
    }

    /// Writes, and reads back: «kept» is said only when it is true.
    fn write(&self, id: &SetupId, secret: &ClientSecret) -> Result<(), SecretFault> {
        let entry = self.entry(id)?;
        let bytes = secret.expose().as_bytes();
        match entry.set_secret(bytes) {
            // Somebody copied the entry: which of them is ours, nobody can say.
            Err(Error::Ambiguous(entries)) => {
                remove_all(entries)?;
                entry.set_secret(bytes)
            }
            other => other,
        }
        .map_err(fault::named)?;
        let kept = self.read(id)?;
        // The comparison takes as long whatever they have in common.
        if kept.is_some_and(|kept| bool::from(kept.as_slice().ct_eq(bytes))) {
            Ok(())
        } else {
            Err(SecretFault::Changed)
        }
    }

    /// Deletes, and looks whether it is gone.
    fn delete(&self, id: &SetupId) -> Result<(), SecretFault> {
        match self.entry(id)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(Error::Ambiguous(entries)) => remove_all(entries)?,
            Err(error) => return Err(fault::named(error)),
        }
        match self.read(id)? {
            None => Ok(()),
            Some(_) => Err(SecretFault::Changed),
        }
    }

    fn list(&self) -> Result<Vec<SetupId>, SecretFault> {
        let search: HashMap<&str, &str> = HashMap::from([system::SEARCH]);
        let entries = match self.0.search(&search) {
            Ok(entries) => entries,
            Err(Error::NoEntry) => Vec::new(),
            Err(error) => return Err(fault::named(error)),
        };
        // Windows joins the two into one name, and its store takes it apart at the last dot.
        let names = entries.iter().filter_map(Entry::get_specifiers);
        let names = names.map(|(service, user)| format!("{user}.{service}"));
        let ids =
            names.filter_map(|name| SetupId::parse(name.strip_suffix(SERVICE)?.strip_suffix('.')?).ok());
        Ok(ids.collect())
    }
}

fn remove_all(entries: Vec<Entry>) -> Result<(), SecretFault> {
    for entry in entries {
        entry.delete_credential().map_err(fault::named)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_cannot_hold_is_refused_before_it_is_written_anywhere() {
        assert_eq!(fits(&"x".repeat(1_280)), Ok(()));
        assert_eq!(fits(&"x".repeat(1_281)), Err(SecretFault::TooLong));
        // Two units each in UTF-16.
        assert_eq!(fits(&"🔑".repeat(640)), Ok(()));
        assert_eq!(fits(&"🔑".repeat(641)), Err(SecretFault::TooLong));
    }
}
