//! A notice on the desktop at the start, where a secret ends soon or has ended: once for each threshold.
//!
//! Not by Tauri's plugin: it puts a script of its own into every page, and Microsoft's is one of them.
//!
//! It fails in silence. A desktop without notices shows none, and the list says the same.

use crate::desk::Desk;
use notify_rust::{Notification, Timeout};
use std::thread;
use tauri::{AppHandle, Manager as _};
use vincula_assistant::{Clock as _, SetupStore as _, note_reminded};
use vincula_core::health::{Reminded, Warning, due};
use vincula_core::setup::{Setup, SetupName};
use vincula_core::text::{Language, text};

/// Tells the person what they have to be told today, on a thread of its own: a desktop that never answers keeps
/// nobody waiting.
pub(crate) fn tell(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        let desk = app.state::<Desk>();
        let today = desk.clock.today();
        let setups = desk.setups.list().unwrap_or_default();
        for (setup, told) in setups
            .iter()
            .filter_map(|setup| Some((setup, due(setup, today)?)))
        {
            if show(setup, told, desk.language()) {
                // Where it cannot be kept, the person is told once more next time.
                let _kept = note_reminded(&desk.setups, &setup.id, told);
            }
        }
    });
}

/// Whether the desktop took it.
fn show(setup: &Setup, told: Reminded, language: Language) -> bool {
    let what = setup
        .name
        .as_ref()
        .map_or(setup.mailbox.as_str(), SetupName::as_str);
    let date = told.ends.strftime("%d/%m/%Y").to_string();
    let (title, body) = match told.warning {
        Warning::Month => ("notice-month", "notice-body"),
        Warning::Week => ("notice-week", "notice-body"),
        Warning::Day => ("notice-day", "notice-body"),
        Warning::Ended => ("notice-ended", "notice-body-ended"),
    };
    let mut notice = Notification::new();
    notice
        .appname("Vincula")
        .icon("vincula-desktop")
        .summary(&text(language, title, &[("what", what), ("date", &date)]))
        .body(&text(language, body, &[]))
        .timeout(Timeout::Default);
    #[cfg(windows)]
    notice.app_id("app.vincula.desktop");
    notice.show().is_ok()
}
