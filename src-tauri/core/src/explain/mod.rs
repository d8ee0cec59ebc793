//! «Te ha salido un error? Pégalo aquí»: from any text that shows an error to the cause behind it.
//!
//! The text may be a bare code, a JSON body of Entra's or Graph's, the address that a sign-in ended on, a line of a
//! log, a mail server's reply, a report of a mail that came back, or a page of Microsoft's copied whole, in Spanish
//! or English. Reading it never fails, takes time in proportion to its length, and gives back nothing that was in
//! it but identifiers of Microsoft's, its time stamp and its own sentence, each by its form: a secret, a code or a
//! token that somebody pasted along is never repeated.

mod evidence;
mod place;
mod read;
mod show;
mod signs;

use crate::problem::catalogue::{Folded, page_of};
use crate::problem::{Circumstances, Evidence, Place, Problem, ProblemKind, Retry};
use crate::text::{Language, text as words};
use std::time::Duration;

/// The most that is looked at, in bytes. Of a longer text the beginning and the end are read.
pub const MOST: usize = 64 * 1024;

/// What is known beside the text.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Where the error came up, where that is known. Otherwise the text tells.
    pub place: Option<Place>,
    /// What is known of the setup.
    pub known: Circumstances,
}

/// What a text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The cause, with what was seen: bounded, and safe to show as text.
    pub problem: Problem,
    /// Where it came up.
    pub place: Place,
    /// Microsoft's own page for the code, where there is one.
    pub link: Option<String>,
}

impl Explanation {
    /// The code, as people write it.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.problem.evidence.code.as_deref()
    }

    /// How long to wait before trying again: what Microsoft asks for, or what usually helps.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        let asked = self.problem.evidence.retry_after_seconds.map(Duration::from_secs);
        let usual = self.problem.kind.wait();
        if self.problem.kind.retry() == Retry::Later {
            asked.or(usual)
        } else {
            None
        }
    }

    /// The sentences.
    #[must_use]
    pub fn words(&self, language: Language) -> Words {
        let kind = self.problem.kind;
        let id = kind.text_id();
        let of = |attribute: &str| words(language, &format!("{id}{attribute}"), &[]);
        Words {
            what: of(""),
            action: of(".do"),
            button: of(".button"),
            it: of(".it"),
            who: words(language, &format!("who-{}", kind.who().as_str()), &[]),
            retry: self.retry(language),
            place: words(language, &format!("place-{}", self.place.as_str()), &[]),
        }
    }

    fn retry(&self, language: Language) -> String {
        let say = |id: &str, args: &[(&str, &str)]| words(language, id, args);
        match (
            self.problem.kind.retry(),
            self.wait().map(|wait| wait.as_secs().div_ceil(60)),
        ) {
            (Retry::Now, _) => say("retry-now", &[]),
            (Retry::AfterFix, _) => say("retry-after-fix", &[]),
            (Retry::Later, Some(0 | 1)) => say("retry-in-a-minute", &[]),
            (Retry::Later, Some(minutes @ 2..60)) => {
                say("retry-in-minutes", &[("minutes", &minutes.to_string())])
            }
            (Retry::Later, Some(60)) => say("retry-in-an-hour", &[]),
            (Retry::Later, Some(minutes)) if minutes <= 48 * 60 => {
                say("retry-in-hours", &[("hours", &minutes.div_ceil(60).to_string())])
            }
            // Nobody waits for days because a server says so.
            (Retry::Later, _) => say("retry-later", &[]),
        }
    }
}

/// An explanation in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What happened: one sentence.
    pub what: String,
    /// What to do: one imperative.
    pub action: String,
    /// The button that does it.
    pub button: String,
    /// What to tell IT.
    pub it: String,
    /// Who must act.
    pub who: String,
    /// Whether trying again helps, and when.
    pub retry: String,
    /// Where it came up.
    pub place: String,
}

/// Says what a text shows. Never fails: of a text that shows nothing it says so.
#[must_use]
pub fn explain(text: &str, context: &Context) -> Explanation {
    let plain = read::plain(text);
    let folded = Folded::of(&plain);
    let place = context
        .place
        .or_else(|| place::of(folded.text()))
        .unwrap_or(Place::Unknown);
    let signs = signs::of(&plain, &folded);
    let Some(verdict) = signs.judge(place) else {
        return nothing(&folded, place);
    };
    let known = match context.known.secret {
        Some(_) => context.known.clone(),
        None => Circumstances {
            secret: signs::secret_sent(&plain),
            ..context.known.clone()
        },
    };
    let said = evidence::said(&plain, &verdict);
    // The full text decides, what is shown of it is less.
    let kind = verdict.kind.sharpened(&known, said);
    let seen = evidence::of(&plain, &folded, &verdict);
    // A code that stands alone is told already; what another program says of the road is not Microsoft's sentence.
    let is_microsofts = !matches!(verdict.place, Place::Network | Place::Machine | Place::Unknown);
    let shown = Some(show::shown(said)).filter(|shown| is_microsofts && shown.contains(' '));
    Explanation {
        problem: Problem::new(kind, seen.with_text(&shown.unwrap_or_default())),
        place: verdict.place,
        link: verdict.number.map(page_of),
    }
}

/// Nothing that is known: either something failed, or the text shows no error at all.
fn nothing(folded: &Folded, place: Place) -> Explanation {
    let kind = if place::speaks_of_a_failure(folded.text()) {
        ProblemKind::Unexpected
    } else {
        ProblemKind::NothingToExplain
    };
    Explanation {
        problem: Problem::new(kind, Evidence::default()),
        place,
        link: None,
    }
}

#[cfg(test)]
mod tests;
