//! What may be shown of a text that others wrote: words that can hold nothing secret.
//!
//! An allow-list, word by word. What is not plainly a word, a number, an identifier or an address of Microsoft's is
//! left out: somebody who pastes an error may paste a secret, a code or a token along.

use crate::recognise::holds_secret;
use crate::value::clean;

/// The most that is shown, in characters.
const LONGEST: usize = 400;
/// The longest word that is shown.
const LONGEST_WORD: usize = 40;

/// Hosts of Microsoft's, which stand in its own sentences.
const HOSTS: [&str; 12] = [
    "microsoft.com",
    "microsoftonline.com",
    "microsoftonline.us",
    "office.com",
    "office365.com",
    "outlook.com",
    "live.com",
    "azure.com",
    "windows.net",
    "sharepoint.com",
    "msauth.net",
    "aka.ms",
];

/// Words whose number belongs to them: `OAuth2`, `TLS1.2`, `IDX14100`.
const NUMBERED: [&str; 18] = [
    "aadsts",
    "oauth",
    "tls",
    "tlsv",
    "ssl",
    "imap",
    "pop",
    "http",
    "idx",
    "saml",
    "sha",
    "v",
    "office",
    "utf",
    "base",
    "ipv",
    "microsoft",
    "error",
];

/// Words behind which a secret may stand.
const KEYS: [&str; 26] = [
    "password",
    "passwd",
    "pass",
    "pwd",
    "contrasena",
    "contraseña",
    "clave",
    "secret",
    "secreto",
    "client_secret",
    "token",
    "access_token",
    "refresh_token",
    "id_token",
    "code",
    "código",
    "codigo",
    "code_verifier",
    "verifier",
    "assertion",
    "client_assertion",
    "bearer",
    "basic",
    "login",
    "plain",
    "state",
];

/// What may be shown of a text, bounded.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::new();
    let (mut after_key, mut is_value) = (0, false);
    for word in text.split_whitespace() {
        let core = word.trim_matches(|c: char| "'\"()[]{}<>,.;:!?¡¿«»“”‘’".contains(c));
        // A key keeps the next two words from being shown, unless they are prose; `clave:` keeps any.
        let is_safe = is_safe(core) && !is_value && (after_key == 0 || is_prose(core));
        is_value = is_key(core) && word.ends_with([':', '=']);
        after_key = if is_key(core) {
            2_u8
        } else {
            after_key.saturating_sub(1)
        };
        let word = if is_safe { word } else { "…" };
        if word == "…" && out.ends_with('…') {
            continue;
        }
        if out.chars().count() + word.chars().count() >= LONGEST {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.chars().any(char::is_alphanumeric) {
        out
    } else {
        String::new()
    }
}

fn is_key(core: &str) -> bool {
    let name = core.split(['=', ':']).next().unwrap_or(core).to_lowercase();
    KEYS.contains(&name.as_str())
}

/// Whether a word is of a sentence: small letters, a capital at most at its beginning.
fn is_prose(core: &str) -> bool {
    if core == "ID" {
        return true;
    }
    let mut letters = core.chars();
    let first = letters.next();
    first.is_none_or(char::is_alphabetic)
        && letters.all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’' | '_'))
        && core.chars().count() <= 20
}

fn is_safe(core: &str) -> bool {
    if core.is_empty() {
        return true;
    }
    if core.len() > 200 || holds_secret(core) {
        return false;
    }
    if clean::is_guid(core) {
        return true;
    }
    if let Some((scheme, rest)) = core.split_once("://") {
        return scheme == "https" && is_address(rest);
    }
    is_microsofts(&core.to_ascii_lowercase()) || is_number(core) || is_word(core)
}

/// An address of Microsoft's without anything behind its path.
fn is_address(rest: &str) -> bool {
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    is_microsofts(&host.to_ascii_lowercase())
        && path.len() <= 60
        && path.split('/').all(|part| {
            part.chars()
                .all(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '_'))
                && part.len() <= 30
        })
}

/// Whether this is one of Microsoft's hosts.
pub(super) fn is_microsofts(host: &str) -> bool {
    let is_host = host.len() <= 60
        && host.split('.').all(|label| {
            (1..=24).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        });
    is_host
        && HOSTS.iter().any(|known| {
            host.strip_suffix(known)
                // What stands before the name is letters: a secret could be put in front of any host.
                .is_some_and(|rest| {
                    rest.is_empty()
                        || rest.ends_with('.')
                            && rest
                                .bytes()
                                .all(|b| !b.is_ascii_digit() || rest.starts_with("outlook."))
                })
        })
}

/// Digits with their marks: `5.7.139`, `2026-05-24`, `13:34:39Z`, `0x80090325`. Not a long number.
fn is_number(core: &str) -> bool {
    if let Some(digits) = core.strip_prefix("0x") {
        return digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let marks = "-:.,/%+TZ#";
    let digits = core.bytes().filter(u8::is_ascii_digit).count();
    (1..=17).contains(&digits)
        && core.len() <= 30
        && core.chars().all(|c| c.is_ascii_digit() || marks.contains(c))
        && core
            .split(|c: char| !c.is_ascii_digit())
            .all(|run| run.len() <= 8)
}

/// Letters, or a known word with its number. Randomly mixed sizes are no word.
fn is_word(core: &str) -> bool {
    if core.chars().count() > LONGEST_WORD {
        return false;
    }
    let stem = core.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    if stem.len() < core.len() {
        return NUMBERED.contains(&stem.to_ascii_lowercase().as_str()) && core.len() - stem.len() <= 8;
    }
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '-' | '_' | '.' | '\'' | '’' | '/');
    if !core.chars().all(is_letter) {
        return false;
    }
    let humps = core
        .chars()
        .zip(core.chars().skip(1))
        .filter(|(one, next)| one.is_lowercase() && next.is_uppercase())
        .count();
    humps <= 4
}

/// Whether a word is a name in a program: letters in at most a few humps. Nothing random is.
pub(super) fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphabetic() || c == '_') && is_word(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn microsofts_sentences_stay_readable() {
        for sentence in [
            "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'adee71b0-77b2-4c1d-9e55-0d2b6a8f4c10'.",
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.",
            "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
            "AADSTS65004: User declined to consent to access the app.",
            "schannel: SEC_E_UNTRUSTED_ROOT (0x80090325)",
        ] {
            assert_eq!(shown(sentence), sentence);
        }
    }

    #[test]
    fn what_could_be_secret_is_left_out() {
        for (text, left) in [
            (
                "the secret Mue8Q~MuestraFalsa.de-Vincula_0000000001 is bad",
                "the secret … is bad",
            ),
            ("password Hola123 is wrong", "password … is wrong"),
            ("contraseña: Perro is wrong", "contraseña: … is wrong"),
            (
                "for ana@empresa.es at https://erp.empresa.es/cb?code=1 now",
                "for … at … now",
            ),
            ("eyJ0eXAi.eyJhdWQi.c2ln QwErTyUiOpAsDfGh 123456789012", ""),
        ] {
            let shown = shown(text);
            if left.is_empty() {
                assert_eq!(shown, left, "{text}");
            } else {
                assert!(shown == left || !shown.contains("Perro"), "{text}: {shown}");
                assert!(
                    !shown.contains("8Q~") && !shown.contains("Hola123") && !shown.contains("empresa"),
                    "{shown}"
                );
            }
        }
    }

    #[test]
    fn it_is_bounded() {
        assert!(shown(&"palabra ".repeat(10_000)).chars().count() <= LONGEST + 2);
    }
}
