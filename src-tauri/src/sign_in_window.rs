//! The embedded sign-in: Microsoft's page in a window of its own.
//!
//! What holds for that window: no capability and no command, no script of ours, no changed agent, no developer
//! tools, a private storage that ends with it. It goes to https addresses only (and to the lab on this machine).
//! The redirect URI is stopped before it is opened, whatever it carries, so that the ERP's server never sees a
//! code that is not meant for it.

use crate::MAIN_WINDOW;
use crate::hosts::Hosts;
use crate::links;
use crate::wire::{ProveEvent, SignInEvent};
use std::time::{Duration, Instant};
use tauri::ipc::Channel;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WindowEvent};
use tokio::sync::{broadcast, mpsc};
use tokio::time::timeout;
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, SignInSurface, SurfaceOutcome};
use vincula_core::cloud::Cloud;
use vincula_core::setup::Setup;
use vincula_core::surface::{Allowed, DeadEnd, SurfaceKind, dead_end, next_surface};
use vincula_core::text::{Language, text};
use vincula_core::value::RedirectUri;

/// The label of the sign-in window. No capability names it.
const LABEL: &str = "sign-in";

/// The embedded sign-in.
pub(crate) struct SignInWindow<'a> {
    pub(crate) app: AppHandle,
    pub(crate) events: Channel<ProveEvent>,
    pub(crate) language: Language,
    /// The cloud whose hosts are Microsoft's; a lab on this machine is the only place that http may go to.
    pub(crate) cloud: Cloud,
    /// Whose sign-in it is, with what happened on the surfaces before.
    pub(crate) setup: &'a Setup,
    /// Where the person could go on.
    pub(crate) allowed: &'a Allowed,
    /// The hosts that the person says they know.
    pub(crate) trusted: &'a broadcast::Sender<String>,
}

/// What the window tells the waiting side.
enum Told {
    /// It was about to open the redirect URI.
    Redirect(Url),
    /// It goes to this page.
    Page(Url),
    /// It was about to go to a page whose host nobody knows.
    Unknown(Url),
    /// It is gone.
    Gone,
}

/// How often the time on a page is looked at.
const LOOK: Duration = Duration::from_secs(1);

/// How many messages may wait. A page that redirects faster than this loses the surplus, not our memory.
const QUEUE: usize = 64;

impl SignInSurface for SignInWindow<'_> {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            let (tell, mut hear) = mpsc::channel(QUEUE);
            let hosts = Hosts::of(&self.cloud, &self.setup.mailbox);
            let Ok(window) = self.open(&attempt, tell, hosts.clone()) else {
                return SurfaceOutcome::DeadEnd(DeadEnd::WindowMissing);
            };
            let mut trusted = self.trusted.subscribe();
            // Dropped on every way out, cancelling included: the window never outlives the attempt.
            let window = CloseOnDrop(window);
            self.say(SignInEvent::Opened);
            let mut watch = Watch::over(&attempt.url);
            let mut stopped: Option<Url> = None;
            let mut ticks = tokio::time::interval(LOOK);
            let answer = async {
                loop {
                    tokio::select! {
                        told = hear.recv() => match told {
                            Some(Told::Redirect(address)) if attempt.is_answer(&address).is_ok() => {
                                self.say(SignInEvent::Answered);
                                return SurfaceOutcome::Answer(address);
                            }
                            // Somebody else's answer: dropped, the person goes on.
                            Some(Told::Redirect(_)) => {}
                            Some(Told::Page(page)) => {
                                if let Some(host) = page.host_str() {
                                    self.say(SignInEvent::Host { host: host.to_owned() });
                                }
                                watch = Watch::over(&page);
                            }
                            Some(Told::Unknown(page)) => {
                                if let Some(host) = page.host_str() {
                                    self.say(SignInEvent::UnknownHost { host: host.to_owned() });
                                }
                                stopped = Some(page);
                            }
                            Some(Told::Gone) | None => return SurfaceOutcome::Closed,
                        },
                        Ok(host) = trusted.recv() => {
                            if let Some(page) = stopped.take_if(|page| page.host_str() == Some(&*host)) {
                                hosts.trust(&host);
                                // Where it cannot go on, the window is gone, and that is told.
                                let _ = window.0.navigate(page);
                            }
                        }
                        _ = ticks.tick() => {
                            if let Some(why) = watch.dead_end(&self.cloud) {
                                self.say(SignInEvent::DeadEnd {
                                    why: why.as_str().to_owned(),
                                    next: self.next(why),
                                });
                            }
                        }
                    }
                }
            };
            timeout(attempt.patience, answer)
                .await
                .unwrap_or(SurfaceOutcome::TimedOut)
        })
    }
}

