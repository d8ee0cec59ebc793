//! The page as the place where the person pastes the address that they end on. The address goes from the clipboard to
//! the sign-in: the page never has it.

use crate::desk::locked;
use crate::links;
use crate::wire::{ProveEvent, SignInEvent};
use tauri::ipc::Channel;
use tokio::sync::{Mutex, mpsc};
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, PasteDesk};
use vincula_core::sign_in::NotPasted;
use zeroize::Zeroizing;

/// The page, for one sign-in.
pub(crate) struct Page<'a> {
    pub(crate) events: Channel<ProveEvent>,
    pub(crate) login: Url,
    pub(crate) pasted: Mutex<mpsc::Receiver<Zeroizing<String>>>,
    /// The address to open, for who wants to take it to another browser.
    pub(crate) address: &'a std::sync::Mutex<Option<Url>>,
}

impl Page<'_> {
    fn say(&self, what: SignInEvent) {
        // The page may be gone; the sign-in then ends with it.
        let _ = self.events.send(ProveEvent::SignIn { what });
    }
}

impl PasteDesk for Page<'_> {
    fn show(&self, attempt: &Attempt<'_>) {
        // Where no browser opens, the page offers the address to copy all the same.
        let _ = links::open_sign_in(&self.login, &attempt.url);
        *locked(self.address) = Some(attempt.url.clone());
        self.say(SignInEvent::WaitsForPaste {
            ends_at: attempt.redirect_uri().to_string(),
        });
    }

    fn next(&self) -> BoxFuture<'_, Option<Zeroizing<String>>> {
        Box::pin(async move { self.pasted.lock().await.recv().await })
    }

    fn not_in_there(&self, why: NotPasted) {
        let is_another = matches!(why, NotPasted::NotForUs(_));
        self.say(SignInEvent::NotInThere { is_another });
    }
}
