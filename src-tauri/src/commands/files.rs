//! The files in which setups are kept: what has to be told of them.

use crate::desk::Desk;
use crate::view;
use crate::wire::{Fault, FilesView};
use tauri::State;
use vincula_assistant::SetupStore as _;

/// What has to be told of the setups' files.
#[tauri::command(async)]
pub(super) fn look_at_files(desk: State<'_, Desk>) -> Result<FilesView, Fault> {
    view::files(&desk)
}

/// The person knows of the mishaps that lie at these places: they are told no more.
#[tauri::command(async)]
pub(super) fn mishaps_known(desk: State<'_, Desk>, paths: Vec<String>) -> Result<FilesView, Fault> {
    let mut known = desk.setups.survey()?.mishaps;
    // What happened since the page asked is told the next time.
    known.retain(|mishap| paths.contains(&mishap.aside.display().to_string()));
    desk.setups.mishaps_known(&known)?;
    view::files(&desk)
}
