//! The Credential Manager of Windows. It is open as long as the person is signed in, and asks nobody.

use super::bound::Call;
use crate::ports::SecretFault;
use keyring_core::{CredentialStore, Result};
use std::error::Error as AnyError;
use std::sync::Arc;

/// Entries whose name holds our service: the store writes it into the name.
pub(super) const SEARCH: (&str, &str) = ("pattern", r"\.app\.vincula\.desktop$");

pub(super) fn store() -> Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[expect(clippy::unnecessary_wraps, reason = "elsewhere a keyring can be locked")]
pub(super) fn unlock(call: &Call) -> std::result::Result<(), SecretFault> {
    call.found_unlocked();
    Ok(())
}

/// Windows gives numbers, of which the store reads two: nothing there, and a session that has no credentials
/// (`ERROR_NO_SUCH_LOGON_SESSION`).
pub(super) fn named(cause: &(dyn AnyError + Send + Sync + 'static)) -> Option<SecretFault> {
    let is = |number: &str| cause.to_string().contains(number);
    is("ERROR_NO_SUCH_LOGON_SESSION").then_some(SecretFault::Absent)
}
