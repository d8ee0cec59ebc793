//! What the program did, for whoever helps: codes, names of causes, versions and durations.
//!
//! The border is a type: an [`Event`] is `Copy`, so that no part of it can be a text from outside, let alone a secret,
//! a code, a token, an address or a name. What other libraries would like to tell is not listened to at all.

mod event;
mod journal;

pub use event::{Event, KeyringCall, LogLevel, OutcomeKind, Program};
pub use journal::Journal;

use std::sync::OnceLock;

static JOURNAL: OnceLock<Journal> = OnceLock::new();

/// Events are written here from now on. The first call counts: a program has one log.
pub fn log_into(journal: Journal) {
    let _first_counts = JOURNAL.set(journal);
}

/// Notes an event, where the program keeps a log. A log that cannot be written stops nothing.
pub fn note(event: Event) {
    if let Some(journal) = JOURNAL.get() {
        let _unwritten = journal.write(event);
    }
}
