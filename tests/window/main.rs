//! The real window, driven by WebDriver on a display of its own: WebKitGTK, the keyring, the clipboard and the
//! sign-in window are real; Microsoft is the lab.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up must stop"
)]

mod alive;
mod axe;
mod borders;
mod companion;
mod erps;
mod failures;
mod fast_path;
mod files;
mod hostile;
mod it;
mod kept;
mod keyboard;
mod main_job;
mod pictures;
mod secrets;
mod setup_file;
mod sign_ins;
mod support;
mod surfaces;
mod walk;
