//! Which names of an application `az` takes as they are.

/// Entra's bound where personal accounts may sign in, in characters.
/// Source: <https://learn.microsoft.com/entra/identity-platform/supported-accounts-validation>
const LONGEST: usize = 90;

/// Marks that change the order or hide what a line of the script shows.
const HIDING: [char; 16] = [
    '\u{061C}', '\u{200B}', '\u{200E}', '\u{200F}', '\u{2028}', '\u{2029}', '\u{202A}', '\u{202B}',
    '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{FEFF}',
];

/// Why a name of an application is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing, or only blanks.
    #[error("it is empty")]
    Empty,
    /// Longer than Entra takes.
    #[error("it has more than {LONGEST} characters")]
    TooLong,
    /// Line breaks and the like. A terminal obeys them before any shell sees a quote.
    #[error("it holds characters that are not to be seen")]
    Invisible,
    /// `az` puts the name between apostrophes into its question to Microsoft.
    #[error("it holds an apostrophe, which az cannot look for")]
    Apostrophe,
    /// `az` reads `-x` as an option, and `@x` or `…=@x` as the name of a file.
    #[error("az would read it as an option or as a file")]
    OptionOrFile,
}

pub(super) fn check(name: &str) -> Result<(), NameFault> {
    if name.trim().is_empty() {
        return Err(NameFault::Empty);
    }
    if name.chars().count() > LONGEST {
        return Err(NameFault::TooLong);
    }
    if name.chars().any(|c| c.is_control() || HIDING.contains(&c)) {
        return Err(NameFault::Invisible);
    }
    if name.contains('\'') {
        return Err(NameFault::Apostrophe);
    }
    if name.starts_with(['-', '@']) || name.contains("=@") {
        return Err(NameFault::OptionOrFile);
    }
    Ok(())
}
