//! A text as a literal of a shell. Both literals are single-quoted: nothing in them has a meaning but the quote.

use super::Shell;

/// Every character that PowerShell reads as a single quote.
/// Source: `IsSingleQuote` in PowerShell's `CharTraits.cs`.
const POWERSHELL_QUOTES: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201A}', '\u{201B}'];

/// `text` as a literal of `shell`.
pub(super) fn quote(shell: Shell, text: &str) -> String {
    match shell {
        // Bash: out of the literal, one quote by itself, and in again.
        Shell::Bash => format!("'{}'", text.replace('\'', r"'\''")),
        // PowerShell: a doubled quote of any of the five kinds stands for itself.
        Shell::PowerShell => {
            let mut literal = String::with_capacity(text.len() + 2);
            literal.push('\'');
            for c in text.chars() {
                literal.push(c);
                if POWERSHELL_QUOTES.contains(&c) {
                    literal.push(c);
                }
            }
            literal.push('\'');
            literal
        }
    }
}
