//! Where the person can sign in, as the page shows it.

use crate::wire::WayView;
use vincula_core::setup::Setup;
use vincula_core::surface::{Allowed, SurfaceKind, first_surface, next_surface};

/// Every surface, open or not.
pub(crate) fn ways(setup: &Setup, allowed: &Allowed) -> Vec<WayView> {
    SurfaceKind::ALL
        .into_iter()
        .map(|surface| WayView {
            surface: surface.as_str().to_owned(),
            is_open: allowed.has(surface),
            registers: surface.registered().map(|address| address.to_string()),
            dead_end: setup
                .surfaces
                .dead_end(surface)
                .map(|why| why.as_str().to_owned()),
        })
        .collect()
}

/// The surface to begin with.
pub(crate) fn first_way(setup: &Setup, allowed: &Allowed) -> String {
    first_surface(allowed, &setup.surfaces).as_str().to_owned()
}

/// The surface to go on with after the last one that led nowhere.
pub(crate) fn next_way(setup: &Setup, allowed: &Allowed) -> Option<String> {
    let (after, why) = SurfaceKind::ALL
        .into_iter()
        .find_map(|surface| Some((surface, setup.surfaces.dead_end(surface)?)))?;
    let next = next_surface(after, why, allowed, &setup.surfaces)?;
    Some(next.as_str().to_owned())
}
