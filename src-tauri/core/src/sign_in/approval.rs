//! An administrator's approval for a whole organisation: a request of its own, with an answer of its own.
//! Source: <https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>
//!
//! Approving is not connecting: no code comes of it, no token, and the administrator does not become the mailbox.
//! The answer to an approval can never complete a sign-in, nor the other way round: each is known by a `state` of
//! its own, and neither accepts what the other's answer holds.

use super::awaited::Place;
use super::{Authority, Awaited, ErrorResponse, NotForUs, Scopes};
use crate::value::{ClientId, RedirectUri, TenantId};
use jiff::Timestamp;
use url::Url;

/// What an administrator is asked to approve.
#[derive(Clone, Debug)]
pub struct ApprovalRequest {
    /// Whose administrator.
    pub organisation: Organisation,
    /// The application.
    pub client_id: ClientId,
    /// Where the answer goes.
    pub redirect_uri: RedirectUri,
    /// The permissions, as scopes.
    pub scopes: Scopes,
}

/// The organisations whose administrators can approve. There is none for personal accounts, and `common` is not
/// taken by the endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Organisation {
    /// This one: another one's approval would change nothing here.
    Tenant(TenantId),
    /// The one that the administrator belongs to.
    OfTheAdministrator,
}

impl Organisation {
    /// The `{tenant}` segment of the address.
    #[must_use]
    pub fn authority(&self) -> Authority {
        match self {
            Self::Tenant(tenant) => Authority::Tenant(tenant.clone()),
            Self::OfTheAdministrator => Authority::Organizations,
        }
    }
}

/// An approval that waits for its answer. It is consumed by it.
pub struct PendingApproval {
    request: ApprovalRequest,
    awaited: Awaited,
}

/// What became of an address that was put before a pending approval.
#[derive(Debug)]
pub enum ApprovalAnswered {
    /// The administrator of this organisation agreed.
    Approved(TenantId),
    /// It is this approval's answer, and the answer is no.
    Failed(ApprovalFailure),
    /// It is not this approval's answer: it goes on waiting, untouched.
    StillPending(Box<PendingApproval>, NotForUs),
}

/// Why an approval's own answer is no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApprovalFailure {
    /// Entra answered with an error, such as `access_denied` with AADSTS65004.
    Refused(ErrorResponse),
    /// The administrator of another organisation agreed for that one.
    AnotherOrganisation(TenantId),
    /// Neither an approval nor an error, such as a code.
    NotAnApproval,
    /// It was asked for too long ago.
    TooLate,
}

impl PendingApproval {
    /// Begins to wait. `random` must come from the operating system and be used once.
    #[must_use]
    pub fn begin(request: ApprovalRequest, random: &[u8; 32], now: Timestamp) -> Self {
        Self {
            awaited: Awaited::new(request.redirect_uri.clone(), random, now),
            request,
        }
    }

    /// What is asked for.
    #[must_use]
    pub fn request(&self) -> &ApprovalRequest {
        &self.request
    }

    /// What is waited for: all that a surface may know.
    #[must_use]
    pub fn awaited(&self) -> &Awaited {
        &self.awaited
    }

    /// `state`, for the request only.
    #[must_use]
    pub fn state(&self) -> &str {
        self.awaited.state()
    }

    /// Takes the answer. Only this approval's own answer consumes it; anything else hands it back.
    #[must_use]
    pub fn answer(self, address: &Url, now: Timestamp) -> ApprovalAnswered {
        let (parameters, place) = match self.awaited.own_parameters(address) {
            Ok(own) => own,
            Err(why) => return ApprovalAnswered::StillPending(Box::new(self), why),
        };
        if self.awaited.is_over(now) {
            return ApprovalAnswered::Failed(ApprovalFailure::TooLate);
        }
        if place == Place::Fragment || parameters.get("code").is_some() {
            return ApprovalAnswered::Failed(ApprovalFailure::NotAnApproval);
        }
        if let Some(error) = ErrorResponse::of(&parameters) {
            return ApprovalAnswered::Failed(ApprovalFailure::Refused(error));
        }
        let is_yes = parameters
            .get("admin_consent")
            .is_some_and(|word| word.eq_ignore_ascii_case("true"));
        let tenant = parameters.get("tenant").map(TenantId::parse);
        match (is_yes, tenant) {
            (true, Some(Ok(tenant))) => match self.request.organisation {
                Organisation::Tenant(expected) if expected != tenant => {
                    ApprovalAnswered::Failed(ApprovalFailure::AnotherOrganisation(tenant))
                }
                _ => ApprovalAnswered::Approved(tenant),
            },
            _ => ApprovalAnswered::Failed(ApprovalFailure::NotAnApproval),
        }
    }
}

impl std::fmt::Debug for PendingApproval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PendingApproval(…)")
    }
}
