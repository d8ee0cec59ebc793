//! What can be known before any window opens: the organisation, the application, the secret.

use super::{Host, Run, failed};
use vincula_core::check::{CheckId, Outcome, SkipReason, UnknownReason};
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::value::{ClientId, ClientSecret};
use vincula_microsoft::Proof;

impl Run {
    /// Asks what can be known without the person. Begins the run anew.
    pub async fn check(&mut self, host: &Host<'_>) {
        self.outcomes.clear();
        self.checked = false;
        self.connection = None;
        self.sent_to = None;
        let Some(client_id) = self.setup.client_id.clone() else {
            self.keep(host, CheckId::Application, failed(ProblemKind::ClientIdMissing));
            self.checked = true;
            return;
        };
        if let Err(problem) = self.same_cloud(host) {
            self.keep(host, CheckId::Application, failed(problem));
            self.checked = true;
            return;
        }
        let tenant = self.setup.tenant_id.clone();
        if let Some(tenant) = &tenant {
            let question = async { proven(host.microsoft.tenant_exists(tenant).await) };
            if !self.ask(host, CheckId::Tenant, question).await {
                return;
            }
        } else {
            self.keep(
                host,
                CheckId::Tenant,
                Outcome::Skipped {
                    why: SkipReason::ValueNotGiven,
                },
            );
        }
        let request = self.request(host, client_id.clone(), self.redirect_uri.clone());
        let question = async { proven(host.microsoft.application_known(&request).await) };
        if !self.ask(host, CheckId::Application, question).await {
            return;
        }
        let setup = self.setup.id.clone();
        let question = async {
            let secret = match host.secrets.load(&setup).await {
                Ok(Some((secret, _))) => secret,
                Ok(None) => return failed(ProblemKind::SecretMissing),
                Err(_) => return failed(ProblemKind::KeyringUnavailable),
            };
            match tenant {
                Some(tenant) => proven(host.microsoft.secret_accepted(&tenant, &client_id, &secret).await),
                // The sign-in will prove it: without a tenant nobody can be asked before.
                None => Outcome::Skipped {
                    why: SkipReason::ValueNotGiven,
                },
            }
        };
        self.ask(host, CheckId::Secret, question).await;
        self.checked = true;
    }

    /// The values that a sign-in needs, or what is missing.
    pub(super) async fn credentials(&self, host: &Host<'_>) -> Result<(ClientId, ClientSecret), Problem> {
        self.same_cloud(host)?;
        let client_id = self.setup.client_id.clone().ok_or(ProblemKind::ClientIdMissing)?;
        match host.secrets.load(&self.setup.id).await {
            Ok(Some((secret, _))) => Ok((client_id, secret)),
            Ok(None) => Err(ProblemKind::SecretMissing.into()),
            Err(_) => Err(ProblemKind::KeyringUnavailable.into()),
        }
    }

    /// Whether the client is one of the setup's own cloud: another one would prove something about strangers.
    pub(super) fn same_cloud(&self, host: &Host<'_>) -> Result<(), Problem> {
        let asked = host.microsoft.cloud().id;
        if asked == self.setup.cloud {
            return Ok(());
        }
        let evidence = Evidence::comparing(self.setup.cloud.as_str(), asked.as_str());
        Err(Problem::new(ProblemKind::AnotherCloud, evidence))
    }
}

/// An answer about the registration as an outcome: what is not understood proves nothing and stops nothing.
pub(super) fn proven(answer: Result<Proof, Problem>) -> Outcome {
    match answer {
        Ok(Proof::Holds) => Outcome::Passed,
        Ok(Proof::NotUnderstood) => Outcome::Unknown {
            why: UnknownReason::AnswerNotUnderstood,
        },
        Err(problem) => failed(problem),
    }
}
