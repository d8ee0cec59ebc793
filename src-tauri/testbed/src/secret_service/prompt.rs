//! `org.freedesktop.Secret.Prompt`: where a person would write a password.

use super::{KeyringBehaviour, Shared};
use std::sync::Arc;
use zbus::fdo::Result;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{OwnedObjectPath, Value};

pub(super) struct Prompt {
    pub(super) state: Arc<Shared>,
    /// What it unlocks.
    pub(super) objects: Vec<OwnedObjectPath>,
}

#[zbus::interface(name = "org.freedesktop.Secret.Prompt")]
impl Prompt {
    async fn prompt(&self, window: &str, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) -> Result<()> {
        // Nobody sees it.
        let _ = window;
        let dismissed = {
            let mut state = self.state.lock();
            match state.behaviour {
                KeyringBehaviour::Unanswered => return Ok(()),
                KeyringBehaviour::Dismissed => true,
                _ => {
                    state.is_locked = false;
                    false
                }
            }
        };
        Self::completed(&emitter, dismissed, Value::from(self.objects.clone())).await?;
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "a method of the bus belongs to its object")]
    fn dismiss(&self) {}

    #[zbus(signal)]
    async fn completed(emitter: &SignalEmitter<'_>, dismissed: bool, result: Value<'_>) -> zbus::Result<()>;
}
