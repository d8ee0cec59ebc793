//! The program as a whole.

use crate::desk::Desk;
use crate::self_test;
use crate::view;
use crate::wire::{AppView, Fault};
use tauri::{AppHandle, State};
use vincula_core::guide;
use vincula_core::text::Language;

/// What the page needs to begin.
#[tauri::command(async)]
pub(super) fn start(desk: State<'_, Desk>) -> Result<AppView, Fault> {
    Ok(AppView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        language: desk.language().code().to_owned(),
        practice: desk.practice().cloned(),
        guides: guide::built_in().iter().map(view::guide).collect(),
        setups: view::summaries(&desk)?,
    })
}

/// The page shows its first screen.
#[tauri::command(async)]
pub(super) fn page_ready(app: AppHandle) {
    self_test::ready(&app);
}

/// Changes the language, and remembers it.
#[tauri::command(async)]
pub(super) fn set_language(desk: State<'_, Desk>, language: &str) -> Result<(), Fault> {
    desk.set_language(Language::from_code(language).ok_or(Fault::Internal)?);
    Ok(())
}
