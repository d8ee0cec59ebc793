//! Where the person signs in, and where they go on when that place leads nowhere.
//!
//! There are four surfaces, and none of them ends for everybody: a managed device refuses a window that is no
//! browser, a passkey does not reach it, a registration may lack an address. So each has a next one. Nothing here
//! reads a page: Microsoft forbids it and blocks it from October 2026. What a page is, its address and the time say,
//! or the person.

mod choice;
mod dead_end;
mod history;

#[cfg(test)]
mod tests;

pub use choice::{Allowed, first_surface, next_surface};
pub use dead_end::{DeadEnd, dead_end};
pub use history::SurfaceHistory;

use crate::value::RedirectUri;
use serde::{Deserialize, Serialize};

/// Where the person signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurfaceKind {
    /// A window of the program, which stops the ERP's own address: nothing more to register.
    Window,
    /// The person's browser, which comes back to a listener on this machine.
    Loopback,
    /// The person's browser, which hands the answer over by the program's own scheme.
    DeepLink,
    /// Any browser; the person pastes the address that they end on.
    Pasted,
}

impl SurfaceKind {
    /// Every surface, the most comfortable one first.
    pub const ALL: [Self; 4] = [Self::Window, Self::Loopback, Self::DeepLink, Self::Pasted];

    /// The name used in files, arguments and, with `-` for `_`, in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Loopback => "loopback",
            Self::DeepLink => "deep_link",
            Self::Pasted => "pasted",
        }
    }

    /// What must stand in the registration beside the ERP's own address, where something must.
    #[must_use]
    pub fn registered(self) -> Option<RedirectUri> {
        match self {
            Self::Window | Self::Pasted => None,
            // The scheme's own port is not written, and Entra compares no port here.
            Self::Loopback => Some(RedirectUri::loopback(80)),
            Self::DeepLink => Some(RedirectUri::deep_link()),
        }
    }
}
