//! The secret in a text. Today's secrets have a shape of their own; old ones are told by their label, or by
//! being all that was pasted.

use super::choose::{Count, Reading, accepted, count};
use super::labels::{Label, Name};
use super::scan::is_loose;
use super::{Kind, Recognised, secrets};
use crate::value::{ClientSecret, Mailbox, Refusal, clean};

/// The longest word behind a label that is looked at, in bytes: no secret is longer.
const LONGEST: usize = 256;

pub(super) fn choose(reading: &Reading<'_>) -> Recognised {
    match find(reading) {
        Ok((secret, certain)) => Recognised {
            values: super::Values {
                secret: Some(secret),
                ..reading.labelled()
            },
            ..accepted(Kind::ClientSecret, certain, |_| {})
        },
        Err(refused) => *refused,
    }
}

fn find(reading: &Reading<'_>) -> Result<(ClientSecret, bool), Box<Recognised>> {
    let ambiguous = || Box::new(Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous));
    let parse = |text: &str| ClientSecret::parse(text).map_err(|why| Box::new(of_refusal(why)));
    match reading.one_secret() {
        Count::One(secret) => return Ok((parse(secret)?, true)),
        Count::Many => return Err(ambiguous()),
        Count::None => {}
    }
    match count(labelled(reading), |a, b| a == b) {
        Count::One(secret) => return Ok((parse(secret)?, false)),
        Count::Many => return Err(ambiguous()),
        Count::None => {}
    }
    if reading.scan.masked {
        return Err(Box::new(of_refusal(Refusal::MaskedSecret)));
    }
    if reading.scan.truncated {
        return Err(Box::new(of_refusal(Refusal::TruncatedSecret)));
    }
    if reading.named.is_empty() && reading.scan.addresses.is_empty() {
        let whole = clean::outside(reading.text);
        if whole.is_empty() || !whole.contains(char::is_whitespace) {
            return Ok((parse(reading.text)?, false));
        }
        match count(dense(reading), |a, b| a == b) {
            Count::One(secret) => return Ok((parse(secret)?, false)),
            Count::Many => return Err(ambiguous()),
            Count::None => {}
        }
    } else if let Count::One(secret) = count(dense(reading), |a, b| a == b) {
        return Ok((parse(secret)?, false));
    }
    Err(Box::new(wrong(reading)))
}

/// What else was pasted. A GUID without a label is the one that stands beside the secret.
fn wrong(reading: &Reading<'_>) -> Recognised {
    let named = reading.wrong(Refusal::ForbiddenCharacters);
    match named.kind {
        Kind::Identifier => Recognised::refused(Kind::SecretId, false, Refusal::LooksLikeSecretId),
        _ => named,
    }
}

fn of_refusal(why: Refusal) -> Recognised {
    let kind = match why {
        Refusal::MaskedSecret => Kind::MaskedSecret,
        Refusal::TruncatedSecret => Kind::TruncatedSecret,
        Refusal::LooksLikeSecretId => Kind::SecretId,
        Refusal::LooksLikeEmail => Kind::Mailbox,
        Refusal::LooksLikeAddress => Kind::WebAddress,
        _ => Kind::Nothing,
    };
    Recognised::refused(kind, true, why)
}

/// An old secret that is all that was pasted, or that has its label.
pub(super) fn old(reading: &Reading<'_>) -> Option<ClientSecret> {
    let whole = clean::outside(reading.text);
    let text = match count(labelled(reading), |a, b| a == b) {
        Count::One(text) => text,
        _ if secrets::is_dense(whole) && !whole.contains("://") => whole,
        _ => return None,
    };
    ClientSecret::parse(text).ok()
}

/// What stands where a label such as «Valor» says that the secret is.
fn labelled<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = &'r str> {
    let all = reading.labels.iter().filter(|label| label.name == Name::Secret);
    all.filter_map(|label| behind(reading, label).or_else(|| below(reading, label)))
        .filter(|text| {
            text.bytes().any(|b| b.is_ascii_digit())
                && !clean::is_guid(text)
                && ClientSecret::parse(text).is_ok()
        })
}

/// The word behind a label, on its line or on the next one.
fn behind<'r>(reading: &'r Reading<'_>, label: &Label) -> Option<&'r str> {
    let rest = reading.text.get(label.end..)?;
    let is_lead = |c: char| {
        c.is_whitespace() || c.is_control() || clean::is_invisible(c) || ":=→\"“”«»'`)*".contains(c)
    };
    let mut rest = rest.trim_start_matches(is_lead);
    for word in ["es ", "is ", "es: ", "is: ", "-> "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.trim_start_matches(is_lead);
    let mut ends = rest.char_indices().take(LONGEST + 1);
    let end = ends.find(|(_, c)| c.is_whitespace() || "\"“”«»‘’`,;".contains(*c));
    let end = end
        .map(|(at, _)| at)
        .or((rest.len() <= LONGEST).then_some(rest.len()))?;
    let word = rest[..end].trim_matches(clean::is_invisible);
    is_secret_like(reading, word).then_some(word)
}

/// The word in the label's column, in the row below it.
fn below<'r>(reading: &'r Reading<'_>, label: &Label) -> Option<&'r str> {
    let pieces = &reading.scan.pieces;
    let index = pieces.partition_point(|piece| piece.at < label.at);
    let head = pieces.get(index)?;
    let next_line = pieces[index..].iter().find(|piece| piece.line > head.line)?.line;
    let mut row = pieces[index..].iter().skip_while(|piece| piece.line < next_line);
    let cell = row.find(|piece| piece.line == next_line && piece.cell == head.cell)?;
    is_secret_like(reading, cell.text).then_some(cell.text)
}

fn is_secret_like(reading: &Reading<'_>, word: &str) -> bool {
    let has_value = reading.named.iter().any(|named| word.contains(named.guid.text));
    !has_value && word.len() >= 16 && ClientSecret::parse(word).is_ok()
}

/// The words that are as dense as secrets are, and nothing else.
fn dense<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = &'r str> {
    let pieces = reading.scan.pieces.iter().map(|piece| piece.text);
    pieces.filter(|text| {
        let bare = text.trim_matches(is_loose);
        secrets::is_dense(text)
            && !text.contains("://")
            && Mailbox::parse(bare).is_err()
            && !reading.named.iter().any(|named| text.contains(named.guid.text))
            && ClientSecret::parse(text).is_ok()
    })
}
