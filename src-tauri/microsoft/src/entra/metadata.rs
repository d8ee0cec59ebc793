//! Whether an organisation exists, and which one a domain belongs to: its OpenID metadata answers.
//! Source: <https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri>

use super::problem_of_answer;
use crate::answer::Answer;
use crate::client::{Microsoft, Proof};
use jiff::Timestamp;
use serde::Deserialize;
use url::Url;
use vincula_core::problem::Problem;
use vincula_core::value::{AccountKind, Mailbox, TenantId};

/// The fields of the metadata that prove an organisation.
#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    /// Graph's host, where the answer names it.
    msgraph_host: Option<String>,
}

/// What the first question of a run brought from Entra's host.
#[derive(Debug)]
pub struct EntraHeard {
    /// The time there, to the second, where an answer told it.
    pub date: Option<Timestamp>,
    /// Whether the organisation that was asked for exists; where none was, whether these are Microsoft's metadata.
    /// A known «no» is [`TenantUnknown`](vincula_core::problem::ProblemKind::TenantUnknown) or
    /// [`AnotherCloud`](vincula_core::problem::ProblemKind::AnotherCloud).
    pub exists: Result<Proof, Problem>,
}

impl Microsoft {
    /// Asks Entra's host for the metadata of an organisation, or of all of them. One question that serves twice: it
    /// shows whether the host can be reached, with what it says of the time, and whether the organisation exists.
    /// Bounded by five seconds.
    pub async fn hear_entra(&self, tenant: Option<&TenantId>) -> EntraHeard {
        let address = self.metadata_address(tenant.map_or("common", TenantId::as_str));
        let answer = match self.reach(address).await {
            Ok(answer) => answer,
            Err(problem) => {
                return EntraHeard {
                    date: None,
                    exists: Err(problem),
                };
            }
        };
        let exists = self.read_metadata(&answer).map(|metadata| match tenant {
            Some(tenant) if !metadata.issuer.contains(tenant.as_str()) => Proof::NotUnderstood,
            _ => Proof::Holds,
        });
        EntraHeard {
            date: answer.date(),
            exists,
        }
    }

    /// Asks which organisation the domain of a mailbox belongs to: `None` where the answer does not say, as for
    /// the domains of personal accounts.
    ///
    /// # Errors
    /// [`TenantUnknown`](vincula_core::problem::ProblemKind::TenantUnknown),
    /// [`AnotherCloud`](vincula_core::problem::ProblemKind::AnotherCloud) where it belongs to another one, or the
    /// fault of the road.
    pub async fn tenant_of(&self, mailbox: &Mailbox) -> Result<Option<TenantId>, Problem> {
        if mailbox.account_kind() == AccountKind::Personal {
            return Ok(None);
        }
        let metadata = self.metadata(mailbox.domain()).await?;
        // `https://login.microsoftonline.com/<tenant>/v2.0`
        let issuer = Url::parse(&metadata.issuer).ok();
        let tenant = issuer
            .as_ref()
            .and_then(|issuer| issuer.path_segments()?.next())
            .and_then(|segment| TenantId::parse(segment).ok());
        Ok(tenant)
    }

    async fn metadata(&self, organisation: &str) -> Result<Metadata, Problem> {
        let answer = self
            .ask(self.http.get(self.metadata_address(organisation)))
            .await?;
        self.read_metadata(&answer)
    }

    fn metadata_address(&self, organisation: &str) -> Url {
        self.cloud
            .login_endpoint(&format!("/{organisation}/v2.0/.well-known/openid-configuration"))
    }

    fn read_metadata(&self, answer: &Answer) -> Result<Metadata, Problem> {
        if !answer.status.is_success() {
            return Err(problem_of_answer(answer));
        }
        let metadata: Metadata = answer.json()?;
        let elsewhere = self
            .cloud
            .another_cloud_of_metadata(&metadata.issuer, metadata.msgraph_host.as_deref());
        match elsewhere {
            Some(other) => Err(self.another_cloud(other)),
            None => Ok(metadata),
        }
    }
}
