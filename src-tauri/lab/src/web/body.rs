//! Bodies that misbehave: cut short, or one byte at a time.

use std::convert::Infallible;
use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{self, Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use hyper::body::{Body as HttpBody, Frame};

/// Marks a response that must not be sent: the connection closes instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dropped;

/// Announces the whole body, sends a part of it, and breaks off.
pub(crate) async fn truncate(response: Response, percent: u8) -> Response {
    let (mut parts, whole) = take(response).await;
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    let kept = whole.len() * usize::from(percent.min(100)) / 100;
    Response::from_parts(
        parts,
        Body::new(Cut {
            rest: Some(whole.slice(..kept)),
            paused: false,
        }),
    )
}

/// Sends the body one byte at a time.
pub(crate) async fn drip(response: Response, gap: Duration) -> Response {
    let (mut parts, whole) = take(response).await;
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    Response::from_parts(
        parts,
        Body::new(Drip {
            rest: whole,
            gap,
            wait: None,
        }),
    )
}

async fn take(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    (parts, body::to_bytes(body, usize::MAX).await.unwrap_or_default())
}

struct Cut {
    rest: Option<Bytes>,
    paused: bool,
}

impl HttpBody for Cut {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(rest) = self.rest.take().filter(|rest| !rest.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        if !self.paused {
            // Lets the part reach the wire before the connection goes.
            self.paused = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}

struct Drip {
    rest: Bytes,
    gap: Duration,
    wait: Option<Pin<Box<tokio::time::Sleep>>>,
}

impl HttpBody for Drip {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let gap = self.gap;
        let wait = self.wait.get_or_insert_with(|| Box::pin(tokio::time::sleep(gap)));
        if wait.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        self.wait = None;
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(1)))))
    }
}
