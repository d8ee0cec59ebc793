//! Signing in without a window.

use crate::input::Input;
use crate::output;
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, Browser, NoBrowser, PasteDesk, SignInSurface, SurfaceOutcome};
use vincula_core::sign_in::NotPasted;
use vincula_core::text::{Language, text};
use vincula_lab::{Behaviour, Ending, Person};
use zeroize::Zeroizing;

/// The terminal as the place where a person reads what to do and pastes the address.
pub(crate) struct Terminal<'i> {
    pub(crate) language: Language,
    pub(crate) input: &'i Input,
}

impl PasteDesk for Terminal<'_> {
    fn show(&self, attempt: &Attempt<'_>) {
        output::note(&text(self.language, "paste-open", &[]));
        output::note("");
        output::note(attempt.url.as_str());
        output::note("");
        output::note(&text(
            self.language,
            "paste-then",
            &[("redirect", attempt.redirect_uri().as_str())],
        ));
    }

    fn next(&self) -> BoxFuture<'_, Option<Zeroizing<String>>> {
        Box::pin(self.input.line())
    }

    fn not_in_there(&self, why: NotPasted) {
        let said = match why {
            NotPasted::NoAddress | NotPasted::TooLong => "paste-not-an-address",
            NotPasted::NotForUs(_) => "paste-another-address",
        };
        output::note(&text(self.language, said, &[]));
    }
}

/// The person opens the address themselves: a terminal may be on another machine than the browser that they see,
/// and then only they know.
impl Browser for Terminal<'_> {
    fn open(&self, address: &Url) -> Result<(), NoBrowser> {
        output::note(&text(self.language, "loopback-open", &[]));
        output::note("");
        output::note(address.as_str());
        output::note("");
        output::note(&text(self.language, "loopback-then", &[]));
        Ok(())
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
