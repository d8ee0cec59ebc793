//! What happened on the surfaces before, kept with the setup.

use super::{DeadEnd, SurfaceKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What happened on the surfaces before. At most one entry a surface, so that it never grows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SurfaceHistory {
    /// The surface that the person chose, or that led to an answer, last.
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred: Option<SurfaceKind>,
    /// The surfaces that led nowhere, and why.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dead: BTreeMap<SurfaceKind, DeadEnd>,
}

impl SurfaceHistory {
    /// Whether nothing has happened: a file need not say so.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The surface to begin with, where one has proven itself or was chosen.
    #[must_use]
    pub fn preferred(&self) -> Option<SurfaceKind> {
        self.preferred
    }

    /// Why a surface led nowhere, where it did.
    #[must_use]
    pub fn dead_end(&self, surface: SurfaceKind) -> Option<DeadEnd> {
        self.dead.get(&surface).copied()
    }

    /// An answer came on this surface.
    pub fn answered(&mut self, surface: SurfaceKind) {
        self.choose(surface);
    }

    /// The person wants this surface, whatever happened on it before.
    pub fn choose(&mut self, surface: SurfaceKind) {
        self.dead.remove(&surface);
        self.preferred = Some(surface);
    }

    /// This surface led nowhere.
    pub fn failed(&mut self, surface: SurfaceKind, why: DeadEnd) {
        if self.preferred == Some(surface) {
            self.preferred = None;
        }
        self.dead.insert(surface, why);
    }
}
