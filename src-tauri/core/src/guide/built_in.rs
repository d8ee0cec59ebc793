//! The guides that come with the program, and those that were put beside them.

use super::model::Guide;
use super::parse::parse;
use super::picture::Pictures;
use serde::Serialize;
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

/// Where a guide comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The program.
    BuiltIn,
    /// The person's own folder: they, or a vendor, put it there.
    Added,
    /// The folder of this machine, which only an administrator may write: IT put it there.
    Machine,
}

/// A guide that does not come with the program.
#[derive(Clone, Debug)]
pub struct AddedGuide {
    /// The guide.
    pub guide: Guide,
    /// Who put it there.
    pub origin: Origin,
}

static ADDED: OnceLock<Vec<AddedGuide>> = OnceLock::new();

/// Offers more guides from now on, such as those of IT or of a vendor. Once for the whole program, at its start: a
/// guide that is in use does not change. What comes later is not taken.
pub fn add(guides: Vec<AddedGuide>) {
    let _too_late = ADDED.set(guides);
}

/// The guides that were added.
pub fn added() -> impl Iterator<Item = &'static Guide> {
    ADDED.get().into_iter().flatten().map(|added| &added.guide)
}

/// The guide of this id, built in or added.
#[must_use]
pub fn find(id: &str) -> Option<&'static Guide> {
    built_in().iter().chain(added()).find(|guide| guide.id == id)
}

/// Where the guide of this id comes from.
#[must_use]
pub fn origin(id: &str) -> Origin {
    let mut added = ADDED.get().into_iter().flatten();
    added
        .find(|added| added.guide.id == id)
        .map_or(Origin::BuiltIn, |added| added.origin)
}
