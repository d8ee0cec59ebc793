//! One value of the file, and what it can be read as.

use super::super::error::{Fault, GuideError};
use super::super::model::Localized;
use super::super::names::{NameKind, Named};
use super::super::permission::{EXCHANGE, Permission};
use super::super::picture::Image;
use super::source::Source;
use super::table::Table;
use super::writing::Writing;
use crate::text::Language;
use crate::value::ClientId;
use std::collections::BTreeMap;
use toml::de::DeValue;

/// A value, with its name for messages and its place in the file.
pub(super) struct Field<'a> {
    source: &'a Source<'a>,
    path: String,
    at: usize,
    value: &'a DeValue<'a>,
}

impl<'a> Field<'a> {
    pub(super) fn new(source: &'a Source<'a>, path: String, at: usize, value: &'a DeValue<'a>) -> Self {
        Self {
            source,
            path,
            at,
            value,
        }
    }

    /// The error for something wrong with this value.
    pub(super) fn fault(&self, what: Fault) -> GuideError {
        self.source.fault(self.at, what)
    }

    /// A line of text as it stands.
    pub(super) fn string(&self) -> Result<&'a str, GuideError> {
        self.value
            .as_str()
            .ok_or_else(|| self.wrong_type("a text in quotes"))
    }

    /// A text that people read, checked as `writing` asks.
    pub(super) fn text(&self, writing: Writing) -> Result<String, GuideError> {
        let text = self.string()?;
        writing.check(&self.path, text).map_err(|what| self.fault(what))?;
        Ok(text.to_owned())
    }

    /// A text in every language of the guide and in no other.
    pub(super) fn localized(
        &self,
        languages: &[Language],
        writing: Writing,
    ) -> Result<Localized, GuideError> {
        let expected = "a table with one text per language";
        let tree = self.value.as_table().ok_or_else(|| self.wrong_type(expected))?;
        let mut texts = BTreeMap::new();
        for (key, value) in tree {
            let code = key.get_ref();
            let path = format!("{} ({code})", self.path);
            let field = Self::new(self.source, path, key.span().start, value.get_ref());
            let Some(language) = languages.iter().find(|language| language.code() == code) else {
                return Err(field.unknown(NameKind::Language, code, languages.iter().map(|l| l.code())));
            };
            texts.insert(*language, field.text(writing)?);
        }
        if let Some(missing) = languages.iter().find(|language| !texts.contains_key(*language)) {
            let (text, declared) = (self.path.clone(), languages.to_vec());
            return Err(self.fault(Fault::MissingLanguage {
                text,
                missing: *missing,
                declared,
            }));
        }
        Ok(Localized(texts))
    }

    /// A whole number.
    pub(super) fn number(&self) -> Result<i64, GuideError> {
        let number = self
            .value
            .as_integer()
            .ok_or_else(|| self.wrong_type("a whole number"))?;
        // Too large for 64 bits is as wrong as any other number that nobody asked for.
        Ok(i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX))
    }

    /// A whole number between two bounds.
    pub(super) fn number_in(&self, min: u8, max: u8) -> Result<u8, GuideError> {
        let found = self.number()?;
        match u8::try_from(found) {
            Ok(number) if (min..=max).contains(&number) => Ok(number),
            _ => {
                let (field, min, max) = (self.path.clone(), i64::from(min), i64::from(max));
                Err(self.fault(Fault::OutOfRange {
                    field,
                    found,
                    min,
                    max,
                }))
            }
        }
    }

    /// The image file that this names, which lies beside the guide.
    pub(super) fn image(&self) -> Result<Image, GuideError> {
        let found = self.string()?;
        match self.source.pictures().get(found) {
            Some(Ok(image)) => Ok(image.clone()),
            Some(Err(why)) => Err(self.fault(Fault::BadImage {
                found: found.to_owned(),
                why: *why,
            })),
            None => Err(self.fault(Fault::NoSuchImage {
                found: found.to_owned(),
                there: self.source.pictures().names(),
            })),
        }
    }

    /// A name for programs.
    pub(super) fn id(&self) -> Result<String, GuideError> {
        let found = self.string()?;
        let letters = found
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if letters && found.len() <= 40 && found.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Ok(found.to_owned());
        }
        Err(self.fault(Fault::BadId {
            field: self.path.clone(),
            found: found.to_owned(),
        }))
    }

    /// One of a known set of names.
    pub(super) fn name<T: Named>(&self) -> Result<T, GuideError> {
        let found = self.string()?;
        let known = T::NAMES
            .iter()
            .find(|(name, _)| *name == found)
            .map(|(_, value)| *value);
        known.ok_or_else(|| self.unknown(T::KIND, found, T::NAMES.iter().map(|(name, _)| *name)))
    }

    /// The error for a name that is not known.
    pub(super) fn unknown(
        &self,
        kind: NameKind,
        found: &str,
        expected: impl Iterator<Item = &'static str>,
    ) -> GuideError {
        self.fault(Fault::UnknownName {
            kind,
            found: found.to_owned(),
            expected: expected.collect(),
        })
    }

    /// A permission: of Microsoft Graph or OpenID by its name alone, of Exchange Online with its address before it.
    pub(super) fn permission(&self) -> Result<Permission, GuideError> {
        let found = self.string()?;
        let (name, of): (_, fn(&str) -> Permission) = match found.strip_prefix(EXCHANGE) {
            Some(name) => (name, Permission::exchange),
            None => (found, Permission::graph),
        };
        // `Mail.Send`, `IMAP.AccessAsUser.All`, `offline_access`: words with dots, never another address.
        let words = name.split('.').all(|word| {
            word.starts_with(|c: char| c.is_ascii_alphabetic())
                && word
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        });
        if words && name.len() <= 80 {
            return Ok(of(name));
        }
        Err(self.fault(Fault::BadPermission {
            found: found.to_owned(),
        }))
    }

    /// A Client ID.
    pub(super) fn client_id(&self) -> Result<ClientId, GuideError> {
        let found = self.string()?;
        ClientId::parse(found).map_err(|why| {
            self.fault(Fault::BadClientId {
                found: found.to_owned(),
                why,
            })
        })
    }

    /// A list of one to `max` lines, each read by `read`.
    pub(super) fn lines<T>(
        &self,
        max: usize,
        read: impl Fn(&Field<'a>) -> Result<T, GuideError>,
    ) -> Result<Vec<T>, GuideError> {
        let entries = self.entries()?;
        if !(1..=max).contains(&entries.len()) {
            return Err(self.fault(Fault::TooManyLines {
                field: self.path.clone(),
                found: entries.len(),
                max,
            }));
        }
        entries.iter().map(read).collect()
    }

    /// A table with these keys and no other.
    pub(super) fn table(&self, keys: &'static [&'static str]) -> Result<Table<'a>, GuideError> {
        let tree = self.value.as_table().ok_or_else(|| self.wrong_type("a table"))?;
        Table::open(self.source, self.path.clone(), self.at, tree, keys)
    }

    /// The entries of a list, which may be empty.
    pub(super) fn entries(&self) -> Result<Vec<Field<'a>>, GuideError> {
        let list = self.value.as_array().ok_or_else(|| self.wrong_type("a list"))?;
        let entry = |(index, value): (usize, &'a toml::Spanned<DeValue<'a>>)| {
            let path = format!("{}[{}]", self.path, index + 1);
            Self::new(self.source, path, value.span().start, value.get_ref())
        };
        Ok(list.iter().enumerate().map(entry).collect())
    }

    /// The entries of a list that needs at least one, each read by `read` and none there twice. `what` is
    /// what a message calls one of them.
    pub(super) fn distinct<T: PartialEq>(
        &self,
        what: &'static str,
        read: impl Fn(&Field<'a>) -> Result<T, GuideError>,
    ) -> Result<Vec<T>, GuideError> {
        let entries = self.entries()?;
        if entries.is_empty() {
            return Err(self.fault(Fault::EmptyList {
                field: self.path.clone(),
            }));
        }
        let mut values = Vec::new();
        for entry in &entries {
            let value = read(entry)?;
            if let Some(first) = values.iter().position(|earlier| *earlier == value) {
                let first_line = entries.get(first).map_or(0, |first| self.source.line(first.at));
                return Err(entry.fault(Fault::Duplicate {
                    what,
                    name: entry.quoted(),
                    first_line,
                }));
            }
            values.push(value);
        }
        Ok(values)
    }

    /// Where this value is.
    pub(super) fn line(&self) -> usize {
        self.source.line(self.at)
    }

    /// The value as a message repeats it.
    fn quoted(&self) -> String {
        let inner = self
            .value
            .as_table()
            .and_then(|table| table.iter().find(|(key, _)| key.get_ref() == "value"));
        let value = inner.map_or(self.value, |(_, value)| value.get_ref());
        value.as_str().unwrap_or_default().to_owned()
    }

    fn wrong_type(&self, expected: &'static str) -> GuideError {
        let found = match self.value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.fault(Fault::WrongType {
            field: self.path.clone(),
            expected,
            found,
        })
    }
}
