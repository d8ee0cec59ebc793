//! The real window, driven by WebDriver on a display of its own: WebKitGTK, the keyring, the clipboard and the
//! sign-in window are real; Microsoft is the lab.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop"
)]

mod borders;
mod failures;
mod hostile;
mod main_job;
mod pictures;
mod support;
