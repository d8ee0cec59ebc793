//! What IT answers.

use super::{NotAnErrand, object};
use crate::setup::SetupId;
use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, TenantId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use zeroize::Zeroizing;

/// The version of the form that is written here.
const FORM: u32 = 1;

/// The answer to a request. It holds the secret: its written form goes into an `age` file and nowhere else.
#[derive(Debug)]
pub struct Answer {
    /// The setup that asked.
    pub setup: SetupId,
    /// The ERP's address that the request gave.
    pub erp_address: ErpAddress,
    /// The mailbox that the request gave.
    pub mailbox: Mailbox,
    /// Entra's «Application (client) ID».
    pub client_id: ClientId,
    /// Entra's «Directory (tenant) ID», where it is known.
    pub tenant_id: Option<TenantId>,
    /// The last day of the secret, where it is known.
    pub secret_ends: Option<Date>,
    /// The value of the client secret.
    pub secret: ClientSecret,
}

/// Borrowed, so that the secret is copied nowhere. No value of it needs an escape.
#[derive(Deserialize, Serialize)]
struct Written<'t> {
    vincula_answer: u32,
    setup: &'t str,
    #[serde(borrow)]
    erp_address: Cow<'t, str>,
    mailbox: &'t str,
    client_id: &'t str,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tenant_id: Option<&'t str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    secret_ends: Option<Date>,
    client_secret: &'t str,
}

impl Answer {
    /// The answer as it is written, wiped when dropped.
    ///
    /// # Errors
    /// Where it cannot be written as JSON, which no value of these types brings about.
    pub fn write(&self) -> Result<Zeroizing<String>, NotAnErrand> {
        let written = Written {
            vincula_answer: FORM,
            setup: self.setup.as_str(),
            erp_address: self.erp_address.to_string().into(),
            mailbox: self.mailbox.as_str(),
            client_id: self.client_id.as_str(),
            tenant_id: self.tenant_id.as_ref().map(TenantId::as_str),
            secret_ends: self.secret_ends,
            client_secret: self.secret.expose(),
        };
        serde_json::to_string(&written)
            .map(Zeroizing::new)
            .map_err(|_| NotAnErrand::Damaged)
    }

    /// Reads an answer.
    ///
    /// # Errors
    /// Where it is none, damaged, or of a newer version.
    pub fn parse(text: &str) -> Result<Self, NotAnErrand> {
        let read = |json: &str| {
            let written: Written<'_> = serde_json::from_str(json).ok()?;
            if written.vincula_answer != FORM {
                return Some(Err(NotAnErrand::TooNew));
            }
            Some(Ok(Self {
                setup: SetupId::parse(written.setup).ok()?,
                erp_address: ErpAddress::parse(&written.erp_address).ok()?,
                mailbox: Mailbox::parse(written.mailbox).ok()?,
                client_id: ClientId::parse(written.client_id).ok()?,
                tenant_id: written.tenant_id.map(TenantId::parse).transpose().ok()?,
                secret_ends: written.secret_ends,
                secret: ClientSecret::parse(written.client_secret).ok()?,
            }))
        };
        object(text, "vincula_answer", read)?
    }
}
