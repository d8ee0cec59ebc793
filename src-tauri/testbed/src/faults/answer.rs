//! The bytes of answers that no honest server gives.

use super::fault::{Fault, RetryAfter};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::{SignedDuration, Timestamp};
use std::io::Write as _;
use std::net::SocketAddr;

/// The head of an answer that ends when the connection does.
pub(super) const WITHOUT_END: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}";
/// The head of an answer that never ends.
pub(super) const ENDLESS: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{";
const JSON: &str = "application/json";
const PAGE: &str = "<html><body>Acepta las condiciones del hotel</body></html>";
/// Every field that some call asks for, twice.
const TWICE: &str = r#"{"issuer":"a","issuer":"b","access_token":"canary-a","access_token":"canary-b","token_type":"Bearer",
    "token_type":"Bearer","userPrincipalName":"a","userPrincipalName":"b","error":"x","error":"y"}"#;
const DEEP: usize = 100_000;
/// What the bomb unpacks to, in bytes.
const UNPACKED: usize = 32 * 1024 * 1024;

/// The answer that a fault consists of.
pub(super) fn of(fault: Fault, decoy: SocketAddr) -> Vec<u8> {
    match fault {
        Fault::InvalidJson => answer(200, JSON, "", b"{\"a\" 1}"),
        Fault::DeepJson => {
            let deep = format!("{{\"issuer\":{}{}}}", "[".repeat(DEEP), "]".repeat(DEEP));
            answer(200, JSON, "", deep.as_bytes())
        }
        Fault::Empty => answer(200, JSON, "", b""),
        Fault::ByteOrderMark => answer(200, JSON, "", "\u{FEFF}{}".as_bytes()),
        Fault::DuplicateKeys => answer(200, JSON, "", TWICE.as_bytes()),
        Fault::DuplicateHeaders => answer(200, JSON, "Content-Length: 7\r\n", b"{}"),
        Fault::GzipBomb => answer(200, JSON, "Content-Encoding: gzip\r\n", &bomb()),
        Fault::Redirect(status) => answer(
            status,
            JSON,
            &format!("Location: http://{decoy}/stolen\r\n"),
            b"{}",
        ),
        Fault::CaptivePage => answer(200, "text/html", "", PAGE.as_bytes()),
        Fault::TooMany(form) => answer(429, "text/html", &retry_after(form), PAGE.as_bytes()),
        Fault::Unavailable(form) => answer(503, "text/html", &retry_after(form), PAGE.as_bytes()),
        Fault::Status(status) => answer(status, "text/html", "", PAGE.as_bytes()),
        // The others are no answers.
        _ => Vec::new(),
    }
}

fn answer(status: u16, kind: &str, more: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn retry_after(form: RetryAfter) -> String {
    let value = match form {
        RetryAfter::Seconds => "7".to_owned(),
        RetryAfter::Date => date(20),
        RetryAfter::Zero => "0".to_owned(),
        RetryAfter::Negative => "-7".to_owned(),
        RetryAfter::Junk => "soon".to_owned(),
        RetryAfter::Huge => "1000000000".to_owned(),
        RetryAfter::Missing => return String::new(),
        RetryAfter::Past => date(-3600),
    };
    format!("Retry-After: {value}\r\n")
}

/// The time so many seconds from now, as a header has it.
pub(super) fn date(seconds: i64) -> String {
    let time = Timestamp::now()
        .checked_add(SignedDuration::from_secs(seconds))
        .expect("the time is no age away");
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// How many bytes so many tenths of an answer are: at ten, all but the last.
pub(super) fn part(length: usize, tenths: u32) -> usize {
    let tenths = usize::try_from(tenths).unwrap_or(10);
    (length * tenths / 10).min(length.saturating_sub(1))
}

/// An answer with another value in a header.
pub(super) fn with_header(whole: &[u8], name: &str, value: &str) -> Vec<u8> {
    let end = whole
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap_or(whole.len());
    let head = String::from_utf8_lossy(&whole[..end]).into_owned();
    let is_other = |line: &&str| {
        line.split_once(':')
            .is_none_or(|(found, _)| !found.eq_ignore_ascii_case(name))
    };
    let mut lines: Vec<&str> = head.split("\r\n").filter(is_other).collect();
    let header = format!("{name}: {value}");
    lines.push(&header);
    [lines.join("\r\n").as_bytes(), &whole[end..]].concat()
}

fn bomb() -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed
        .write_all(&vec![b' '; UNPACKED])
        .expect("memory takes everything");
    packed.finish().expect("memory takes everything")
}
