//! The least that a Tauri app can be: one window, one page, one command.
//!
//! `cargo xtask bench` builds it with Vincula's profile and measures both in the same run.

use std::io::Write as _;
use std::time::Instant;
use tauri::{Manager as _, State, WebviewWindow};

struct Began(Instant);

/// The page has something to show. With `--self-test` the program tells how long that took, and ends.
#[tauri::command]
fn ready(window: WebviewWindow, began: State<'_, Began>) -> tauri::Result<()> {
    window.show()?;
    if std::env::args().any(|argument| argument == "--self-test") {
        let _unheard = writeln!(
            std::io::stdout(),
            "{{\"ready_ms\":{:.1}}}",
            began.0.elapsed().as_secs_f64() * 1000.0
        );
        window.app_handle().exit(0);
    }
    Ok(())
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .manage(Began(Instant::now()))
        .invoke_handler(tauri::generate_handler![ready])
        .run(tauri::generate_context!())
}
