//! Where the person signs in without our window: their own browser, and what brings the answer back from it.

mod browser;
mod hand_back;
mod link;
mod pasted;

pub(crate) use browser::OwnBrowser;
pub(crate) use hand_back::OrHandedBack;
pub(crate) use link::LinkSurface;
pub(crate) use pasted::Page;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use vincula_assistant::{Attempt, SignInSurface, SurfaceOutcome};
use vincula_core::surface::DeadEnd;
use vincula_core::value::RedirectUri;

/// A surface that also ends where the person says that it leads nowhere.
pub(crate) struct UntilDeadEnd<'s> {
    pub(crate) surface: &'s dyn SignInSurface,
    pub(crate) said: std::sync::Mutex<Receiver<DeadEnd>>,
}

impl SignInSurface for UntilDeadEnd<'_> {
    fn redirect_uri(&self, erps: &RedirectUri) -> RedirectUri {
        self.surface.redirect_uri(erps)
    }

    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> vincula_assistant::BoxFuture<'a, SurfaceOutcome> {
        // What was said before this attempt began was said of another.
        let mut said = crate::desk::locked(&self.said).resubscribe();
        Box::pin(async move {
            tokio::select! {
                outcome = self.surface.obtain(attempt) => outcome,
                why = heard(&mut said) => SurfaceOutcome::DeadEnd(why),
            }
        })
    }
}

/// The next thing said; what was lost because nobody looked is passed over.
async fn heard(said: &mut Receiver<DeadEnd>) -> DeadEnd {
    loop {
        match said.recv().await {
            Ok(why) => return why,
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
