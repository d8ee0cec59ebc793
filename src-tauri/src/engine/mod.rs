//! What Tauri does not offer and the sign-in window needs of the engine beneath, one file an engine.
//!
//! The only module with `unsafe` in it: the calls of WebView2 are COM calls, and `GLib` has no safe one for letting go
//! of an object's handlers. `src-tauri/core/tests/borders.rs` holds all other sources to none.

#[cfg(target_os = "linux")]
pub(crate) mod webkit;
#[cfg(windows)]
pub(crate) mod webview2;
