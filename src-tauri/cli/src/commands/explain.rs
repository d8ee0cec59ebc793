//! `vincula explain`: what an error means. The same rules as the window's «¿Te ha salido un error? Pégalo aquí».

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use std::io::{self, IsTerminal as _, Read as _};
use vincula_core::explain::{Context, Explanation, Words, explain};
use vincula_core::problem::{Family, Place, Retry, Who};
use vincula_core::text::{Language, text};
use zeroize::Zeroizing;

/// The form of the answer, described in `docs/CLI.md`.
const SCHEMA: u32 = 1;
/// The most that is read of standard input, in bytes. Of what is read, the beginning and the end are looked at.
const MOST: u64 = 4 * 1024 * 1024;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    code: Option<&'a str>,
    place: Place,
    problem: &'static str,
    family: Family,
    who: Who,
    step: &'static str,
    retry: Retry,
    retry_after_seconds: Option<u64>,
    /// What happened and what to do, in one.
    text: String,
    what: &'a str,
    #[serde(rename = "do")]
    action: &'a str,
    button: &'a str,
    it: &'a str,
    /// Microsoft's own sentence.
    said: Option<&'a str>,
    trace_id: Option<&'a str>,
    correlation_id: Option<&'a str>,
    timestamp: Option<&'a str>,
    host: Option<&'a str>,
    link: Option<&'a str>,
}

pub(crate) fn run(language: Spoken, code: Option<String>, json: bool) -> Result<Exit, Failure> {
    let pasted = match code {
        Some(code) => Zeroizing::new(code),
        None => read(language.0)?,
    };
    let found = explain(&pasted, &Context::default());
    let words = found.words(language.0);
    if json {
        output::json(&answer(&found, &words))?;
    } else {
        print(&found, &words, language.0)?;
    }
    // That nothing is known is an answer, too.
    Ok(Exit::Passed)
}

/// Standard input, whatever bytes it has.
fn read(language: Language) -> io::Result<Zeroizing<String>> {
    if io::stdin().is_terminal() {
        output::note(&text(language, "explain-paste", &[]));
    }
    let mut bytes = Zeroizing::new(Vec::new());
    io::stdin().lock().take(MOST).read_to_end(&mut bytes)?;
    Ok(Zeroizing::new(decoded(&bytes)))
}

/// The text behind bytes: UTF-16 where its mark stands in front (PowerShell's `>` writes it), UTF-8, or else the
/// Latin letters of older Windows logs.
fn decoded(bytes: &[u8]) -> String {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units = bytes
            .chunks_exact(2)
            .skip(1)
            .filter_map(|pair| pair.try_into().ok().map(unit));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match bytes {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        _ => match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().copied().map(char::from).collect(),
        },
    }
}

fn answer<'a>(found: &'a Explanation, words: &'a Words) -> Answer<'a> {
    let kind = found.problem.kind;
    let evidence = &found.problem.evidence;
    Answer {
        schema: SCHEMA,
        code: found.code(),
        place: found.place,
        problem: kind.as_str(),
        family: kind.family(),
        who: kind.who(),
        step: kind.remedy().step(),
        retry: kind.retry(),
        retry_after_seconds: found.wait().map(|wait| wait.as_secs()),
        text: format!("{} {}", words.what, words.action),
        what: &words.what,
        action: &words.action,
        button: &words.button,
        it: &words.it,
        said: evidence.text.as_deref(),
        trace_id: evidence.trace_id.as_deref(),
        correlation_id: evidence.correlation_id.as_deref(),
        timestamp: evidence.timestamp.as_deref(),
        host: evidence.host.as_deref(),
        link: found.link.as_deref(),
    }
}

/// For a person: what happened, what to do, who does it; then what IT asks for.
fn print(found: &Explanation, words: &Words, language: Language) -> io::Result<()> {
    let evidence = &found.problem.evidence;
    for line in [&words.what, &words.action, "", &words.who, &words.retry, ""] {
        output::say(line)?;
    }
    let label = |id: &str| text(language, id, &[]);
    output::say(&label("explain-for-it"))?;
    output::say(&format!("  {}", words.it))?;
    let rows = [
        ("evidence-code", found.code()),
        ("explain-place", Some(words.place.as_str())),
        ("evidence-text", evidence.text.as_deref()),
        ("evidence-trace-id", evidence.trace_id.as_deref()),
        ("evidence-correlation-id", evidence.correlation_id.as_deref()),
        ("evidence-timestamp", evidence.timestamp.as_deref()),
        ("evidence-host", evidence.host.as_deref()),
        ("explain-link", found.link.as_deref()),
    ];
    for (id, value) in rows {
        if let Some(value) = value {
            output::say(&format!("  {:<20} {value}", label(id)))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn a_text_is_read_in_the_notations_that_windows_writes() {
        let text = "Se necesita la aprobación del administrador";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(units.iter().flat_map(|u| u.to_le_bytes()))
            .collect();
        let big: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain(units.iter().flat_map(|u| u.to_be_bytes()))
            .collect();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
        for bytes in [text.as_bytes(), &little, &big, &latin] {
            assert_eq!(decoded(bytes), text);
        }
        for broken in [&[][..], &[0xFF], &[0xFF, 0xFE, 0x00], &[0xFF, 0xFE, 0x00, 0xD8]] {
            assert!(decoded(broken).chars().count() <= 3);
        }
    }
}
