//! Of everything that was seen of an error, the sign that tells most.

use super::fold::Folded;
use super::table::{Condition, Phrase, Row, TABLES, Weight};
use crate::problem::{Place, ProblemKind};

/// The most signs of one kind that are kept: the last ones, which a log puts last and a wrapped error innermost.
const MOST: usize = 64;

/// What was seen of an error.
#[derive(Debug, Default)]
pub struct Signs {
    seen: Vec<Seen>,
}

#[derive(Debug)]
struct Seen {
    what: What,
    /// Where it stood: of two that tell as much, the later one is taken.
    at: usize,
}

#[derive(Debug)]
enum What {
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

/// The sign that told most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The cause.
    pub kind: ProblemKind,
    /// The code as people write it, where one was seen.
    pub code: Option<String>,
    /// Entra's number, where one was seen.
    pub number: Option<u32>,
    /// Where it came up.
    pub place: Place,
    /// Where the sign stood in the text.
    pub at: usize,
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

    /// The sign that tells most at this place; `None` where nothing was seen.
    #[must_use]
    pub fn judge(&self, place: Place) -> Option<Verdict> {
        let ranked = self.seen.iter().filter_map(|seen| {
            let (rank, kind) = self.rank(&seen.what, place)?;
            Some((rank, seen.at, length(&seen.what), kind, seen))
        });
        let best = ranked.max_by_key(|(rank, at, length, ..)| (*rank, *at, *length));
        let Some((_, at, _, kind, seen)) = best else {
            return self.unknown(place);
        };
        let number = match &seen.what {
            What::Entra(code) => Some(*code),
            // The words or the standard name decided; the code that stands beside them is what IT asks for.
            What::Phrase(_) | What::Name(_) | What::Subcode(_) | What::Status(..) => self.last_number(),
            What::Graph(..) | What::Smtp(_) | What::Stranger(_) => None,
        };
        let own = match &seen.what {
            What::Graph(name, _) | What::Smtp(name) | What::Subcode(name) | What::Stranger(name) => {
                Some(name.clone())
            }
            What::Name(name) => self.last_code().or_else(|| Some(name.clone())),
            What::Status(status, _) => self.last_code().or_else(|| Some(status.to_string())),
            What::Phrase(_) | What::Entra(_) => self.last_code().or_else(|| self.last_name()),
        };
        let code = number.map(|number| format!("AADSTS{number}")).or(own);
        Some(Verdict {
            kind,
            code,
            number,
            place: place_of(&seen.what, kind, place),
            at,
        })
    }

    /// A number of Entra's that nobody has published, where nothing else was seen.
    fn unknown(&self, place: Place) -> Option<Verdict> {
        let number = self.last_number()?;
        let at = self.seen.iter().map(|seen| seen.at).max().unwrap_or_default();
        Some(Verdict {
            kind: ProblemKind::Unexpected,
            code: Some(format!("AADSTS{number}")),
            number: Some(number),
            place,
            at,
        })
    }

    fn last_number(&self) -> Option<u32> {
        self.seen.iter().rev().find_map(|seen| match seen.what {
            What::Entra(code) => Some(code),
            _ => None,
        })
    }

    fn last_code(&self) -> Option<String> {
        self.seen.iter().rev().find_map(|seen| match &seen.what {
            What::Graph(name, true) | What::Smtp(name) | What::Stranger(name) => Some(name.clone()),
            _ => None,
        })
    }

    fn last_name(&self) -> Option<String> {
        self.seen.iter().rev().find_map(|seen| match &seen.what {
            What::Name(name) => Some(name.clone()),
            _ => None,
        })
    }

    fn has_code(&self, wanted: &str) -> bool {
        self.seen.iter().any(|seen| match &seen.what {
            What::Entra(code) => wanted
                .strip_prefix("AADSTS")
                .is_some_and(|number| number.parse() == Ok(*code)),
            What::Graph(name, _) | What::Smtp(name) => name == wanted,
            _ => false,
        })
    }

