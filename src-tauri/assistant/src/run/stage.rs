//! Where a run stands, and the person's word.

use super::look::LOOKS;
use super::send::SENDS;
use super::{Host, Run, failed};
use vincula_core::check::{CheckId, Outcome, UnknownReason};
use vincula_core::problem::ProblemKind;

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Ask what can be known without the person.
    Check,
    /// Open the sign-in.
    SignIn,
    /// Look at the mailbox: calendar, contacts, inbox, IMAP. The person does nothing.
    Look,
    /// Send the test mail.
    Send,
    /// Ask the person whether it arrived.
    ConfirmArrival,
    /// Hand the values to the ERP.
    HandOver,
    /// Remove the cause of the failure.
    Fix,
}

/// The person's word about the test mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is there.
    Arrived,
    /// Not yet.
    NotYet,
    /// It is not there, and the person gave up waiting.
    NotArrived,
}

impl Run {
    /// What can be done next.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let is_known = |check| self.outcomes.contains_key(&check);
        if self.failure().is_some() {
            Stage::Fix
        } else if !self.checked {
            Stage::Check
        } else if self.connection.is_none() {
            Stage::SignIn
        } else if LOOKS.iter().any(|check| self.has(*check) && !is_known(*check)) {
            Stage::Look
        } else if SENDS.iter().any(|check| self.has(*check) && !is_known(*check)) {
            Stage::Send
        } else if self.has(CheckId::MailArrived)
            && self.sent_to.is_some()
            && self.outcomes.get(&CheckId::MailArrived) != Some(&Outcome::Passed)
        {
            Stage::ConfirmArrival
        } else {
            Stage::HandOver
        }
    }

    /// Takes the person's word about the test mail.
    pub fn answer_arrival(&mut self, host: &Host<'_>, answer: Arrival) {
        let outcome = match answer {
            Arrival::Arrived => Outcome::Passed,
            Arrival::NotYet => Outcome::Unknown {
                why: UnknownReason::NotYetSeen,
            },
            Arrival::NotArrived => failed(ProblemKind::MailNotArrived),
        };
        self.keep(host, CheckId::MailArrived, outcome);
    }
}
