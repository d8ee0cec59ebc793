//! One file a command.

pub(crate) mod errand;
pub(crate) mod explain;
mod files;
pub(crate) mod forget;
pub(crate) mod generate;
pub(crate) mod guides;
pub(crate) mod lab;
pub(crate) mod practice;
pub(crate) mod recognise;
pub(crate) mod reminder;
pub(crate) mod renew;
pub(crate) mod report;
pub(crate) mod script;
pub(crate) mod secret;
pub(crate) mod setup;
pub(crate) mod setup_file;
pub(crate) mod status;
pub(crate) mod verify;
pub(crate) mod verify_all;
pub(crate) mod version;
