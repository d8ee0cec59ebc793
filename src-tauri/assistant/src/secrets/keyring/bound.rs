//! A call that may never end, and how long it is waited for.

use super::Patience;
use crate::ports::{KeyringWait, SecretFault};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use tokio::sync::oneshot;
use tokio::time::timeout;

/// What the thread of a call and whoever waits for it know of each other.
#[derive(Debug, Default)]
pub(super) struct Call {
    is_left_behind: AtomicBool,
    is_locked: AtomicBool,
}

impl Call {
    /// The keyring was found locked, and asks the person.
    #[cfg_attr(
        not(target_os = "linux"),
        expect(dead_code, reason = "elsewhere nothing tells it before the call itself")
    )]
    pub(super) fn found_locked(&self) {
        self.is_locked.store(true, Ordering::SeqCst);
    }

    /// It was unlocked.
    pub(super) fn found_unlocked(&self) {
        self.is_locked.store(false, Ordering::SeqCst);
    }

    /// Whether somebody still waits. A call that was given up must not write when the keyring wakes up at last: a
    /// newer secret may be in it.
    pub(super) fn still_wanted(&self) -> Result<(), SecretFault> {
        if self.is_left_behind.load(Ordering::SeqCst) {
            Err(SecretFault::Hung)
        } else {
            Ok(())
        }
    }

    /// Why it took too long.
    fn why(&self) -> SecretFault {
        if self.is_locked.load(Ordering::SeqCst) {
            SecretFault::Locked
        } else {
            SecretFault::Hung
        }
    }
}

/// Leaves the call behind, however the waiting ends: by its bound, by the person, or because the whole use case was
/// dropped.
struct Waiting<'a> {
    call: Arc<Call>,
    heard_by: Option<&'a dyn KeyringWait>,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.call.is_left_behind.store(true, Ordering::SeqCst);
        if let Some(wait) = self.heard_by {
            wait.ended();
        }
    }
}

/// Runs a call on a thread of its own: silently at first, then with the person told.
pub(super) async fn run<T: Send + 'static>(
    wait: &dyn KeyringWait,
    patience: Patience,
    act: impl FnOnce(&Call) -> Result<T, SecretFault> + Send + 'static,
) -> Result<T, SecretFault> {
    let (tell, mut hear) = oneshot::channel();
    let call = Arc::new(Call::default());
    let theirs = Arc::clone(&call);
    thread::spawn(move || {
        // Nobody hears it any more where the bound has passed.
        let _unheard = tell.send(act(&theirs));
    });
    let mut waiting = Waiting { call, heard_by: None };
    let answer = if let Ok(answer) = timeout(patience.silent, &mut hear).await {
        answer
    } else {
        wait.began();
        waiting.heard_by = Some(wait);
        let rest = patience.whole.saturating_sub(patience.silent);
        tokio::select! {
            answer = timeout(rest, hear) => answer.map_err(|_| waiting.call.why())?,
            () = wait.given_up() => return Err(SecretFault::Denied),
        }
    };
    // The thread ends without a word only where a library of the keyring's panics.
    answer.unwrap_or(Err(SecretFault::Unavailable))
}
