//! The address that a person pastes, with whatever came along: words around it, quotation marks, a mail program's
//! quoting and line breaks.

use super::{Awaited, NotForUs};
use url::Url;

/// The longest text that is looked through, in bytes: a whole page copied is shorter.
const LONGEST: usize = 64 * 1024;

/// The most lines over which one address is put together: 16 KiB in lines of 76 characters would be more, and no
/// answer is that long.
const MOST_LINES: usize = 64;

/// A line at least this long may have been broken by a mail program (RFC 3676 says 78, some break at 72 or less); a
/// shorter one ended because its text did.
const BROKEN_FROM: usize = 60;

/// Why a text holds no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPasted {
    /// There is no address in it that begins like the redirect URI.
    NoAddress,
    /// There is one, and it is not the answer.
    NotForUs(NotForUs),
    /// Longer than anything that is worth looking through.
    TooLong,
}

impl Awaited {
    /// Finds this answer in a text.
    ///
    /// # Errors
    /// Why it is not in there.
    pub fn find_in(&self, text: &str) -> Result<Url, NotPasted> {
        if text.len() > LONGEST {
            return Err(NotPasted::TooLong);
        }
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        self.find_in_lines(&text).or_else(|why| {
            // The source of a mail writes `=` as `=3D` and breaks lines behind `=` (quoted-printable, RFC 2045).
            if !text.contains("=3D") {
                return Err(why);
            }
            let decoded = text.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
            self.find_in_lines(&decoded)
        })
    }

    fn find_in_lines(&self, text: &str) -> Result<Url, NotPasted> {
        let lines: Vec<&str> = text.lines().map(unquoted).collect();
        let mut best = NotPasted::NoAddress;
        for (at, line) in lines.iter().enumerate() {
            for start in self.starts(line) {
                let addresses = candidates(&line[start..], &lines[at + 1..]);
                let (own, reason) = self.own_among(addresses);
                if let Some(address) = own {
                    return Ok(address);
                }
                best = reason.map_or(best, NotPasted::NotForUs);
            }
        }
        Err(best)
    }

    /// Where the redirect URI begins in a line.
    fn starts<'l>(&self, line: &'l str) -> impl Iterator<Item = usize> + 'l {
        // The scheme and the host are the same in any case; what follows is compared after parsing.
        let url = self.redirect_uri().url();
        let beginning = format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default());
        let lower = line.to_ascii_lowercase();
        let found: Vec<usize> = lower.match_indices(&beginning).map(|(at, _)| at).collect();
        found.into_iter()
    }

    /// The answer among addresses of which each goes on a line further. Another line is needed only while what
    /// counts is not there or may go on in it: a code that ends where the address is cut may be half of one.
    fn own_among(&self, addresses: Vec<Url>) -> (Option<Url>, Option<NotForUs>) {
        let mut own: Option<Url> = None;
        let mut reason = None;
        for address in addresses {
            match self.is_answer(&address) {
                Ok(()) => {
                    let is_whole = has_whole_answer(&address);
                    own = Some(address);
                    if is_whole {
                        break;
                    }
                }
                Err(why) => reason = Some(why),
            }
        }
        (own, reason)
    }
}

/// The addresses that begin here: to the end of the line, and on over lines that a mail program may have broken.
fn candidates(first: &str, following: &[&str]) -> Vec<Url> {
    let mut found = Vec::new();
    let mut address = String::new();
    let mut rest = following.iter();
    let mut line = first;
    for _ in 0..MOST_LINES {
        let end = line.find(ends_an_address).unwrap_or(line.len());
        address.push_str(&line[..end]);
        let whole = address.replace("&amp;", "&");
        found.extend(Url::parse(&whole).ok());
        found.extend(Url::parse(whole.trim_end_matches(is_punctuation)).ok());
        let goes_on = end == line.len() && line.chars().count() >= BROKEN_FROM;
        match rest.next() {
            Some(next) if goes_on => line = next,
            _ => break,
        }
    }
    found
}

/// A line without a mail program's marks of quoting.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c == '>' || c == '|' || c.is_whitespace())
        .trim_end()
}

/// Characters that an address as copied never holds: it has escapes for them.
fn ends_an_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "<>\"«»“”„‘’‚‹›`´{}|\\^".contains(c)
}

/// What a sentence puts behind an address.
fn is_punctuation(c: char) -> bool {
    ".,;:!?)]'".contains(c)
}

/// Zero-width characters and soft hyphens, which copying from a page brings along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Whether a code or an error stands before the last parameter, so that none of it can be missing.
fn has_whole_answer(address: &Url) -> bool {
    let before_the_last = address.query().and_then(|query| query.rsplit_once('&'));
    before_the_last.is_some_and(|(pairs, _)| {
        pairs
            .split('&')
            .any(|pair| pair.starts_with("code=") || pair.starts_with("error="))
    })
}
