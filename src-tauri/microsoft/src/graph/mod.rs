//! Microsoft Graph: who signed in, and the test mail.

mod error;
mod me;
mod send_mail;

#[cfg(test)]
pub(crate) use error::problem_of_answer;
pub use me::Profile;
pub use send_mail::Mail;
