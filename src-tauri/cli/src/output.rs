//! The two streams: results on standard output, everything for the person on standard error.

use serde::Serialize;
use std::io::{self, Write as _};
use std::path::Path;
use vincula_assistant::keep_at;

/// A line of the result.
pub(crate) fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// A result as JSON, on as many lines as it takes to be read by a person too.
pub(crate) fn json<T: Serialize>(value: &T) -> io::Result<()> {
    say(&serde_json::to_string_pretty(value)?)
}

/// The same on one line, for a result that goes on.
pub(crate) fn json_line<T: Serialize>(value: &T) -> io::Result<()> {
    say(&serde_json::to_string(value)?)
}

/// A result that is a file: into a new one that only its owner reads, or to standard output.
pub(crate) fn hand(out: Option<&Path>, what: &str) -> io::Result<()> {
    match out {
        Some(path) => keep_at(path, &format!("{what}\n")),
        None => say(what),
    }
}

/// A line for the person. Where standard error is closed nobody misses it.
pub(crate) fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
