//! `--self-test`: does the window come up, and how fast.

use crate::MAIN_WINDOW;
use crate::desk::Desk;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;
use tauri::{AppHandle, Manager as _};

/// How long the page may take to report ready.
const PATIENCE: Duration = Duration::from_mins(1);
/// After this the window is shown, ready or not: a hidden window helps nobody.
const SHOW_ANYWAY: Duration = Duration::from_secs(3);

/// Whether this start is a self-test.
pub(crate) struct SelfTest(pub(crate) bool);

/// Shows the window after a bound, and ends a self-test whose page never reports.
pub(crate) fn watch(app: &AppHandle, self_test: bool) {
    app.manage(SelfTest(self_test));
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SHOW_ANYWAY).await;
        show(&app);
        if self_test {
            tokio::time::sleep(PATIENCE).await;
            say("{\"ready_ms\":null}");
            app.exit(1);
        }
    });
}

/// The page reports that it shows its first screen.
pub(crate) fn ready(app: &AppHandle) {
    show(app);
    if app.state::<SelfTest>().0 {
        say(&format!("{{\"ready_ms\":{}}}", app.state::<Desk>().running_ms()));
        app.exit(0);
    }
}

/// Brings the window in front of the others: somebody started the program a second time.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN_WINDOW) {
        // A window that cannot be brought forward is still there.
        let _ = window.unminimize().and_then(|()| window.set_focus());
    }
}

/// Says on standard error why the assistant cannot start.
pub(crate) fn say_failure(why: &str) -> ExitCode {
    // Nobody listens where standard error is closed; the exit code remains.
    let _ = writeln!(std::io::stderr(), "vincula-desktop: {why}");
    ExitCode::FAILURE
}

fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN_WINDOW) {
        // It may be shown already, or be gone: both are fine.
        let _ = window.show();
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Whoever closed standard output does not want the line.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
