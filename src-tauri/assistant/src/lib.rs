//! What the program does: use cases over narrow ports, the same for the window and the command line.
//!
//! A use case is a plain function over ports ([`SecretStore`], [`SetupStore`], [`SignInSurface`], [`Clock`],
//! [`Progress`]). Whoever has a window, or only a terminal, brings the ports; nothing in here knows which.

mod edit;
mod errand;
mod it_message;
mod ports;

mod run;
mod secrets;
mod setups;
mod system;

#[cfg(test)]
mod tests;

pub use edit::{GiveFault, Held, give, new_setup};
pub use errand::{ErrandFault, accept, answer, ask, stop_waiting, take_answer};
pub use it_message::it_message;
pub use ports::{
    Attempt, BoxFuture, Clock, Progress, SecretFault, SecretPlace, SecretStore, SetupFault, SetupStore,
    SignInSurface, SurfaceOutcome,
};
pub use run::{Arrival, Host, Run, Stage};
pub use secrets::{Keyring, SecretVault, SessionSecrets};
pub use setups::{DataFolder, Preferences, SetupFolder, Side};
pub use system::{SystemClock, entropy, system_language};
