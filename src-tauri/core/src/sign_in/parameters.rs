//! The parameters behind a redirect URI, read strictly: what a careless reader would let through is refused.

use super::NotForUs;

/// The longest query, in bytes. Entra's own are below 3 KiB.
const LONGEST_ADDRESS: usize = 16 * 1024;
/// The longest value, in bytes before decoding.
const LONGEST_VALUE: usize = 8 * 1024;
/// The most parameters. Entra sends at most seven.
const MOST: usize = 32;

/// The parameters of an answer, each name once.
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads one part of an address: its query, or what is behind `#`.
    ///
    /// # Errors
    /// [`NotForUs::Unreadable`] for anything over the bounds, with bad escapes, a NUL, a name twice or a
    /// bracketed array form.
    pub(super) fn of(encoded: &str) -> Result<Self, NotForUs> {
        if encoded.len() > LONGEST_ADDRESS {
            return Err(NotForUs::Unreadable);
        }
        let mut read: Vec<(String, String)> = Vec::new();
        for pair in encoded.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if value.len() > LONGEST_VALUE || read.len() == MOST {
                return Err(NotForUs::Unreadable);
            }
            let name = decode(name)?;
            let is_array = name.contains(['[', ']']);
            if is_array || read.iter().any(|(known, _)| *known == name) {
                return Err(NotForUs::Unreadable);
            }
            read.push((name, decode(value)?));
        }
        Ok(Self(read))
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Decodes `application/x-www-form-urlencoded`, refusing what the usual decoders replace or let pass.
fn decode(encoded: &str) -> Result<String, NotForUs> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |b: Option<u8>| {
                    b.and_then(|b| char::from(b).to_digit(16))
                        .and_then(|d| u8::try_from(d).ok())
                };
                let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
                    return Err(NotForUs::Unreadable);
                };
                high << 4 | low
            }
            other => other,
        });
    }
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text),
        _ => Err(NotForUs::Unreadable),
    }
}
