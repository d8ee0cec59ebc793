//! What stands in a text: words, GUIDs, secrets, e-mail addresses, web addresses. One pass, no copies.

use super::secrets;
use crate::value::{Mailbox, clean};

/// A run of characters without blanks and quotes, and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) line: usize,
    pub(super) cell: usize,
}

/// A GUID, and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guid<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

/// What stands in a text.
#[derive(Debug, Default)]
pub(super) struct Scan<'t> {
    pub(super) pieces: Vec<Piece<'t>>,
    /// Outside web addresses.
    pub(super) guids: Vec<Guid<'t>>,
    /// Whole secrets of today's shape.
    pub(super) secrets: Vec<Guid<'t>>,
    pub(super) masked: bool,
    pub(super) truncated: bool,
    pub(super) mailboxes: Vec<Mailbox>,
    pub(super) addresses: Vec<Guid<'t>>,
}

impl<'t> Scan<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut scan = Self {
            pieces: pieces(text),
            ..Self::default()
        };
        for index in 0..scan.pieces.len() {
            scan.look_at(index);
        }
        scan
    }

    /// Where the values stand, in order: labels are looked for between them.
    pub(super) fn taken(&self) -> Vec<(usize, usize)> {
        let found = self.guids.iter().chain(&self.secrets).chain(&self.addresses);
        let mut taken: Vec<_> = found.map(|f| (f.at, f.at + f.text.len())).collect();
        taken.sort_unstable();
        taken
    }

    /// The piece at this place of the text.
    pub(super) fn piece_at(&self, at: usize) -> Option<&Piece<'t>> {
        let index = self
            .pieces
            .partition_point(|piece| piece.at <= at)
            .checked_sub(1)?;
        self.pieces.get(index)
    }

    fn look_at(&mut self, index: usize) {
        let piece = self.pieces[index];
        if let Some(start) = address_start(piece.text) {
            let address = piece.text[start..].trim_end_matches(is_loose);
            self.addresses.push(Guid {
                text: address,
                at: piece.at + start,
            });
            return;
        }
        let guids = guids(piece.text);
        let holds_guid = !guids.is_empty();
        self.guids.extend(guids.into_iter().map(|(at, text)| Guid {
            text,
            at: piece.at + at,
        }));
        let next = self.pieces.get(index + 1);
        match secrets::find(piece.text) {
            Some(found) if found.is_whole && !secrets::goes_on(found.text, &piece, next) => {
                self.secrets.push(Guid {
                    text: found.text,
                    at: piece.at + found.at,
                });
            }
            _ if secrets::is_masked_piece(piece.text) => self.masked = true,
            Some(_) => self.truncated = true,
            None if !holds_guid => self.mailboxes.extend(mailbox(piece.text)),
            None => {}
        }
    }
}

/// Marks that stand around a value in a sentence.
pub(super) fn is_loose(c: char) -> bool {
    ".,;:!?()[]{}*…'".contains(c) || clean::is_invisible(c)
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut line, mut cell, mut start) = (0, 0, None);
    let mut close = |start: &mut Option<usize>, end: usize, line: usize, cell: usize| {
        if let Some(at) = start.take() {
            let whole = &text[at..end];
            let left = whole.trim_start_matches(clean::is_invisible);
            let at = at + whole.len() - left.len();
            let text = left.trim_end_matches(clean::is_invisible);
            if !text.is_empty() {
                found.push(Piece { text, at, line, cell });
            }
        }
    };
    for (at, c) in text.char_indices() {
        let parts = c.is_whitespace() || c.is_control() || "\"“”„«»‘’`<>,;|".contains(c);
        if parts {
            close(&mut start, at, line, cell);
        } else if start.is_none() {
            start = Some(at);
        }
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => (line, cell) = (line + 1, 0),
            '\t' | '|' => cell += 1,
            _ => {}
        }
    }
    close(&mut start, text.len(), line, cell);
    found
}

/// Where a web address begins in a piece: at its start, or behind a label such as `url=`.
fn address_start(piece: &str) -> Option<usize> {
    let lower = |text: &str, word: &str| {
        text.get(..word.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(word))
    };
    if let Some(scheme_end) = piece.find("://") {
        let scheme = piece[..scheme_end]
            .bytes()
            .rev()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        return (scheme > 0).then_some(scheme_end - scheme);
    }
    let bare = piece.trim_start_matches(is_loose);
    lower(bare, "www.").then_some(piece.len() - bare.len())
}

/// The GUIDs in a piece: ASCII only, and no letter, digit or hyphen of another word beside them.
pub(super) fn guids(piece: &str) -> Vec<(usize, &str)> {
    let bytes = piece.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 36 <= bytes.len() {
        let text = (bytes[at + 8] == b'-').then(|| piece.get(at..at + 36)).flatten();
        match text.filter(|text| clean::is_guid(text)) {
            Some(text) if is_free(piece, at, at + 36) => {
                found.push((at, text));
                at += 36;
            }
            _ => at += 1,
        }
    }
    found
}

fn is_free(piece: &str, at: usize, end: usize) -> bool {
    let glued = |first: Option<char>, second: Option<char>| match first {
        Some('-') => second.is_some_and(char::is_alphanumeric),
        // A direction or zero-width mark may stand outside a value, never between its halves.
        Some(c) if clean::is_invisible(c) => second.is_some_and(|c| c.is_ascii_hexdigit() || c == '-'),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let mut before = piece[..at].chars().rev();
    let mut after = piece[end..].chars();
    !glued(before.next(), before.next()) && !glued(after.next(), after.next())
}

fn mailbox(piece: &str) -> Option<Mailbox> {
    if !piece.contains('@') {
        return None;
    }
    let text = piece.split('?').next().unwrap_or(piece).trim_matches(is_loose);
    // `correo:ana@empresa.es`, `mailto=…`; a colon is in nobody's address.
    let text = text
        .rsplit([':', '='])
        .next()
        .unwrap_or(text)
        .trim_matches(is_loose);
    Mailbox::parse(text).ok()
}
