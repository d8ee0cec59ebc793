//! The labels that are copied along with a value, as Microsoft's portal, its tools and people write them.

use super::words::{STRONG, WEAK};
use crate::value::clean;

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    ClientId,
    TenantId,
    ObjectId,
    SecretId,
    /// A GUID that is none of these, such as a subscription's.
    Other,
    /// The secret itself.
    Secret,
    RedirectUri,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) name: Name,
    pub(super) at: usize,
    pub(super) end: usize,
    /// Whether a colon or the like follows it.
    pub(super) leads: bool,
}

/// Every label outside the values, which stand at `taken` (sorted).
pub(super) fn labels(text: &str, taken: &[(usize, usize)]) -> Vec<Label> {
    let mut found = Vec::new();
    let mut taken = taken.iter().peekable();
    let (mut skip_to, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        let starts_word = c.is_alphabetic() && !before.is_some_and(char::is_alphanumeric);
        before = Some(c);
        while taken.next_if(|(_, end)| *end <= at).is_some() {}
        let inside = taken.peek().is_some_and(|(start, _)| *start <= at);
        if at < skip_to || inside || !starts_word {
            continue;
        }
        let next_value = taken.peek().map(|(start, _)| *start);
        if let Some(label) = label_at(text, at, next_value) {
            skip_to = label.end;
            found.push(label);
        }
    }
    found
}

fn label_at(text: &str, at: usize, next_value: Option<usize>) -> Option<Label> {
    let longest = |table: &[(Name, &[&str])]| {
        let all = table
            .iter()
            .flat_map(|(name, words)| words.iter().map(move |word| (*name, *word)));
        all.filter_map(|(name, label)| Some((name, end_of(text.get(at..)?, label)? + at)))
            .max_by_key(|(_, end)| *end)
    };
    let strong = longest(&STRONG);
    let weak = longest(&WEAK);
    let (name, end, is_weak) = match (strong, weak) {
        (Some((_, strong)), Some((name, weak))) if weak > strong => (name, weak, true),
        (Some((name, end)), _) => (name, end, false),
        (None, Some((name, end))) => (name, end, true),
        (None, None) => return object_id_of_json(text, at),
    };
    let rest = text
        .get(end..)?
        .trim_start_matches(|c| is_between(c) || is_quote(c));
    let meets_value = next_value == Some(text.len() - rest.len());
    let leads = rest.starts_with([':', '=', '→']) || rest.starts_with("->") || {
        let mut word = rest.chars().map(|c| c.to_ascii_lowercase());
        let start = [word.next(), word.next()];
        let is_verb = start == [Some('e'), Some('s')] || start == [Some('i'), Some('s')];
        is_verb && word.next().is_some_and(|c| c.is_whitespace() || c == ':')
    };
    let alone = rest.is_empty() || rest.starts_with(['\t', '\n', '\r', '|']);
    let before = text[..at].trim_end_matches(|c| is_between(c) || is_quote(c));
    let begins = before.is_empty() || before.ends_with(['\t', '\n', '\r', '|']);
    let counts = !is_weak || leads || meets_value || (alone && begins);
    counts.then_some(Label { name, at, end, leads })
}

/// `"id": "…"`, as the tools print an object's id.
fn object_id_of_json(text: &str, at: usize) -> Option<Label> {
    let is_key = text[..at].ends_with('"') && text.get(at..)?.starts_with("id\"");
    is_key.then_some(Label {
        name: Name::ObjectId,
        at,
        end: at + 2,
        leads: true,
    })
}

/// Where the label ends, if the text begins with it.
fn end_of(text: &str, label: &str) -> Option<usize> {
    let mut chars = text.char_indices().filter(|(_, c)| !is_mute(*c)).peekable();
    for wanted in label.chars() {
        if wanted == ' ' {
            chars.next_if(|(_, c)| is_between(*c))?;
            while chars.next_if(|(_, c)| is_between(*c)).is_some() {}
        } else {
            chars.next_if(|(_, c)| folded(*c) == wanted)?;
        }
    }
    match chars.peek() {
        Some((_, c)) if c.is_alphanumeric() => None,
        Some((at, _)) => Some(*at),
        None => Some(text.len()),
    }
}

/// Combining accents and invisible marks, which a label may hold.
fn is_mute(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}') || clean::is_invisible(c)
}

fn is_between(c: char) -> bool {
    (c.is_whitespace() && !matches!(c, '\t' | '\n' | '\r'))
        || ".()_-/*[]#".contains(c)
        || clean::is_invisible(c)
}

fn is_quote(c: char) -> bool {
    "\"'`“”‘’«»".contains(c)
}

fn folded(c: char) -> char {
    let c = c.to_lowercase().next().unwrap_or(c);
    match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}
