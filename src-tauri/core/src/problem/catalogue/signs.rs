//! What was seen of an error, before it is judged.

use super::fold::Folded;
use super::table::{Phrase, TABLES};
use crate::problem::ProblemKind;

/// The most signs of one kind that are kept: the last ones, which a log puts last and a wrapped error innermost.
const MOST: usize = 64;

/// What was seen of an error.
#[derive(Debug, Default)]
pub struct Signs {
    pub(super) seen: Vec<Seen>,
}

#[derive(Debug)]
pub(super) struct Seen {
    pub(super) what: What,
    /// Where it stood: of two that tell as much, the later one is taken.
    pub(super) at: usize,
}

/// One sign.
#[derive(Debug)]
pub(super) enum What {
    Entra(u32),
    /// A name of Graph's; whether it stood where a code stands, or can be no other word.
    Graph(String, bool),
    Name(String),
    Subcode(String),
    Smtp(String),
    /// What stands where a code stands and is none that is known.
    Stranger(String),
    /// An HTTP status; whether it tells something by itself.
    Status(u16, bool),
    /// A phrase, by its place in the table.
    Phrase(usize),
}

impl Signs {
    fn keep(&mut self, what: What, at: usize) {
        let is_same = |seen: &Seen| std::mem::discriminant(&seen.what) == std::mem::discriminant(&what);
        if self.seen.iter().filter(|seen| is_same(seen)).count() >= MOST
            && let Some(oldest) = self.seen.iter().position(is_same)
        {
            self.seen.remove(oldest);
        }
        self.seen.push(Seen { what, at });
    }

    /// A number of Entra's.
    pub fn entra(&mut self, code: u32) {
        self.entra_at(code, self.seen.len());
    }

    pub(crate) fn entra_at(&mut self, code: u32, at: usize) {
        self.keep(What::Entra(code), at);
    }

    /// A code of Graph's, from where a code stands.
    pub fn graph(&mut self, code: &str) {
        self.graph_at(code, true, self.seen.len());
    }

    pub(crate) fn graph_at(&mut self, code: &str, is_telling: bool, at: usize) {
        if let Some((name, _)) = TABLES.graph(code) {
            self.keep(What::Graph(name.to_owned(), is_telling), at);
        }
    }

    /// The standard name of an error, such as `invalid_grant`.
    pub fn name(&mut self, error: &str) {
        self.name_at(error, self.seen.len());
    }

    pub(crate) fn name_at(&mut self, error: &str, at: usize) {
        if let Some((name, _)) = TABLES.name(error) {
            self.keep(What::Name(name.to_owned()), at);
        }
    }

    /// Entra's `suberror` or `error_subcode`.
    pub fn subcode(&mut self, subcode: &str) {
        self.subcode_at(subcode, self.seen.len());
    }

    pub(crate) fn subcode_at(&mut self, subcode: &str, at: usize) {
        if TABLES.subcode(subcode).is_some() {
            self.keep(What::Subcode(subcode.to_owned()), at);
        }
    }

    pub(crate) fn smtp_at(&mut self, code: &str, at: usize) {
        if TABLES.smtp(code).is_some() {
            self.keep(What::Smtp(code.to_owned()), at);
        }
    }

    /// A name that stands where a code stands, has the form of one and is not known.
    pub(crate) fn stranger_at(&mut self, name: &str, at: usize) {
        self.keep(What::Stranger(name.to_owned()), at);
    }

    /// The HTTP status of an answer whose code is known. By itself it tells only that the road or the service is
    /// at fault: what else it says, the code says better.
    pub fn status(&mut self, status: u16) {
        let is_telling = TABLES.status(status).is_some_and(ProblemKind::is_inconclusive);
        self.keep(What::Status(status, is_telling), self.seen.len());
    }

    /// A status that may be all that there is.
    pub(crate) fn status_at(&mut self, status: u16, at: usize) {
        self.keep(What::Status(status, true), at);
    }

    /// What Microsoft said beside a code: the phrases that make the code more precise.
    pub fn refinements(&mut self, text: &str) {
        self.phrases(&Folded::of(text), |phrase| phrase.needs.is_some());
    }

    /// Every phrase in a text, the last time that it is said.
    pub(crate) fn words(&mut self, folded: &Folded) {
        self.phrases(folded, |_| true);
    }

    fn phrases(&mut self, folded: &Folded, is_wanted: impl Fn(&Phrase) -> bool) {
        let Some(finder) = &TABLES.finder else { return };
        let text = folded.text();
        let mut last: Vec<Option<usize>> = vec![None; TABLES.phrases.len()];
        for found in finder.find_overlapping_iter(text) {
            let index = found.pattern().as_usize();
            if TABLES.phrases.get(index).is_some_and(&is_wanted)
                && stands_alone(text.as_bytes(), found.start(), found.end())
                && let Some(place) = last.get_mut(index)
            {
                *place = Some(found.start());
            }
        }
        let found = last.into_iter().enumerate();
        self.seen.extend(found.filter_map(|(index, at)| {
            Some(Seen {
                what: What::Phrase(index),
                at: folded.place(at?),
            })
        }));
    }
}

/// Whether no letter or digit beside a phrase makes another word of its ends.
fn stands_alone(text: &[u8], start: usize, end: usize) -> bool {
    let is_word = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let before = start.checked_sub(1);
    !(is_word(before) && is_word(Some(start)) || is_word(end.checked_sub(1)) && is_word(Some(end)))
}
