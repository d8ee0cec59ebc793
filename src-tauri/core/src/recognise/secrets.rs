//! Secrets in a text.

use super::scan::Piece;
use crate::value::clean;

/// A run of a secret's characters that begins as today's secrets do.
pub(super) struct Run<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) is_whole: bool,
}

/// The first run in a piece that is such a secret, or begins like one.
pub(super) fn find(piece: &str) -> Option<Run<'_>> {
    let bytes = piece.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..]
            .iter()
            .take_while(|b| clean::is_secret_byte(**b))
            .count();
        if length > 0 {
            let run = piece.get(at..at + length)?;
            if let Some((text, offset, is_whole)) = secret_of(run) {
                let before = piece[..at].chars();
                let after = piece[at + offset + text.len()..].chars();
                let is_whole = is_whole && is_free(before.rev(), after);
                return Some(Run {
                    text,
                    at: at + offset,
                    is_whole,
                });
            }
        }
        at += length.max(1);
        while at < bytes.len() && !piece.is_char_boundary(at) {
            at += 1;
        }
    }
    None
}

/// The secret in a run, where it begins in it, and whether it is whole.
fn secret_of(run: &str) -> Option<(&str, usize, bool)> {
    if clean::is_current_secret(run) {
        return Some((run, 0, true));
    }
    // The full stop of a sentence behind it, the bullet before it: what is left has today's shape.
    let ended = run.trim_end_matches(['.', '-']);
    let begun = run.trim_start_matches(['-', '_', '.']);
    for text in [ended, begun, ended.trim_start_matches(['-', '_', '.'])] {
        if clean::is_current_secret(text) && text.len() >= run.len().saturating_sub(3) {
            return Some((text, run.find(text)?, true));
        }
    }
    (clean::has_current_secret_start(run) && run.len() < 37).then_some((run, 0, false))
}

/// Whether nothing beside a secret says that a part of it is missing or that it belongs to something longer.
fn is_free(mut before: impl Iterator<Item = char>, mut after: impl Iterator<Item = char>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '+' | '/' | '@' | '%' | '\\');
    let glued = |first: Option<char>, second: Option<char>| match first {
        Some(c) if clean::is_invisible(c) => {
            second.is_some_and(|c| u8::try_from(c).is_ok_and(clean::is_secret_byte))
        }
        Some(c) => joins(c),
        None => false,
    };
    let (next, one_more) = (after.next(), after.next());
    !glued(before.next(), before.next()) && !glued(next, one_more) && !matches!(next, Some('…' | '=' | '#'))
}

/// Whether the next line holds exactly what is missing to the usual 40 characters: the line was broken there.
pub(super) fn goes_on(secret: &str, piece: &Piece<'_>, next: Option<&Piece<'_>>) -> bool {
    secret.len() < 40
        && next.is_some_and(|next| {
            next.line == piece.line + 1
                && next.text.len() == 40 - secret.len()
                && next.text.bytes().all(clean::is_secret_byte)
        })
}

/// The portal's masked display, in the middle of other text.
pub(super) fn is_masked_piece(piece: &str) -> bool {
    let text = piece.rsplit([':', '=']).next().unwrap_or(piece);
    let marks = text.trim_end_matches(['.', ')', '…']);
    let hint = marks.trim_end_matches(['*', '•', '●', '·']);
    let count = marks.chars().count() - hint.chars().count();
    count >= 4 && hint.len() <= 8 && hint.bytes().all(clean::is_secret_byte)
}

/// Whether a word is as dense as secrets are: old ones have no shape of their own.
pub(super) fn is_dense(piece: &str) -> bool {
    let has = |is: fn(&u8) -> bool| piece.as_bytes().iter().any(is);
    (24..=64).contains(&piece.len())
        && piece.bytes().all(|b| b.is_ascii_graphic())
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_digit)
}
