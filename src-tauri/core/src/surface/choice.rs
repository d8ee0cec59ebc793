//! Which surface comes first, and which one next.

use super::{DeadEnd, SurfaceHistory, SurfaceKind};

/// The surfaces that this machine and this registration allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed(Vec<SurfaceKind>);

impl Allowed {
    /// These, and the pasted address, which needs nothing of anybody.
    #[must_use]
    pub fn of(surfaces: impl IntoIterator<Item = SurfaceKind>) -> Self {
        let mut all: Vec<SurfaceKind> = surfaces.into_iter().chain([SurfaceKind::Pasted]).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// The surfaces, the most comfortable one first.
    pub fn iter(&self) -> impl Iterator<Item = SurfaceKind> {
        self.0.iter().copied()
    }

    /// Whether a surface is one of them.
    #[must_use]
    pub fn has(&self, surface: SurfaceKind) -> bool {
        self.0.contains(&surface)
    }
}

/// The surface to begin with: the one that led to an answer last or was chosen, else the most comfortable one that
/// has not led nowhere. Where all have, the person begins anew with the first.
#[must_use]
pub fn first_surface(allowed: &Allowed, history: &SurfaceHistory) -> SurfaceKind {
    history
        .preferred()
        .filter(|surface| allowed.has(*surface))
        .or_else(|| {
            allowed
                .iter()
                .find(|surface| history.dead_end(*surface).is_none())
        })
        .or_else(|| allowed.iter().next())
        .unwrap_or(SurfaceKind::Pasted)
}

/// The surface to go on with after `after` led nowhere, or `None` where none would lead further: an approval is
/// missing everywhere, and whoever has been everywhere has to mend something first.
#[must_use]
pub fn next_surface(
    after: SurfaceKind,
    why: DeadEnd,
    allowed: &Allowed,
    history: &SurfaceHistory,
) -> Option<SurfaceKind> {
    if why == DeadEnd::ApprovalNeeded {
        return None;
    }
    allowed
        .iter()
        .filter(|surface| *surface != after)
        .filter(|surface| history.dead_end(*surface).is_none())
        .find(|surface| !shares(*surface, why))
}

/// Whether a surface ends in the same way. Devices and passkeys are a matter of the window against a browser.
fn shares(surface: SurfaceKind, why: DeadEnd) -> bool {
    let is_window = surface == SurfaceKind::Window;
    match why {
        DeadEnd::DeviceRule | DeadEnd::Passkey | DeadEnd::BlankPage | DeadEnd::WindowMissing => is_window,
        DeadEnd::ApprovalNeeded | DeadEnd::ErrorPage | DeadEnd::TimedOut => false,
    }
}
