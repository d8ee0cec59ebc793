//! `org.freedesktop.Secret.Service`.

use super::{COLLECTION, Item, KeyringBehaviour, NOTHING, Prompt, Shared, path};
use std::collections::HashMap;
use std::sync::Arc;
use zbus::fdo::Result;
use zbus::object_server::ObjectServer;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

pub(super) struct Service(pub(super) Arc<Shared>);

#[zbus::interface(name = "org.freedesktop.Secret.Service")]
impl Service {
    async fn open_session(&self, algorithm: &str, input: Value<'_>) -> Result<(OwnedValue, OwnedObjectPath)> {
        self.0.admit().await?;
        // What the client brings for the exchange makes no difference to the private key 0.
        drop(input);
        let output = if algorithm == "plain" {
            Value::from("")
        } else {
            // The public key to the private key 0.
            Value::from(vec![1_u8])
        };
        let output =
            OwnedValue::try_from(output).map_err(|error| zbus::fdo::Error::Failed(error.to_string()))?;
        Ok((output, path("/org/freedesktop/secrets/session/1")))
    }

    async fn search_items(
        &self,
        attributes: HashMap<String, String>,
    ) -> Result<(Vec<OwnedObjectPath>, Vec<OwnedObjectPath>)> {
        self.0.admit().await?;
        let state = self.0.lock();
        let found = state.found(&attributes);
        Ok(if state.is_locked {
            (Vec::new(), found)
        } else {
            (found, Vec::new())
        })
    }

    async fn unlock(
        &self,
        objects: Vec<OwnedObjectPath>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<(Vec<OwnedObjectPath>, OwnedObjectPath)> {
        self.0.admit().await?;
        let prompt = {
            let mut state = self.0.lock();
            if !state.is_locked {
                return Ok((objects, path(NOTHING)));
            }
            state.prompts += 1;
            path(&format!("/org/freedesktop/secrets/prompt/p{}", state.prompts))
        };
        let unlocks = Prompt {
            state: Arc::clone(&self.0),
            objects,
        };
        server.at(&prompt, unlocks).await?;
        Ok((Vec::new(), prompt))
    }

    async fn read_alias(&self, name: &str) -> Result<OwnedObjectPath> {
        self.0.admit().await?;
        let is_there = self.0.lock().behaviour != KeyringBehaviour::NoCollection;
        Ok(path(if is_there && name == "default" {
            COLLECTION
        } else {
            NOTHING
        }))
    }

    #[zbus(property)]
    async fn collections(&self) -> Result<Vec<OwnedObjectPath>> {
        self.0.admit().await?;
        Ok(vec![path(COLLECTION)])
    }
}

/// Puts an item on the bus.
pub(super) async fn publish(state: &Arc<Shared>, number: u32, server: &ObjectServer) -> Result<()> {
    let item = Item {
        state: Arc::clone(state),
        number,
    };
    server.at(super::item_path(number), item).await?;
    Ok(())
}
