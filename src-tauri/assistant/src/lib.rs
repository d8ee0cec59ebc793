//! What the program does: use cases over narrow ports, the same for the window and the command line.
//!
//! A use case is a plain function over ports ([`SecretStore`], [`SetupStore`], [`SignInSurface`], [`Clock`],
//! [`Progress`]). Whoever has a window, or only a terminal, brings the ports; nothing in here knows which.

mod decide;
mod edit;
mod errand;
mod guide_folder;
mod it_message;
mod kept_files;
mod ports;
mod run;
mod secret_end;
mod secrets;
mod setups;
mod surfaces;
mod system;

#[cfg(test)]
mod tests;

pub use decide::{Decision, decide};
pub use edit::{GiveFault, Held, give, new_setup};
pub use errand::{ErrandFault, accept, answer, ask, stop_waiting, take_answer};
pub use guide_folder::{GuideFault, guides_beside, read_guide};
pub use it_message::it_message;
pub use kept_files::keep_file;
pub use ports::{
    Attempt, BoxFuture, Browser, Clock, Ending, Mishap, NoBrowser, NotOurs, Progress, SecretFault,
    SecretPlace, SecretStore, SetupFault, SetupStore, SignInSurface, SurfaceOutcome, Survey, try_update,
};
pub use run::{Arrival, HasWindow, Host, Run, Stage, keep_verification};
pub use secret_end::{OFFERED, REMINDED, SecretEnd, note_secret_end, reminder};
pub use secrets::{Keyring, SecretVault, SessionSecrets};
pub use setups::{Colours, DataFolder, Letters, Look, Motion, Preferences, SetupFolder, Side, WindowLock};
pub use surfaces::{
    CannotListen, LoopbackSurface, PasteDesk, PastedSurface, choose_surface, note_answer, note_dead_end,
};
pub use system::{SystemClock, entropy, system_language};
