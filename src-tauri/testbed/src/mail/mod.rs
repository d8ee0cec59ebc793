//! Mail servers in Exchange Online's place: a real Dovecot that asks the lab what a token is, `smtp-server` that does the
//! same and refuses as Exchange does, and a script for what Dovecot cannot be made to say.
//!
//! One [`MailAuthority`] vouches for all of them under the name `localhost`; a client has to trust it and nothing else.

mod account;
mod authority;
mod dovecot;
mod maildir;
mod scripted;
mod submission;

pub use authority::MailAuthority;
pub use dovecot::ImapServer;
pub use maildir::Maildir;
pub use scripted::{ImapManner, ScriptedImap};
pub use submission::{SmtpManner, SmtpServer, SubmittedMail};
