//! The sockets of the listener on this machine: one port, on every loopback address that there is.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use tokio::net::{TcpListener, TcpStream};

/// How many ports are tried: another program may hold the same one on the other address.
const TRIES: usize = 16;

/// This machine gives no port to listen on.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen on this machine: {0}")]
pub struct CannotListen(#[from] io::Error);

/// Sockets on one port of 127.0.0.1 and, where this machine has it, of `::1`. A browser may take either for
/// `localhost`, so that nobody else may hold the other one.
#[derive(Debug)]
pub(super) struct Listener {
    v4: TcpListener,
    v6: Option<TcpListener>,
    port: u16,
}

impl Listener {
    /// Takes a free port. A bound socket is this program's alone: no option is set that would let another program
    /// share it.
    pub(super) async fn bind() -> Result<Self, CannotListen> {
        let mut refused = io::Error::from(ErrorKind::AddrInUse);
        for _ in 0..TRIES {
            let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            let port = v4.local_addr()?.port();
            match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
                Ok(v6) => {
                    return Ok(Self {
                        v4,
                        v6: Some(v6),
                        port,
                    });
                }
                Err(error) if error.kind() == ErrorKind::AddrInUse => refused = error,
                // No IPv6 here: then no browser takes that way either.
                Err(_) => return Ok(Self { v4, v6: None, port }),
            }
        }
        Err(refused.into())
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The next connection. Can be dropped while it waits, and nothing is lost.
    pub(super) async fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        match &self.v6 {
            Some(v6) => tokio::select! {
                connection = self.v4.accept() => connection,
                connection = v6.accept() => connection,
            },
            None => self.v4.accept().await,
        }
    }
}
