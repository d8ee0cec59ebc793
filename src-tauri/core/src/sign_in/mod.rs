//! One attempt to obtain an authorization code, and the rules that decide what comes back.
//!
//! The invariants, which everything in this module exists to hold:
//!
//! 1. A code is accepted only while its own sign-in is pending, only at the exact redirect URI, only with that
//!    sign-in's `state` (256 random bits, compared in constant time).
//! 2. A sign-in yields at most one code: [`PendingSignIn::answer`] consumes it.
//! 3. What does not belong to the pending sign-in does not disturb it: it is handed back untouched.
//! 4. The PKCE verifier (RFC 7636) never leaves the process and is never written down; the secret is sent as
//!    well, so that neither alone is enough.

mod answer;
mod authority;
mod parameters;
mod pending;
mod request;

#[cfg(test)]
mod tests;

pub use answer::{Answered, AuthorizationCode, NotForUs, Redemption, SignInFailure};
pub use authority::Authority;
pub use pending::{PendingSignIn, Sight};
pub use request::{Entropy, Scopes, SignInRequest};
