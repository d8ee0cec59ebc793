//! The commands of the page, one function each. Thin: read the arguments, call a use case, give a view.

#![allow(
    clippy::needless_pass_by_value,
    reason = "Tauri hands state, handles and arguments to a command by value"
)]

mod app;
mod care;
mod choices;
mod companion;
mod errand;
mod explain;
mod fast;
mod files;
mod keyring;
mod prove;
mod renewal;
mod secret_end;
mod setup_file;
mod setups;
mod values;

use tauri::ipc::Invoke;

/// Every command. Each must be declared in `build.rs` and granted in `tauri.conf.json`; a test compares the three.
pub(crate) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app::start,
        app::page_ready,
        app::set_language,
        app::set_look,
        app::print_page,
        app::hear_proposals,
        choices::decide_otherwise,
        secret_end::set_secret_end,
        secret_end::keep_reminder,
        companion::shape_window,
        setups::create_setup,
        setups::change_details,
        setups::open_setup,
        setups::list_setups,
        setups::delete_setup,
        care::rename_setup,
        care::duplicate_setup,
        care::archive_setup,
        care::unarchive_setup,
        renewal::begin_renewal,
        renewal::cancel_renewal,
        renewal::renewal_handed_over,
        renewal::finish_renewal,
        keyring::hear_keyring,
        keyring::give_up_keyring,
        keyring::try_keyring,
        keyring::forget_everything,
        files::look_at_files,
        files::mishaps_known,
        setups::step_done,
        setups::go_to_step,
        setups::open_portal,
        fast::copy_script,
        fast::open_cloud_shell,
        fast::portal_steps_done,
        values::paste_detail,
        values::peek_clipboard,
        values::paste_value,
        values::enter_value,
        values::copy_value,
        values::copy_text,
        explain::explain_pasted,
        errand::it_message,
        errand::copy_it_message,
        errand::mail_it_message,
        errand::keep_request,
        errand::keep_answer,
        errand::open_answer,
        errand::go_on_alone,
        errand::paste_request,
        errand::copy_answer,
        errand::paste_answer,
        setup_file::keep_setup_file,
        setup_file::keep_sealed_setup,
        setup_file::open_file,
        setup_file::unseal_file,
        setup_file::import_setup,
        setup_file::forget_import,
        prove::check,
        prove::sign_in,
        prove::send_test_mail,
        prove::answer_arrival,
        prove::cancel,
        prove::approve,
        prove::paste_address,
        prove::copy_sign_in_address,
        prove::report_dead_end,
        prove::trust_host,
    ]
}
