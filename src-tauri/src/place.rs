//! A surface by its name, for one sign-in or one approval: the one place that knows all four.

use crate::desk::{Desk, locked};
use crate::sign_in_window::SignInWindow;
use crate::surfaces::{LinkSurface, OrHandedBack, OwnBrowser, Page, UntilDeadEnd};
use crate::wire::ProveEvent;
use tauri::AppHandle;
use tauri::ipc::Channel;
use tokio::sync::mpsc;
use vincula_assistant::{
    Attempt, BoxFuture, Host, LoopbackSurface, PastedSurface, Run, SignInSurface, SurfaceOutcome,
};
use vincula_core::cloud::Cloud;
use vincula_core::problem::Problem;
use vincula_core::setup::Setup;
use vincula_core::surface::{Allowed, DeadEnd, SurfaceKind};
use vincula_core::value::TenantId;

/// Where one sign-in or approval takes place.
pub(crate) struct Place<'d> {
    app: AppHandle,
    desk: &'d Desk,
    events: Channel<ProveEvent>,
    cloud: &'d Cloud,
    setup: Setup,
    allowed: Allowed,
}

/// This machine gave no port to listen on.
struct NoListener;

impl SignInSurface for NoListener {
    fn obtain<'a>(&'a self, _attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async { SurfaceOutcome::DeadEnd(DeadEnd::WindowMissing) })
    }
}

impl<'d> Place<'d> {
    /// The place for this setup, with what its registration allows.
    pub(crate) fn of(
        app: AppHandle,
        desk: &'d Desk,
        events: Channel<ProveEvent>,
        cloud: &'d Cloud,
        setup: Setup,
    ) -> Self {
        let allowed = desk.allowed(&setup.id);
        Self {
            app,
            desk,
            events,
            cloud,
            setup,
            allowed,
        }
    }

    /// Signs in on this surface, until it ends or the person says that it leads nowhere.
    pub(crate) async fn sign_in(&self, run: &mut Run, host: &Host<'_>, surface: SurfaceKind) {
        match surface {
            SurfaceKind::Window => run.sign_in(host, &self.until_dead_end(&self.window())).await,
            SurfaceKind::Loopback => {
                let browser = self.browser();
                match LoopbackSurface::bind(&browser, self.desk.language()).await {
                    Ok(listener) => run.sign_in(host, &self.until_dead_end(&listener)).await,
                    Err(_) => run.sign_in(host, &NoListener).await,
                }
            }
            SurfaceKind::DeepLink => {
                let browser = self.browser();
                let link = LinkSurface {
                    browser: &browser,
                    callbacks: &self.desk.callbacks,
                };
                run.sign_in(host, &self.until_dead_end(&link)).await;
            }
            SurfaceKind::Pasted => {
                let (give, pasted) = mpsc::channel(1);
                *locked(&self.desk.pasting) = Some(give);
                let page = Page {
                    events: self.events.clone(),
                    login: self.cloud.login.clone(),
                    pasted: pasted.into(),
                    address: &self.desk.sign_in_address,
                };
                let surface = OrHandedBack {
                    surface: &PastedSurface { desk: &page },
                    callbacks: &self.desk.callbacks,
                };
                run.sign_in(host, &self.until_dead_end(&surface)).await;
            }
        }
        *locked(&self.desk.pasting) = None;
        *locked(&self.desk.sign_in_address) = None;
    }

    /// Lets an administrator approve, in a window of ours: theirs is another account than the browser's.
    pub(crate) async fn approve(&self, run: &Run, host: &Host<'_>) -> Result<TenantId, Problem> {
        run.approve(host, &self.until_dead_end(&self.window())).await
    }

    fn window(&self) -> SignInWindow<'_> {
        SignInWindow {
            app: self.app.clone(),
            events: self.events.clone(),
            language: self.desk.language(),
            cloud: self.cloud.clone(),
            setup: &self.setup,
            allowed: &self.allowed,
            trusted: &self.desk.signals.trusted,
        }
    }

    fn browser(&self) -> OwnBrowser {
        OwnBrowser {
            events: self.events.clone(),
            login: self.cloud.login.clone(),
        }
    }

    fn until_dead_end<'s>(&self, surface: &'s dyn SignInSurface) -> UntilDeadEnd<'s> {
        UntilDeadEnd {
            surface,
            said: self.desk.signals.dead_end.subscribe().into(),
        }
    }
}
