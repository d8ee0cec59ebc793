//! Of everything that was seen of an error, the sign that tells most.

use super::signs::{Signs, What};
use super::table::{Condition, Phrase, Row, TABLES, Weight};
use crate::problem::{Place, ProblemKind};

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
