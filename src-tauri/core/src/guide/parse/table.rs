//! A TOML table of which every key is known.

use super::super::error::{Fault, GuideError};
use super::super::format::Format;
use super::field::Field;
use super::source::Source;
use toml::de::DeTable;

/// A table whose keys have been checked.
pub(super) struct Table<'a> {
    source: &'a Source<'a>,
    path: String,
    at: usize,
    tree: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    /// The whole file.
    pub(super) fn root(
        source: &'a Source<'a>,
        tree: &'a DeTable<'a>,
        keys: &'static [&'static str],
    ) -> Result<Self, GuideError> {
        Self::open(source, String::new(), 0, tree, keys)
    }

    /// The whole file before anything is known of it, not even which keys it may have.
    pub(super) fn unknown(source: &'a Source<'a>, tree: &'a DeTable<'a>) -> Self {
        Self {
            source,
            path: String::new(),
            at: 0,
            tree,
        }
    }

    /// The table at `path`, which starts at byte `at` and may have no other keys than `keys`.
    pub(super) fn open(
        source: &'a Source<'a>,
        path: String,
        at: usize,
        tree: &'a DeTable<'a>,
        keys: &'static [&'static str],
    ) -> Result<Self, GuideError> {
        let table = Self {
            source,
            path,
            at,
            tree,
        };
        let unknown = tree
            .iter()
            .map(|(key, _)| key)
            .filter(|key| !keys.contains(&key.get_ref().as_ref()));
        // The tree is sorted by name; the author reads from the top.
        match unknown.min_by_key(|key| key.span().start) {
            None => Ok(table),
            Some(key) => {
                let field = key.get_ref().clone().into_owned();
                let what = Fault::UnknownField {
                    field,
                    table: table.title(),
                    expected: keys,
                };
                Err(source.fault(key.span().start, what))
            }
        }
    }

    /// The field of this name.
    pub(super) fn required(&self, key: &'static str) -> Result<Field<'a>, GuideError> {
        self.optional(key).ok_or_else(|| {
            self.source.fault(
                self.at,
                Fault::MissingField {
                    field: key,
                    table: self.title(),
                },
            )
        })
    }

    /// The field of this name, where there is one.
    pub(super) fn optional(&self, key: &'static str) -> Option<Field<'a>> {
        let (name, value) = self.tree.iter().find(|(name, _)| name.get_ref() == key)?;
        let path = if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        };
        Some(Field::new(self.source, path, name.span().start, value.get_ref()))
    }

    /// The field of this name, which came with `format`.
    pub(super) fn since(&self, format: Format, key: &'static str) -> Result<Option<Field<'a>>, GuideError> {
        match self.optional(key) {
            Some(field) if self.source.format() < format => Err(field.fault(Fault::NeedsFormat {
                field: key,
                table: self.title(),
                format: format.number(),
            })),
            found => Ok(found),
        }
    }

    /// What messages call the table from now on.
    pub(super) fn rename(&mut self, path: String) {
        self.path = path;
    }

    fn title(&self) -> String {
        if self.path.is_empty() {
            "the guide".to_owned()
        } else {
            self.path.clone()
        }
    }
}
