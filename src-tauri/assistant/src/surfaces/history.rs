//! What happened on a surface is kept with the setup, so that the next sign-in begins where one can end.

use crate::log::{Event, note};
use crate::ports::{SetupFault, SetupStore};
use vincula_core::setup::SetupId;
use vincula_core::surface::{DeadEnd, SurfaceHistory, SurfaceKind};

/// The person wants this surface, whatever happened on it before.
///
/// # Errors
/// Where the setup could not be read or kept.
pub fn choose_surface(setups: &dyn SetupStore, id: &SetupId, surface: SurfaceKind) -> Result<(), SetupFault> {
    note(Event::SurfaceChosen { surface });
    change(setups, id, |history| history.choose(surface))
}

/// An answer came on this surface.
///
/// # Errors
/// Where the setup could not be read or kept.
pub fn note_answer(setups: &dyn SetupStore, id: &SetupId, surface: SurfaceKind) -> Result<(), SetupFault> {
    note(Event::SurfaceAnswered { surface });
    change(setups, id, |history| history.answered(surface))
}

/// This surface led nowhere.
///
/// # Errors
/// Where the setup could not be read or kept.
pub fn note_dead_end(
    setups: &dyn SetupStore,
    id: &SetupId,
    surface: SurfaceKind,
    why: DeadEnd,
) -> Result<(), SetupFault> {
    note(Event::SurfaceFailed { surface, why });
    change(setups, id, |history| history.failed(surface, why))
}

/// The setup counts as unchanged: no value of it is another, and what was proven stays proven.
fn change(
    setups: &dyn SetupStore,
    id: &SetupId,
    change: impl Fn(&mut SurfaceHistory),
) -> Result<(), SetupFault> {
    setups.update(id, &mut |setup| change(&mut setup.surfaces))?;
    Ok(())
}
