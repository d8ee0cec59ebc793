//! Signing in with any browser, on any machine: the person pastes the address of the page that they end on.

use crate::ports::{Attempt, BoxFuture, SignInSurface, SurfaceOutcome};
use std::time::Duration;
use tokio::time::timeout;
use vincula_core::sign_in::NotPasted;
use zeroize::Zeroizing;

/// How long lines are taken for one paste: a terminal hands over the lines of a broken address one by one.
const GATHER: Duration = Duration::from_millis(150);
/// The most that is kept of one paste, in bytes.
const LONGEST: usize = 64 * 1024;

/// Where the person reads what to do and pastes the address.
pub trait PasteDesk: Send + Sync {
    /// Shows which address to open, and on which one the browser will end.
    fn show(&self, attempt: &Attempt<'_>);
    /// What the person pastes next, a line or all of it; `None` when nothing more will come. Can be dropped while
    /// it waits, and nothing is lost.
    fn next(&self) -> BoxFuture<'_, Option<Zeroizing<String>>>;
    /// Says that the answer was not in what was pasted. The sign-in goes on waiting.
    fn not_in_there(&self, why: NotPasted);
}

/// The person pastes the address of the page that they end on.
pub struct PastedSurface<'d> {
    /// Where they read and paste.
    pub desk: &'d dyn PasteDesk,
}

impl PastedSurface<'_> {
    async fn answer(&self, attempt: &Attempt<'_>) -> SurfaceOutcome {
        let mut before = Zeroizing::new(String::new());
        while let Some(first) = self.desk.next().await {
            let paste = self.rest_of(first).await;
            let found = attempt.find_in(&paste).or_else(|why| {
                // Somebody who pastes line by line has pasted the first half before.
                let both = Zeroizing::new(format!("{}\n{}", *before, *paste));
                attempt.find_in(&both).map_err(|_| why)
            });
            match found {
                Ok(address) => return SurfaceOutcome::Answer(address),
                Err(why) => self.desk.not_in_there(why),
            }
            before = paste;
        }
        SurfaceOutcome::Closed
    }

    /// The lines that belong to the same paste.
    async fn rest_of(&self, first: Zeroizing<String>) -> Zeroizing<String> {
        let mut paste = first;
        while paste.len() < LONGEST {
            let Ok(Some(line)) = timeout(GATHER, self.desk.next()).await else {
                break;
            };
            paste = Zeroizing::new(format!("{}\n{}", *paste, *line));
        }
        paste
    }
}

impl SignInSurface for PastedSurface<'_> {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            self.desk.show(&attempt);
            timeout(attempt.patience, self.answer(&attempt))
                .await
                .unwrap_or(SurfaceOutcome::TimedOut)
        })
    }
}
