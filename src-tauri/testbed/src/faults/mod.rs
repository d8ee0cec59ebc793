//! A server in Microsoft's place that misbehaves as it is told, and otherwise passes everything on to the lab.
//!
//! It speaks HTTP by hand, on bare sockets, because a well-kept library refuses to misbehave. Each connection
//! carries one request, so that a fault of connecting meets the very next call.

mod answer;
mod certificates;
mod door;
mod fault;
mod request;
mod talk;

pub use certificates::Authority;
pub use fault::{Certificate, Fault, RetryAfter};

use door::Door;
use request::Request;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::sync::Mutex as AsyncMutex;
use tokio::task::JoinHandle;

/// A server that misbehaves as it is told.
pub struct FaultServer {
    shared: Arc<Shared>,
    address: SocketAddr,
    elsewhere: JoinHandle<()>,
}

/// What its connections share.
struct Shared {
    /// The lab.
    target: SocketAddr,
    /// Where redirects lead: nobody may come.
    decoy: SocketAddr,
    /// Set where it speaks TLS.
    authority: Option<Authority>,
    state: Mutex<State>,
    door: AsyncMutex<Door>,
}

#[derive(Default)]
struct State {
    fault: Option<Fault>,
    /// Begins once so many more requests have been answered.
    next: Option<(usize, Fault)>,
    requests: Vec<Request>,
    strangers: usize,
}

impl FaultServer {
    /// A server before the lab on this port, over plain HTTP. It also does as a proxy.
    ///
    /// # Panics
    /// Where no port can be had.
    pub async fn before(port: u16) -> Self {
        Self::start(port, None).await
    }

    /// The same, over TLS with this authority's certificates.
    ///
    /// # Panics
    /// Where no port can be had.
    pub async fn before_with_tls(port: u16, authority: &Authority) -> Self {
        Self::start(port, Some(authority.clone())).await
    }

    async fn start(port: u16, authority: Option<Authority>) -> Self {
        let decoy = TcpListener::bind("127.0.0.1:0").await.expect("a port can be had");
        let (door, listener) = Door::new();
        let address = door.address();
        let shared = Arc::new(Shared {
            target: SocketAddr::from(([127, 0, 0, 1], port)),
            decoy: decoy.local_addr().expect("it has an address"),
            authority,
            state: Mutex::default(),
            door: AsyncMutex::new(door),
        });
        shared.door.lock().await.accept(listener, &shared);
        let counting = Arc::clone(&shared);
        let elsewhere = tokio::spawn(async move {
            while decoy.accept().await.is_ok() {
                counting.with(|state| state.strangers += 1);
            }
        });
        Self {
            shared,
            address,
            elsewhere,
        }
    }

    /// Its own address: `http://localhost:PORT/`, or https.
    #[must_use]
    pub fn base_url(&self) -> String {
        let scheme = if self.shared.authority.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://localhost:{}/", self.address.port())
    }

    /// From now on, every request meets this fault.
    pub async fn misbehave(&self, fault: Fault) {
        self.shared.begin(Some(fault)).await;
    }

    /// Behaves until so many requests have been answered; from then on, every request meets this fault.
    pub fn misbehave_after(&self, requests: usize, fault: Fault) {
        self.shared.with(|state| state.next = Some((requests, fault)));
    }

    /// From now on, it passes everything on.
    pub async fn behave(&self) {
        self.shared.with(|state| state.next = None);
        self.shared.begin(None).await;
    }

    /// How many requests it has read whose path ends like this and whose body or head holds `text`.
    #[must_use]
    pub fn asked(&self, path_end: &str, text: &str) -> usize {
        self.shared.with(|state| {
            let is_one = |request: &&Request| request.path().ends_with(path_end) && request.holds(text);
            state.requests.iter().filter(is_one).count()
        })
    }

    /// The authorization codes that it has read, as often as they came.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        self.shared
            .with(|state| state.requests.iter().filter_map(Request::code).collect())
    }

    /// How many connections came to the place that redirects lead to.
    #[must_use]
    pub fn strangers(&self) -> usize {
        self.shared.with(|state| state.strangers)
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.elsewhere.abort();
        if let Ok(mut door) = self.shared.door.try_lock() {
            door.stop();
        }
    }
}

impl Shared {
    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().expect("no thread panicked"))
    }

    fn fault(&self) -> Option<Fault> {
        self.with(|state| state.fault)
    }

    /// Begins or ends a fault. Returns when the very next connection meets it.
    async fn begin(self: &Arc<Self>, fault: Option<Fault>) {
        let before = self.with(|state| std::mem::replace(&mut state.fault, fault));
        let mut door = self.door.lock().await;
        match fault {
            Some(Fault::Refused) => door.shut().await,
            Some(Fault::ConnectHang) => door.crowd().await,
            _ if matches!(before, Some(Fault::Refused | Fault::ConnectHang)) => {
                let listener = door.open().await;
                door.accept(listener, self);
            }
            _ => {}
        }
    }

    /// Takes note of a request that is about to be answered; a fault that was to come after it begins.
    async fn answered(self: &Arc<Self>) {
        let due = self.with(|state| {
            state.next.take_if(|(left, _)| {
                *left = left.saturating_sub(1);
                *left == 0
            })
        });
        if let Some((_, fault)) = due {
            self.begin(Some(fault)).await;
        }
    }
}
