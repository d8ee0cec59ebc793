//! A word that a stranger chose, to be shown in a sentence of ours.

/// How much of it is kept, in characters.
const SHOWN: usize = 32;

/// The word, short, in no other script, and without marks that turn the line around.
pub(crate) fn printable(word: &str) -> String {
    let short = word.chars().take(SHOWN);
    short
        .map(|c| if c.is_ascii_graphic() { c } else { '?' })
        .collect()
}
