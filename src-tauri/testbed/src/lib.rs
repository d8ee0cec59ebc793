//! The surroundings of a whole-program test: a home folder, a session bus with a real keyring on it, a display,
//! a stand-in for the ERP's host, a server that misbehaves in Microsoft's place, and independent programs to be held against. Each test has its own, so that tests
//! run beside each other and leave nothing behind: dropping a part ends the processes that it started, by their ids.
//!
//! For tests only: what cannot be started panics with the reason.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

mod application;
mod bus_watch;
mod canary;
mod counterpart;
mod crash;
mod customer;
mod display;
mod erp_host;
mod faults;
#[cfg(unix)]
mod mail;
mod memory;
mod process;
mod road;
mod secret_service;
mod session;

pub use application::{
    MYCRMWEB_BY_ITSELF, PERMISSIONS, ev4s_application, guides_application, mycrmwebs_application,
    nocobases_application,
};
pub use bus_watch::BusWatch;
pub use canary::{Canary, Place};
pub use counterpart::{Counterpart, IndependentClient};
pub use crash::crash;
pub use customer::Customer;
pub use display::Display;
pub use erp_host::ErpHost;
pub use faults::{Authority, Certificate, Fault, FaultServer, RetryAfter};
#[cfg(unix)]
pub use mail::{
    ImapManner, ImapServer, MailAuthority, Maildir, ScriptedImap, SmtpManner, SmtpServer, SubmittedMail,
};
pub use process::Child;
pub use road::Road;
pub use secret_service::{KeyringBehaviour, SecretService};
pub use session::Session;
