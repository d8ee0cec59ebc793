//! Microsoft Graph: who signed in, and the test mail.

mod error;
mod me;
mod send_mail;

pub use me::Profile;
pub use send_mail::Mail;
