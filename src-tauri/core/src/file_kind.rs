//! What a file that somebody opens is to Vincula, by its first look: a person has one file and one button.

use crate::setup_file;

/// The first line of an `age` file in its text form. Source: <https://age-encryption.org/v1>
pub const SEALED: &str = "-----BEGIN AGE ENCRYPTED FILE-----";

/// What a file of Vincula's is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Something sealed. What is inside, an answer or a setup, only its passphrase tells.
    Sealed,
    /// A setup without its secret.
    Setup,
    /// Somebody's request, as it is or in the mail that carries it.
    Request,
}

impl FileKind {
    /// What a text is, `None` where nothing in it is of Vincula's. Whether it can be used is for its reader to say.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        [
            (SEALED, Self::Sealed),
            (setup_file::MARK, Self::Setup),
            (crate::errand::REQUEST_MARK, Self::Request),
        ]
        .into_iter()
        .find_map(|(mark, kind)| text.contains(mark).then_some(kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_what_is_in_it() {
        for (text, kind) in [
            (
                "Hola:\n> -----BEGIN AGE ENCRYPTED FILE-----",
                Some(FileKind::Sealed),
            ),
            ("{\"vincula_setup\": 1}", Some(FileKind::Setup)),
            ("Hola:\n{\"vincula_request\": 1}", Some(FileKind::Request)),
            ("", None),
            ("{\"setup\": {}}", None),
        ] {
            assert_eq!(FileKind::of(text), kind, "{text}");
        }
    }
}
