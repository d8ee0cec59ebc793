//! `org.freedesktop.Secret.Collection`: the one for new secrets.

use super::service::publish;
use super::{Kept, KeyringBehaviour, NOTHING, Secret, Shared, item_path, path};
use std::collections::HashMap;
use std::sync::Arc;
use zbus::fdo::{Error, Result};
use zbus::object_server::ObjectServer;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

pub(super) struct Collection(pub(super) Arc<Shared>);

#[zbus::interface(name = "org.freedesktop.Secret.Collection")]
impl Collection {
    async fn create_item(
        &self,
        properties: HashMap<String, OwnedValue>,
        secret: Secret,
        replace: bool,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<(OwnedObjectPath, OwnedObjectPath)> {
        self.0.admit().await?;
        let attributes = properties
            .get("org.freedesktop.Secret.Item.Attributes")
            .and_then(|value| HashMap::<String, String>::try_from(value.clone()).ok())
            .ok_or_else(|| Error::InvalidArgs("an item has attributes".to_owned()))?;
        let number = {
            let mut state = self.0.lock();
            if state.is_locked {
                return Err(Error::Failed("locked".to_owned()));
            }
            let same = state.items.iter().find(|(_, kept)| kept.attributes == attributes);
            let same = same.map(|(number, _)| *number).filter(|_| replace);
            let next = state.items.keys().max().map_or(1, |last| last + 1);
            let number = same.unwrap_or(next);
            if state.behaviour != KeyringBehaviour::Forgets {
                state.items.insert(number, Kept { attributes, secret });
            }
            number
        };
        publish(&self.0, number, server).await?;
        Ok((item_path(number), path(NOTHING)))
    }

    async fn search_items(&self, attributes: HashMap<String, String>) -> Result<Vec<OwnedObjectPath>> {
        self.0.admit().await?;
        Ok(self.0.lock().found(&attributes))
    }

    #[zbus(property)]
    async fn locked(&self) -> Result<bool> {
        self.0.admit().await?;
        Ok(self.0.lock().is_locked)
    }

    #[zbus(property)]
    async fn label(&self) -> Result<String> {
        self.0.admit().await?;
        Ok("Login".to_owned())
    }
}
