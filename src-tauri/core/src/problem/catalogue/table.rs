//! The tables, read once from `core/data/catalogue`.

use super::{Code, Entry};
use crate::problem::{Place, ProblemKind};
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// The tables. A line that cannot be read is left out; a test reads every line strictly.
pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read().0);

const ENTRA: &str = include_str!("../../../data/catalogue/entra.tsv");
const GRAPH: &str = include_str!("../../../data/catalogue/graph.tsv");
const SMTP: &str = include_str!("../../../data/catalogue/smtp.tsv");
const NAMES: &str = include_str!("../../../data/catalogue/names.tsv");
const SUBCODES: &str = include_str!("../../../data/catalogue/subcodes.tsv");
const STATUSES: &str = include_str!("../../../data/catalogue/statuses.tsv");
const PHRASES: &str = include_str!("../../../data/catalogue/phrases.tsv");

/// How the lines of `smtp.tsv` begin that stand for a whole subject.
const SUBJECT: &str = "x.";

/// The subject of an enhanced status code: `5.7.321` is of `x.7` (RFC 3463).
fn subject(code: &str) -> Option<String> {
    let mut parts = code.split('.');
    let is_number =
        |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let class = parts.next().filter(|class| matches!(*class, "4" | "5"));
    let (subject, detail) = (parts.next().filter(is_number), parts.next().filter(is_number));
    match (class, subject, detail, parts.next()) {
        (Some(_), Some(subject), Some(_), None) => Some(format!("{SUBJECT}{subject}")),
        _ => None,
    }
}

/// What stands behind a code: a cause, and others under certain conditions.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) kind: ProblemKind,
    pub(super) elsewhere: Vec<(Condition, ProblemKind)>,
}

/// When a code means something else.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// At this place.
    At(Place),
    /// Under this HTTP status.
    Under(u16),
    /// Beside this `error`.
    Beside(&'static str),
}

/// How much a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// More than any code.
    More,
    /// Enough by itself.
    Enough,
    /// A hint that anything else outweighs.
    Hint,
}

/// A phrase, and what it tells.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) weight: Weight,
    pub(super) place: Option<Place>,
    pub(super) kind: ProblemKind,
    /// The code that it refines: without it the phrase says nothing.
    pub(super) needs: Option<&'static str>,
    pub(super) text: &'static str,
}

pub(crate) struct Tables {
    entra: BTreeMap<u32, (Option<&'static str>, Row)>,
    graph: BTreeMap<&'static str, Row>,
    smtp: BTreeMap<&'static str, ProblemKind>,
    names: HashMap<&'static str, Row>,
    subcodes: HashMap<&'static str, ProblemKind>,
    statuses: HashMap<u16, ProblemKind>,
    pub(super) phrases: Vec<Phrase>,
    /// Finds every phrase in one pass; `None` only if the machine cannot hold it.
    pub(super) finder: Option<AhoCorasick>,
}

/// Reads lines, and keeps those that cannot be read.
struct Reader {
    kinds: HashMap<&'static str, ProblemKind>,
    unread: Vec<&'static str>,
}

impl Reader {
    fn kind(&self, name: &str) -> Option<ProblemKind> {
        self.kinds.get(name).copied()
    }

