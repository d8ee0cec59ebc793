//! What IT asks for: identifiers, time and host, each taken by its form and nothing else.

use super::show;
use crate::problem::catalogue::{Folded, Verdict};
use crate::problem::{Evidence, Place};
use crate::value::clean;

/// The most of Microsoft's sentence that is looked at, in bytes.
const LONGEST: usize = 600;

/// How far behind Graph's code its message stands, in bytes.
const NEAR: usize = 120;

const TRACE: [&str; 9] = [
    "trace id",
    "trace_id",
    "request id",
    "request-id",
    "id. de solicitud",
    "id de solicitud",
    "identificador de solicitud",
    "id. de seguimiento",
    "id de seguimiento",
];
const CORRELATION: [&str; 6] = [
    "correlation id",
    "correlation_id",
    "client-request-id",
    "id. de correlacion",
    "id de correlacion",
    "identificador de correlacion",
];
const TIME: [&str; 5] = ["timestamp", "marca de tiempo", "fecha y hora", "date", "hora"];

/// What was seen, by its form.
pub(super) fn of(plain: &str, folded: &Folded, verdict: &Verdict) -> Evidence {
    let labels = Labels {
        plain,
        folded,
        from: verdict.at,
    };
    let host = matches!(verdict.place, Place::Network)
        .then(|| host(plain))
        .flatten();
    Evidence {
        code: verdict.code.clone(),
        trace_id: labels.value(&TRACE, guid),
        correlation_id: labels.value(&CORRELATION, guid),
        timestamp: labels.value(&TIME, time),
        retry_after_seconds: labels
            .value(&["retry-after", "retry after"], seconds)
            .and_then(|seconds| seconds.parse().ok()),
        host,
        ..Evidence::default()
    }
}

/// Microsoft's sentence, to the end of its line, its string or its identifiers.
pub(super) fn said<'t>(plain: &'t str, verdict: &Verdict) -> &'t str {
    let from = plain.floor_char_boundary(sentence(plain, verdict).min(plain.len()));
    let rest = &plain[from..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let ends = [
        "\n",
        "\"",
        "<",
        "Trace ID",
        "Trace Id",
        "Request Id",
        "Correlation ID",
        "&error_uri",
        "&state",
    ];
    let end = ends.iter().filter_map(|end| rest.find(end)).min();
    rest[..end.unwrap_or(rest.len())].trim()
}

/// Where the sentence begins: with Entra's code, which stands in a list of codes as well; with Graph's `message`,
/// which stands behind its code; else with the sign that decided.
fn sentence(plain: &str, verdict: &Verdict) -> usize {
    if let Some(number) = verdict.number {
        return plain.rfind(&format!("AADSTS{number}:")).unwrap_or(verdict.at);
    }
    let behind = plain.get(verdict.at..).unwrap_or_default();
    let label = behind
        .find("message")
        .filter(|at| verdict.place == Place::Graph && *at <= NEAR);
    label.map_or(verdict.at, |at| {
        let value = &behind[at + "message".len()..];
        let marks = value.len() - value.trim_start_matches(['"', '\'', ' ', ':', '=']).len();
        verdict.at + at + "message".len() + marks
    })
}

/// Values behind labels.
struct Labels<'t> {
    plain: &'t str,
    folded: &'t Folded,
    /// Where the sign that decided stands: its own identifiers are behind it.
    from: usize,
}

impl Labels<'_> {
    /// The value of this form behind one of these labels: the first one behind the sign, or the last before it.
    fn value(&self, labels: &[&str], form: fn(&str) -> Option<&str>) -> Option<String> {
        let text = self.folded.text();
        let mut before = None;
        let mut behind: Option<(usize, &str)> = None;
        for label in labels {
            for (at, _) in text.match_indices(label) {
                let is_word = at
                    .checked_sub(1)
                    .and_then(|at| text.as_bytes().get(at))
                    .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
                let rest = text.get(at + label.len()..).unwrap_or_default();
                let value = rest.trim_start_matches([' ', ':', '=', '"', '\'', '[', '(']);
                if is_word || rest.len() - value.len() > 6 {
                    continue;
                }
                let start = self.folded.place(text.len() - value.len());
                let Some(value) = self.plain.get(start..).and_then(form) else {
                    continue;
                };
                if start < self.from {
                    before = Some((start, value)).max(before);
                } else if behind.is_none_or(|(place, _)| start < place) {
                    behind = Some((start, value));
                }
            }
        }
        behind.or(before).map(|(_, value)| value.to_owned())
    }
}

fn guid(text: &str) -> Option<&str> {
    text.get(..36).filter(|text| clean::is_guid(text))
}

/// `2026-05-24 13:34:39Z`, `2026-01-31T09:15:00.123`.
fn time(text: &str) -> Option<&str> {
    let length = text
        .bytes()
        .take(30)
        .take_while(|byte| byte.is_ascii_digit() || b"-: T.Z".contains(byte))
        .count();
    let text = text[..length].trim_end_matches([' ', '.', ':', '-']);
    let form: String = text
        .chars()
        .take(16)
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    matches!(form.as_str(), "0000-00-00 00:00" | "0000-00-00T00:00").then_some(text)
}

fn seconds(text: &str) -> Option<&str> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=7).contains(&length).then(|| &text[..length])
}

/// The first host of Microsoft's in a text.
fn host(plain: &str) -> Option<String> {
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
    words
        .filter(|word| word.len() <= 100)
        .map(str::to_ascii_lowercase)
        .find(|word| show::is_microsofts(word))
}
