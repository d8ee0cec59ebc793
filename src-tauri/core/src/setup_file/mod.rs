//! A setup as a file for another machine, or for whoever supports the ERP.
//!
//! What goes out is an allow-list: what the registration and the ERP are, and what was done in the portal. Nothing of
//! this machine goes along: not the setup's id, not what happened on its surfaces, not what was proven here.
//!
//! There are two forms. A [`PortableSetup`] holds nothing secret and is plain JSON. A [`WithSecret`] holds the client
//! secret as well: its written form exists in memory and inside an `age` file only (`vincula-assistant`, `seal`).
//! Reading is strict, because a file comes from outside: whatever is not on the list is refused by its name, and
//! nothing is kept before the person has seen what the file says.

mod read;
mod written;

#[cfg(test)]
mod tests;

use crate::choices::Chosen;
use crate::cloud::CloudId;
use crate::guide::Guide;
use crate::setup::Setup;
use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, RedirectUri, Refusal, TenantId, ValueKind};
use jiff::civil::Date;

/// The version of the form that is written here.
pub const SCHEMA: u32 = 1;

/// The most that is read of a setup file, in bytes. One has about a thousand.
pub const MOST: usize = 16 * 1024;

/// The key by which a setup file is recognised; its value is the version of the form.
pub const MARK: &str = "vincula_setup";

/// What of a setup is right on any machine. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq)]
pub struct PortableSetup {
    /// The guide: one that this version has.
    pub guide: &'static Guide,
    /// The ERP's address.
    pub erp_address: ErpAddress,
    /// The redirect URI that follows from the guide and the address.
    pub redirect_uri: RedirectUri,
    /// The mailbox that the ERP will send from.
    pub mailbox: Mailbox,
    /// Microsoft's cloud in which the organisation is.
    pub cloud: CloudId,
    /// Entra's «Directory (tenant) ID», where it was given.
    pub tenant_id: Option<TenantId>,
    /// Entra's «Application (client) ID», where it was given.
    pub client_id: Option<ClientId>,
    /// The last day of the client secret, where it is known.
    pub secret_ends: Option<Date>,
    /// What the person decided otherwise than Vincula would.
    pub chosen: Chosen,
    /// The steps of the guide that are done, in the order in which they were done.
    pub steps_done: Vec<String>,
}

/// A setup with its secret. Its written form goes into an `age` file and nowhere else.
#[derive(Debug)]
pub struct WithSecret {
    /// What is not secret.
    pub setup: PortableSetup,
    /// The value of the client secret.
    pub secret: ClientSecret,
}

/// Why a text is no setup file that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASetupFile {
    /// It is something else.
    #[error("this is no setup file of Vincula's")]
    NotOurs,
    /// It is larger than any setup is.
    #[error("the file is too large to be a setup")]
    TooLarge,
    /// Something in it is broken or was left out.
    #[error("the setup file is damaged or incomplete")]
    Damaged,
    /// A newer Vincula wrote it.
    #[error("a newer version of Vincula wrote this setup file")]
    TooNew,
    /// It holds something that no setup has.
    #[error("the setup file holds something that does not belong there: {name}")]
    UnknownField {
        /// The name of it, printable and short.
        name: String,
    },
    /// It holds a secret that everybody could read on the way.
    #[error("the setup file holds a secret in the open: make a new one, and do not send this file on")]
    SecretInTheOpen,
    /// It is for a guide that this version does not have.
    #[error("this version of Vincula has no guide «{guide}»")]
    UnknownGuide {
        /// The guide's id, printable and short.
        guide: String,
    },
    /// One of its values is none.
    #[error("{}: {why}", what.as_str())]
    Refused {
        /// Which value.
        what: ValueKind,
        /// Why it was not taken.
        why: Refusal,
    },
}

impl PortableSetup {
    /// What of a setup is right on any machine.
    ///
    /// # Errors
    /// Where this version does not have its guide, or the guide has no redirect URI for its address.
    pub fn of(setup: &Setup) -> Result<Self, NotASetupFile> {
        let guide = read::known_guide(&setup.guide)?;
        Ok(Self {
            redirect_uri: read::redirect_uri(guide, &setup.erp_address)?,
            guide,
            erp_address: setup.erp_address.clone(),
            mailbox: setup.mailbox.clone(),
            cloud: setup.cloud,
            tenant_id: setup.tenant_id.clone(),
            client_id: setup.client_id.clone(),
            secret_ends: setup.secret_ends,
            chosen: setup.chosen.clone(),
            steps_done: read::known_steps(guide, &setup.steps_done),
        })
    }

    /// Gives a new setup what the file says.
    pub fn fill(self, setup: &mut Setup) {
        setup.cloud = self.cloud;
        setup.tenant_id = self.tenant_id;
        setup.client_id = self.client_id;
        setup.secret_ends = self.secret_ends;
        setup.chosen = self.chosen;
        setup.steps_done = self.steps_done;
    }

    /// Whether a setup is the same one: the same mailbox by the same application. Where the file names no
    /// application, the same mailbox of the same ERP.
    #[must_use]
    pub fn is_same_as(&self, setup: &Setup) -> bool {
        let is_same_registration = match &self.client_id {
            Some(_) => self.client_id == setup.client_id,
            None => self.guide.id == setup.guide && self.erp_address == setup.erp_address,
        };
        is_same_registration && self.mailbox == setup.mailbox
    }

    /// A name for the file: the mailbox, in characters that every file system takes.
    #[must_use]
    pub fn file_name(&self, ending: &str) -> String {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() || c == '.' {
                c
            } else {
                '-'
            }
        };
        let mailbox: String = self.mailbox.as_str().chars().map(plain).collect();
        format!("{mailbox}.vincula.{ending}")
    }
}
