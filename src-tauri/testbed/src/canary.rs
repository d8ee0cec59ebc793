//! Looking for a secret where none may be.

use std::fs;
use std::path::{Path, PathBuf};

/// A secret to look for, in every notation in which it could have leaked.
pub struct Canary(Vec<(&'static str, Vec<u8>)>);

/// Where it was found, and in which notation.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, or another name for where it was.
    pub at: PathBuf,
    /// The notation.
    pub notation: &'static str,
}

impl Canary {
    /// The notations of a secret: as it is, UTF-16, base64 at each of the three alignments, percent-encoded.
    #[must_use]
    pub fn of(secret: &str) -> Self {
        let bytes = secret.as_bytes();
        let utf16 = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let percent = |keep: &[u8]| {
            let encoded = |b: u8| {
                if b.is_ascii_alphanumeric() || keep.contains(&b) {
                    vec![b]
                } else {
                    format!("%{b:02X}").into_bytes()
                }
            };
            bytes.iter().copied().flat_map(encoded).collect::<Vec<u8>>()
        };
        let mut notations = vec![
            ("plain", bytes.to_vec()),
            ("utf-16", utf16),
            ("percent", percent(b"-._~")),
            ("percent, form", percent(b"-._*")),
        ];
        for (skip, name) in ["base64", "base64, shifted by one", "base64, shifted by two"]
            .into_iter()
            .enumerate()
        {
            notations.push((name, base64_inside(bytes, skip)));
        }
        Self(notations)
    }

    /// The notation in which `bytes` hold the secret.
    #[must_use]
    pub fn in_bytes(&self, bytes: &[u8]) -> Option<&'static str> {
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        self.0
            .iter()
            .find(|(_, needle)| holds(needle))
            .map(|(notation, _)| *notation)
    }

    /// How often `bytes` hold the secret, in any notation.
    #[must_use]
    pub fn count_in(&self, bytes: &[u8]) -> usize {
        // A secret without marks looks the same in several notations.
        let mut needles: Vec<&[u8]> = self.0.iter().map(|(_, needle)| needle.as_slice()).collect();
        needles.sort_unstable();
        needles.dedup();
        // Most bytes begin none: there is much to look at.
        let mut begins = [false; 256];
        for needle in &needles {
            begins[usize::from(needle[0])] = true;
        }
        let mut count = 0;
        for (at, byte) in bytes.iter().enumerate() {
            if begins[usize::from(*byte)] {
                let rest = &bytes[at..];
                count += needles.iter().filter(|needle| rest.starts_with(needle)).count();
            }
        }
        count
    }

    /// Every file below `folder` that holds the secret.
    ///
    /// # Panics
    /// Where the folder cannot be read.
    #[must_use]
    pub fn in_files(&self, folder: &Path) -> Vec<Place> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            let Ok(kind) = fs::symlink_metadata(&path) else {
                continue;
            };
            if kind.is_dir() {
                found.extend(self.in_files(&path));
            } else if kind.is_file()
                && let Some(notation) = fs::read(&path).ok().and_then(|bytes| self.in_bytes(&bytes))
            {
                found.push(Place { at: path, notation });
            }
        }
        found
    }

    /// Every process of this machine whose arguments or environment hold the secret, but for this one.
    #[must_use]
    pub fn in_processes(&self) -> Vec<Place> {
        let own = std::process::id().to_string();
        let mut found = Vec::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let name = entry.file_name();
            let is_process = name
                .to_str()
                .is_some_and(|name| name.bytes().all(|b| b.is_ascii_digit()) && name != own);
            for part in ["cmdline", "environ"] {
                let path = entry.path().join(part);
                if is_process
                    && let Some(notation) = fs::read(&path).ok().and_then(|bytes| self.in_bytes(&bytes))
                {
                    found.push(Place { at: path, notation });
                }
            }
        }
        found
    }
}

/// What every base64 text holds whose input has `bytes` in it, `skip` bytes after a multiple of three: the ends
/// depend on the neighbours and are cut off.
fn base64_inside(bytes: &[u8], skip: usize) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let start = (3 - skip) % 3;
    let mut encoded = Vec::new();
    for group in bytes[start..].chunks_exact(3) {
        let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
        encoded.extend([18, 12, 6, 0].map(|shift| ALPHABET[(bits >> shift & 63) as usize]));
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_canary_is_found_in_every_notation_and_not_where_it_is_not() {
        let canary = Canary::of("aB38Q~secret.value_of-today~and+more/12");
        assert_eq!(
            canary.in_bytes(b"x aB38Q~secret.value_of-today~and+more/12 y"),
            Some("plain")
        );
        let utf16: Vec<u8> = "xaB38Q~secret.value_of-today~and+more/12"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(canary.in_bytes(&utf16), Some("utf-16"));
        assert_eq!(
            canary.in_bytes(b"s=aB38Q~secret.value_of-today~and%2Bmore%2F12&"),
            Some("percent")
        );
        assert_eq!(
            canary.in_bytes(b"s=aB38Q%7Esecret.value_of-today%7Eand%2Bmore%2F12&"),
            Some("percent, form")
        );
        // printf 'client:aB38Q~secret.value_of-today~and+more/12' | base64
        assert!(
            canary
                .in_bytes(b"Y2xpZW50OmFCMzhRfnNlY3JldC52YWx1ZV9vZi10b2RheX5hbmQrbW9yZS8xMg==")
                .is_some()
        );
        assert_eq!(canary.in_bytes(b"aB38Q~secret.value_of-yesterday"), None);
    }

    #[test]
    fn a_canary_is_found_in_a_file_of_a_folder_below() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("inside")).unwrap();
        std::fs::write(
            folder.path().join("inside/log"),
            "… aB38Q~secret.value_of-today~and+more/12 …",
        )
        .unwrap();
        let found = Canary::of("aB38Q~secret.value_of-today~and+more/12").in_files(folder.path());
        assert_eq!(
            found,
            [Place {
                at: folder.path().join("inside/log"),
                notation: "plain"
            }]
        );
    }
}
