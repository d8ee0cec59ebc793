//! Reading a setup file that came from outside.

use super::written::{Choices, FIELDS, SECRET, Written};
use super::{MARK, MOST, NotASetupFile, PortableSetup, SCHEMA, WithSecret};
use crate::choices::Chosen;
use crate::foreign_word::printable;
use crate::guide::{self, Guide};
use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, RedirectUri, Refusal, TenantId, ValueKind};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

/// What a text is taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A file that everybody may read.
    Plain,
    /// What was sealed.
    Opened,
}

/// The version alone: read first, so that a newer file is recognised whatever else is in it.
#[derive(Deserialize)]
struct VersionOnly {
    vincula_setup: u64,
}

impl PortableSetup {
    /// Reads a plain setup file.
    ///
    /// # Errors
    /// Why it cannot be used. A file that holds a secret in the open is refused as such.
    pub fn parse(text: &str) -> Result<Self, NotASetupFile> {
        setup(read(text, Form::Plain)?)
    }
}

impl WithSecret {
    /// Reads what was sealed.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn parse(text: &str) -> Result<Self, NotASetupFile> {
        let written = read(text, Form::Opened)?;
        let secret = written.client_secret.ok_or(NotASetupFile::Damaged)?;
        Ok(Self {
            secret: value(ValueKind::ClientSecret, ClientSecret::parse(secret))?,
            setup: setup(written)?,
        })
    }
}

fn read(text: &str, form: Form) -> Result<Written<'_>, NotASetupFile> {
    if text.len() > MOST {
        return Err(NotASetupFile::TooLarge);
    }
    // Some editors put a mark of the encoding before a text that they save.
    let text = text.trim_start_matches('\u{feff}');
    let damaged = || {
        if text.contains(MARK) {
            NotASetupFile::Damaged
        } else {
            NotASetupFile::NotOurs
        }
    };
    #[expect(
        clippy::zero_sized_map_values,
        reason = "the names of the fields; a copy of a value may be one of the secret"
    )]
    let fields: BTreeMap<String, IgnoredAny> = serde_json::from_str(text).map_err(|_| damaged())?;
    if !fields.contains_key(MARK) {
        return Err(NotASetupFile::NotOurs);
    }
    let VersionOnly { vincula_setup } = serde_json::from_str(text).map_err(|_| NotASetupFile::Damaged)?;
    if vincula_setup > u64::from(SCHEMA) {
        return Err(NotASetupFile::TooNew);
    }
    if vincula_setup == 0 {
        return Err(NotASetupFile::Damaged);
    }
    if let Some(name) = fields.keys().find(|name| !FIELDS.contains(&name.as_str())) {
        return Err(NotASetupFile::UnknownField {
            name: printable(name),
        });
    }
    if form == Form::Plain && fields.contains_key(SECRET) {
        return Err(NotASetupFile::SecretInTheOpen);
    }
    serde_json::from_str(text).map_err(|_| NotASetupFile::Damaged)
}

fn setup(written: Written<'_>) -> Result<PortableSetup, NotASetupFile> {
    let guide = known_guide(&written.guide)?;
    let erp_address = value(ValueKind::ErpAddress, ErpAddress::parse(&written.erp_address))?;
    let day = written.secret_ends.map(|day| day.parse());
    Ok(PortableSetup {
        redirect_uri: redirect_uri(guide, &erp_address)?,
        guide,
        erp_address,
        mailbox: mailbox(&written.mailbox)?,
        cloud: written.cloud,
        tenant_id: optional(ValueKind::TenantId, written.tenant_id, TenantId::parse)?,
        client_id: optional(ValueKind::ClientId, written.client_id, ClientId::parse)?,
        secret_ends: day.transpose().map_err(|_| NotASetupFile::Damaged)?,
        chosen: chosen(&written.chosen)?,
        steps_done: known_steps(guide, &written.steps_done),
    })
}

fn chosen(choices: &Choices) -> Result<Chosen, NotASetupFile> {
    Ok(Chosen {
        account: choices.account,
        owner: choices.owner,
        signs_in: choices.signs_in.as_deref().map(mailbox).transpose()?,
        audience: choices.audience,
    })
}

pub(super) fn known_guide(id: &str) -> Result<&'static Guide, NotASetupFile> {
    guide::find(id).ok_or_else(|| NotASetupFile::UnknownGuide { guide: printable(id) })
}

pub(super) fn redirect_uri(guide: &Guide, erp: &ErpAddress) -> Result<RedirectUri, NotASetupFile> {
    value(
        ValueKind::ErpAddress,
        guide.registration.redirect_uri.for_erp(erp),
    )
}

/// The steps that the guide of this version has, each once: another version may have others.
pub(super) fn known_steps(guide: &Guide, done: &[String]) -> Vec<String> {
    let mut steps = Vec::new();
    for id in done {
        if guide.step(id).is_some() && !steps.contains(id) {
            steps.push(id.clone());
        }
    }
    steps
}

fn mailbox(text: &str) -> Result<Mailbox, NotASetupFile> {
    value(ValueKind::Mailbox, Mailbox::parse(text))
}

fn optional<T>(
    what: ValueKind,
    text: Option<String>,
    parse: impl Fn(&str) -> Result<T, Refusal>,
) -> Result<Option<T>, NotASetupFile> {
    text.map(|text| value(what, parse(&text))).transpose()
}

fn value<T>(what: ValueKind, parsed: Result<T, Refusal>) -> Result<T, NotASetupFile> {
    parsed.map_err(|why| NotASetupFile::Refused { what, why })
}
