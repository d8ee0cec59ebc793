//! A setup goes out.

use super::SetupFileFault;
use crate::ports::{SecretStore, SetupStore};
use crate::seal;
use vincula_core::errand::Passphrase;
use vincula_core::setup::SetupId;
use vincula_core::setup_file::{PortableSetup, WithSecret};

/// A setup as a plain file, without its secret, and what it says.
///
/// # Errors
/// Where the setup could not be read, or its guide is not known to this version.
pub fn export(setups: &dyn SetupStore, id: &SetupId) -> Result<(PortableSetup, String), SetupFileFault> {
    let setup = PortableSetup::of(&setups.load(id)?)?;
    let text = setup.write()?;
    Ok((setup, text))
}

/// A setup with its secret as a sealed file, and what it says but for the secret. The passphrase is made here and kept
/// nowhere: it is told by another way than the file.
///
/// # Errors
/// As [`export`]; [`SetupFileFault::NoSecret`] where there is none; where the keyring cannot be read.
pub async fn export_sealed(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    id: &SetupId,
) -> Result<(PortableSetup, String, Passphrase), SetupFileFault> {
    let setup = PortableSetup::of(&setups.load(id)?)?;
    let (secret, _) = secrets.load(id).await?.ok_or(SetupFileFault::NoSecret)?;
    let whole = WithSecret { setup, secret };
    let (sealed, passphrase) = seal::seal(whole.write()?).await?;
    Ok((whole.setup, sealed, passphrase))
}
