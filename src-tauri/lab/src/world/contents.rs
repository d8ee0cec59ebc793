//! What lies in a mailbox beside sent mail: events, contacts, and how much of the inbox is unread.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{State, World};

/// What kind of thing an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// An event of the calendar.
    Event,
    /// A contact.
    Contact,
}

/// An event or a contact that an application made and has not deleted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeptItem {
    /// Its id, as the application was told.
    pub id: String,
    /// Event or contact.
    pub kind: ItemKind,
    /// The properties that the application gave it, as sent.
    pub properties: Map<String, Value>,
    /// When it was made, on the lab's clock.
    pub created: Timestamp,
}

/// The counts of an inbox. Mail that arrives in the lab is added to both: nobody reads it there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inbox {
    /// Messages that nobody has read.
    pub unread: u32,
    /// All messages.
    pub total: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The object id of the person in whose mailbox it lies.
    pub(crate) owner: String,
    pub(crate) kept: KeptItem,
}

impl World {
    /// The events or contacts in somebody's mailbox that applications made, oldest first.
    #[must_use]
    pub fn items(&self, address: &str, kind: ItemKind) -> Vec<KeptItem> {
        let state = self.lock();
        let Some(user) = state.user_by_address(address) else {
            return Vec::new();
        };
        state
            .items
            .iter()
            .filter(|item| item.owner == user.object_id && item.kept.kind == kind)
            .map(|item| item.kept.clone())
            .collect()
    }

    /// Deletes every event and contact of a mailbox, as if the person had done it.
    pub fn clear_items(&self, address: &str) {
        let mut state = self.lock();
        if let Some(owner) = state.user_by_address(address).map(|user| user.object_id.clone()) {
            state.items.retain(|item| item.owner != owner);
        }
    }

    /// Says what lay in somebody's inbox before the lab began. An unknown address is ignored.
    pub fn set_inbox(&self, address: &str, inbox: Inbox) {
        let mut state = self.lock();
        if let Some(owner) = state.user_by_address(address).map(|user| user.object_id.clone()) {
            state.inboxes.insert(owner, inbox);
        }
    }

    /// What Graph says of somebody's inbox now. That of an unknown address is empty.
    #[must_use]
    pub fn inbox(&self, address: &str) -> Inbox {
        let state = self.lock();
        state
            .user_by_address(address)
            .map(|user| state.inbox(&user.object_id, &user.address))
            .unwrap_or_default()
    }
}

impl State {
    pub(crate) fn inbox(&self, owner: &str, address: &str) -> Inbox {
        let before = self.inboxes.get(owner).copied().unwrap_or_default();
        let arrived = self.delivered.iter();
        let arrived = arrived
            .filter(|mail| mail.mailbox.eq_ignore_ascii_case(address))
            .count();
        let arrived = u32::try_from(arrived).unwrap_or(u32::MAX);
        Inbox {
            unread: before.unread.saturating_add(arrived),
            total: before.total.saturating_add(arrived),
        }
    }

    pub(crate) fn item(&self, owner: &str, kind: ItemKind, id: &str) -> Option<&Item> {
        self.items
            .iter()
            .find(|item| item.owner == owner && item.kept.kind == kind && item.kept.id == id)
    }
}
