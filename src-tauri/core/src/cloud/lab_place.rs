//! Where a lab is that plays Microsoft, its mail servers included.

use super::{Cloud, CloudId, NotLoopback};
use url::Url;

/// A lab on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabPlace {
    /// Where it answers in the place of Entra and Graph.
    pub base: Url,
    /// The port of the IMAP server beside it, where there is one.
    pub imap: Option<u16>,
    /// The port of the SMTP server beside it, where there is one.
    pub smtp: Option<u16>,
}

impl LabPlace {
    /// A lab without mail servers.
    #[must_use]
    pub fn at(base: Url) -> Self {
        Self {
            base,
            imap: None,
            smtp: None,
        }
    }

    /// The cloud `id`, as this lab plays it.
    ///
    /// # Errors
    /// [`NotLoopback`] where it is not on this machine.
    pub fn cloud(&self, id: CloudId) -> Result<Cloud, NotLoopback> {
        Ok(Cloud::lab(id, &self.base)?.with_lab_mail(self.imap, self.smtp))
    }
}
