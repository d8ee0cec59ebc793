//! What can be known before any window opens: this machine, the organisation, the application, the secret.

use super::{Host, Run, failed, machine};
use vincula_core::check::{CheckId, Outcome, SkipReason, UnknownReason};
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::value::{ClientId, ClientSecret, TenantId};
use vincula_microsoft::Proof;

impl Run {
    /// Asks what can be known without the person. Begins the run anew.
    pub async fn check(&mut self, host: &Host<'_>) {
        self.outcomes.clear();
        self.checked = false;
        self.connection = None;
        self.sent_to = None;
        let Some(client_id) = self.setup.client_id.clone() else {
            return self.know_without_asking(host, ProblemKind::ClientIdMissing.into());
        };
        if let Err(problem) = self.same_cloud(host) {
            return self.know_without_asking(host, problem);
        }
        let tenant = self.setup.tenant_id.clone();
        let Some(exists) = self.look_at_machine(host, tenant.as_ref()).await else {
            return;
        };
        if tenant.is_some() {
            if !self.ask(host, CheckId::Tenant, async { proven(exists) }).await {
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

    /// Looks at this machine, and gives what the same answer of Entra's tells about the organisation, so that it is
    /// not asked twice; `None` where the run ends here.
    async fn look_at_machine(
        &mut self,
        host: &Host<'_>,
        tenant: Option<&TenantId>,
    ) -> Option<Result<Proof, Problem>> {
        let mut exists = None;
        let question = async {
            let entra = async {
                let heard = host.microsoft.hear_entra(tenant).await;
                (heard, host.clock.now())
            };
            let ((entra, here), graph) = tokio::join!(entra, host.microsoft.graph_reached());
            let outcome = machine::outcome(&entra, here, graph);
            exists = Some(entra.exists);
            outcome
        };
        let goes_on = self.ask(host, CheckId::Machine, question).await;
        exists.filter(|_| goes_on)
    }

    /// Ends the stage with a problem of the setup's own, which nobody has to be asked about.
    fn know_without_asking(&mut self, host: &Host<'_>, problem: Problem) {
        let why = SkipReason::NotAsked;
        self.keep(host, CheckId::Machine, Outcome::Skipped { why });
        self.keep(host, CheckId::Application, failed(problem));
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
