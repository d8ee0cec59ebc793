//! Mail that was accepted in the lab, where it went and what the sender kept.

use jiff::Timestamp;
use serde::Serialize;

use super::World;

/// A mail as one recipient received it, or as the sender kept it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceivedMail {
    /// An id of the copy, unique in the lab.
    pub id: String,
    /// The address in whose name it was sent.
    pub from: String,
    /// The name of the person who sent it.
    pub from_name: String,
    /// The address in whose mailbox this copy lies; the sender's own for sent items.
    pub mailbox: String,
    /// All "To" recipients.
    pub to: Vec<String>,
    /// All "Cc" recipients.
    pub cc: Vec<String>,
    /// The subject, possibly empty.
    pub subject: String,
    /// `text` or `html`, in lower case.
    pub content_type: String,
    /// The body, as sent.
    pub body: String,
    /// Whether the mailbox belongs to nobody in the lab, so that the mail left it.
    pub external: bool,
    /// When it was accepted, on the lab's clock.
    pub received: Timestamp,
    /// The `client-request-id` of the request, if it carried one.
    pub client_request_id: Option<String>,
}

impl World {
    /// The mails that `address` has received, oldest first. An address outside the lab has its copies here too,
    /// marked `external`.
    #[must_use]
    pub fn mailbox(&self, address: &str) -> Vec<ReceivedMail> {
        let state = self.lock();
        state
            .delivered
            .iter()
            .filter(|mail| mail.mailbox.eq_ignore_ascii_case(address))
            .cloned()
            .collect()
    }

    /// The mails in the "Sent Items" folder of `address`, oldest first.
    #[must_use]
    pub fn sent_items(&self, address: &str) -> Vec<ReceivedMail> {
        let state = self.lock();
        state
            .sent
            .iter()
            .filter(|mail| mail.mailbox.eq_ignore_ascii_case(address))
            .cloned()
            .collect()
    }

    /// Empties every mailbox.
    pub fn clear_mail(&self) {
        let mut state = self.lock();
        state.delivered.clear();
        state.sent.clear();
    }
}
