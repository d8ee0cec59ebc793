//! Declares the commands of the page, so that each has a permission and none is reachable without one.

fn main() {
    // Declared here and granted in `tauri.conf.json` to the main window only: before Tauri 2.11.1 a command
    // without a declaration could be called by any page (CVE-2026-42184).
    let commands = &[
        "start",
        "page_ready",
        "set_language",
        "set_look",
        "print_page",
        "decide_otherwise",
        "set_secret_end",
        "keep_reminder",
        "mail_it_message",
        "keep_request",
        "open_request",
        "keep_answer",
        "open_answer",
        "shape_window",
        "create_setup",
        "change_details",
        "open_setup",
        "list_setups",
        "delete_setup",
        "look_at_files",
        "mishaps_known",
        "step_done",
        "go_to_step",
        "open_portal",
        "copy_script",
        "open_cloud_shell",
        "portal_steps_done",
        "paste_detail",
        "peek_clipboard",
        "paste_value",
        "enter_value",
        "copy_value",
        "copy_text",
        "check",
        "sign_in",
        "send_test_mail",
        "answer_arrival",
        "cancel",
        "approve",
        "paste_address",
        "copy_sign_in_address",
        "report_dead_end",
        "trust_host",
        "hear_proposals",
        "explain_pasted",
        "it_message",
        "copy_it_message",
        "go_on_alone",
        "paste_request",
        "copy_answer",
        "paste_answer",
    ];
    let manifest = tauri_build::AppManifest::new().commands(commands);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        // A build script has no other way to say why it failed.
        panic!("{error:#}");
    }
}
