//! Whether an organisation exists: its OpenID metadata answers.
//! Source: <https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri>

use super::problem_of_answer;
use crate::client::{Microsoft, Proof};
use serde::Deserialize;
use vincula_core::problem::Problem;
use vincula_core::value::TenantId;

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
        let address = self.cloud.login_endpoint(&format!(
            "/{}/v2.0/.well-known/openid-configuration",
            tenant.as_str()
        ));
        let answer = self.ask(self.http.get(address)).await?;
        if !answer.status.is_success() {
            return Err(problem_of_answer(&answer));
        }
        let metadata: Metadata = answer.json()?;
        let elsewhere = self
            .cloud
            .another_cloud_of_metadata(&metadata.issuer, metadata.msgraph_host.as_deref());
        if let Some(other) = elsewhere {
            return Err(self.another_cloud(other));
        }
        Ok(if metadata.issuer.contains(tenant.as_str()) {
            Proof::Holds
        } else {
            Proof::NotUnderstood
        })
    }
}
