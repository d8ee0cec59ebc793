//! What is taken off the outside of a pasted text, and nothing else: `~ . _ -` are parts of a secret, so that
//! the inside is never touched.

/// Marks that travel with a copy without being seen: zero-width characters, direction marks, the byte-order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Pairs of marks that people and programs put around a value.
const WRAPPERS: [(char, char); 9] = [
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('«', '»'),
    ('“', '”'),
    ('‘', '’'),
    ('<', '>'),
    ('(', ')'),
    ('{', '}'),
];

/// Labels that are copied along with a value, as Microsoft's portal and the ERPs write them.
const LABELS: [&str; 20] = [
    "application (client) id",
    "id. de aplicación (cliente)",
    "id de aplicación (cliente)",
    "client id",
    "id. de cliente",
    "directory (tenant) id",
    "id. de directorio (inquilino)",
    "id de directorio (inquilino)",
    "tenant id",
    "id. de inquilino",
    "client secret",
    "secreto de cliente",
    "value",
    "valor",
    "secret",
    "secreto",
    "e-mail",
    "correo",
    "cuenta de correo",
    "url",
];

/// The text without blanks, invisible marks, wrapping quotes and a known label in front.
pub(crate) fn outside(raw: &str) -> &str {
    let mut text = raw.trim_matches(is_blank);
    loop {
        let before = text;
        text = without_label(text).trim_matches(is_blank);
        for (open, close) in WRAPPERS {
            if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
                text = inner.trim_matches(is_blank);
            }
        }
        if text.len() == before.len() {
            return text;
        }
    }
}

fn without_label(text: &str) -> &str {
    let Some((label, value)) = text.split_once([':', '=', '\t', '\n']) else {
        return text;
    };
    let label = label.trim_matches(is_blank).to_lowercase();
    if LABELS.contains(&label.as_str()) {
        value
    } else {
        text
    }
}

/// Whether the text is a GUID in its usual notation: 8-4-4-4-12 hexadecimal digits, ASCII only.
pub(crate) fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups
            .iter()
            .all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether the text has the shape of an e-mail address, judged by its right-hand side so that an old secret
/// with an `@` in it is not taken for one.
pub(crate) fn is_email_like(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let Some((name, top)) = domain.rsplit_once('.') else {
        return false;
    };
    !local.is_empty()
        && !local.contains('@')
        && !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && (2..=12).contains(&top.chars().count())
        && top
            .chars()
            .all(|c| c.is_lowercase() || (c.is_ascii_uppercase() && top == top.to_uppercase()))
}

/// Whether the text begins as a web address does.
pub(crate) fn is_address_like(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.")
}

/// Whether the text has the shape of the secrets that Entra makes today: three characters, `7Q~` or `8Q~`,
/// 31 to 34 more. Source: microsoft/security-utilities, rules SEC101/156.
pub(crate) fn is_current_secret(text: &str) -> bool {
    let bytes = text.as_bytes();
    (37..=40).contains(&bytes.len())
        && has_current_secret_start(text)
        && bytes.iter().copied().all(is_secret_byte)
}

/// Whether the text begins as such a secret does.
pub(crate) fn has_current_secret_start(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes.get(3..6), Some([b'7' | b'8', b'Q', b'~']))
        && bytes[..3].iter().copied().all(is_secret_byte)
}

/// Whether a secret of today's shape may hold this byte.
pub(crate) fn is_secret_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'~' | b'.' | b'_' | b'-')
}
