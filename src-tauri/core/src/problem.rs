//! A named cause: what happened, who must act, where to go back to, whether trying again helps.
//!
//! A problem carries codes and data only. Its sentences are in `locales/*/problems.ftl` under
//! `problem-<kind>` (what happened) with the attributes `.do` (what to do), `.button` and `.it` (what to tell IT).

pub mod catalogue;
mod facts;
mod kind;
mod place;
mod sharpen;

pub use facts::{Family, Remedy, Retry, Who};
pub use kind::ProblemKind;
pub use place::Place;
pub use sharpen::{Circumstances, SecretSeen};

use serde::{Deserialize, Serialize};

/// Longest text that is kept as evidence, in characters.
const LONGEST_TEXT: usize = 1_000;
/// Longest code, id, time stamp or host: a GUID has 36 characters, a host 253.
const LONGEST_NAME: usize = 256;

/// A named cause with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The cause.
    pub kind: ProblemKind,
    /// What was seen.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
}

/// What was seen: for IT, folded away from the person. Never holds a secret, a code or a token.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// Microsoft's code, such as `AADSTS7000215` or `ErrorAccessDenied`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The HTTP status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Entra's trace id or Graph's request id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    /// Entra's correlation id or Graph's client request id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
    /// Microsoft's time stamp, as sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
    /// The host that was asked, where the road to it is the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// The proxy on the way to that host, as `host:port` and without credentials; none where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy: Option<String>,
    /// Microsoft's own words, cut to a bound. Shown as text, never as markup.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What was expected, where two things were compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What was found instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// Seconds that Microsoft asked to wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u64>,
}

impl Evidence {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Keeps Microsoft's words, cut to a bound and without control characters.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        self.text = Some(text.to_owned());
        self.bounded()
    }

    /// Every text cut to its bound and without control characters: others wrote them.
    fn bounded(mut self) -> Self {
        let names = [
            &mut self.code,
            &mut self.trace_id,
            &mut self.correlation_id,
            &mut self.timestamp,
            &mut self.host,
            &mut self.proxy,
        ];
        let texts = [&mut self.text, &mut self.expected, &mut self.found];
        let names = names.into_iter().map(|name| (name, LONGEST_NAME));
        for (field, longest) in names.chain(texts.into_iter().map(|text| (text, LONGEST_TEXT))) {
            *field = field.take().and_then(|text| {
                let kept: String = text
                    .chars()
                    .map(|c| if c.is_control() { ' ' } else { c })
                    .take(longest)
                    .collect();
                (!kept.trim().is_empty()).then(|| kept.trim().to_owned())
            });
        }
        self
    }

    /// What was expected and what was found instead.
    #[must_use]
    pub fn comparing(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self {
            expected: Some(expected.into()),
            found: Some(found.into()),
            ..Self::default()
        }
    }
}

impl Problem {
    /// A cause with what was seen, bounded.
    #[must_use]
    pub fn new(kind: ProblemKind, evidence: Evidence) -> Self {
        Self {
            kind,
            evidence: evidence.bounded(),
        }
    }
}

impl From<ProblemKind> for Problem {
    fn from(kind: ProblemKind) -> Self {
        Self::new(kind, Evidence::default())
    }
}

#[cfg(test)]
mod tests;
