//! The system's clipboard. It blocks, and some systems serve it from the program that wrote it: so one handle is
//! kept for the life of the program, and never touched from the main thread.

use crate::desk::locked;
use crate::wire::Fault;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use zeroize::Zeroizing;

/// How long the system may take.
const PATIENCE: Duration = Duration::from_secs(3);
/// The most that is looked at, in bytes: whoever copies more has copied something else.
const MOST: usize = 64 * 1024;

/// The system's clipboard.
#[derive(Clone, Default)]
pub(crate) struct Clipboard(Arc<Mutex<Option<arboard::Clipboard>>>);

/// Whether the system should keep what is written in its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum History {
    Keep,
    /// For a secret: Windows (Win+V), KDE and macOS leave it out of their histories.
    LeaveOut,
}

impl Clipboard {
    /// The text on the clipboard.
    pub(crate) async fn read(&self) -> Result<Zeroizing<String>, Fault> {
        let text = self
            .with(|clipboard| clipboard.get_text().map(Zeroizing::new))
            .await;
        match text {
            Ok(text) if text.len() > MOST || text.trim().is_empty() => Err(Fault::ClipboardEmpty),
            Ok(text) => Ok(text),
            Err(Some(arboard::Error::ContentNotAvailable)) => Err(Fault::ClipboardEmpty),
            Err(_) => Err(Fault::ClipboardUnavailable),
        }
    }

    /// Writes a text, and reads it back: «copied» is said only when it is true.
    pub(crate) async fn write(&self, text: Zeroizing<String>, history: History) -> Result<(), Fault> {
        let written = self
            .with(move |clipboard| {
                set(clipboard, &text, history)?;
                let read = Zeroizing::new(clipboard.get_text()?);
                Ok(*read == *text)
            })
            .await;
        if matches!(written, Ok(true)) {
            Ok(())
        } else {
            Err(Fault::ClipboardUnavailable)
        }
    }

    /// Empties the clipboard if it still holds `text`. Whether it was emptied: what was copied since stays.
    pub(crate) async fn clear_if_still(&self, text: Zeroizing<String>) -> bool {
        let cleared = self.with(move |clipboard| {
            let still = Zeroizing::new(clipboard.get_text()?);
            if *still != *text {
                return Ok(false);
            }
            clipboard.clear()?;
            // «Cleared» is said only when it is true.
            let after = clipboard.get_text().map(Zeroizing::new);
            Ok(!after.is_ok_and(|after| *after == *text))
        });
        matches!(cleared.await, Ok(true))
    }

    /// Runs one call within the bound; `Err(None)` where the system did not answer.
    async fn with<T: Send + 'static>(
        &self,
        call: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error> + Send + 'static,
    ) -> Result<T, Option<arboard::Error>> {
        let handle = Arc::clone(&self.0);
        let work = tauri::async_runtime::spawn_blocking(move || {
            let mut handle = locked(&handle);
            if handle.is_none() {
                *handle = Some(arboard::Clipboard::new()?);
            }
            let result = handle
                .as_mut()
                .map_or(Err(arboard::Error::ClipboardNotSupported), call);
            if result.is_err() {
                // The next call opens it anew: the display may have come back.
                *handle = None;
            }
            result
        });
        match tokio::time::timeout(PATIENCE, work).await {
            Ok(Ok(result)) => result.map_err(Some),
            _ => Err(None),
        }
    }
}

#[cfg(target_os = "linux")]
fn set(clipboard: &mut arboard::Clipboard, text: &str, history: History) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux as _;
    let set = clipboard.set();
    if history == History::LeaveOut {
        set.exclude_from_history().text(text)
    } else {
        set.text(text)
    }
}

#[cfg(windows)]
fn set(clipboard: &mut arboard::Clipboard, text: &str, history: History) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows as _;
    let set = clipboard.set();
    if history == History::LeaveOut {
        set.exclude_from_history()
            .exclude_from_cloud()
            .exclude_from_monitoring()
            .text(text)
    } else {
        set.text(text)
    }
}

#[cfg(target_os = "macos")]
fn set(clipboard: &mut arboard::Clipboard, text: &str, history: History) -> Result<(), arboard::Error> {
    use arboard::SetExtApple as _;
    let set = clipboard.set();
    if history == History::LeaveOut {
        set.exclude_from_history().text(text)
    } else {
        set.text(text)
    }
}
