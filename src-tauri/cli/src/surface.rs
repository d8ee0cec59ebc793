//! Signing in without a window.

use crate::input::Input;
use crate::output;
use tokio::time::timeout;
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, SignInSurface, SurfaceOutcome};
use vincula_core::text::{Language, text};
use vincula_lab::{Behaviour, Ending, Person};

/// The person signs in with their own browser, and pastes the address of the page that they end on.
pub(crate) struct PastedAddress<'i> {
    pub(crate) language: Language,
    pub(crate) input: &'i Input,
}

impl SignInSurface for PastedAddress<'_> {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            output::note(&text(self.language, "paste-open", &[]));
            output::note("");
            output::note(attempt.url.as_str());
            output::note("");
            output::note(&text(
                self.language,
                "paste-then",
                &[("redirect", attempt.redirect_uri().as_str())],
            ));
            let answer = async {
                while let Some(line) = self.input.line().await {
                    let Ok(address) = Url::parse(line.trim()) else {
                        output::note(&text(self.language, "paste-not-an-address", &[]));
                        continue;
                    };
                    if attempt.is_answer(&address).is_ok() {
                        return SurfaceOutcome::Answer(address);
                    }
                    output::note(&text(self.language, "paste-another-address", &[]));
                }
                SurfaceOutcome::Closed
            };
            timeout(attempt.patience, answer)
                .await
                .unwrap_or(SurfaceOutcome::TimedOut)
        })
    }
}

/// The lab's own sample person signs in: for practising without a window.
pub(crate) struct SamplePerson {
    pub(crate) address: String,
}

impl SignInSurface for SamplePerson {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            let visit = Person::new(&self.address, Behaviour::Accept)
                .visit(&attempt.url)
                .await;
            match visit {
                Ok(Ending::Redirected(address)) if attempt.is_answer(&address).is_ok() => {
                    SurfaceOutcome::Answer(address)
                }
                Ok(Ending::Stuck { .. }) => SurfaceOutcome::ErrorPage,
                _ => SurfaceOutcome::Closed,
            }
        })
    }
}
