//! What is done to a setup as a whole: its name, a copy, out of the way and back.

use super::setups::id;
use crate::desk::Desk;
use crate::view;
use crate::wire::{Fault, SetupSummary};
use tauri::State;
use vincula_assistant::{archive, duplicate, rename, unarchive};
use vincula_core::setup::SetupName;

/// Gives a setup a name of its own; an empty one takes it back. Gives the list as it is then.
#[tauri::command(async)]
pub(super) fn rename_setup(
    desk: State<'_, Desk>,
    setup: &str,
    name: &str,
) -> Result<Vec<SetupSummary>, Fault> {
    let name = match name.trim() {
        "" => None,
        name => Some(SetupName::parse(name).map_err(|refusal| Fault::ValuesRefused {
            refused: vec![("name".to_owned(), refusal.as_str().to_owned())],
        })?),
    };
    rename(&desk.setups, &id(setup)?, name.as_ref())?;
    view::summaries(&desk)
}

/// Begins the same work once more, without the secret. Gives the list as it is then.
#[tauri::command(async)]
pub(super) fn duplicate_setup(desk: State<'_, Desk>, setup: &str) -> Result<Vec<SetupSummary>, Fault> {
    duplicate(&desk.setups, &desk.clock, &id(setup)?, desk.language())?;
    view::summaries(&desk)
}

/// Puts a setup out of the way. Gives the list as it is then.
#[tauri::command(async)]
pub(super) fn archive_setup(desk: State<'_, Desk>, setup: &str) -> Result<Vec<SetupSummary>, Fault> {
    archive(&desk.setups, &desk.clock, &id(setup)?)?;
    view::summaries(&desk)
}

/// Takes a setup back. Gives the list as it is then.
#[tauri::command(async)]
pub(super) fn unarchive_setup(desk: State<'_, Desk>, setup: &str) -> Result<Vec<SetupSummary>, Fault> {
    unarchive(&desk.setups, &id(setup)?)?;
    view::summaries(&desk)
}
