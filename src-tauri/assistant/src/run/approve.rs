//! An administrator approves for their organisation: on a surface of their own choice, and apart from connecting.

use super::connect::answer_on;
use super::{Host, Run};
use crate::ports::{Attempt, SignInSurface};
use crate::system::entropy;
use vincula_core::choices;
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::sign_in::{
    ApprovalAnswered, ApprovalFailure, ApprovalRequest, Organisation, PendingApproval, Scopes,
};
use vincula_core::value::TenantId;

impl Run {
    /// Lets an administrator approve the guide's permissions for everybody in their organisation. Nothing else
    /// comes of it: no code, no token, and the administrator does not become the mailbox. The run goes on as it
    /// was; the next sign-in finds the approval. Gives the organisation that approved.
    ///
    /// # Errors
    /// The problem that ended it. Nothing is asked a second time by itself: an administrator who said no has said
    /// so.
    pub async fn approve(&self, host: &Host<'_>, surface: &dyn SignInSurface) -> Result<TenantId, Problem> {
        self.same_cloud(host)?;
        let client_id = choices::client_id(&self.setup, &self.guide)
            .cloned()
            .ok_or(ProblemKind::ClientIdMissing)?;
        let redirect_uri = surface.redirect_uri(&self.redirect_uri);
        let scopes = self.request(host, client_id.clone(), redirect_uri.clone()).scopes;
        let cloud = host.microsoft.cloud();
        // The endpoint takes the scopes of one service only, and none of the application's own permissions: of those,
        // everything that the registration lists is asked for at once.
        let is_static = scopes.ask_of(cloud.outlook_scope_prefix)
            || !self.guide.registration.application_permissions.is_empty();
        let scopes = if is_static {
            Scopes::granted(&format!("{}.default", cloud.graph_scope_prefix))
        } else {
            scopes
        };
        let request = ApprovalRequest {
            organisation: self
                .setup
                .tenant_id
                .clone()
                .map_or(Organisation::OfTheAdministrator, Organisation::Tenant),
            client_id,
            redirect_uri,
            scopes,
        };
        let bytes = entropy().map_err(|_| ProblemKind::Unexpected)?;
        let (random, _) = bytes.split_first_chunk().ok_or(ProblemKind::Unexpected)?;
        let pending = PendingApproval::begin(request, random, host.clock.now());
        let attempt = Attempt {
            url: host.microsoft.approval_url(&pending),
            patience: host.patience,
            awaited: pending.awaited(),
        };
        let address = answer_on(surface, attempt).await?;
        match pending.answer(&address, host.clock.now()) {
            ApprovalAnswered::Approved(tenant) => Ok(tenant),
            ApprovalAnswered::Failed(ApprovalFailure::Refused(refusal)) => {
                Err(host.microsoft.problem_of_refusal(&refusal))
            }
            ApprovalAnswered::Failed(ApprovalFailure::AnotherOrganisation(found)) => {
                let expected = self.setup.tenant_id.as_ref().map(TenantId::as_str);
                let evidence = Evidence::comparing(expected.unwrap_or_default(), found.as_str());
                Err(Problem::new(ProblemKind::AccountNotAllowed, evidence))
            }
            ApprovalAnswered::Failed(ApprovalFailure::TooLate) => Err(ProblemKind::SignInTimedOut.into()),
            ApprovalAnswered::Failed(ApprovalFailure::NotAnApproval) | ApprovalAnswered::StillPending(..) => {
                Err(ProblemKind::CallbackRefused.into())
            }
        }
    }
}
