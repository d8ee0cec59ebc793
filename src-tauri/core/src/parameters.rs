//! The parameters behind an address that strangers can make, read strictly: what a careless reader would let
//! through is refused.

/// How much is read, in bytes before decoding.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    /// The whole query or fragment.
    pub(crate) whole: usize,
    /// One value.
    pub(crate) value: usize,
    /// How many parameters.
    pub(crate) most: usize,
}

/// It is over the bounds, has bad escapes, a NUL, a name twice or a bracketed array form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// The parameters of an address, each name once.
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads one part of an address: its query, or what is behind `#`.
    ///
    /// # Errors
    /// [`Unreadable`], and nothing of it is read then.
    pub(crate) fn of(encoded: &str, bounds: Bounds) -> Result<Self, Unreadable> {
        if encoded.len() > bounds.whole {
            return Err(Unreadable);
        }
        let mut read: Vec<(String, String)> = Vec::new();
        for pair in encoded.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if value.len() > bounds.value || read.len() == bounds.most {
                return Err(Unreadable);
            }
            let name = decode(name)?;
            let is_array = name.contains(['[', ']']);
            if is_array || read.iter().any(|(known, _)| *known == name) {
                return Err(Unreadable);
            }
            read.push((name, decode(value)?));
        }
        Ok(Self(read))
    }

    /// Every parameter, in the order of the address.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a parameter.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Decodes `application/x-www-form-urlencoded`, refusing what the usual decoders replace or let pass.
fn decode(encoded: &str) -> Result<String, Unreadable> {
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
                    return Err(Unreadable);
                };
                high * 16 + low
            }
            other => other,
        });
    }
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text),
        _ => Err(Unreadable),
    }
}
