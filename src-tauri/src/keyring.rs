//! The page hears that the keyring asks the person, and may say that they do not want to wait.

use crate::desk::locked;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tauri::ipc::Channel;
use tokio::sync::Notify;
use vincula_assistant::{BoxFuture, KeyringWait};

/// Tells the page while the keyring keeps a call waiting.
#[derive(Default)]
pub(crate) struct KeyringBell {
    page: Mutex<Option<Channel<bool>>>,
    /// How many calls wait.
    calls: AtomicUsize,
    given_up: Notify,
}

impl KeyringBell {
    /// The page hears it from now on; at once, where a call waits already.
    pub(crate) fn heard_by(&self, page: Channel<bool>) {
        *locked(&self.page) = Some(page);
        if self.calls.load(Ordering::SeqCst) > 0 {
            self.ring(true);
        }
    }

    /// Nobody wants to wait any longer.
    pub(crate) fn give_up(&self) {
        self.given_up.notify_waiters();
    }

    fn ring(&self, waits: bool) {
        if let Some(page) = &*locked(&self.page) {
            // A page that is gone has nothing to show.
            let _ = page.send(waits);
        }
    }
}

impl KeyringWait for KeyringBell {
    fn began(&self) {
        self.calls.fetch_add(1, Ordering::SeqCst);
        self.ring(true);
    }

    fn ended(&self) {
        if self.calls.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.ring(false);
        }
    }

    fn given_up(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.given_up.notified())
    }
}
