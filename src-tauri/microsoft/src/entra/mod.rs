//! Entra: is the organisation there, does it know the application, does it accept the secret, and the sign-in.

mod authorize;
mod error;
mod identity;
mod metadata;
mod roles;
mod token;
mod tokens;

pub(crate) use error::problem_of_answer;
pub use identity::Identity;
pub use metadata::EntraHeard;
#[cfg(feature = "fuzzing")]
pub(crate) use token::{CallFailed, judged};
pub use tokens::{AccessToken, Granted, RefreshToken};
