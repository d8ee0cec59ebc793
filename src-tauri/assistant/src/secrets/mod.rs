//! Where client secrets are kept: the system's keyring, or memory where there is none. Never a file.

mod keyring;
mod newest;
mod outdated;
mod session;
mod vault;

pub use keyring::{Keyring, Patience};
pub use newest::NewestSecrets;
pub use session::SessionSecrets;
pub use vault::SecretVault;