    fn lines<T>(
        &mut self,
        source: &'static str,
        read: impl Fn(&Self, &[&'static str]) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<_> = line.split('\t').collect();
            match read(self, &fields) {
                Some(row) => all.push(row),
                None => self.unread.push(line),
            }
        }
        all
    }

    fn row(&self, kind: &str, elsewhere: &[&'static str]) -> Option<Row> {
        let conditions = elsewhere.iter().map(|text| {
            let (condition, kind) = text.split_once('=')?;
            let condition = match condition.parse::<u16>() {
                Ok(status) => Condition::Under(status),
                Err(_) => Place::of_name(condition).map_or(Condition::Beside(condition), Condition::At),
            };
            Some((condition, self.kind(kind)?))
        });
        Some(Row {
            kind: self.kind(kind)?,
            elsewhere: conditions.collect::<Option<_>>()?,
        })
    }

    fn phrase(&self, fields: &[&'static str]) -> Option<Phrase> {
        let [weight, place, kind, needs, text] = fields else {
            return None;
        };
        Some(Phrase {
            weight: match *weight {
                "!" => Weight::More,
                "+" => Weight::Enough,
                "-" => Weight::Hint,
                _ => return None,
            },
            place: match *place {
                "-" => None,
                name => Some(Place::of_name(name)?),
            },
            kind: self.kind(kind)?,
            needs: Some(*needs).filter(|code| *code != "-"),
            text,
        })
    }
}

impl Tables {
    /// The tables, and the lines that could not be read.
    pub(super) fn read() -> (Self, Vec<&'static str>) {
        let mut reader = Reader {
            kinds: ProblemKind::ALL
                .into_iter()
                .map(|kind| (kind.as_str(), kind))
                .collect(),
            unread: Vec::new(),
        };
        let pair = |reader: &Reader, fields: &[&'static str]| match fields {
            [code, kind] => Some((*code, reader.kind(kind)?)),
            _ => None,
        };
        let row = |reader: &Reader, fields: &[&'static str]| match fields {
            [code, kind, elsewhere @ ..] => Some((*code, reader.row(kind, elsewhere)?)),
            _ => None,
        };
        let entra = reader.lines(ENTRA, |reader, fields| match fields {
            [code, name, kind, elsewhere @ ..] => {
                let name = Some(*name).filter(|name| *name != "-");
                Some((code.parse().ok()?, (name, reader.row(kind, elsewhere)?)))
            }
            _ => None,
        });
        let statuses = reader.lines(STATUSES, |reader, fields| {
            let (status, kind) = pair(reader, fields)?;
            Some((status.parse().ok()?, kind))
        });
        let phrases = reader.lines(PHRASES, Reader::phrase);
        let tables = Self {
            entra: entra.into_iter().collect(),
            graph: reader.lines(GRAPH, row).into_iter().collect(),
            smtp: reader.lines(SMTP, pair).into_iter().collect(),
            names: reader.lines(NAMES, row).into_iter().collect(),
            subcodes: reader.lines(SUBCODES, pair).into_iter().collect(),
            statuses: statuses.into_iter().collect(),
            finder: AhoCorasick::new(phrases.iter().map(|phrase| phrase.text)).ok(),
            phrases,
        };
        (tables, reader.unread)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        let entra = self.entra.iter().map(|(code, (name, row))| Entry {
            code: Code::Entra(*code),
            name: *name,
            kind: row.kind,
        });
        let graph = self.graph.iter().map(|(name, row)| Entry {
            code: Code::Graph(name),
            name: None,
            kind: row.kind,
        });
        let smtp = self.smtp.iter().filter(|(code, _)| !code.starts_with(SUBJECT));
        let smtp = smtp.map(|(code, kind)| Entry {
            code: Code::Smtp(code),
            name: None,
            kind: *kind,
        });
        entra.chain(graph).chain(smtp)
    }

    pub(super) fn entra(&self, code: u32) -> Option<&Row> {
        self.entra.get(&code).map(|(_, row)| row)
    }

    /// Whether a number is one of Entra's.
    pub(crate) fn is_entra(&self, code: u32) -> bool {
        self.entra.contains_key(&code)
    }

    /// Graph's own spelling of a name, and what stands behind it.
    pub(super) fn graph(&self, name: &str) -> Option<(&'static str, &Row)> {
        self.graph.get_key_value(name).map(|(name, row)| (*name, row))
    }

    /// Whether this is a name of Graph's.
    pub(crate) fn is_graph(&self, name: &str) -> bool {
        self.graph.contains_key(name)
    }

    /// What a mail server means by a number: by itself or, for an enhanced code that is not listed, by its subject.
    pub(super) fn smtp(&self, code: &str) -> Option<ProblemKind> {
        let listed = self.smtp.get(code).copied();
        listed.or_else(|| self.smtp.get(subject(code)?.as_str()).copied())
    }

    /// Whether this is a number that mail servers are known to say.
    pub(crate) fn is_smtp(&self, code: &str) -> bool {
        self.smtp.contains_key(code)
    }

    pub(super) fn name(&self, name: &str) -> Option<(&'static str, &Row)> {
        self.names.get_key_value(name).map(|(name, row)| (*name, row))
    }

    /// Whether this is a standard name of an error.
    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    pub(super) fn subcode(&self, name: &str) -> Option<ProblemKind> {
        self.subcodes.get(name).copied()
    }

    pub(super) fn status(&self, status: u16) -> Option<ProblemKind> {
        match status {
            300..=399 => self
                .statuses
                .get(&status)
                .copied()
                .or(Some(ProblemKind::AnswerNotMicrosofts)),
            500..=599 => self
                .statuses
                .get(&status)
                .copied()
                .or(Some(ProblemKind::MicrosoftUnavailable)),
            _ => self.statuses.get(&status).copied(),
        }
    }
}
