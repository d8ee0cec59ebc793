//! What a sign-in came back with.

use super::PendingSignIn;
use crate::parameters::{Parameters, Unreadable};
use crate::value::RedirectUri;
use zeroize::Zeroizing;

/// An authorization code: single use, about ten minutes. Wiped when dropped, never printed.
pub struct AuthorizationCode(pub(super) Zeroizing<String>);

impl AuthorizationCode {
    /// The code itself, for the token endpoint only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AuthorizationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AuthorizationCode(…)")
    }
}

/// All that the token endpoint needs to know of the sign-in that produced a code.
pub struct Redemption {
    /// The code.
    pub code: AuthorizationCode,
    /// The PKCE verifier of the same sign-in (RFC 7636, section 4.5).
    pub verifier: Zeroizing<String>,
    /// The redirect URI of the same sign-in, which must be repeated (RFC 6749, section 4.1.3).
    pub redirect_uri: RedirectUri,
}

impl std::fmt::Debug for Redemption {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Redemption(…)")
    }
}

/// What became of an address that was put before a pending sign-in.
#[derive(Debug)]
pub enum Answered {
    /// It carries this sign-in's code.
    Redeem(Redemption),
    /// It is this sign-in's answer, and the answer is no.
    Failed(SignInFailure),
    /// It is not this sign-in's answer: the sign-in goes on, untouched.
    StillPending(Box<PendingSignIn>, NotForUs),
}

impl From<Unreadable> for NotForUs {
    fn from(_: Unreadable) -> Self {
        Self::Unreadable
    }
}

/// Why an address is not the pending sign-in's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotForUs {
    /// Another scheme, host, port or path than the redirect URI.
    AnotherAddress,
    /// The right address without this sign-in's `state`: somebody else's answer, an old one, or a forged one.
    AnotherState,
    /// The right address with parameters that cannot be read safely: too long, too many, twice, badly escaped.
    Unreadable,
}

/// Why a sign-in's own answer is no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInFailure {
    /// Entra answered with an error.
    Refused(ErrorResponse),
    /// The answer is behind `#`, though `response_mode=query` was asked for.
    AnswerInFragment,
    /// Neither a code nor an error, or both.
    NeitherCodeNorError,
    /// `iss` names another issuer than the one that was asked (RFC 9207).
    AnotherIssuer,
    /// The sign-in began too long ago.
    TooLate,
}

/// An error at the redirect URI, in place of what was asked for.
/// Source: RFC 6749, section 4.1.2.1
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorResponse {
    /// `error`, such as `access_denied`.
    pub error: String,
    /// `error_subcode`, such as `cancel`.
    pub subcode: Option<String>,
    /// `error_description`: begins with `AADSTS…` where Entra wrote one.
    pub description: Option<String>,
}

impl ErrorResponse {
    /// The error in an answer, where there is one.
    pub(super) fn of(parameters: &Parameters) -> Option<Self> {
        let owned = |name| parameters.get(name).map(str::to_owned);
        Some(Self {
            error: owned("error").filter(|error| !error.is_empty())?,
            subcode: owned("error_subcode"),
            description: owned("error_description"),
        })
    }
}
