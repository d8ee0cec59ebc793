//! The link that begins a setup.

use super::{NotALink, SCHEME};
use crate::foreign_word::printable;
use crate::guide::{self, Guide};
use crate::parameters::{Bounds, Parameters};
use crate::value::{ClientId, ErpAddress, Mailbox, Refusal};
use url::Url;

/// An ERP's address and a mailbox are below 400 bytes; escapes make three of each.
const BOUNDS: Bounds = Bounds {
    whole: 4 * 1024,
    value: 2 * 1024,
    most: 16,
};

/// A setup that somebody proposes. Nothing of it is used before the person has seen it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetupLink {
    /// The guide's id: one that this version has.
    pub guide: String,
    /// The ERP's address, where it was given and can be taken.
    pub erp_address: Option<ErpAddress>,
    /// The mailbox that the ERP will send from, where it was given and can be taken.
    pub mailbox: Option<Mailbox>,
    /// The Client ID of the vendor's own application, where the guide leaves it to the link and it can be taken.
    pub client_id: Option<ClientId>,
    /// What else came, and why it was not taken.
    pub refused: Vec<RefusedField>,
}

/// A field that was not taken. Its value is not kept: it may be a secret that somebody put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedField {
    /// Its name, printable and short.
    pub name: String,
    /// Why it was not taken.
    pub why: FieldRefusal,
}

/// Why a field of a link was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRefusal {
    /// A link cannot give this: only the guide, the ERP's address and the mailbox, and the Client ID of a vendor's own
    /// application. Another's Client ID would be that of whoever made the link.
    NotListed,
    /// The value is not such a value.
    Value(Refusal),
}

impl SetupLink {
    pub(super) fn of(url: &Url) -> Result<Self, NotALink> {
        let is_plain = url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && matches!(url.path(), "" | "/")
            && url.fragment().is_none();
        if !is_plain {
            return Err(NotALink::Unreadable);
        }
        let fields = Parameters::of(url.query().unwrap_or_default(), BOUNDS)?;
        let guide = fields
            .get("guide")
            .filter(|id| !id.is_empty())
            .ok_or(NotALink::NoGuide)?;
        let guide = guide::find(guide).ok_or(NotALink::UnknownGuide)?;
        let mut link = Self {
            guide: guide.id.clone(),
            erp_address: None,
            mailbox: None,
            client_id: None,
            refused: Vec::new(),
        };
        for (name, value) in fields.iter() {
            if let Err(why) = link.take(guide, name, value) {
                link.refused.push(RefusedField {
                    name: printable(name),
                    why,
                });
            }
        }
        Ok(link)
    }

    fn take(&mut self, guide: &Guide, name: &str, value: &str) -> Result<(), FieldRefusal> {
        match name {
            "guide" => {}
            "erp" => self.erp_address = Some(ErpAddress::parse(value).map_err(FieldRefusal::Value)?),
            "mailbox" => self.mailbox = Some(Mailbox::parse(value).map_err(FieldRefusal::Value)?),
            "client_id" if leaves_client_id_open(guide) => {
                self.client_id = Some(ClientId::parse(value).map_err(FieldRefusal::Value)?);
            }
            _ => return Err(FieldRefusal::NotListed),
        }
        Ok(())
    }
}

/// Whether the application is the vendor's own and its Client ID is not in the guide.
fn leaves_client_id_open(guide: &Guide) -> bool {
    let vendor = guide.registration.vendor();
    vendor.is_some_and(|application| application.client_id.is_none())
}

/// The link as it is written into a page or a mail. What was refused is not repeated.
impl std::fmt::Display for SetupLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("guide", &self.guide);
        if let Some(erp) = &self.erp_address {
            query.append_pair("erp", &erp.to_string());
        }
        if let Some(mailbox) = &self.mailbox {
            query.append_pair("mailbox", mailbox.as_str());
        }
        if let Some(client_id) = &self.client_id {
            query.append_pair("client_id", client_id.as_str());
        }
        write!(f, "{SCHEME}://setup?{}", query.finish())
    }
}
