//! Exchange Online by the protocols of mail programs: reading by IMAP, handing in by SMTP, both with the token of a
//! sign-in (XOAUTH2) and never with a password.
//! Source: <https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth>

mod bearer;
mod bounded;
mod imap;
mod line;
mod said;
mod smtp;
mod starttls;

pub use imap::Seen;
pub(crate) use line::Lines;
