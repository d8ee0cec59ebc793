//! A text without what programs wrap errors in: escapes of addresses, of JSON and of HTML.

use super::MOST;
use std::borrow::Cow;
use zeroize::Zeroizing;

/// How often an error is wrapped at most: an address inside an address, JSON inside JSON.
const LAYERS: usize = 3;

/// The text as a person would read it, within the bound. It may hold secrets.
pub(super) fn plain(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(ends(text).into_owned());
    for _ in 0..LAYERS {
        let unwrapped =
            [percent, backslash, entity]
                .into_iter()
                .fold(None, |seen: Option<String>, unwrap| {
                    let text = seen.as_deref().unwrap_or(&plain);
                    unwrap(text).or(seen)
                });
        match unwrapped {
            Some(text) => plain = Zeroizing::new(text),
            None => break,
        }
    }
    plain
}

/// The beginning and the end of a text that is longer than what is looked at: a page has its error near its top, a
/// log at its end.
fn ends(text: &str) -> Cow<'_, str> {
    if text.len() <= MOST {
        return Cow::Borrowed(text);
    }
    let head = text.floor_char_boundary(MOST / 2);
    let tail = text.ceil_char_boundary(text.len() - MOST / 2 + 1);
    Cow::Owned(format!("{}\n{}", &text[..head], &text[tail..]))
}

/// Without `%3A`, and with blanks for `+` in the same word; `None` where there is none.
fn percent(text: &str) -> Option<String> {
    if !text.contains('%') && !text.contains("error=") {
        return None;
    }
    let mut out = Vec::with_capacity(text.len());
    let mut changed = false;
    for word in text.split_inclusive(char::is_whitespace) {
        let bytes = word.as_bytes();
        let is_address = word.contains("error=") || (0..bytes.len()).any(|at| escape(bytes, at).is_some());
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let (byte, length) = match escape(bytes, at) {
                Some(decoded) => (decoded, 3),
                None if *byte == b'+' && is_address => (b' ', 1),
                None => (*byte, 1),
            };
            changed |= length == 3 || byte != bytes[at];
            out.push(byte);
            at += length;
        }
    }
    changed.then(|| String::from_utf8_lossy(&out).into_owned())
}

/// The byte behind `%` and two hexadecimal digits.
fn escape(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    if bytes.get(at) != Some(&b'%') {
        return None;
    }
    u8::try_from(digit(at + 1)? * 16 + digit(at + 2)?).ok()
}

/// Without the escapes of JSON: `\"`, `\r\n`, `\u00f3`; `None` where there is none.
fn backslash(text: &str) -> Option<String> {
    let mut parts = text.split('\\');
    let first = parts.next()?;
    let mut out = String::with_capacity(text.len());
    out.push_str(first);
    let mut changed = false;
    for part in parts {
        let mut rest = part.chars();
        let unescaped = match rest.next() {
            Some('n' | 'r' | 't') => Some((' ', 1)),
            Some(c @ ('"' | '\'' | '/')) => Some((c, 1)),
            Some('u') => part
                .get(1..5)
                .and_then(|digits| u32::from_str_radix(digits, 16).ok())
                .and_then(char::from_u32)
                .map(|c| (c, 5)),
            _ => None,
        };
        changed |= unescaped.is_some();
        let (c, length) = unescaped.unwrap_or(('\\', 0));
        out.push(c);
        out.push_str(&part[length..]);
    }
    changed.then_some(out)
}

/// The named entities that stand in Microsoft's pages.
const ENTITIES: [(&str, char); 6] = [
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", ' '),
];

/// Without `&#39;` and `&quot;`; `None` where there is none.
fn entity(text: &str) -> Option<String> {
    let mut parts = text.split('&');
    let mut out = String::with_capacity(text.len());
    out.push_str(parts.next()?);
    let mut changed = false;
    for part in parts {
        // The longest entity that is read is `&#x10FFFF;`.
        let end = part.bytes().take(10).position(|byte| byte == b';');
        let decoded = end.and_then(|end| Some((character(&part[..end])?, end)));
        changed |= decoded.is_some();
        let (c, length) = decoded.map_or(('&', 0), |(c, end)| (c, end + 1));
        out.push(c);
        out.push_str(&part[length..]);
    }
    changed.then_some(out)
}

fn character(entity: &str) -> Option<char> {
    let code = match entity.strip_prefix('#') {
        None => return ENTITIES.iter().find(|(name, _)| *name == entity).map(|(_, c)| *c),
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        },
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_error_is_unwrapped() {
        for (wrapped, bare) in [
            (
                "https://x/?error=access_denied&error_description=AADSTS65004%3a+User+declined%0d%0aTrace",
                "https://x/?error=access_denied&error_description=AADSTS65004: User declined\r\nTrace",
            ),
            (
                "redirect%3Derror%253Dinvalid%255Fscope",
                "redirect=error=invalid_scope",
            ),
            (
                r#"{\"error\":\"invalid_client\",\r\n \"x\":\"c\u00f3digo\"}"#,
                "{\"error\":\"invalid_client\",   \"x\":\"código\"}",
            ),
            ("can&#39;t &quot;x&quot; &#xe1; &amp;amp;", "can't \"x\" á &"),
            (
                "1 + 1, 100 %, C:\\Users, a & b;",
                "1 + 1, 100 %, C:\\Users, a & b;",
            ),
        ] {
            assert_eq!(plain(wrapped).as_str(), bare);
        }
    }

    #[test]
    fn of_a_long_text_both_ends_are_read() {
        let text = format!("AADSTS50011{}AADSTS7000215", "é".repeat(MOST));
        let plain = plain(&text);
        assert!(plain.len() <= MOST);
        assert!(plain.starts_with("AADSTS50011") && plain.ends_with("AADSTS7000215"));
    }

    proptest! {
        #[test]
        fn nothing_breaks_it_and_it_never_grows_much(text in "(\\PC|%[0-9A-F]{2}|&#?x?[0-9a-f]{0,6};|\\\\[nrtu\"0-9a-f]{0,5}){0,60}") {
            prop_assert!(plain(&text).len() <= text.len() * 3);
        }
    }
}
