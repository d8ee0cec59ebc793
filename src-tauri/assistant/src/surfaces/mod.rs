//! Surfaces that need no window of ours, and what happened on them.

mod history;
mod listener;
mod loopback;
mod page;
mod pasted;

pub use history::{choose_surface, note_answer, note_dead_end};
pub use listener::CannotListen;
pub use loopback::LoopbackSurface;
pub use pasted::{PasteDesk, PastedSurface};
