//! The port: open, shut so that the system refuses connections, or so crowded that they hang.

use super::{Shared, talk};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// Connections that wait to be accepted while the door is open.
const BACKLOG: u32 = 256;
/// More connections than fit into a queue of length zero.
const CROWD: usize = 4;

/// A port and who is at it.
pub(super) struct Door {
    address: SocketAddr,
    accepting: Option<JoinHandle<()>>,
    /// The port without anybody listening: the system refuses, and nobody else gets the port meanwhile.
    held: Option<TcpSocket>,
    /// A queue that nobody serves, and those who stand in it.
    crowd: Option<(TcpListener, Vec<TcpStream>)>,
}

impl Door {
    /// A door at a free port, and the listener to be given to [`Self::accept`].
    pub(super) fn new() -> (Self, TcpListener) {
        let socket = TcpSocket::new_v4().expect("a socket can be had");
        socket.set_reuseaddr(true).expect("the option is known");
        socket
            .bind(SocketAddr::from(([127, 0, 0, 1], 0)))
            .expect("a port can be had");
        let listener = socket.listen(BACKLOG).expect("a port can be listened to");
        let door = Self {
            address: listener.local_addr().expect("it has an address"),
            accepting: None,
            held: None,
            crowd: None,
        };
        (door, listener)
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves whoever comes.
    pub(super) fn accept(&mut self, listener: TcpListener, shared: &Arc<Shared>) {
        let shared = Arc::downgrade(shared);
        self.accepting = Some(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Some(shared) = shared.upgrade() else { return };
                tokio::spawn(talk::serve(stream, shared));
            }
        }));
    }

    /// The listener of a door that opens again.
    pub(super) async fn open(&mut self) -> TcpListener {
        self.clear().await;
        self.bound().await.listen(BACKLOG).expect("the port is ours")
    }

    /// Nobody listens: connections are refused.
    pub(super) async fn shut(&mut self) {
        self.clear().await;
        self.held = Some(self.bound().await);
    }

    /// The queue is full: connections hang.
    pub(super) async fn crowd(&mut self) {
        self.clear().await;
        let listener = self.bound().await.listen(0).expect("the port is ours");
        let mut waiting = Vec::new();
        for _ in 0..CROWD {
            let connecting = timeout(Duration::from_millis(50), TcpStream::connect(self.address));
            if let Ok(Ok(stream)) = connecting.await {
                waiting.push(stream);
            }
        }
        self.crowd = Some((listener, waiting));
    }

    /// Ends at once, without waiting for the end.
    pub(super) fn stop(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.abort();
        }
    }

    async fn clear(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.abort();
            drop(accepting.await);
        }
        self.held = None;
        self.crowd = None;
    }

    /// The port, bound. The system may need a moment to let go of it.
    async fn bound(&self) -> TcpSocket {
        for _ in 0..100 {
            let socket = TcpSocket::new_v4().expect("a socket can be had");
            socket.set_reuseaddr(true).expect("the option is known");
            if socket.bind(self.address).is_ok() {
                return socket;
            }
            sleep(Duration::from_millis(10)).await;
        }
        panic!("somebody took the port {}", self.address);
    }
}
