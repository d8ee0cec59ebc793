//! The language of the pages, and the two historic layouts of an error description.

use serde::{Deserialize, Serialize};

/// The language of the lab's pages. A request may choose another than the configured one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Spanish.
    #[default]
    Es,
    /// English.
    En,
}

impl Language {
    /// The language tag for `<html lang>`.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// One of two texts.
    pub(crate) const fn pick(self, es: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Es => es,
            Self::En => en,
        }
    }

    /// The first language of a list such as `es-ES,es;q=0.9,en;q=0.8` or `en-US` that the lab speaks.
    pub(crate) fn first_of(list: &str) -> Option<Self> {
        list.split([',', ' ']).find_map(|entry| {
            let tag = entry
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase();
            match tag.split('-').next().unwrap_or_default() {
                "es" => Some(Self::Es),
                "en" => Some(Self::En),
                _ => None,
            }
        })
    }
}

/// How `error_description` separates the message from the trace id, correlation id and timestamp.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DescriptionFormat {
    /// One line, parts separated by spaces: what Entra has sent since about 2024.
    #[default]
    Spaces,
    /// Parts separated by `\r\n`: what Entra sent before, and some endpoints still do.
    LineBreaks,
}

impl DescriptionFormat {
    /// The separator between two parts of a description.
    pub(crate) const fn separator(self) -> &'static str {
        match self {
            Self::Spaces => " ",
            Self::LineBreaks => "\r\n",
        }
    }
}
