//! Signing in with the person's own browser, which hands the answer to the system and the system to us
//! (RFC 8252, section 7.1). Anybody can send such an address: the sign-in's `state` alone decides.

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender};
use tokio::time::timeout;
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, Browser, SignInSurface, SurfaceOutcome};
use vincula_core::surface::DeadEnd;
use vincula_core::value::RedirectUri;

/// The person's browser, with the way back by our own scheme.
pub(crate) struct LinkSurface<'a> {
    pub(crate) browser: &'a dyn Browser,
    pub(crate) callbacks: &'a Sender<Url>,
}

impl SignInSurface for LinkSurface<'_> {
    fn redirect_uri(&self, _erps: &RedirectUri) -> RedirectUri {
        RedirectUri::deep_link()
    }

    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        // Before the browser is opened: an answer may be there at once.
        let mut callbacks = self.callbacks.subscribe();
        Box::pin(async move {
            if self.browser.open(&attempt.url).is_err() {
                return SurfaceOutcome::DeadEnd(DeadEnd::WindowMissing);
            }
            timeout(attempt.patience, answer(&attempt, &mut callbacks))
                .await
                .unwrap_or(SurfaceOutcome::TimedOut)
        })
    }
}

async fn answer(attempt: &Attempt<'_>, callbacks: &mut Receiver<Url>) -> SurfaceOutcome {
    loop {
        match callbacks.recv().await {
            Ok(address) if attempt.is_answer(&address).is_ok() => return SurfaceOutcome::Answer(address),
            // Somebody else's: dropped, the person goes on.
            Ok(_) | Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return SurfaceOutcome::Closed,
        }
    }
}
