//! One attempt to obtain an authorization code, and the rules that decide what comes back.
//!
//! The invariants, which everything in this module exists to hold:
//!
//! 1. A code is accepted only while its own sign-in is pending, only at the exact redirect URI, only with that
//!    sign-in's `state` (256 random bits, compared in constant time).
//! 2. A sign-in yields at most one code: [`PendingSignIn::answer`] consumes it.
//! 3. What does not belong to the pending sign-in does not disturb it: it is handed back untouched.
//! 4. The PKCE verifier (RFC 7636) never leaves the process before the code is redeemed, and is never written
//!    down. A confidential client sends its secret as well, so that neither alone is enough; a public one cannot.
//! 5. An administrator's approval has a `state` and a type of its own: its answer completes no sign-in, and no
//!    sign-in's answer completes an approval.

mod answer;
mod approval;
mod authentication;
mod authority;
mod awaited;
mod pasted;
mod pending;
mod request;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::request as sample_request;

pub use answer::{Answered, AuthorizationCode, ErrorResponse, NotForUs, Redemption, SignInFailure};
pub use approval::{ApprovalAnswered, ApprovalFailure, ApprovalRequest, Organisation, PendingApproval};
pub use authentication::ClientAuthentication;
pub use authority::Authority;
pub use awaited::{Awaited, Sight};
pub use pasted::NotPasted;
pub use pending::PendingSignIn;
pub use request::{Entropy, Scopes, SignInRequest};
