//! What people paste, and what becomes of it.

mod dirt;
mod erp_address;
mod identifiers;
mod lookalikes;
mod mailbox;
mod never;
mod printing;
mod redirect_uri;
mod secret;