    fn has_status_of_the_road(&self) -> bool {
        self.seen.iter().any(|seen| match seen.what {
            What::Status(status, _) => TABLES.status(status).is_some_and(ProblemKind::is_inconclusive),
            _ => false,
        })
    }

    /// How much a sign tells, and of what. Codes with a cause of their own come first, then families, then words,
    /// then what any program may say, then the status.
    fn rank(&self, what: &What, place: Place) -> Option<(u8, ProblemKind)> {
        Some(match what {
            What::Entra(code) => {
                let kind = self.at(TABLES.entra(*code)?, place);
                (if kind.is_general() { 70 } else { 90 }, kind)
            }
            What::Graph(name, is_telling) => {
                let kind = self.at(TABLES.graph(name)?.1, place);
                let rank = match (kind.is_general(), is_telling) {
                    // «BadRequest» under a 503 says nothing against the 503.
                    (true, _) if self.has_status_of_the_road() => 15,
                    (false, true) => 85,
                    _ => 50,
                };
                (rank, kind)
            }
            What::Smtp(code) => {
                let kind = TABLES.smtp(code)?;
                let rank = match (code.contains('.'), kind.is_general()) {
                    (false, _) => 40,
                    (true, true) => 48,
                    (true, false) => 80,
                };
                (rank, kind)
            }
            What::Stranger(_) => (5, ProblemKind::Unexpected),
            What::Subcode(name) => (47, TABLES.subcode(name)?),
            What::Name(name) => (46, self.at(TABLES.name(name)?.1, place)),
            What::Status(status, true) => (20, TABLES.status(*status)?),
            What::Status(_, false) => return None,
            What::Phrase(index) => {
                let phrase = TABLES.phrases.get(*index)?;
                if phrase.needs.is_some_and(|code| !self.has_code(code)) {
                    return None;
                }
                (rank_of_phrase(phrase), phrase.kind)
            }
        })
    }

    /// The cause of a row at this place, beside the other signs.
    fn at(&self, row: &Row, place: Place) -> ProblemKind {
        let holds = |condition: &Condition| match condition {
            Condition::At(there) => *there == place,
            Condition::Under(status) => self
                .seen
                .iter()
                .any(|seen| matches!(seen.what, What::Status(seen, _) if seen == *status)),
            Condition::Beside(error) => self
                .seen
                .iter()
                .any(|seen| matches!(&seen.what, What::Name(name) if name == error)),
        };
        let mut elsewhere = row.elsewhere.iter();
        elsewhere
            .find(|(condition, _)| holds(condition))
            .map_or(row.kind, |(_, kind)| *kind)
    }
}

/// Faults of the road are said by any program about anything: what Microsoft says weighs more.
fn rank_of_phrase(phrase: &Phrase) -> u8 {
    let is_of_the_road = matches!(phrase.place, Some(Place::Network | Place::Machine));
    match (phrase.weight, is_of_the_road) {
        (Weight::More, false) => 95,
        (Weight::Enough, false) => 60,
        (Weight::More, true) => 55,
        (Weight::Enough, true) => 45,
        (Weight::Hint, _) => 10,
    }
}

fn length(what: &What) -> usize {
    match what {
        What::Phrase(index) => TABLES.phrases.get(*index).map_or(0, |phrase| phrase.text.len()),
        _ => 0,
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

/// Where it came up: what the sign says of it, then what the caller knows, then where such a cause mostly is.
fn place_of(what: &What, kind: ProblemKind, place: Place) -> Place {
    let own = match what {
        What::Graph(..) => Some(Place::Graph),
        What::Smtp(_) => Some(Place::Smtp),
        What::Phrase(index) => TABLES.phrases.get(*index).and_then(|phrase| phrase.place),
        _ => None,
    };
    match (own, place) {
        (Some(own @ (Place::Graph | Place::Smtp | Place::Network | Place::Machine)), _)
        | (Some(own), Place::Unknown) => own,
        (_, Place::Unknown) if matches!(what, What::Entra(_) | What::Name(_) | What::Subcode(_)) => {
            kind.family().usual_place()
        }
        _ => place,
    }
}
