//! The person's own browser.

use crate::links;
use crate::wire::{ProveEvent, SignInEvent};
use tauri::ipc::Channel;
use url::Url;
use vincula_assistant::{Browser, NoBrowser};

/// The person's own browser; the page hears when it was opened.
pub(crate) struct OwnBrowser {
    pub(crate) events: Channel<ProveEvent>,
    /// Entra's address, or the lab's on this machine: the only place that http may go to.
    pub(crate) login: Url,
}

impl Browser for OwnBrowser {
    fn open(&self, address: &Url) -> Result<(), NoBrowser> {
        links::open_sign_in(&self.login, address).map_err(|_| NoBrowser)?;
        // The page may be gone; the sign-in then ends with it.
        let _ = self.events.send(ProveEvent::SignIn {
            what: SignInEvent::InBrowser,
        });
        Ok(())
    }
}
