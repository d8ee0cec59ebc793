//! What can be known before any window opens: this machine, the organisation, the application, the secret, and what
//! the application may do by itself.

use super::patience::{asked, asked_about_secret};
use super::{Host, Run, failed, machine};
use vincula_core::check::{CheckId, Outcome, SkipReason, UnknownReason};
use vincula_core::choices;
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::value::{ClientId, ClientSecret, TenantId};
use vincula_microsoft::Proof;

impl Run {
    /// Asks what can be known without the person. Begins the run anew.
    pub async fn check(&mut self, host: &Host<'_>) {
        self.check_from(host, None).await;
    }

    /// The same where this machine's own check was made already, such as for many setups at once.
    pub(crate) async fn check_after(&mut self, host: &Host<'_>, machine: Outcome) {
        self.check_from(host, Some(machine)).await;
    }

    async fn check_from(&mut self, host: &Host<'_>, machine: Option<Outcome>) {
        self.outcomes.clear();
        self.checked = false;
        self.answered_at = self.redirect_uri.clone();
        self.connection = None;
        self.sent_to = None;
        let Some(client_id) = choices::client_id(&self.setup, &self.guide).cloned() else {
            return self.know_without_asking(host, ProblemKind::ClientIdMissing.into());
        };
        if let Err(problem) = self.same_cloud(host) {
            return self.know_without_asking(host, problem);
        }
        let tenant = self.setup.tenant_id.clone();
        let mut told = None;
        if let Some(machine) = machine {
            let goes_on = !matches!(machine, Outcome::Failed { .. });
            self.keep(host, CheckId::Machine, machine);
            if !goes_on {
                return;
            }
        } else if let Some(exists) = self.look_at_machine(host, tenant.as_ref()).await {
            told = Some(exists);
        } else {
            return;
        }
        if let Some(tenant) = &tenant {
            let question = || {
                let told = told.take();
                async move {
                    match told {
                        Some(exists) => exists,
                        None => host.microsoft.hear_entra(Some(tenant)).await.exists,
                    }
                }
            };
            let question = async { proven(asked(host, CheckId::Tenant, question).await) };
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
        let question = || host.microsoft.application_known(&request);
        let question = async { proven(asked(host, CheckId::Application, question).await) };
        if !self.ask(host, CheckId::Application, question).await {
            return;
        }
        let key = self.secret_key.clone();
        let mut known = self.circumstances(host, None);
        let question = async {
            let secret = match host.secrets.load(&key).await {
                Ok(Some((secret, _))) => secret,
                Ok(None) => return failed(ProblemKind::SecretMissing),
                Err(fault) => return failed(fault.kind()),
            };
            known.secret = Some(secret.shape().into());
            match &tenant {
                Some(tenant) => {
                    let question = || host.microsoft.secret_accepted(tenant, &client_id, &secret);
                    proven(asked_about_secret(host, &known, question).await)
                }
                // The sign-in will prove it: without a tenant nobody can be asked before.
                None => Outcome::Skipped {
                    why: SkipReason::ValueNotGiven,
                },
            }
        };
        if self.ask(host, CheckId::Secret, question).await {
            self.ask_application(host, &client_id, tenant.as_ref()).await;
        }
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
            let (outcome, told) = machine::look(host, tenant).await;
            exists = Some(told);
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

    /// The values that a sign-in needs, or what is missing. The vendor's own application has no secret.
    pub(super) async fn credentials(
        &self,
        host: &Host<'_>,
    ) -> Result<(ClientId, Option<ClientSecret>), Problem> {
        self.same_cloud(host)?;
        let client_id = choices::client_id(&self.setup, &self.guide)
            .cloned()
            .ok_or(ProblemKind::ClientIdMissing)?;
        if self.guide.registration.vendor().is_some() {
            return Ok((client_id, None));
        }
        match host.secrets.load(&self.secret_key).await {
            Ok(Some((secret, _))) => Ok((client_id, Some(secret))),
            Ok(None) => Err(ProblemKind::SecretMissing.into()),
            Err(fault) => Err(fault.kind().into()),
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
