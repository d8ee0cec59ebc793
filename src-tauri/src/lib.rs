//! The desktop shell: windows, commands, clipboard, start. Thin: what the program does is in
//! `vincula-assistant`, what it says is in `vincula-core`, what it looks like is in `ui/`.
//!
//! The border: the page reaches Rust by the commands in `commands` alone, and only the main window may call
//! them. Everything that crosses is declared in [`wire`].

mod clipboard;
mod commands;
mod companion;
mod deep_links;
mod desk;
mod engine;
mod hosts;
mod keyring;
mod links;
mod options;
mod place;
mod practice;
mod reminders;
mod self_test;
mod sign_in_window;
mod surfaces;
mod view;
pub mod wire;

pub use options::Options;

use desk::Desk;
use std::process::ExitCode;
use tauri::ipc::Invoke;
use tauri::{Manager as _, RunEvent, WindowEvent};
use vincula_assistant::{Event, Journal, Program, keep_memory_private, log_into, note};
use vincula_core::text::text;

/// The label of the window that shows our page.
pub(crate) const MAIN_WINDOW: &str = "main";

/// Opens the assistant and returns when its window is closed.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    // Before there is anything to keep private.
    let is_private = keep_memory_private().is_ok();
    let self_test = options.self_test;
    let desk = match tauri::async_runtime::block_on(Desk::open(options)) {
        Ok(desk) => desk,
        Err(error) => return self_test::say_failure(&error.to_string()),
    };
    log_into(Journal::of(desk.data(), options.log_level));
    note(Event::Started {
        program: Program::Window,
        version: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
        lab: desk.is_lab(),
    });
    if !is_private {
        note(Event::MemoryNotPrivate);
    }
    let mut builder = tauri::Builder::default();
    if !self_test {
        // First of all plugins, so that a second start ends before it has opened anything.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, arguments, _folder| {
            deep_links::of_arguments(app, &arguments);
        }));
    }
    let link = options.link.clone();
    let handler = commands::handler();
    let app = builder
        .plugin(tauri_plugin_deep_link::init())
        .manage(desk)
        .setup(move |app| {
            self_test::watch(app.handle(), self_test);
            if !self_test {
                deep_links::register(app.handle());
                reminders::tell(app.handle());
            }
            if let Some(address) = link {
                deep_links::take(app.handle(), &address);
            }
            Ok(())
        })
        .invoke_handler(move |invoke: Invoke| {
            // The capability says the same. Two locks, because this is the only border a hostile page meets.
            if invoke.message.webview_ref().label() == MAIN_WINDOW {
                handler(invoke)
            } else {
                invoke.resolver.reject("forbidden");
                true
            }
        })
        .build(tauri::generate_context!());
    let app = match app {
        Ok(app) => app,
        Err(error) => return self_test::say_failure(&error.to_string()),
    };
    // Where there is a session bus, a second start has ended by now. Where there is none, it ends here, before it has
    // a window. A self-test changes nothing and need not be alone.
    if !self_test {
        let desk = app.state::<Desk>();
        match desk.window_lock() {
            Ok(Some(lock)) => app.manage(lock),
            Ok(None) => return self_test::say_failure(&text(desk.language(), "already-open", &[])),
            Err(error) => return self_test::say_failure(&error.to_string()),
        };
    }
    app.run(|app, event| {
        // The sign-in window must not outlive the page that it works for.
        if let RunEvent::WindowEvent {
            label,
            event: WindowEvent::Destroyed,
            ..
        } = event
            && label == MAIN_WINDOW
        {
            app.exit(0);
        }
    });
    ExitCode::SUCCESS
}
