//! The real window, driven by WebDriver on a display of its own: WebKitGTK, the keyring, the clipboard and the
//! sign-in window are real; Microsoft is the lab.

mod borders;
mod failures;
mod main_job;
mod pictures;
mod support;
