//! The Keychain of macOS. It asks the person in a window of its own, within the call.

use super::bound::Call;
use super::fault;
use crate::ports::SecretFault;
use keyring_core::CredentialStore;
use security_framework::base::Error;
use std::error::Error as AnyError;
use std::sync::Arc;

/// What all our entries have.
pub(super) const SEARCH: (&str, &str) = ("service", super::SERVICE);

/// The store, which is there without a connection.
pub(super) struct Line {
    pub(super) store: Arc<CredentialStore>,
}

impl Line {
    pub(super) fn open() -> Result<Self, SecretFault> {
        let store = apple_native_keyring_store::keychain::Store::new().map_err(fault::named)?;
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

/// Apple's numbers. Source: <https://developer.apple.com/documentation/security/security-framework-result-codes>
pub(super) fn named(cause: &(dyn AnyError + Send + Sync + 'static)) -> Option<SecretFault> {
    match cause.downcast_ref::<Error>()?.code() {
        // errSecInteractionNotAllowed
        -25308 => Some(SecretFault::Locked),
        // errSecUserCanceled, errSecAuthFailed, errSecInvalidOwnerEdit, errSecReadOnly
        -128 | -25293 | -25244 | -25292 => Some(SecretFault::Denied),
        // errSecNotAvailable, errSecNoSuchKeychain, errSecInvalidKeychain, errSecNoDefaultKeychain
        -25291 | -25294 | -25295 | -25307 => Some(SecretFault::Absent),
        _ => None,
    }
}
