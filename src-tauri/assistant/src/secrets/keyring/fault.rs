//! What a keyring's failure is called. What it says in words is dropped: it may hold the value.

use super::system;
use crate::ports::SecretFault;
use keyring_core::Error;
use zeroize::Zeroize as _;

/// The name of a failure.
pub(super) fn named(error: Error) -> SecretFault {
    match error {
        Error::NoStorageAccess(cause) => system::named(&*cause).unwrap_or(SecretFault::Locked),
        Error::PlatformFailure(cause) => system::named(&*cause).unwrap_or(SecretFault::Unavailable),
        Error::TooLong(..) => SecretFault::TooLong,
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => SecretFault::Absent,
        // They carry what was read.
        Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            SecretFault::Changed
        }
        Error::Ambiguous(_) => SecretFault::Changed,
        _ => SecretFault::Unavailable,
    }
}
