//! ERPs whose own callback page passes the answer on to the program: the person signs in anywhere, the ERP's page opens
//! `app.vincula://callback` with the query that it got, and the answer is at home without a paste.

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender};
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, SignInSurface, SurfaceOutcome};
use vincula_core::value::RedirectUri;

/// A surface whose answer may also be handed back by the ERP's page.
pub(crate) struct OrHandedBack<'s> {
    pub(crate) surface: &'s dyn SignInSurface,
    pub(crate) callbacks: &'s Sender<Url>,
}

impl SignInSurface for OrHandedBack<'_> {
    fn redirect_uri(&self, erps: &RedirectUri) -> RedirectUri {
        self.surface.redirect_uri(erps)
    }

    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        let mut callbacks = self.callbacks.subscribe();
        Box::pin(async move {
            let handed = attempt.clone();
            tokio::select! {
                outcome = self.surface.obtain(attempt) => outcome,
                address = handed_back(&handed, &mut callbacks) => SurfaceOutcome::Answer(address),
            }
        })
    }
}

/// The ERP's own address with the query that its page handed on: it is this sign-in's answer, or nothing.
async fn handed_back(attempt: &Attempt<'_>, callbacks: &mut Receiver<Url>) -> Url {
    loop {
        match callbacks.recv().await {
            Ok(callback) => {
                let mut address = attempt.redirect_uri().url().clone();
                address.set_query(callback.query());
                if attempt.is_answer(&address).is_ok() {
                    return address;
                }
            }
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
