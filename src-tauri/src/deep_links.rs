//! Addresses of our own scheme, which anybody can make and the system hands over: as the only argument of a start, by
//! the first start where a second one happens, or (macOS) as an event.
//!
//! An address changes nothing. A set-up link is shown and waits for the person; an answer goes to the sign-in that is
//! pending, which alone can tell whether it is its own, and where none is pending it is dropped without a sign.

use crate::desk::{Desk, locked};
use crate::self_test;
use crate::view;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_deep_link::DeepLinkExt as _;
use vincula_core::deep_link::DeepLink;

/// Makes this program the one that the system hands such addresses to. What the system refuses is no reason to stop:
/// the other ways to sign in remain.
pub(crate) fn register(app: &AppHandle) {
    let is_registered = app.deep_link().register_all().is_ok();
    app.state::<Desk>().takes_links(is_registered);
    #[cfg(target_os = "macos")]
    {
        let heard_by = app.clone();
        app.deep_link().on_open_url(move |event| {
            for address in event.urls() {
                take(&heard_by, address.as_str());
            }
        });
    }
}

/// What a second start was called with: an address counts only where it stands alone.
pub(crate) fn of_arguments(app: &AppHandle, arguments: &[String]) {
    match arguments {
        [_, address] => take(app, address),
        _ => self_test::bring_forward(app),
    }
}

/// Takes an address.
pub(crate) fn take(app: &AppHandle, address: &str) {
    let desk = app.state::<Desk>();
    match DeepLink::parse(address) {
        // No window comes forward: a page that fires answers must not take the person's keyboard.
        Ok(DeepLink::Callback(answer)) => {
            let _nobody_waits = desk.callbacks.send(answer);
        }
        Ok(DeepLink::Setup(link)) => {
            self_test::bring_forward(app);
            let shown = locked(&desk.links)
                .as_ref()
                .map(|page| page.send(view::proposal(&link)));
            if !matches!(shown, Some(Ok(()))) {
                *locked(&desk.proposal) = Some(link);
            }
        }
        // A start with something else is an ordinary one.
        Err(_) => self_test::bring_forward(app),
    }
}
