//! A keyring that never gives out a secret that was replaced.

use super::outdated::Outdated;
use crate::ports::{BoxFuture, SecretFault, SecretPlace, SecretStore, SetupFault};
use crate::setups::DataFolder;
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;

/// A keyring that never gives out a secret that was replaced.
///
/// A keyring that refuses a newer secret may still hold the older one. So a mark is made before the newer one is
/// written and taken away once it is read back; while it is there, what the keyring holds is never given out and is
/// deleted as soon as the keyring lets it. A program that is killed in between leaves the mark: the person is asked once more, and an
/// older secret is never used in place of a newer one.
#[derive(Debug)]
pub struct NewestSecrets<K> {
    keyring: K,
    outdated: Outdated,
}

impl<K: SecretStore> NewestSecrets<K> {
    /// This keyring; its marks are in the data folder.
    ///
    /// # Errors
    /// Where the folder for the marks cannot be made.
    pub fn over(keyring: K, data: &DataFolder) -> Result<Self, SetupFault> {
        let outdated = Outdated::of(data)?;
        Ok(Self { keyring, outdated })
    }

    /// Deletes what is outdated. The mark stays where that fails.
    async fn tidy(&self, id: &SetupId) -> Result<(), SecretFault> {
        self.keyring.delete(id).await?;
        self.outdated.unmark(id).map_err(|_| SecretFault::Disk)
    }
}

impl<K: SecretStore> SecretStore for NewestSecrets<K> {
    fn load<'a>(
        &'a self,
        id: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async move {
            if self.outdated.is_marked(id) {
                self.tidy(id).await?;
            }
            self.keyring.load(id).await
        })
    }

    fn save<'a>(
        &'a self,
        id: &'a SetupId,
        secret: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async move {
            self.outdated.mark(id).map_err(|_| SecretFault::Disk)?;
            match self.keyring.save(id, secret).await {
                // A mark that stays would hide what is right.
                Ok(place) => self
                    .outdated
                    .unmark(id)
                    .map(|()| place)
                    .map_err(|_| SecretFault::Disk),
                Err(fault) => {
                    // Waiting once more for a keyring that has just been waited for in vain helps nobody.
                    if !matches!(
                        fault,
                        SecretFault::Hung | SecretFault::Locked | SecretFault::Denied
                    ) {
                        let _later = self.tidy(id).await;
                    }
                    Err(fault)
                }
            }
        })
    }

    fn delete<'a>(&'a self, id: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async move {
            match self.keyring.delete(id).await {
                // A setup must not be kept because there is no keyring; should there be one again, what is in it counts
                // as nothing.
                Err(SecretFault::Absent) => self.outdated.mark(id).map_err(|_| SecretFault::Disk),
                Err(fault) => Err(fault),
                Ok(()) => {
                    // A mark without a secret hides nothing.
                    let _harmless = self.outdated.unmark(id);
                    Ok(())
                }
            }
        })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<SetupId>, SecretFault>> {
        self.keyring.list()
    }
}
