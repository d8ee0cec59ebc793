//! From what the program knows to what the page shows.

mod guide;
mod report;
mod setup;

pub(crate) use guide::guide;
pub(crate) use report::{outcome, report};
pub(crate) use setup::{redirect_uri, setup, summaries};
