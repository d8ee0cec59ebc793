//! The Secret Service of the session bus: GNOME's keyring, KDE's wallet, `KeePassXC`.
//!
//! What goes over the bus is encrypted (`dh-ietf1024-sha256-aes128-cbc-pkcs7`): the store asks for it, and a service
//! that offers `plain` only is not used.
//! Source: <https://specifications.freedesktop.org/secret-service/latest/>

use super::bound::Call;
use super::fault;
use crate::ports::SecretFault;
use keyring_core::CredentialStore;
use secret_service::blocking::SecretService;
use secret_service::{EncryptionType, Error};
use std::error::Error as AnyError;
use std::io::ErrorKind;
use std::sync::Arc;
use zbus::fdo;

/// What all our entries have.
pub(super) const SEARCH: (&str, &str) = ("service", super::SERVICE);

/// A connection to the service.
pub(super) struct Line {
    /// For whether it is locked. No secret travels here, so that its session may be a plain one.
    service: SecretService<'static>,
    /// For the secrets.
    pub(super) store: Arc<CredentialStore>,
}

impl Line {
    /// A new one.
    pub(super) fn open() -> Result<Self, SecretFault> {
        let service = SecretService::connect(EncryptionType::Plain).map_err(|error| of_service(&error))?;
        let store = zbus_secret_service_keyring_store::Store::new().map_err(fault::named)?;
        Ok(Self { service, store })
    }

    /// Unlocks the collection that new secrets go to; the service may ask the person. By itself and first, so that it
    /// is known what takes so long.
    pub(super) fn unlock(&self, call: &Call) -> Result<(), SecretFault> {
        let unlock = || {
            let collection = self.service.get_default_collection()?;
            if collection.is_locked()? {
                call.found_locked();
                collection.unlock()?;
                // Some services say that they were not dismissed, and stay locked.
                collection.ensure_unlocked()?;
                call.found_unlocked();
            }
            Ok(())
        };
        unlock().map_err(|error| of_service(&error))
    }
}

/// The name of a cause, where it comes from the service or from the bus.
pub(super) fn named(cause: &(dyn AnyError + Send + Sync + 'static)) -> Option<SecretFault> {
    cause.downcast_ref::<Error>().map(of_service)
}

fn of_service(error: &Error) -> SecretFault {
    match error {
        Error::Locked => SecretFault::Locked,
        Error::Prompt => SecretFault::Denied,
        // No collection is the default one, or nobody owns the service's name.
        Error::NoResult | Error::Unavailable => SecretFault::Absent,
        Error::Zbus(error) => of_bus(error),
        Error::ZbusFdo(error) => of_standard(error),
        _ => SecretFault::Unavailable,
    }
}

fn of_bus(error: &zbus::Error) -> SecretFault {
    match error {
        // There is no bus, or nobody at its address.
        zbus::Error::Address(_) | zbus::Error::Connection(..) => SecretFault::Absent,
        zbus::Error::InputOutput(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) =>
        {
            SecretFault::Absent
        }
        zbus::Error::FDO(error) => of_standard(error),
        zbus::Error::MethodError(name, ..) => of_name(name.as_str()),
        _ => SecretFault::Unavailable,
    }
}

fn of_standard(error: &fdo::Error) -> SecretFault {
    match error {
        fdo::Error::ZBus(error) => of_bus(error),
        fdo::Error::ServiceUnknown(_)
        | fdo::Error::NameHasNoOwner(_)
        | fdo::Error::NoServer(_)
        | fdo::Error::SpawnServiceNotFound(_) => SecretFault::Absent,
        fdo::Error::AccessDenied(_) | fdo::Error::AuthFailed(_) => SecretFault::Denied,
        fdo::Error::Timeout(_) | fdo::Error::TimedOut(_) => SecretFault::Hung,
        _ => SecretFault::Unavailable,
    }
}

/// The names of errors that are not the standard's, and those of it that come unread.
fn of_name(name: &str) -> SecretFault {
    match name {
        "org.freedesktop.Secret.Error.IsLocked" => SecretFault::Locked,
        "org.freedesktop.DBus.Error.ServiceUnknown" | "org.freedesktop.DBus.Error.NameHasNoOwner" => {
            SecretFault::Absent
        }
        name if name.starts_with("org.freedesktop.DBus.Error.Spawn.") => SecretFault::Absent,
        "org.freedesktop.DBus.Error.AccessDenied" | "org.freedesktop.DBus.Error.AuthFailed" => {
            SecretFault::Denied
        }
        _ => SecretFault::Unavailable,
    }
}
