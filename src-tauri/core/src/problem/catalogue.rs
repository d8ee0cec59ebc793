//! The catalogue: which cause stands behind a code, a name, a status or a sentence.
//!
//! It is data (`core/data/catalogue`), and the one place in the program that knows what a code means: the wire
//! and [`explain`](crate::explain) both ask it. Whoever has seen an error puts what it saw into [`Signs`]; the sign
//! that tells most decides. Microsoft warns that programs should not depend on its codes, so that every code has a
//! family to fall back to, then the standard name of the error, then the status.

mod fold;
mod judge;
mod signs;
mod table;

pub(crate) use fold::Folded;
pub use judge::Verdict;
pub use signs::Signs;
pub(crate) use table::TABLES;

use super::{Place, ProblemKind};

/// One published code.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The code as people write it: `AADSTS7000215`, `ErrorAccessDenied`, `5.7.139`.
    pub code: Code,
    /// Microsoft's symbolic name, where it gives one.
    pub name: Option<&'static str>,
    /// The cause, where nothing but the code is known.
    pub kind: ProblemKind,
}

/// A code that Microsoft's services answer with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A number of Entra's.
    Entra(u32),
    /// A name of Graph's or Exchange's.
    Graph(&'static str),
    /// What a mail server says by number.
    Smtp(&'static str),
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entra(number) => write!(f, "AADSTS{number}"),
            Self::Graph(name) | Self::Smtp(name) => f.write_str(name),
        }
    }
}

/// Every code of the catalogue, in order.
pub fn entries() -> impl Iterator<Item = Entry> {
    TABLES.entries()
}

/// The cause behind a number of Entra's at a place; `None` for a number that nobody has published.
#[must_use]
pub fn of_entra(code: u32, place: Place) -> Option<ProblemKind> {
    let mut signs = Signs::default();
    signs.entra(code);
    TABLES.entra(code)?;
    signs.judge(place).map(|verdict| verdict.kind)
}

/// The cause that an HTTP status alone tells of: the last resort.
#[must_use]
pub fn of_status(status: u16) -> Option<ProblemKind> {
    TABLES.status(status)
}

/// The page of Microsoft's that says more about a number of Entra's.
#[must_use]
pub fn page_of(code: u32) -> String {
    format!("https://login.microsoftonline.com/error?code={code}")
}

#[cfg(test)]
mod tests;
