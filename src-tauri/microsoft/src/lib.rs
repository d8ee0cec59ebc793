//! The wire: Entra and Microsoft Graph, and Exchange Online's IMAP and SMTP, as Microsoft documents them.
//!
//! Rules that hold for every call: no redirect is followed (a secret goes nowhere else), connecting and the
//! whole call are bounded, at most 1 MiB is read, and whatever goes wrong comes back as a
//! [`Problem`](vincula_core::problem::Problem) with a name. Nothing is retried here: redeeming a code and sending
//! a mail happen once, and whether to ask again is decided by who calls. A mailbox is counted and never opened.

mod answer;
mod client;
mod entra;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod graph;
mod mail;
mod means;
mod reach;
mod road;
mod routes;
mod trust;

#[cfg(test)]
mod tests;

pub use client::{Microsoft, Proof};
pub use entra::{AccessToken, EntraHeard, Granted, Identity, RefreshToken};
pub use graph::{Inbox, Made, Mail, Profile, Trial};
pub use mail::Seen;
pub use means::Means;
