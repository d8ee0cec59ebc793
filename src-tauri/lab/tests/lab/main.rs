//! The lab against the facts: does it answer as Microsoft does?
#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on fails by panicking.

mod application;
mod authorize;
mod bench;
mod conformance;
mod contents;
mod graph;
mod itself;
mod journey;
mod portal;
mod token;
mod two_resources;
mod vendor;
