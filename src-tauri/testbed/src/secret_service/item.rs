//! `org.freedesktop.Secret.Item`.

use super::{KeyringBehaviour, NOTHING, Secret, Shared, no_such_object, path};
use std::collections::HashMap;
use std::sync::Arc;
use zbus::fdo::{Error, Result};
use zbus::zvariant::OwnedObjectPath;

pub(super) struct Item {
    pub(super) state: Arc<Shared>,
    pub(super) number: u32,
}

#[zbus::interface(name = "org.freedesktop.Secret.Item")]
impl Item {
    async fn delete(&self) -> Result<OwnedObjectPath> {
        self.state.admit().await?;
        let mut state = self.state.lock();
        if state.behaviour != KeyringBehaviour::KeepsDeleted {
            state.items.remove(&self.number).ok_or_else(no_such_object)?;
        }
        Ok(path(NOTHING))
    }

    async fn get_secret(&self, session: OwnedObjectPath) -> Result<(Secret,)> {
        self.state.admit().await?;
        let state = self.state.lock();
        if state.is_locked {
            return Err(Error::Failed("locked".to_owned()));
        }
        let kept = state.items.get(&self.number).ok_or_else(no_such_object)?;
        let (_, mut parameters, value, kind) = kept.secret.clone();
        if state.behaviour == KeyringBehaviour::Changes {
            // Under CBC, a bit of the first vector is that bit of the first letter.
            if let Some(first) = parameters.first_mut() {
                *first ^= 1;
            }
        }
        Ok(((session, parameters, value, kind),))
    }

    async fn set_secret(&self, secret: Secret) -> Result<()> {
        self.state.admit().await?;
        let mut state = self.state.lock();
        if state.is_locked {
            return Err(Error::Failed("locked".to_owned()));
        }
        if state.behaviour == KeyringBehaviour::Forgets {
            state.items.remove(&self.number);
            return Ok(());
        }
        state
            .items
            .get_mut(&self.number)
            .ok_or_else(no_such_object)?
            .secret = secret;
        Ok(())
    }

    #[zbus(property)]
    async fn locked(&self) -> Result<bool> {
        self.state.admit().await?;
        Ok(self.state.lock().is_locked)
    }

    #[zbus(property)]
    async fn attributes(&self) -> Result<HashMap<String, String>> {
        self.state.admit().await?;
        let state = self.state.lock();
        let kept = state.items.get(&self.number).ok_or_else(no_such_object)?;
        Ok(kept.attributes.clone())
    }

    #[zbus(property)]
    async fn label(&self) -> Result<String> {
        self.state.admit().await?;
        Ok("Vincula".to_owned())
    }
}
