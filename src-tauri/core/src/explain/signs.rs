//! What a text shows of an error: codes, names, numbers, statuses and phrases, each with its place.

use super::show;
use crate::problem::SecretSeen;
use crate::problem::catalogue::{Folded, Signs, TABLES};

/// The longest word that can be a code.
const LONGEST: usize = 80;

/// Labels in front of Entra's numbers, on Microsoft's pages and in its answers.
const LABELS: [&str; 9] = [
    "error code",
    "error_codes",
    "error_code",
    "errorcode",
    "error?code=",
    "codigo de error",
    "codigo del error",
    "error number",
    "numero de error",
];

/// Words that may stand around a code that is all that was pasted.
const FILLERS: [&str; 14] = [
    "error",
    "code",
    "codigo",
    "de",
    "del",
    "el",
    "the",
    "n",
    "no",
    "status",
    "http",
    "smtp",
    "microsoft",
    "aadsts",
];

/// Everything that a text shows.
pub(super) fn of(plain: &str, folded: &Folded) -> Signs {
    let mut signs = Signs::default();
    entra(&mut signs, folded);
    words(&mut signs, plain);
    alone(&mut signs, folded.text());
    signs.words(folded);
    signs
}

/// Entra's numbers: behind `AADSTS`, and behind a label where the number is one of Entra's.
fn entra(signs: &mut Signs, folded: &Folded) {
    let text = folded.text();
    for (at, prefix) in text.match_indices("aadsts") {
        let rest = text[at + prefix.len()..].trim_start_matches([' ', ':', '#', '-']);
        // A sentence may go on behind the prefix; a code stands right there.
        if text.len() - at - prefix.len() - rest.len() <= 2
            && let Some((code, _)) = number(rest)
        {
            signs.entra_at(code, folded.place(at));
        }
    }
    for label in LABELS {
        for (at, _) in text.match_indices(label) {
            let mut rest = &text[at + label.len()..];
            // `"error_codes":[70002,54005]`
            for _ in 0..8 {
                let bare = rest.trim_start_matches([' ', ':', '=', '#', '"', '\'', '[', '(', ',']);
                if rest.len() - bare.len() > 5 {
                    break;
                }
                let Some((code, length)) = number(bare) else { break };
                if TABLES.is_entra(code) {
                    signs.entra_at(code, folded.place(at));
                }
                rest = &bare[length..];
                if !rest.starts_with(',') {
                    break;
                }
            }
        }
    }
}

/// The number at the beginning of a text, and its length.
fn number(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).take(10).count();
    Some((text[..length].parse().ok()?, length))
}

/// Names and numbers that are words of their own.
fn words(signs: &mut Signs, plain: &str) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let (mut before, mut one_more) = (String::new(), String::new());
    let mut at = 0;
    while at < plain.len() {
        let rest = &plain[at..];
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        if length == 0 {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let word = rest[..length].trim_matches('.');
        if (2..=LONGEST).contains(&word.len()) {
            let is_first = plain[..at].trim_end_matches([' ', '\t']).ends_with('\n') || at == 0;
            let spot = Spot {
                word,
                before: &before,
                one_more: &one_more,
                after: &rest[length..],
                is_first,
                at,
            };
            spot.look(signs);
            one_more = std::mem::replace(&mut before, word.to_ascii_lowercase());
        }
        at += length;
    }
}

/// A word and its neighbours.
struct Spot<'a> {
    word: &'a str,
    before: &'a str,
    one_more: &'a str,
    after: &'a str,
    is_first: bool,
    at: usize,
}

