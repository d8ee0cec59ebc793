//! Whether an organisation exists, and which one a domain belongs to: its OpenID metadata answers.
//! Source: <https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri>

use super::problem_of_answer;
use crate::client::{Microsoft, Proof};
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

impl Microsoft {
    /// Asks whether an organisation exists.
    ///
    /// # Errors
    /// [`TenantUnknown`](vincula_core::problem::ProblemKind::TenantUnknown),
    /// [`AnotherCloud`](vincula_core::problem::ProblemKind::AnotherCloud) where it belongs to another one, or the
    /// fault of the road.
    pub async fn tenant_exists(&self, tenant: &TenantId) -> Result<Proof, Problem> {
        let metadata = self.metadata(tenant.as_str()).await?;
        Ok(if metadata.issuer.contains(tenant.as_str()) {
            Proof::Holds
        } else {
            Proof::NotUnderstood
        })
    }

    /// Asks which organisation the domain of a mailbox belongs to: `None` where the answer does not say, as for
    /// the domains of personal accounts.
    ///
    /// # Errors
    /// As [`Self::tenant_exists`].
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
        let address = self
            .cloud
            .login_endpoint(&format!("/{organisation}/v2.0/.well-known/openid-configuration"));
        let answer = self.ask(self.http.get(address)).await?;
        if !answer.status.is_success() {
            return Err(problem_of_answer(&answer));
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
