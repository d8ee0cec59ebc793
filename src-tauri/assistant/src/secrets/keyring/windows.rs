//! The Credential Manager of Windows. It is open as long as the person is signed in, and asks nobody.

use super::bound::Call;
use super::fault;
use crate::ports::SecretFault;
use keyring_core::CredentialStore;
use std::error::Error as AnyError;
use std::sync::Arc;

/// Entries whose name holds our service: the store writes it into the name.
pub(super) const SEARCH: (&str, &str) = ("pattern", r"\.app\.vincula\.desktop$");

/// The store, which is there without a connection.
pub(super) struct Line {
    pub(super) store: Arc<CredentialStore>,
}

impl Line {
    pub(super) fn open() -> Result<Self, SecretFault> {
        let store = windows_native_keyring_store::Store::new().map_err(fault::named)?;
        Ok(Self { store })
    }

    #[expect(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "elsewhere a keyring is unlocked by a call of its own"
    )]
    pub(super) fn unlock(&self, call: &Call) -> Result<(), SecretFault> {
        call.found_unlocked();
        Ok(())
    }
}

/// Windows gives numbers, of which the store reads two: nothing there, and a session that has no credentials
/// (`ERROR_NO_SUCH_LOGON_SESSION`).
pub(super) fn named(cause: &(dyn AnyError + Send + Sync + 'static)) -> Option<SecretFault> {
    let is = |number: &str| cause.to_string().contains(number);
    is("ERROR_NO_SUCH_LOGON_SESSION").then_some(SecretFault::Absent)
}
