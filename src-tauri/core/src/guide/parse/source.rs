//! The file that is being read, for as long as a message may need to say where.

use super::super::error::{Fault, GuideError};
use super::super::format::Format;
use super::super::picture::Pictures;

/// A guide file: its name, its text, the images beside it, and the version of the format that it is read in.
pub(super) struct Source<'a> {
    file: &'a str,
    text: &'a str,
    pictures: &'a Pictures,
    format: Format,
}

impl<'a> Source<'a> {
    pub(super) fn new(file: &'a str, text: &'a str, pictures: &'a Pictures) -> Self {
        Self {
            file,
            text,
            pictures,
            format: Format::One,
        }
    }

    /// The same file, now that its format is known.
    pub(super) fn in_format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    pub(super) fn pictures(&self) -> &'a Pictures {
        self.pictures
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
