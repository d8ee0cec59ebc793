//! The use cases: over folders of their own, failing keyrings, and the lab.

mod bench;
mod chain;
mod clouds;
mod edit;
mod errand;
mod fault_matrix;
mod guide_folder;
mod road;
mod run_faults;
mod run_passes;
mod run_patience;
mod run_secrets;
mod run_sign_in;
mod secret_end;
mod secrets;
mod setups;
mod shared_mailbox;
mod state;
mod surfaces;
