//! What the program does: use cases over narrow ports, the same for the window and the command line.
//!
//! A use case is a plain function over ports ([`SecretStore`], [`SetupStore`], [`SignInSurface`], [`Clock`],
//! [`Progress`]). Whoever has a window, or only a terminal, brings the ports; nothing in here knows which.

mod care;
mod decide;
mod edit;
mod errand;
mod forget;
mod guide_folder;
mod it_message;
mod kept_files;
mod log;
mod many;
mod ports;
mod private_memory;
mod renewal;
mod run;
mod seal;
mod secret_end;
mod secrets;
mod setup_file;
mod setups;
mod surfaces;
mod system;

#[cfg(test)]
mod tests;

pub use care::{archive, delete_setup, duplicate, note_reminded, rename, unarchive};
pub use decide::{Decision, decide};
pub use edit::{GiveFault, Held, give, new_setup};
pub use errand::{ErrandFault, accept, answer, ask, stop_waiting, take_answer};
pub use forget::{Forgotten, Left, forget_everything};
pub use guide_folder::{GuideFault, guides_beside, machine_guides, read_guide};
pub use it_message::it_message;
pub use kept_files::{keep_at, keep_file};
pub use log::{Event, Journal, KeyringCall, LogLevel, OutcomeKind, Program, log_into, note};
pub use many::{CheckedSetup, ManyHost, NotChecked, Summary, check_many};
pub use ports::{
    Attempt, BoxFuture, Browser, Clock, Ending, KeyringWait, Mishap, NoBrowser, NotOurs, Progress,
    SecretFault, SecretPlace, SecretStore, SetupFault, SetupIds, SetupStore, SignInSurface, SurfaceOutcome,
    Survey, try_update,
};
pub use private_memory::keep_memory_private;
pub use renewal::{
    RenewalFault, begin_renewal, cancel_renewal, finish_renewal, note_run, renewal_handed_over,
};
pub use run::{Arrival, Counted, HasWindow, Host, Run, Stage, keep_verification};
pub use seal::SealFault;
pub use secret_end::{OFFERED, SecretEnd, note_secret_end, reminder};
pub use secrets::{Keyring, NewestSecrets, Patience, SecretVault, SessionSecrets};
pub use setup_file::{Import, Opened, SetupFileFault, export, export_sealed, import, open_file, unseal};
pub use setups::{Colours, DataFolder, Letters, Look, Motion, Preferences, SetupFolder, Side, WindowLock};
pub use surfaces::{
    CannotListen, LoopbackSurface, PasteDesk, PastedSurface, choose_surface, note_answer, note_dead_end,
};
pub use system::{SystemClock, entropy, system_language};
