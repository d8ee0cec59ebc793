//! The file of a setup: its form in every version, and whether its bytes are those that were written.
//!
//! Reading never changes a file and never guesses: bytes hold a setup, or the setup of a newer version, or neither.
//! What stands in a file that a version of Vincula once wrote can be read for ever; `golden` keeps one of each.

mod once;

use super::{Revision, Setup, SetupId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The version of the form that this program writes.
pub const SCHEMA: u32 = 2;

/// The largest file that is read or written, in bytes. A setup has about two thousand.
pub const LARGEST: usize = 1024 * 1024;

/// The file of a setup as this version writes it.
#[derive(Clone, Debug, Serialize)]
pub struct SetupFile {
    schema: u32,
    revision: u64,
    checksum: String,
    setup: Setup,
}

/// What the bytes of a file hold.
#[derive(Debug)]
pub enum Contents {
    /// A setup, at the revision that the file tells.
    Setup(Box<Setup>),
    /// The setup of a newer version: to be looked at and never to be written.
    Newer(Newer),
}

/// The setup of a newer version, as far as this one understands it.
#[derive(Clone, Debug, PartialEq)]
pub struct Newer {
    /// The version of its form.
    pub schema: u32,
    /// What of it has the form that this version knows.
    pub known: Option<Box<Setup>>,
}

/// The bytes are not a file of this setup, or not all of it, or not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the file of this setup as it was written")]
pub struct NotAsWritten;

impl SetupFile {
    /// The file of a setup at the revision that it has.
    ///
    /// # Errors
    /// Where it would be larger than what is read.
    pub fn of(setup: &Setup) -> Result<Self, NotAsWritten> {
        let sealed = Sealed {
            schema: SCHEMA,
            revision: setup.revision.number(),
            setup,
        };
        Ok(Self {
            schema: sealed.schema,
            revision: sealed.revision,
            checksum: sealed.checksum()?,
            setup: setup.clone(),
        })
    }

    /// Its bytes, on as many lines as it takes to be read by a person too.
    ///
    /// # Errors
    /// Where they are more than [`LARGEST`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, NotAsWritten> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| NotAsWritten)?;
        if bytes.len() > LARGEST {
            return Err(NotAsWritten);
        }
        Ok(bytes)
    }
}

/// What the checksum is taken of, in this order: everything that the file says but the checksum itself.
#[derive(Serialize)]
struct Sealed<'a, T> {
    schema: u32,
    revision: u64,
    setup: &'a T,
}

impl<T: Serialize> Sealed<'_, T> {
    /// SHA-256 of the compact JSON, in hexadecimal digits. A setup that is read is taken as it stands in the file, with
    /// fields that this version does not know too.
    fn checksum(&self) -> Result<String, NotAsWritten> {
        let canonical = serde_json::to_vec(self).map_err(|_| NotAsWritten)?;
        let mut digits = String::with_capacity(64);
        for byte in Sha256::digest(canonical) {
            write!(digits, "{byte:02x}").map_err(|_| NotAsWritten)?;
        }
        Ok(digits)
    }
}

/// Reads the file of the setup with this id.
///
/// # Errors
/// [`NotAsWritten`] for anything that no version of Vincula wrote for it.
pub fn read(bytes: &[u8], id: &SetupId) -> Result<Contents, NotAsWritten> {
    if bytes.len() > LARGEST {
        return Err(NotAsWritten);
    }
    let fields = once::object(bytes).map_err(|_| NotAsWritten)?;
    let schema = fields.get("schema").and_then(Value::as_u64);
    let schema = schema
        .and_then(|schema| u32::try_from(schema).ok())
        .ok_or(NotAsWritten)?;
    let setup = match schema {
        1 => first(fields)?,
        SCHEMA => second(fields)?,
        0 => return Err(NotAsWritten),
        schema => return newer(schema, fields, id).map(Contents::Newer),
    };
    // A copy under another name would be listed twice, and its secret is kept under the other id.
    if setup.id == *id {
        Ok(Contents::Setup(Box::new(setup)))
    } else {
        Err(NotAsWritten)
    }
}

/// Version 1, until November 2026: the setup alone. It knew no checksum, so that it has no further field either: a
/// file of version 2 whose number was damaged is not taken for one of version 1.
fn first(fields: Map<String, Value>) -> Result<Setup, NotAsWritten> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct First {
        #[serde(rename = "schema")]
        _schema: u32,
        setup: Setup,
    }
    let First { mut setup, .. } = serde_json::from_value(Value::Object(fields)).map_err(|_| NotAsWritten)?;
    setup.revision = Revision::FIRST;
    Ok(setup)
}

/// Version 2: with a revision, and a checksum over everything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Second {
    #[serde(rename = "schema")]
    _schema: u32,
    revision: u64,
    checksum: String,
    setup: Value,
}

impl Second {
    fn is_as_written(&self) -> bool {
        let sealed = Sealed {
            schema: SCHEMA,
            revision: self.revision,
            setup: &self.setup,
        };
        sealed.checksum().is_ok_and(|checksum| checksum == self.checksum)
    }
}

fn second(fields: Map<String, Value>) -> Result<Setup, NotAsWritten> {
    let file: Second = serde_json::from_value(Value::Object(fields)).map_err(|_| NotAsWritten)?;
    if !file.is_as_written() {
        return Err(NotAsWritten);
    }
    let mut setup: Setup = serde_json::from_value(file.setup).map_err(|_| NotAsWritten)?;
    setup.revision = Revision(file.revision);
    Ok(setup)
}

/// What can still be read of a damaged file: enough to tell the person which setup it was, and never to go on with.
#[must_use]
pub fn glimpse(bytes: &[u8], id: &SetupId) -> Option<Setup> {
    #[derive(Deserialize)]
    struct Any {
        setup: Setup,
    }
    let Any { setup } = serde_json::from_slice(bytes.get(..LARGEST).unwrap_or(bytes)).ok()?;
    (setup.id == *id).then_some(setup)
}

fn newer(schema: u32, fields: Map<String, Value>, id: &SetupId) -> Result<Newer, NotAsWritten> {
    let known = fields
        .get("setup")
        .and_then(|setup| Setup::deserialize(setup).ok())
        .filter(|setup| setup.id == *id)
        .map(Box::new);
    // Ours to the last byte, but for the number of its version: the number is damaged, and nobody's newer form.
    let is_ours =
        serde_json::from_value::<Second>(Value::Object(fields)).is_ok_and(|file| file.is_as_written());
    if is_ours {
        Err(NotAsWritten)
    } else {
        Ok(Newer { schema, known })
    }
}

#[cfg(test)]
mod tests;
