//! The texts of the program: written once, in Fluent, read by Rust and by the page alike.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// A language that Vincula speaks. Spanish comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Spanish of Spain.
    #[default]
    Es,
    /// English.
    En,
}

impl Language {
    /// Every language, the first one first.
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    /// The language's code (BCP 47), as in guide files and in the page's `lang` attribute.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// The language that a code or a POSIX locale names: `es`, `es-ES`, `es_ES.UTF-8`, `en-GB` …
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The files of this language, by name.
    #[must_use]
    pub fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Es => &[
                ("glossary.ftl", include_str!("../locales/es/glossary.ftl")),
                ("it.ftl", include_str!("../locales/es/it.ftl")),
                ("messages.ftl", include_str!("../locales/es/messages.ftl")),
                ("terminal.ftl", include_str!("../locales/es/terminal.ftl")),
                ("portal.ftl", include_str!("../locales/es/portal.ftl")),
                ("problems.ftl", include_str!("../locales/es/problems.ftl")),
                ("scenes.ftl", include_str!("../locales/es/scenes.ftl")),
                ("script.ftl", include_str!("../locales/es/script.ftl")),
                ("setup-file.ftl", include_str!("../locales/es/setup-file.ftl")),
                ("sign-in.ftl", include_str!("../locales/es/sign-in.ftl")),
                ("ui.ftl", include_str!("../locales/es/ui.ftl")),
                ("values.ftl", include_str!("../locales/es/values.ftl")),
            ],
            Self::En => &[
                ("glossary.ftl", include_str!("../locales/en/glossary.ftl")),
                ("it.ftl", include_str!("../locales/en/it.ftl")),
                ("messages.ftl", include_str!("../locales/en/messages.ftl")),
                ("terminal.ftl", include_str!("../locales/en/terminal.ftl")),
                ("portal.ftl", include_str!("../locales/en/portal.ftl")),
                ("problems.ftl", include_str!("../locales/en/problems.ftl")),
                ("scenes.ftl", include_str!("../locales/en/scenes.ftl")),
                ("script.ftl", include_str!("../locales/en/script.ftl")),
                ("setup-file.ftl", include_str!("../locales/en/setup-file.ftl")),
                ("sign-in.ftl", include_str!("../locales/en/sign-in.ftl")),
                ("ui.ftl", include_str!("../locales/en/ui.ftl")),
                ("values.ftl", include_str!("../locales/en/values.ftl")),
            ],
        }
    }
}

static BUNDLES: LazyLock<Vec<(Language, FluentBundle<FluentResource>)>> = LazyLock::new(|| {
    Language::ALL
        .into_iter()
        .map(|language| (language, bundle(language)))
        .collect()
});

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id = LanguageIdentifier::from_bytes(language.code().as_bytes()).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolating marks are for the page, which renders mixed scripts; a terminal would print them as boxes.
    bundle.set_use_isolating(false);
    for (_, source) in language.sources() {
        // A file with an error still holds its good messages; a test reads every file strictly.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A text by its identifier (`message` or `message.attribute`). A missing text is its identifier: visible to
/// whoever looks at it, and a test looks for it.
#[must_use]
pub fn text(language: Language, id: &str, args: &[(&str, &str)]) -> String {
    find(language, id, args).unwrap_or_else(|| id.to_owned())
}

/// The same as [`text`], `None` where the identifier is not known.
#[must_use]
pub fn find(language: Language, id: &str, args: &[(&str, &str)]) -> Option<String> {
    let (_, bundle) = BUNDLES.iter().find(|(candidate, _)| *candidate == language)?;
    let (message, attribute) = id.split_once('.').map_or((id, None), |(m, a)| (m, Some(a)));
    let message = bundle.get_message(message)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut fluent_args = FluentArgs::new();
    for (key, value) in args {
        fluent_args.set(*key, *value);
    }
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&fluent_args), &mut errors)
            .into_owned(),
    )
}

#[cfg(test)]
mod easy;
#[cfg(test)]
pub(crate) mod readability;
#[cfg(test)]
mod tests;
