//! What is true: guides, setups, values, the sign-in, problems and texts.
//!
//! Nothing here opens a file, a socket or a clock. Whoever needs the time or random bytes passes them in, so
//! that every rule can be tested in milliseconds and the window cannot differ from the command line.

pub mod check;
pub mod choices;
pub mod clock_skew;
pub mod cloud;
pub mod deep_link;
pub mod errand;
pub mod explain;
pub mod file_kind;
mod foreign_word;
pub mod guide;
pub mod health;
mod parameters;
pub mod problem;
pub mod recognise;
pub mod registration_script;
pub mod retry_after;
pub mod setup;
pub mod setup_file;
pub mod sign_in;
pub mod surface;
pub mod text;
pub mod value;
