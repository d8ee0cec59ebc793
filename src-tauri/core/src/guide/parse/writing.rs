//! What a text for people may hold, by the place where it is shown.

use super::super::error::Fault;
use super::super::fill::{PLACEHOLDERS, open_mark};

/// The place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// A name or a label, before there is a setup: no marks, no placeholders.
    Label,
    /// A sentence, before there is a setup: no marks, no placeholders.
    Sentence,
    /// A heading of a step: placeholders, no marks.
    Heading,
    /// A sentence of a step: placeholders and marks.
    Instruction,
}

impl Writing {
    /// The longest text that fits its place, in characters.
    fn max_chars(self) -> usize {
        match self {
            Self::Label | Self::Heading => 120,
            Self::Sentence | Self::Instruction => 600,
        }
    }

    fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::Label | Self::Sentence => &[],
            Self::Heading | Self::Instruction => PLACEHOLDERS,
        }
    }

    /// Whether `text`, which messages call `name`, may stand in this place.
    pub(super) fn check(self, name: &str, text: &str) -> Result<(), Fault> {
        let name = || name.to_owned();
        if text.trim().is_empty() {
            return Err(Fault::EmptyText { text: name() });
        }
        let (chars, max) = (text.chars().count(), self.max_chars());
        if chars > max {
            return Err(Fault::TextTooLong {
                text: name(),
                chars,
                max,
            });
        }
        if let Some(control) = text.chars().find(|c| is_hidden(*c)) {
            return Err(Fault::ControlCharacter {
                text: name(),
                code: u32::from(control),
            });
        }
        if self == Self::Instruction {
            if let Some(mark) = open_mark(text) {
                return Err(Fault::UnbalancedMark { text: name(), mark });
            }
        } else if let Some(mark) = ["**", "`"].into_iter().find(|mark| text.contains(mark)) {
            return Err(Fault::MarkNotAllowed { text: name(), mark });
        }
        self.check_placeholders(text).map_err(|found| match found {
            Some(found) => Fault::UnknownPlaceholder {
                text: name(),
                found,
                expected: self.placeholders(),
            },
            None => Fault::UnbalancedMark {
                text: name(),
                mark: "{ }",
            },
        })
    }

    /// The placeholder that is not known, or `None` for a brace without its other half.
    fn check_placeholders(self, text: &str) -> Result<(), Option<String>> {
        let mut parts = text.split('{');
        if parts.next().is_some_and(|before| before.contains('}')) {
            return Err(None);
        }
        for part in parts {
            let (found, after) = part.split_once('}').ok_or(None)?;
            if after.contains('}') {
                return Err(None);
            }
            if !self.placeholders().contains(&found) {
                return Err(Some(found.to_owned()));
            }
        }
        Ok(())
    }
}

/// Characters that change how the rest is shown instead of being shown: controls, which a terminal obeys,
/// and the marks that turn the direction of writing, which can make a text say something else.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
