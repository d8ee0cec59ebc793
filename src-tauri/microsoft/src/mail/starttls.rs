//! From a bare connection to an encrypted one (RFC 3207). `lettre` would do it with a verifier of its own; ours asks
//! this machine and names the issuer. Nothing is said on the bare connection but `EHLO` and `STARTTLS`, and nothing
//! that came on it is believed afterwards.

use super::bounded::Bounded;
use super::line::Line;
use super::smtp::problem;
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::Starttls;
use lettre::transport::smtp::extension::ClientId;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use vincula_core::problem::{Problem, ProblemKind};

/// The line that a server takes `STARTTLS` with, in the place of the greeting that comes once only.
const READY: &[u8] = b"220 Ready to start TLS\r\n";

/// How this machine calls itself: its own name is nobody's business.
fn hello() -> ClientId {
    ClientId::Ipv4(Ipv4Addr::LOCALHOST)
}

impl Line<'_> {
    /// An encrypted connection to the server, which has said what it offers on it.
    ///
    /// # Errors
    /// [`EncryptionFailed`](ProblemKind::EncryptionFailed) where none is offered, which something on the way may be
    /// behind; the server's refusal; the fault of the road. Never a connection that is not encrypted.
    pub(super) async fn encrypted(&self) -> Result<AsyncSmtpConnection, Problem> {
        let lent = Lent(Arc::new(Mutex::new(Some(self.connect().await?))));
        let bare = Box::new(lent.clone());
        let mut bare = AsyncSmtpConnection::connect_with_transport(bare, &hello())
            .await
            .map_err(|error| problem(self, &error))?;
        if !bare.can_starttls() {
            return Err(self.problem(ProblemKind::EncryptionFailed));
        }
        bare.command(Starttls)
            .await
            .map_err(|error| problem(self, &error))?;
        let stream = lent.take().ok_or(ProblemKind::Unexpected)?;
        drop(bare);
        let stream = Bounded::beginning_with(READY.to_owned(), self.encrypt(stream).await?);
        AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello())
            .await
            .map_err(|error| problem(self, &error))
    }
}

/// A connection that is lent to the library and taken back, with nothing but a line or two said on it.
#[derive(Clone, Debug)]
struct Lent(Arc<Mutex<Option<TcpStream>>>);

impl Lent {
    fn take(&self) -> Option<TcpStream> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn with<T>(&self, act: impl FnOnce(Pin<&mut TcpStream>) -> Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        let mut stream = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match stream.as_mut() {
            Some(stream) => act(Pin::new(stream)),
            None => Poll::Ready(Err(io::ErrorKind::NotConnected.into())),
        }
    }
}

impl AsyncRead for Lent {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = self.with(|stream| stream.poll_read(context, into));
        match read {
            Poll::Ready(Ok(())) if into.filled().len() == before => {
                Poll::Ready(Err(io::ErrorKind::UnexpectedEof.into()))
            }
            read => read,
        }
    }
}

impl AsyncWrite for Lent {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.with(|stream| stream.poll_write(context, bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_flush(context))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_shutdown(context))
    }
}

impl AsyncTokioStream for Lent {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        let stream = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match stream.as_ref() {
            Some(stream) => stream.peer_addr(),
            None => Err(io::ErrorKind::NotConnected.into()),
        }
    }
}
