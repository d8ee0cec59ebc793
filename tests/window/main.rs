//! The real window, driven by WebDriver on a display of its own: WebKitGTK, the keyring, the clipboard and the
//! sign-in window are real; Microsoft is the lab.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up must stop"
)]

mod axe;
mod borders;
mod companion;
mod failures;
mod fast_path;
mod files;
mod hostile;
mod it;
mod kept;
mod keyboard;
mod main_job;
mod pictures;
mod support;
mod surfaces;
mod walk;
