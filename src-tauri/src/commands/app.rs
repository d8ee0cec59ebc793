//! The program as a whole.

use crate::MAIN_WINDOW;
use crate::desk::{Desk, locked};
use crate::self_test;
use crate::view;
use crate::wire::{AppView, Fault, LookView, ProposalView};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _, State};
use vincula_core::guide;
use vincula_core::text::Language;

/// What the page needs to begin.
#[tauri::command(async)]
pub(super) fn start(desk: State<'_, Desk>) -> Result<AppView, Fault> {
    Ok(AppView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        language: desk.language().code().to_owned(),
        look: view::look(desk.preferences().look),
        guide_faults: desk.guide_faults.clone(),
        practice: desk.practice().cloned(),
        guides: guide::built_in()
            .iter()
            .chain(guide::added())
            .map(view::guide)
            .collect(),
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

/// Changes how the page looks and moves, and remembers it.
#[tauri::command(async)]
pub(super) fn set_look(desk: State<'_, Desk>, look: LookView) {
    desk.prefer(|preferences| preferences.look = look.into());
}

/// Opens the system's own print dialog for the page, which can also make a PDF of it.
#[tauri::command]
pub(super) async fn print_page(app: AppHandle) -> Result<(), Fault> {
    let window = app.get_webview_window(MAIN_WINDOW).ok_or(Fault::Internal)?;
    window.print().map_err(|_| Fault::Internal)
}

/// Tells the page of setups that somebody proposes by a link, from now on and what came before.
#[tauri::command(async)]
pub(super) fn hear_proposals(desk: State<'_, Desk>, proposals: Channel<ProposalView>) {
    if let Some(link) = locked(&desk.proposal).take() {
        // The page has just asked: it is there.
        let _ = proposals.send(view::proposal(&link));
    }
    *locked(&desk.links) = Some(proposals);
}
