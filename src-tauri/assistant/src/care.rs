//! What is done to a setup as a whole: its name, a copy of it, out of the way and back, told about, deleted.

use crate::ports::{Clock, SecretStore, SetupFault, SetupStore};
use crate::renewal::{RenewalFault, new_id};
use vincula_core::health::Reminded;
use vincula_core::setup::{Setup, SetupId, SetupName};
use vincula_core::text::{Language, text};

/// Gives a setup a name of its own, or takes it back.
///
/// # Errors
/// Where it could not be kept.
pub fn rename(setups: &dyn SetupStore, id: &SetupId, name: Option<&SetupName>) -> Result<Setup, SetupFault> {
    setups.update(id, &mut |setup| setup.name = name.cloned())
}

/// Begins the same work once more, named as a copy: the values, without the secret and without what was proven.
///
/// # Errors
/// Where the setup could not be read or the copy not be kept.
pub fn duplicate(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    id: &SetupId,
    language: Language,
) -> Result<Setup, SetupFault> {
    let setup = setups.load(id)?;
    let called = setup
        .name
        .as_ref()
        .map_or(setup.mailbox.as_str(), SetupName::as_str);
    let name = text(language, "setup-copy-name", &[("name", called)]);
    let mut copy = setup.duplicate(new_id()?, clock.now());
    // A name that became too long is none: its mailbox names it then.
    copy.name = SetupName::parse(&name).ok();
    setups.save(&copy)?;
    Ok(copy)
}

/// Puts a setup out of the way. Nothing of it is lost, and nobody is reminded of it.
///
/// # Errors
/// Where it could not be kept.
pub fn archive(setups: &dyn SetupStore, clock: &dyn Clock, id: &SetupId) -> Result<Setup, SetupFault> {
    setups.update(id, &mut |setup| {
        setup.archived_at.get_or_insert(clock.now());
    })
}

/// Takes a setup back from where it was out of the way.
///
/// # Errors
/// Where it could not be kept.
pub fn unarchive(setups: &dyn SetupStore, id: &SetupId) -> Result<Setup, SetupFault> {
    setups.update(id, &mut |setup| setup.archived_at = None)
}

/// Notes what the person was told about the end of the secret, so that they are told once.
///
/// # Errors
/// Where it could not be kept.
pub fn note_reminded(setups: &dyn SetupStore, id: &SetupId, told: Reminded) -> Result<Setup, SetupFault> {
    setups.update(id, &mut |setup| setup.reminded = Some(told))
}

/// Deletes a setup and every secret of it. The secrets go first: a setup without a secret can still be seen and
/// deleted again, a secret without a setup could not.
///
/// # Errors
/// Where the keyring or the disk refuses; what is left can be deleted again.
pub async fn delete_setup(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    id: &SetupId,
) -> Result<(), RenewalFault> {
    // A file that cannot be read names no other key.
    let keys: Vec<SetupId> = match setups.load(id) {
        Ok(setup) => setup.secret_keys().cloned().collect(),
        Err(fault @ (SetupFault::NotFound | SetupFault::TooNew)) => return Err(fault.into()),
        Err(_) => vec![id.clone()],
    };
    for key in keys {
        secrets.delete(&key).await?;
    }
    Ok(setups.delete(id)?)
}
