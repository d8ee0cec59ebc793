//! `smtp-server` as Exchange Online's submission server; the program is `tests/counterparts/submission.js`.

use super::authority::MailAuthority;
use super::maildir::Maildir;
use crate::Counterpart;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use tempfile::TempDir;
use vincula_lab::Lab;

/// The permission that it wants to see in a token, by its full name.
const SCOPE: &str = "https://outlook.office.com/SMTP.Send";

/// How it behaves to whoever connects. Where nothing is said, a right token signs in, a wrong one hears `535 5.7.3`, who
/// did not sign in hears `530 5.7.57`, and a sender who is not the user hears `554 5.2.252 SendAsDenied`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpManner {
    /// It takes mail.
    Accept,
    /// `535 5.7.139`: submission is off for the tenant.
    DisabledForTenant,
    /// `535 5.7.139`: submission is off for this mailbox.
    DisabledForMailbox,
    /// `535 5.7.139`: security defaults.
    SecurityDefaults,
    /// `535 5.7.139`: an access policy.
    CriteriaNotMet,
    /// `535 5.7.3`, whatever the token.
    Unsuccessful,
    /// It signs in, and then `530 5.7.57` at `MAIL`.
    NotAuthenticated,
    /// `550 5.7.60` after the message.
    NotThisSender,
    /// `554 5.2.252 SendAsDenied` after the message.
    SendAsDenied,
    /// `554 5.2.0` with `RefuseQuota` after the message.
    OverQuota,
    /// `432 4.3.2` after the message.
    Throttled,
    /// `421 4.3.2` in place of a greeting.
    Busy,
    /// It hangs up in place of a greeting.
    DropsAtConnect,
    /// It hangs up on `AUTH`.
    DropsAtAuthenticate,
    /// It hangs up after the message; nobody knows whether that was accepted. It was not.
    DropsAfterData,
    /// It never greets.
    SilentAtConnect,
    /// It never answers `AUTH`.
    SilentAtAuthenticate,
    /// It never answers the message.
    SilentAfterData,
}

impl SmtpManner {
    const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::DisabledForTenant => "disabled-for-tenant",
            Self::DisabledForMailbox => "disabled-for-mailbox",
            Self::SecurityDefaults => "security-defaults",
            Self::CriteriaNotMet => "criteria-not-met",
            Self::Unsuccessful => "unsuccessful",
            Self::NotAuthenticated => "not-authenticated",
            Self::NotThisSender => "not-this-sender",
            Self::SendAsDenied => "send-as-denied",
            Self::OverQuota => "over-quota",
            Self::Throttled => "throttled",
            Self::Busy => "busy",
            Self::DropsAtConnect => "drops-at-connect",
            Self::DropsAtAuthenticate => "drops-at-authenticate",
            Self::DropsAfterData => "drops-after-data",
            Self::SilentAtConnect => "silent-at-connect",
            Self::SilentAtAuthenticate => "silent-at-authenticate",
            Self::SilentAfterData => "silent-after-data",
        }
    }
}

/// A mail that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmittedMail {
    /// Who had signed in.
    pub user: String,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Header and body, as sent.
    pub raw: String,
}

/// A submission server: STARTTLS, then XOAUTH2 with the access tokens that the lab issued for Exchange Online. It ends
/// with the test.
///
/// It asks the lab while a client talks to it, so that the lab must not run on a thread that waits for that client.
pub struct SmtpServer {
    program: Counterpart,
    port: u16,
    /// Holds the lab's certificate, where it has one.
    _folder: TempDir,
}

impl SmtpServer {
    /// Starts it beside this lab, with a certificate of this authority for `localhost`.
    ///
    /// # Panics
    /// Where Node.js or the package is not installed.
    #[must_use]
    pub fn start(lab: &Lab, authority: &MailAuthority, manner: SmtpManner) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut node = Command::new("node");
        if let Some(pem) = lab.certificate_authority_pem() {
            let file = folder.path().join("lab.pem");
            fs::write(&file, pem).expect("a file can be written");
            node.env("NODE_EXTRA_CA_CERTS", file);
        }
        let mut program = Counterpart::start(node, "submission.js");
        let started = program.ask(&json!({
            "do": "start",
            "certificate": authority.certificate_pem(),
            "key": authority.key_pem(),
            "introspection": lab.base_url().join("lab/introspect").expect("an address").as_str(),
            "scope": SCOPE,
            "manner": manner.name(),
        }));
        let port = started["port"].as_u64().and_then(|port| u16::try_from(port).ok());
        Self {
            program,
            port: port.expect("it says its port"),
            _folder: folder,
        }
    }

    /// The port on `localhost`.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Behaves otherwise, from the next connection on.
    pub fn behave(&mut self, manner: SmtpManner) {
        self.program
            .ask(&json!({ "do": "behave", "manner": manner.name() }));
    }

    /// Puts the mail for this address into this mailbox as well, unread, before it says that it accepted it.
    pub fn keep(&mut self, address: &str, mailbox: &Maildir) {
        self.program
            .ask(&json!({ "do": "keep", "address": address, "maildir": mailbox.path() }));
    }

    /// What it accepted so far, oldest first.
    ///
    /// # Panics
    /// Where it does not tell.
    #[must_use]
    pub fn mails(&mut self) -> Vec<SubmittedMail> {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let told = self.program.ask(&json!({ "do": "mails" }));
        let mails = told.as_array().expect("a list").iter();
        mails
            .map(|mail| SubmittedMail {
                user: text(&mail["user"]),
                from: text(&mail["from"]),
                to: mail["to"].as_array().expect("a list").iter().map(text).collect(),
                raw: text(&mail["raw"]),
            })
            .collect()
    }

    /// Ends it: connections break off, and nobody is let in. What it accepted can still be asked for.
    pub fn stop(&mut self) {
        self.program.ask(&json!({ "do": "stop" }));
    }
}
