//! What one person asks of another: the office asks the company's IT to do the registration, and IT answers.
//!
//! A [`Request`] holds nothing secret and travels as it is, in a mail or a file. An [`Answer`] holds the client
//! secret: its plain form exists only in memory and inside an `age` file with a passphrase that is told by another
//! way (`vincula-assistant`, `errand`). What is to be registered is not in the request: both sides read it from the
//! same guide.

mod answer;
mod passphrase;
mod request;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use passphrase::{NotAPassphrase, Passphrase};
pub use request::{REQUEST_MARK, Request};

/// The most that is read of a request or an answer, in bytes: a long mail around it, and no more.
pub const MOST: usize = 64 * 1024;

/// Why a text is not the errand that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnErrand {
    /// There is no such thing in the text.
    #[error("there is nothing of Vincula's in this text")]
    Missing,
    /// It is there, but something in it is broken or was left out.
    #[error("it is damaged or incomplete")]
    Damaged,
    /// A newer Vincula wrote it.
    #[error("a newer version of Vincula wrote it")]
    TooNew,
    /// It asks for a guide that this version does not have.
    #[error("this version of Vincula has no such guide")]
    UnknownGuide,
}

/// The JSON object in a text that has this key, read by `read`. Mail programs bend quotes, break lines and put `> `
/// before them; none of the values holds any of these.
fn object<T>(text: &str, key: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, NotAnErrand> {
    if text.len() > MOST {
        return Err(NotAnErrand::Missing);
    }
    let at = text.find(key).ok_or(NotAnErrand::Missing)?;
    let start = text[..at].rfind('{').ok_or(NotAnErrand::Damaged)?;
    let end = text[at..].find('}').ok_or(NotAnErrand::Damaged)? + at;
    let whole = &text[start..=end];
    let straight: zeroize::Zeroizing<String> = zeroize::Zeroizing::new(
        whole
            .lines()
            .map(|line| line.trim_start_matches(['>', ' ']))
            .flat_map(str::chars)
            .map(|c| if "“”„«»".contains(c) { '"' } else { c })
            .collect(),
    );
    read(whole)
        .or_else(|| read(&straight))
        .ok_or(NotAnErrand::Damaged)
}
