//! Signing in with the person's own browser, which comes back to a listener on this machine (RFC 8252, section 7.3).
//!
//! Anybody on this machine, and any page in the browser, can call the listener. So it answers only what a browser
//! would ask for here, within bounds, and goes on listening whatever else arrives: the sign-in's `state` alone
//! decides which call is its answer.

use super::listener::{CannotListen, Listener};
use super::page::{Page, refusal};
use crate::ports::{Attempt, BoxFuture, Browser, SignInSurface, SurfaceOutcome};
use hyper::body::Incoming;
use hyper::header::HOST;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;
use vincula_core::surface::DeadEnd;
use vincula_core::text::Language;
use vincula_core::value::RedirectUri;

/// How long one call may take, from its first byte to our last.
const CALL: Duration = Duration::from_secs(5);
/// How many calls are served at the same time; the others wait in the system's queue.
const AT_ONCE: usize = 64;
/// What is read of a call before it is refused, in bytes: an address of 16 KiB and a browser's headers.
const LONGEST_CALL: usize = 48 * 1024;

/// A listener on this machine, good for one sign-in or several, one at a time.
pub struct LoopbackSurface<'b> {
    listener: Listener,
    redirect_uri: RedirectUri,
    browser: &'b dyn Browser,
    language: Language,
}

/// A call that came to the right address, and who waits for the verdict on it.
struct Call {
    address: Url,
    verdict: oneshot::Sender<Page>,
    /// Ends when the page has been sent.
    sent: oneshot::Receiver<Infallible>,
}

impl<'b> LoopbackSurface<'b> {
    /// Begins to listen, at a port that the system chooses.
    ///
    /// # Errors
    /// [`CannotListen`], where this machine gives no port.
    pub async fn bind(browser: &'b dyn Browser, language: Language) -> Result<Self, CannotListen> {
        let listener = Listener::bind().await?;
        Ok(Self {
            redirect_uri: RedirectUri::loopback(listener.port()),
            listener,
            browser,
            language,
        })
    }

    /// Serves calls until one of them is the answer.
    async fn answer(&self, attempt: &Attempt<'_>) -> Url {
        let (tell, mut calls) = mpsc::channel::<Call>(AT_ONCE);
        // Dropped with this future, and every connection with it.
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                connection = self.listener.accept(), if connections.len() < AT_ONCE => {
                    if let Ok((stream, _)) = connection {
                        let redirect_uri = self.redirect_uri.clone();
                        connections.spawn(serve(stream, redirect_uri, tell.clone(), self.language));
                    }
                }
                Some(_) = connections.join_next() => {}
                Some(call) = calls.recv() => {
                    let is_answer = attempt.is_answer(&call.address).is_ok();
                    let page = if is_answer { Page::Done } else { Page::NotThis };
                    let is_heard = call.verdict.send(page).is_ok();
                    if is_answer {
                        if is_heard {
                            // The person should see the page, and a browser that does not read it holds up nobody.
                            let _sent_or_late = timeout(CALL, call.sent).await;
                        }
                        return call.address;
                    }
                }
            }
        }
    }
}

impl SignInSurface for LoopbackSurface<'_> {
    fn redirect_uri(&self, _erps: &RedirectUri) -> RedirectUri {
        self.redirect_uri.clone()
    }

    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            if self.browser.open(&attempt.url).is_err() {
                return SurfaceOutcome::DeadEnd(DeadEnd::WindowMissing);
            }
            timeout(attempt.patience, self.answer(&attempt))
                .await
                .map_or(SurfaceOutcome::TimedOut, SurfaceOutcome::Answer)
        })
    }
}

/// One connection, one call, within its time.
async fn serve(stream: TcpStream, redirect_uri: RedirectUri, tell: mpsc::Sender<Call>, language: Language) {
    // Ends with this function, and so tells that the page has been sent.
    let (_on_the_way, sent) = oneshot::channel::<Infallible>();
    let sent = std::sync::Mutex::new(Some(sent));
    let service = service_fn(|request: Request<Incoming>| {
        let sent = sent.lock().ok().and_then(|mut sent| sent.take());
        let (redirect_uri, tell) = (&redirect_uri, &tell);
        async move { Ok::<_, Infallible>(respond(&request, redirect_uri, tell, sent, language).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(CALL)
        .max_buf_size(LONGEST_CALL)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    // A call that breaks off or takes too long is its caller's business.
    let _ended = timeout(CALL, connection).await;
}

async fn respond(
    request: &Request<Incoming>,
    redirect_uri: &RedirectUri,
    tell: &mpsc::Sender<Call>,
    sent: Option<oneshot::Receiver<Infallible>>,
    language: Language,
) -> Response<String> {
    let address = match address_of(request, redirect_uri) {
        Ok(address) => address,
        Err(status) => return refusal(status),
    };
    let Some(sent) = sent else {
        return refusal(StatusCode::BAD_REQUEST);
    };
    let (verdict, heard) = oneshot::channel();
    let call = Call {
        address,
        verdict,
        sent,
    };
    if tell.send(call).await.is_err() {
        return refusal(StatusCode::GONE);
    }
    match heard.await {
        Ok(page) => page.response(language),
        Err(_) => refusal(StatusCode::GONE),
    }
}

/// The address that the browser has in its bar, where this is a call that a browser makes here.
fn address_of(request: &Request<Incoming>, redirect_uri: &RedirectUri) -> Result<Url, StatusCode> {
    // Another host in the header means that somebody's name was made to point here (DNS rebinding).
    let own = redirect_uri.url();
    let own_host = format!("localhost:{}", own.port_or_known_default().unwrap_or_default());
    let mut hosts = request.headers().get_all(HOST).iter();
    let (host, another) = (hosts.next(), hosts.next());
    if another.is_some() || host.is_none_or(|host| host.as_bytes() != own_host.as_bytes()) {
        return Err(StatusCode::MISDIRECTED_REQUEST);
    }
    if request.uri().path() != own.path() {
        return Err(StatusCode::NOT_FOUND);
    }
    if request.method() != Method::GET {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    let mut address = own.clone();
    address.set_query(request.uri().query());
    Ok(address)
}
