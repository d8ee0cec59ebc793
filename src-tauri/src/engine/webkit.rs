//! Linux: the sign-in window's page has nobody to send messages to.
//!
//! `wry` connects a handler of messages to every page, and the handler holds the page (seen in wry 0.57.1,
//! `attach_ipc_handler`). So the page of a closed window would stay, and with it its private storage, a thread and a
//! file descriptor, until the program ends; after about 450 sign-ins it ended by itself. No page in that window may
//! reach us anyway: the handler goes as soon as the window is there.

use tauri::WebviewWindow;
use webkit2gtk::WebViewExt as _;
use webkit2gtk::glib::object::ObjectExt as _;

/// Lets go of whoever hears the messages of this window's page.
///
/// # Errors
/// Where the window is gone already.
#[expect(unsafe_code, reason = "GLib has no safe call for it")]
pub(crate) fn hear_nothing(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        if let Some(messages) = webview.inner().user_content_manager() {
            // Disposing takes off handlers and attached data; the object stays whole for the scripts that are in it.
            // SAFETY: this is GTK's thread, to which the object belongs, and the reference in hand outlives the call.
            unsafe { messages.run_dispose() };
        }
    })
}
