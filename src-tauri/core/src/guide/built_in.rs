//! The guides that come with the program.

use super::model::Guide;
use super::parse::parse;
use std::sync::LazyLock;

/// Every built-in guide file: its name and its text, in the order in which a person is offered them.
pub(super) const SOURCES: &[(&str, &str)] = &[(
    "cloud-gestion.toml",
    include_str!("../../guides/cloud-gestion.toml"),
)];

static GUIDES: LazyLock<Vec<Guide>> = LazyLock::new(|| {
    // A test reads every file strictly, so that nothing is left out of a program that passed its tests; and
    // a program that did not should offer its other guides rather than stop.
    SOURCES
        .iter()
        .filter_map(|(file, source)| parse(file, source).ok())
        .collect()
});

/// The guides that come with the program.
#[must_use]
pub fn built_in() -> &'static [Guide] {
    &GUIDES
}

/// The built-in guide of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Guide> {
    built_in().iter().find(|guide| guide.id == id)
}
