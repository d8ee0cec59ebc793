//! The use cases: over folders of their own, failing keyrings, and the lab.

mod bench;
mod edit;
mod errand;
mod road;
mod run_faults;
mod run_passes;
mod run_secrets;
mod run_sign_in;
mod secrets;
mod setups;
