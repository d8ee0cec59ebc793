//! The embedded sign-in: Microsoft's page in a window of its own.
//!
//! What holds for that window: no capability and no command, no script of ours, no changed agent, no developer
//! tools, a private storage that ends with it. It goes to https addresses only (and to the lab on this machine).
//! The redirect URI is stopped before it is opened, whatever it carries, so that the ERP's server never sees a
//! code that is not meant for it.

use crate::MAIN_WINDOW;
use crate::links;
use crate::wire::{ProveEvent, SignInEvent};
use tauri::ipc::Channel;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WindowEvent};
use tokio::sync::{Notify, mpsc};
use tokio::time::timeout;
use url::Url;
use vincula_assistant::{Attempt, BoxFuture, SignInSurface, SurfaceOutcome};
use vincula_core::text::{Language, text};
use vincula_core::value::RedirectUri;

/// The label of the sign-in window. No capability names it.
const LABEL: &str = "sign-in";

/// The embedded sign-in.
pub(crate) struct SignInWindow<'a> {
    pub(crate) app: AppHandle,
    pub(crate) events: Channel<ProveEvent>,
    pub(crate) language: Language,
    /// The origin of a lab on this machine, the only place that http may go to.
    pub(crate) login: Url,
    pub(crate) error_page: &'a Notify,
}

/// What the window tells the waiting side.
enum Told {
    /// It was about to open the redirect URI.
    Redirect(Url),
    /// It goes to this host.
    Host(String),
    /// It is gone.
    Gone,
}

/// How many messages may wait. A page that redirects faster than this loses the surplus, not our memory.
const QUEUE: usize = 64;

impl SignInSurface for SignInWindow<'_> {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            let (tell, mut hear) = mpsc::channel(QUEUE);
            let Ok(window) = self.open(&attempt, tell) else {
                return SurfaceOutcome::Closed;
            };
            // Dropped on every way out, cancelling included: the window never outlives the attempt.
            let _closes = CloseOnDrop(window);
            self.say(SignInEvent::Opened);
            let answer = async {
                loop {
                    match hear.recv().await {
                        Some(Told::Redirect(address)) if attempt.is_answer(&address).is_ok() => {
                            self.say(SignInEvent::Answered);
                            return SurfaceOutcome::Answer(address);
                        }
                        // Somebody else's answer: dropped, the person goes on.
                        Some(Told::Redirect(_)) => {}
                        Some(Told::Host(host)) => self.say(SignInEvent::Host { host }),
                        Some(Told::Gone) | None => return SurfaceOutcome::Closed,
                    }
                }
            };
            tokio::select! {
                outcome = timeout(attempt.patience, answer) => outcome.unwrap_or(SurfaceOutcome::TimedOut),
                () = self.error_page.notified() => SurfaceOutcome::ErrorPage,
            }
        })
    }
}

impl SignInWindow<'_> {
    fn open(&self, attempt: &Attempt<'_>, tell: mpsc::Sender<Told>) -> tauri::Result<WebviewWindow> {
        if let Some(left_over) = self.app.get_webview_window(LABEL) {
            left_over.destroy()?;
        }
        let redirect_uri = attempt.redirect_uri().clone();
        let login = self.login.clone();
        let navigation = tell.clone();
        let title = text(self.language, "sign-in-window-title", &[]);
        let mut builder =
            WebviewWindowBuilder::new(&self.app, LABEL, WebviewUrl::External(attempt.url.clone()))
                .title(title)
                .inner_size(520.0, 720.0)
                .min_inner_size(360.0, 480.0)
                .incognito(true)
                .devtools(false)
                .on_navigation(move |address| goes_on(address, &redirect_uri, &login, &navigation))
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
        #[cfg(windows)]
        crate::webview2::answer_here(&window, attempt.redirect_uri().clone())?;
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
fn goes_on(address: &Url, redirect_uri: &RedirectUri, login: &Url, tell: &mpsc::Sender<Told>) -> bool {
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
    if let (true, Some(host)) = (allowed, address.host_str()) {
        // Only for the display; a lost one is replaced by the next.
        let _ = tell.try_send(Told::Host(host.to_owned()));
    }
    allowed
}

struct CloseOnDrop(WebviewWindow);

impl Drop for CloseOnDrop {
    fn drop(&mut self) {
        // It may have been closed by the person.
        let _ = self.0.destroy();
    }
}
