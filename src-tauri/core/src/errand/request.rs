//! What the office asks.

use super::{NotAnErrand, object};
use crate::cloud::CloudId;
use crate::guide;
use crate::setup::{Setup, SetupId};
use crate::value::{ErpAddress, Mailbox};
use serde::{Deserialize, Serialize};

/// The key by which a request is recognised; its value is the version of the form.
pub const REQUEST_MARK: &str = "vincula_request";

/// The version of the form that is written here.
const FORM: u32 = 1;

/// A request to do the registration of a setup. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The setup that waits: its answer says the same.
    pub setup: SetupId,
    /// The guide's id.
    pub guide: String,
    /// The ERP's address, from which the redirect URI follows.
    pub erp_address: ErpAddress,
    /// The mailbox that the ERP will send from.
    pub mailbox: Mailbox,
    /// Microsoft's cloud in which the organisation is.
    pub cloud: CloudId,
}

#[derive(Deserialize, Serialize)]
struct Written {
    vincula_request: u32,
    setup: SetupId,
    guide: String,
    erp_address: String,
    mailbox: String,
    #[serde(default, skip_serializing_if = "CloudId::is_global")]
    cloud: CloudId,
}

impl Request {
    /// The request of a setup.
    #[must_use]
    pub fn of(setup: &Setup) -> Self {
        Self {
            setup: setup.id.clone(),
            guide: setup.guide.clone(),
            erp_address: setup.erp_address.clone(),
            mailbox: setup.mailbox.clone(),
            cloud: setup.cloud,
        }
    }

    /// Finds and reads the request in a text: a file, or a mail copied whole.
    ///
    /// # Errors
    /// Where there is none, it is damaged, or this version cannot serve it.
    pub fn parse(text: &str) -> Result<Self, NotAnErrand> {
        let written: Written = object(text, REQUEST_MARK, |json| serde_json::from_str(json).ok())?;
        if written.vincula_request != FORM {
            return Err(NotAnErrand::TooNew);
        }
        if guide::find(&written.guide).is_none() {
            return Err(NotAnErrand::UnknownGuide);
        }
        Ok(Self {
            setup: written.setup,
            guide: written.guide,
            erp_address: ErpAddress::parse(&written.erp_address).map_err(|_| NotAnErrand::Damaged)?,
            mailbox: Mailbox::parse(&written.mailbox).map_err(|_| NotAnErrand::Damaged)?,
            cloud: written.cloud,
        })
    }
}

/// The request as it is written, on lines short enough for any mail program.
impl std::fmt::Display for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let written = Written {
            vincula_request: FORM,
            setup: self.setup.clone(),
            guide: self.guide.clone(),
            erp_address: self.erp_address.to_string(),
            mailbox: self.mailbox.to_string(),
            cloud: self.cloud,
        };
        f.write_str(&serde_json::to_string_pretty(&written).map_err(|_| std::fmt::Error)?)
    }
}
