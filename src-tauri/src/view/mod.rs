//! From what the program knows to what the page shows.

mod choices;
mod files;
mod forgotten;
mod guide;
mod health;
mod import;
mod look;
mod proposal;
mod report;
mod setup;
mod ways;

pub(crate) use choices::{ACCOUNTS, AUDIENCES, OWNERS, choices};
pub(crate) use files::files;
pub(crate) use forgotten::forgotten;
pub(crate) use guide::guide;
pub(crate) use health::{health, renewal};
pub(crate) use import::import;
pub(crate) use look::look;
pub(crate) use proposal::proposal;
pub(crate) use report::{outcome, problem, report};
pub(crate) use setup::{redirect_uri, setup, summaries};

use serde::Serialize;

/// The name that a value without data has in JSON.
pub(crate) fn name<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|json| json.as_str().map(str::to_owned))
        .unwrap_or_default()
}