impl Spot<'_> {
    fn look(&self, signs: &mut Signs) {
        if self.word.bytes().all(|byte| byte.is_ascii_digit()) {
            self.number(signs);
        } else if self.word.contains('.') {
            // An enhanced code that is not listed could be a version: a reply in front of it says that it is none.
            let is_behind_reply = self.before.len() == 3 && self.before.starts_with(['4', '5']);
            if TABLES.is_smtp(self.word) || is_behind_reply {
                signs.smtp_at(self.word, self.at);
            }
        } else if matches!(self.before, "suberror" | "error_subcode") {
            signs.subcode_at(self.word, self.at);
        } else if TABLES.is_graph(self.word) {
            let capitals = self.word.bytes().filter(u8::is_ascii_uppercase).count();
            let is_code = matches!(self.before, "code" | "errorcode" | "error_code" | "responsecode");
            signs.graph_at(
                self.word,
                is_code || capitals >= 3 || self.word.contains('_'),
                self.at,
            );
        } else {
            let name = self.word.to_ascii_lowercase();
            if TABLES.is_name(&name) {
                signs.name_at(&name, self.at);
            } else if matches!(self.before, "code" | "errorcode") && is_like_a_code(self.word) {
                signs.stranger_at(self.word, self.at);
            }
        }
    }

    /// A status of HTTP or the reply of a mail server, where something beside it says so.
    fn number(&self, signs: &mut Signs) {
        let Ok(number @ 300..=599) = self.word.parse::<u16>() else {
            return;
        };
        if self.word.len() != 3 {
            return;
        }
        let is_labelled = matches!(
            self.before,
            "error"
                | "code"
                | "codigo"
                | "status"
                | "statuscode"
                | "status_code"
                | "estado"
                | "reply"
                | "response"
                | "respuesta"
                | "returned"
        );
        if TABLES.is_smtp(self.word) {
            let is_reply = self.is_first || is_labelled || self.before.contains("smtp");
            if is_reply {
                signs.smtp_at(self.word, self.at);
            }
            return;
        }
        let next = self.after.trim_start_matches([' ', ':', '-', ',', '"', ')']);
        let is_followed = [
            "Unauthorized",
            "Forbidden",
            "Bad ",
            "Not Found",
            "Too Many",
            "Internal",
            "Service Un",
            "Gateway",
            "Proxy",
        ]
        .iter()
        .any(|word| {
            next.get(..word.len())
                .is_some_and(|next| next.eq_ignore_ascii_case(word))
        });
        if is_labelled || is_followed || self.before.starts_with("http") || self.one_more.starts_with("http")
        {
            signs.status_at(number, self.at);
        }
    }
}

/// Whether a word is built as Graph's and Exchange's codes are. What else stands behind `code` may be secret.
fn is_like_a_code(word: &str) -> bool {
    const BEGINNINGS: [&str; 6] = [
        "Error",
        "Invalid",
        "Request_",
        "Authorization_",
        "Directory_",
        "Mailbox",
    ];
    const ENDINGS: [&str; 9] = [
        "NotFound",
        "Denied",
        "Error",
        "Exception",
        "Failed",
        "Required",
        "NotSupported",
        "Exceeded",
        "Exists",
    ];
    let is_built = BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
        || ENDINGS.iter().any(|ending| word.ends_with(ending));
    is_built && show::is_name(word)
}

/// A code that is all that was pasted, with a word or two around it.
fn alone(signs: &mut Signs, folded: &str) {
    if folded.len() > 64 {
        return;
    }
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_');
    let mut rest = words
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty() && !FILLERS.contains(word));
    let (Some(code), None) = (rest.next(), rest.next()) else {
        return;
    };
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    match code.len() {
        3 if TABLES.is_smtp(code) => signs.smtp_at(code, 0),
        3 => {
            if let Ok(status @ 300..=599) = code.parse() {
                signs.status_at(status, 0);
            }
        }
        4..=9 => {
            if let Ok(code) = code.parse() {
                signs.entra_at(code, 0);
            }
        }
        _ => {}
    }
}

/// What the secret in a pasted request looks like, where there is one.
pub(super) fn secret_sent(plain: &str) -> Option<SecretSeen> {
    let rest = &plain[plain.rfind("client_secret")? + "client_secret".len()..];
    let value = rest.trim_start_matches(['"', '\'', ' ', ':', '=']);
    // Microsoft's own sentences name the parameter, too.
    if rest.len() == value.len() || !rest.trim_start_matches(['"', '\'', ' ']).starts_with([':', '=']) {
        return None;
    }
    let end = value.find(|c: char| c.is_whitespace() || "&\"',}<".contains(c));
    let value = &value[..end.unwrap_or(value.len())];
    let is_hidden = value.len() < 6 || value.contains(['*', '[', '…']);
    (!is_hidden).then(|| SecretSeen::of(value))
}
