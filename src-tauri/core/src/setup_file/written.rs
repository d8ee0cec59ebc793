//! The form of a setup file, and writing it.

use super::{MOST, NotASetupFile, PortableSetup, SCHEMA, WithSecret};
use crate::choices::{Account, Chosen, Owner};
use crate::cloud::CloudId;
use crate::guide::Audience;
use crate::value::{ClientId, TenantId};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Every field that a setup file may have. Texts, and not values yet, so that each refusal can be named.
///
/// The secret is borrowed, so that it is copied nowhere; it never needs an escape.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written<'t> {
    pub(super) vincula_setup: u32,
    pub(super) guide: String,
    pub(super) erp_address: String,
    pub(super) mailbox: String,
    #[serde(default, skip_serializing_if = "CloudId::is_global")]
    pub(super) cloud: CloudId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tenant_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) client_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) secret_ends: Option<String>,
    #[serde(default, skip_serializing_if = "Choices::is_empty")]
    pub(super) chosen: Choices,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) steps_done: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) client_secret: Option<&'t str>,
}

/// The names of the fields of [`Written`], by which one that is not among them is told.
pub(super) const FIELDS: [&str; 11] = [
    "vincula_setup",
    "guide",
    "erp_address",
    "mailbox",
    "cloud",
    "tenant_id",
    "client_id",
    "secret_ends",
    "chosen",
    "steps_done",
    SECRET,
];

/// The field that only a sealed file may have.
pub(super) const SECRET: &str = "client_secret";

/// What the person decided otherwise: as [`Chosen`], but strict.
#[derive(Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Choices {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) account: Option<Account>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<Owner>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) signs_in: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) audience: Option<Audience>,
}

impl Choices {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn of(chosen: &Chosen) -> Self {
        Self {
            account: chosen.account,
            owner: chosen.owner,
            signs_in: chosen.signs_in.as_ref().map(ToString::to_string),
            audience: chosen.audience,
        }
    }
}

impl<'t> Written<'t> {
    fn of(setup: &PortableSetup, secret: Option<&'t str>) -> Self {
        Self {
            vincula_setup: SCHEMA,
            guide: setup.guide.id.clone(),
            erp_address: setup.erp_address.to_string(),
            mailbox: setup.mailbox.to_string(),
            cloud: setup.cloud,
            tenant_id: setup.tenant_id.as_ref().map(|id| TenantId::as_str(id).to_owned()),
            client_id: setup.client_id.as_ref().map(|id| ClientId::as_str(id).to_owned()),
            secret_ends: setup.secret_ends.map(|day| day.to_string()),
            chosen: Choices::of(&setup.chosen),
            steps_done: setup.steps_done.clone(),
            client_secret: secret,
        }
    }

    /// The buffer is as long as a file may be from the beginning: one that grows leaves copies behind.
    fn to_json(&self) -> Result<Zeroizing<String>, NotASetupFile> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(MOST));
        serde_json::to_writer_pretty(&mut *bytes, self).map_err(|_| NotASetupFile::Damaged)?;
        if bytes.len() >= MOST {
            return Err(NotASetupFile::TooLarge);
        }
        String::from_utf8(std::mem::take(&mut *bytes))
            .map(Zeroizing::new)
            .map_err(|_| NotASetupFile::Damaged)
    }
}

impl PortableSetup {
    /// The plain file.
    ///
    /// # Errors
    /// Where it cannot be written as JSON, which no value of these types brings about.
    pub fn write(&self) -> Result<String, NotASetupFile> {
        let text = Written::of(self, None).to_json()?;
        Ok(format!("{}\n", *text))
    }
}

impl WithSecret {
    /// What is sealed, wiped when dropped.
    ///
    /// # Errors
    /// As [`PortableSetup::write`].
    pub fn write(&self) -> Result<Zeroizing<String>, NotASetupFile> {
        Written::of(&self.setup, Some(self.secret.expose())).to_json()
    }
}
