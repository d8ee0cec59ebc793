//! A stand-in for the Secret Service that misbehaves on request: for what a real keyring does only to some people, or
//! only once.
//! Source: <https://specifications.freedesktop.org/secret-service/latest/>
//!
//! It keeps values as they come, encrypted by the client. It takes the private key 0 of the Diffie-Hellman exchange,
//! so that every session has the same key and no value ever has to be understood.

mod collection;
mod item;
mod prompt;
mod service;

use crate::Session;
use collection::Collection;
use item::Item;
use prompt::Prompt;
use service::Service;
use std::collections::BTreeMap;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedObjectPath;

const NAME: &str = "org.freedesktop.secrets";
const SERVICE: &str = "/org/freedesktop/secrets";
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";
/// The path of nothing.
const NOTHING: &str = "/";

/// How the service behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyringBehaviour {
    /// As it should, unlocked.
    Works,
    /// It is locked, asks the person, and is unlocked.
    UnlockedWhenAsked,
    /// It is locked, asks the person, and is dismissed.
    Dismissed,
    /// It is locked, asks the person, and nobody answers.
    Unanswered,
    /// There is no collection for new secrets.
    NoCollection,
    /// It takes every call and answers none.
    Silent,
    /// It gives back another value than was written.
    Changes,
    /// It says that it keeps, and keeps nothing.
    Forgets,
    /// It says that it deletes, and deletes nothing.
    KeepsDeleted,
    /// It lets nobody in.
    DeniesAccess,
}

impl KeyringBehaviour {
    /// Every behaviour.
    pub const ALL: [Self; 10] = [
        Self::Works,
        Self::UnlockedWhenAsked,
        Self::Dismissed,
        Self::Unanswered,
        Self::NoCollection,
        Self::Silent,
        Self::Changes,
        Self::Forgets,
        Self::KeepsDeleted,
        Self::DeniesAccess,
    ];
}

/// A stand-in for the Secret Service on a session's bus. It leaves the bus when it is dropped.
pub struct SecretService {
    state: Arc<Shared>,
    _connection: Connection,
}

impl SecretService {
    /// A service on the bus of this session, which must have none.
    ///
    /// # Panics
    /// Where it cannot take its name.
    #[must_use]
    pub fn on(session: &Session, behaviour: KeyringBehaviour) -> Self {
        let state = Arc::new(Shared(Mutex::new(State::new(behaviour))));
        let connection = Builder::address(session.bus_address())
            .and_then(|bus| bus.serve_at(SERVICE, Service(Arc::clone(&state))))
            .and_then(|bus| bus.serve_at(COLLECTION, Collection(Arc::clone(&state))))
            .and_then(|bus| bus.name(NAME))
            .and_then(Builder::build)
            .expect("the service is on the bus");
        Self {
            state,
            _connection: connection,
        }
    }

    /// Behaves like this from now on; what it holds stays.
    pub fn behave(&self, behaviour: KeyringBehaviour) {
        let mut state = self.state.lock();
        let kept = std::mem::take(&mut state.items);
        *state = State::new(behaviour);
        state.items = kept;
    }

    /// How many secrets it holds.
    #[must_use]
    pub fn holds(&self) -> usize {
        self.state.lock().items.len()
    }
}

/// An encrypted value: session, parameters, value, content type.
type Secret = (OwnedObjectPath, Vec<u8>, Vec<u8>, String);

struct Kept {
    attributes: HashMap<String, String>,
    secret: Secret,
}

struct State {
    behaviour: KeyringBehaviour,
    is_locked: bool,
    items: BTreeMap<u32, Kept>,
    prompts: u32,
}

impl State {
    fn new(behaviour: KeyringBehaviour) -> Self {
        use KeyringBehaviour::{Dismissed, Unanswered, UnlockedWhenAsked};
        Self {
            behaviour,
            is_locked: matches!(behaviour, Dismissed | Unanswered | UnlockedWhenAsked),
            items: BTreeMap::new(),
            prompts: 0,
        }
    }

    fn found(&self, attributes: &HashMap<String, String>) -> Vec<OwnedObjectPath> {
        let has = |kept: &Kept| {
            attributes
                .iter()
                .all(|(name, value)| kept.attributes.get(name) == Some(value))
        };
        let found = self.items.iter().filter(|(_, kept)| has(kept));
        found.map(|(number, _)| item_path(*number)).collect()
    }
}

struct Shared(Mutex<State>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no call panics")
    }

    /// What every call begins with.
    async fn admit(&self) -> zbus::fdo::Result<()> {
        let behaviour = self.lock().behaviour;
        match behaviour {
            KeyringBehaviour::Silent => std::future::pending().await,
            KeyringBehaviour::DeniesAccess => Err(zbus::fdo::Error::AccessDenied("not you".to_owned())),
            _ => Ok(()),
        }
    }
}

fn item_path(number: u32) -> OwnedObjectPath {
    path(&format!("{COLLECTION}/{number}"))
}

fn path(text: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(text).expect("it is a path")
}

fn no_such_object() -> zbus::fdo::Error {
    zbus::fdo::Error::UnknownObject("no such object".to_owned())
}