/// How long a page has been open, and whether its dead end was told.
struct Watch {
    page: Url,
    since: Instant,
    told: Option<DeadEnd>,
}

impl Watch {
    fn over(page: &Url) -> Self {
        Self {
            page: page.clone(),
            since: Instant::now(),
            told: None,
        }
    }

    /// A dead end that has not been told yet.
    fn dead_end(&mut self, cloud: &Cloud) -> Option<DeadEnd> {
        let why = dead_end(cloud, &self.page, self.since.elapsed().as_secs())?;
        (self.told.replace(why) != Some(why)).then_some(why)
    }
}

impl SignInWindow<'_> {
    /// The surface to go on with, where this window leads nowhere.
    fn next(&self, why: DeadEnd) -> Option<String> {
        let next = next_surface(SurfaceKind::Window, why, self.allowed, &self.setup.surfaces)?;
        Some(next.as_str().to_owned())
    }

    fn open(
        &self,
        attempt: &Attempt<'_>,
        tell: mpsc::Sender<Told>,
        hosts: Hosts,
    ) -> tauri::Result<WebviewWindow> {
        if let Some(left_over) = self.app.get_webview_window(LABEL) {
            left_over.destroy()?;
        }
        let redirect_uri = attempt.redirect_uri().clone();
        let login = self.cloud.login.clone();
        let navigation = tell.clone();
        let title = text(self.language, "sign-in-window-title", &[]);
        let mut builder =
            WebviewWindowBuilder::new(&self.app, LABEL, WebviewUrl::External(attempt.url.clone()))
                .title(title)
                .inner_size(520.0, 720.0)
                .min_inner_size(360.0, 480.0)
                .incognito(true)
                .devtools(false)
                .on_navigation(move |address| goes_on(address, &redirect_uri, &login, &hosts, &navigation))
                .on_new_window(|address, _features| {
                    // Help and privacy pages: in the browser, where their address can be seen. Failing is no harm.
                    let _ = links::open_https(&address);
                    NewWindowResponse::Deny
                })
                .on_download(|_webview, _event| false);
        if let Some(main) = self.app.get_webview_window(MAIN_WINDOW) {
            builder = builder.parent(&main)?;
        }
        let window = builder.build()?;
        #[cfg(target_os = "linux")]
        crate::engine::webkit::hear_nothing(&window)?;
        #[cfg(windows)]
        crate::engine::webview2::answer_here(&window, attempt.redirect_uri().clone())?;
        window.on_window_event(move |event| {
            if matches!(event, WindowEvent::Destroyed) {
                // A full queue means that the waiting side has more urgent news.
                let _ = tell.try_send(Told::Gone);
            }
        });
        Ok(window)
    }

    fn say(&self, what: SignInEvent) {
        // The page may be gone; the sign-in then ends with it.
        let _ = self.events.send(ProveEvent::SignIn { what });
    }
}

/// Decides about one navigation. Runs on the main thread: it tells and returns, it never waits.
fn goes_on(
    address: &Url,
    redirect_uri: &RedirectUri,
    login: &Url,
    hosts: &Hosts,
    tell: &mpsc::Sender<Told>,
) -> bool {
    if redirect_uri.is_answered_by(address) {
        // A full queue drops the address, never opens it.
        let _ = tell.try_send(Told::Redirect(address.clone()));
        return false;
    }
    let allowed = match address.scheme() {
        "https" => true,
        "http" => address.origin() == login.origin(),
        // The empty page of a new frame; Microsoft's pages use it. It can hold nothing but its parent's content.
        "about" => matches!(address.path(), "blank" | "srcdoc"),
        _ => false,
    };
    if !allowed {
        return false;
    }
    let is_known = hosts.knows(address);
    // Only for the display and the question; a lost one is replaced by the next.
    let _ = tell.try_send(if is_known {
        Told::Page(address.clone())
    } else {
        Told::Unknown(address.clone())
    });
    is_known
}

struct CloseOnDrop(WebviewWindow);

impl Drop for CloseOnDrop {
    fn drop(&mut self) {
        // It may have been closed by the person.
        let _ = self.0.destroy();
    }
}
