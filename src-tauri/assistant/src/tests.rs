//! The use cases: over folders of their own, failing keyrings, and the lab.

mod bench;
mod care;
mod chain;
mod clouds;
mod edit;
mod errand;
mod examples;
mod fault_matrix;
mod guide_folder;
mod many;
mod renewal;
mod road;
mod run_faults;
mod run_looks;
mod run_passes;
mod run_patience;
mod run_secrets;
mod run_sign_in;
mod seal;
mod secret_end;
mod secrets;
mod setup_file;
mod setups;
mod shared_mailbox;
mod surfaces;
