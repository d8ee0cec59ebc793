//! Which surfaces a setup's registration allows.

use super::{Host, Run};
use vincula_core::choices;
use vincula_core::surface::{Allowed, SurfaceKind};
use vincula_microsoft::Proof;

impl Run {
    /// Which surfaces the registration allows: Entra is asked, without the person, whether it knows the addresses
    /// beside the ERP's own. A surface about which it gives no clear answer is left out; the pasted address is
    /// always there. `has_window` says whether this machine can show a window.
    pub async fn allowed_surfaces(&self, host: &Host<'_>, has_window: HasWindow) -> Allowed {
        let (loopback, deep_link) = tokio::join!(
            self.is_registered(host, SurfaceKind::Loopback),
            self.is_registered(host, SurfaceKind::DeepLink),
        );
        let window = (has_window == HasWindow::Yes).then_some(SurfaceKind::Window);
        Allowed::of(window.into_iter().chain(loopback).chain(deep_link))
    }

    async fn is_registered(&self, host: &Host<'_>, surface: SurfaceKind) -> Option<SurfaceKind> {
        let client_id = choices::client_id(&self.setup, &self.guide).cloned()?;
        let request = self.request(host, client_id, surface.registered()?);
        let answer = host.microsoft.application_known(&request).await;
        (answer == Ok(Proof::Holds)).then_some(surface)
    }
}

/// Whether this machine can show the window of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HasWindow {
    /// It can.
    Yes,
    /// There is no display, or no web view.
    No,
}
