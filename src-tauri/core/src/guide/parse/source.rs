//! The file that is being read, for as long as a message may need to say where.

use super::super::error::{Fault, GuideError};

/// A guide file: its name and its text.
pub(super) struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Source<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    /// The error for something wrong at this byte.
    pub(super) fn fault(&self, at: usize, what: Fault) -> GuideError {
        GuideError {
            file: self.file.to_owned(),
            line: self.line(at),
            what,
        }
    }
}
