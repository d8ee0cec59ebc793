//! A guide's text as the person reads it: the setup's values in it, and its marks told apart.

use super::model::Localized;
use crate::text::Language;
use serde::Serialize;

/// The placeholders that the texts of a step may hold.
pub const PLACEHOLDERS: &[&str] = &[
    "app_name",
    "redirect_uri",
    "erp_name",
    "mailbox",
    "erp_address",
    "account_types",
    "signs_in",
];

/// What stands in for a value that the person has not given yet.
const NOT_YET: &str = "…";

/// What replaces the placeholders. An empty value is one that is not known yet and is shown as `…`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields<'a> {
    /// `{app_name}`: the name of the application, in the language of the text.
    pub app_name: &'a str,
    /// `{redirect_uri}`
    pub redirect_uri: &'a str,
    /// `{erp_name}`
    pub erp_name: &'a str,
    /// `{mailbox}`
    pub mailbox: &'a str,
    /// `{erp_address}`
    pub erp_address: &'a str,
    /// `{account_types}`: the portal's own label for who may sign in.
    pub account_types: &'a str,
    /// `{signs_in}`: the account that has to sign in.
    pub signs_in: &'a str,
}

impl<'a> Fields<'a> {
    fn get(&self, placeholder: &str) -> &'a str {
        let value = match placeholder {
            "app_name" => self.app_name,
            "redirect_uri" => self.redirect_uri,
            "erp_name" => self.erp_name,
            "mailbox" => self.mailbox,
            "erp_address" => self.erp_address,
            "account_types" => self.account_types,
            "signs_in" => self.signs_in,
            _ => "",
        };
        if value.is_empty() { NOT_YET } else { value }
    }

    /// `text` with every placeholder replaced. Values are put in once and never read again for placeholders.
    fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                return filled + "{" + after;
            };
            filled.push_str(self.get(name));
            rest = tail;
        }
        filled + rest
    }
}

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RunKind {
    /// Our own words.
    Plain,
    /// `**…**`: a label, as the screen shows it.
    Label,
    /// `` `…` ``: something to write there exactly; the page shows it with a copy button.
    Copy,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// What it is.
    pub kind: RunKind,
    /// Its characters, without the marks.
    pub text: String,
}

impl Localized {
    /// The text in `language` with the values in it; its marks stay as they are.
    #[must_use]
    pub fn fill(&self, language: Language, fields: &Fields<'_>) -> String {
        fields.fill(self.get(language))
    }

    /// The text in `language` with the values in it, cut at its marks. The marks are found before the values
    /// come in, so that a value can hold a `*` or a `` ` `` and change nothing.
    #[must_use]
    pub fn runs(&self, language: Language, fields: &Fields<'_>) -> Vec<Run> {
        split(self.get(language))
            .into_iter()
            .map(|(kind, text)| Run {
                kind,
                text: fields.fill(text),
            })
            .collect()
    }

    /// The text in `language` with the values in it and without marks, as for a terminal or a screen reader.
    #[must_use]
    pub fn plain(&self, language: Language, fields: &Fields<'_>) -> String {
        self.runs(language, fields)
            .into_iter()
            .map(|run| run.text)
            .collect()
    }
}

/// Cuts a text at its marks. A checked text has no open one; here an open mark is read as far as the end.
fn split(text: &str) -> Vec<(RunKind, &str)> {
    let mut runs = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let label = rest.find("**").map(|at| (at, "**", RunKind::Label));
        let copy = rest.find('`').map(|at| (at, "`", RunKind::Copy));
        let first = [label, copy].into_iter().flatten().min_by_key(|(at, ..)| *at);
        let Some((at, mark, kind)) = first else {
            runs.push((RunKind::Plain, rest));
            break;
        };
        let (before, marked) = rest.split_at(at);
        if !before.is_empty() {
            runs.push((RunKind::Plain, before));
        }
        let inside = marked.strip_prefix(mark).unwrap_or(marked);
        let (content, after) = inside.split_once(mark).unwrap_or((inside, ""));
        runs.push((kind, content));
        rest = after;
    }
    runs
}

/// The mark that is opened and not closed, or closed over nothing.
pub(super) fn open_mark(text: &str) -> Option<&'static str> {
    let mut rest = text;
    loop {
        let label = rest.find("**").map(|at| (at, "**"));
        let copy = rest.find('`').map(|at| (at, "`"));
        let (at, mark) = [label, copy].into_iter().flatten().min_by_key(|(at, _)| *at)?;
        let inside = rest.get(at + mark.len()..).unwrap_or("");
        match inside.split_once(mark) {
            Some((content, after)) if !content.trim().is_empty() => rest = after,
            _ => return Some(mark),
        }
    }
}
