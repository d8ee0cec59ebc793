//! One connection: one request, and the answer or the fault.

use super::fault::{Certificate, Fault};
use super::request::Request;
use super::{Shared, answer};
use std::future::pending;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::time::sleep;

/// How long each byte of an answer takes that drips.
const DRIP: Duration = Duration::from_millis(200);
/// An answer that never ends is ended here, where nobody stops reading: in bytes.
const ENDLESS: usize = 64 * 1024 * 1024;

/// Serves a connection. What breaks it is the other side's business.
pub(super) async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    drop(stream.set_nodelay(true));
    let fault = shared.fault();
    if fault == Some(Fault::Reset) {
        // Closing then resets.
        drop(stream.set_zero_linger());
    }
    let Some(authority) = &shared.authority else {
        drop(talk(stream, &shared).await);
        return;
    };
    let wrong: Option<Certificate> = match fault {
        Some(Fault::Tls(certificate)) => Some(certificate),
        _ => None,
    };
    if let Ok(stream) = authority.acceptor(wrong).accept(stream).await {
        drop(talk(stream, &shared).await);
    }
}

async fn talk<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S, shared: &Arc<Shared>) -> io::Result<()> {
    let Some(request) = Request::read(&mut stream).await else {
        return Ok(());
    };
    shared.with(|state| state.requests.push(request.clone()));
    match shared.fault() {
        None if request.method() == "CONNECT" => tunnel(stream, &request).await,
        None => {
            let answer = ask_lab(shared, &request).await?;
            shared.answered().await;
            say(&mut stream, &answer).await
        }
        Some(fault) => misbehave(stream, shared, &request, fault).await,
    }
}

/// What a proxy does for https.
async fn tunnel<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S, request: &Request) -> io::Result<()> {
    let mut there = TcpStream::connect(request.path()).await?;
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
    copy_bidirectional(&mut stream, &mut there).await?;
    Ok(())
}

/// The lab's own answer, whole.
async fn ask_lab(shared: &Shared, request: &Request) -> io::Result<Vec<u8>> {
    let mut lab = TcpStream::connect(shared.target).await?;
    lab.write_all(&request.to_pass_on()).await?;
    let mut answer = Vec::new();
    lab.read_to_end(&mut answer).await?;
    Ok(answer)
}

async fn say(stream: &mut (impl AsyncWrite + Unpin), answer: &[u8]) -> io::Result<()> {
    stream.write_all(answer).await?;
    stream.shutdown().await
}

async fn misbehave<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    shared: &Shared,
    request: &Request,
    fault: Fault,
) -> io::Result<()> {
    match fault {
        Fault::Refused | Fault::ConnectHang | Fault::Reset | Fault::EarlyClose | Fault::Tls(_) => Ok(()),
        Fault::Silent => pending().await,
        Fault::Drip => {
            for byte in ask_lab(shared, request).await? {
                stream.write_all(&[byte]).await?;
                sleep(DRIP).await;
            }
            Ok(())
        }
        Fault::SlowClose => {
            stream.write_all(answer::WITHOUT_END.as_bytes()).await?;
            pending().await
        }
        Fault::Truncated(tenths) => {
            let whole = ask_lab(shared, request).await?;
            say(&mut stream, &whole[..answer::part(whole.len(), tenths)]).await
        }
        Fault::Huge => {
            stream.write_all(answer::ENDLESS.as_bytes()).await?;
            let blanks = vec![b' '; 64 * 1024];
            for _ in 0..ENDLESS / blanks.len() {
                stream.write_all(&blanks).await?;
            }
            Ok(())
        }
        Fault::WrongType => {
            let whole = ask_lab(shared, request).await?;
            say(
                &mut stream,
                &answer::with_header(&whole, "content-type", "text/plain"),
            )
            .await
        }
        Fault::Clock(seconds) => {
            let whole = ask_lab(shared, request).await?;
            let date = answer::date(seconds);
            say(&mut stream, &answer::with_header(&whole, "date", &date)).await
        }
        made_up => say(&mut stream, &answer::of(made_up, shared.decoy)).await,
    }
}
