//! What is known of the setup when something fails: it makes the cause more precise.

use super::{Host, Run};
use jiff::Timestamp;
use std::time::Duration;
use vincula_core::check::Outcome;
use vincula_core::choices;
use vincula_core::problem::{Circumstances, SecretSeen};

impl Run {
    /// What is known now, with what can be told of the secret that is in use.
    pub(super) fn circumstances(&self, host: &Host<'_>, secret: Option<SecretSeen>) -> Circumstances {
        let now = host.clock.now();
        let since = |then: Option<Timestamp>| Duration::try_from(now.duration_since(then?)).ok();
        let given = self.setup.given;
        Circumstances {
            account: Some(choices::signs_in(&self.setup, &self.guide).account_kind()),
            secret,
            client_id: choices::client_id(&self.setup, &self.guide).cloned(),
            tenant_id: self.setup.tenant_id.clone(),
            redirect_uri: Some(self.answered_at.clone()),
            since_redirect_saved: since(given.redirect_uri).filter(|_| self.answered_at == self.redirect_uri),
            since_secret_made: since(given.client_secret),
            // That a Client ID was given a moment ago makes no registration new, and a wrong one not right.
            since_registered: None,
        }
    }

    /// The same outcome, with the cause made more precise.
    pub(super) fn sharpened(&self, host: &Host<'_>, outcome: Outcome) -> Outcome {
        match outcome {
            Outcome::Failed { problem } => Outcome::Failed {
                problem: problem.sharpened(&self.circumstances(host, self.secret)),
            },
            other => other,
        }
    }
}
