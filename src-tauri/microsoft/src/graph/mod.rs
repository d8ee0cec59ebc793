//! Microsoft Graph: who signed in, the test mail, the inbox, and what a check makes in the calendar and the contacts.

mod error;
mod inbox;
mod me;
mod send_mail;
mod trial;

#[cfg(test)]
pub(crate) use error::problem_of_answer;
pub use inbox::Inbox;
pub use me::Profile;
pub use send_mail::Mail;
pub use trial::{Made, Trial};
