//! The guides that come with the program, and those that were put beside them.

use super::model::Guide;
use super::parse::parse;
use super::picture::Pictures;
use std::sync::{LazyLock, OnceLock};

/// Every built-in guide file: its name and its text, in the order in which a person is offered them.
pub(super) const SOURCES: &[(&str, &str)] = &[
    (
        "cloud-gestion.toml",
        include_str!("../../guides/cloud-gestion.toml"),
    ),
    ("mycrmweb.toml", include_str!("../../guides/mycrmweb.toml")),
    ("nocobase.toml", include_str!("../../guides/nocobase.toml")),
    ("ev4.toml", include_str!("../../guides/ev4.toml")),
];

static GUIDES: LazyLock<Vec<Guide>> = LazyLock::new(|| {
    // A test reads every file strictly, so that nothing is left out of a program that passed its tests; and
    // a program that did not should offer its other guides rather than stop.
    SOURCES
        .iter()
        .filter_map(|(file, source)| parse(file, source, &Pictures::default()).ok())
        .collect()
});

/// The guides that come with the program.
#[must_use]
pub fn built_in() -> &'static [Guide] {
    &GUIDES
}

static ADDED: OnceLock<Vec<Guide>> = OnceLock::new();

/// Offers more guides from now on, such as those of IT or of a vendor. Once for the whole program, at its start: a
/// guide that is in use does not change. What comes later is not taken.
pub fn add(guides: Vec<Guide>) {
    let _too_late = ADDED.set(guides);
}

/// The guides that were added.
#[must_use]
pub fn added() -> &'static [Guide] {
    ADDED.get().map_or(&[], Vec::as_slice)
}

/// The guide of this id, built in or added.
#[must_use]
pub fn find(id: &str) -> Option<&'static Guide> {
    built_in().iter().chain(added()).find(|guide| guide.id == id)
}
