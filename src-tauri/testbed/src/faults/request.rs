//! A request, read by hand.

use tokio::io::{AsyncRead, AsyncReadExt as _};

/// No request of ours is longer, in bytes.
const MOST: usize = 256 * 1024;

/// A request as it came.
#[derive(Clone)]
pub(super) struct Request {
    head: String,
    body: Vec<u8>,
}

impl Request {
    /// Reads one; `None` where the other side says nothing whole.
    pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Self> {
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            more(stream, &mut bytes).await?;
        };
        let head = String::from_utf8(bytes.drain(..end).collect()).ok()?;
        let length = header(&head, "content-length").map_or(Some(0), |length| length.parse().ok())?;
        while bytes.len() < length {
            more(stream, &mut bytes).await?;
        }
        Some(Self { head, body: bytes })
    }

    /// `GET`, `POST` or, to a proxy, `CONNECT`.
    pub(super) fn method(&self) -> &str {
        self.head.split(' ').next().unwrap_or_default()
    }

    /// The path without its query, or the host and port of a `CONNECT`.
    pub(super) fn path(&self) -> &str {
        let address = self.head.split(' ').nth(1).unwrap_or_default();
        address.split('?').next().unwrap_or_default()
    }

    /// Whether head or body hold this text.
    pub(super) fn holds(&self, text: &str) -> bool {
        self.head.contains(text) || String::from_utf8_lossy(&self.body).contains(text)
    }

    /// The authorization code in the body.
    pub(super) fn code(&self) -> Option<String> {
        let body = String::from_utf8_lossy(&self.body);
        let pair = body.split('&').find_map(|pair| pair.strip_prefix("code="))?;
        Some(pair.to_owned())
    }

    /// The same request, after whose answer the connection ends.
    pub(super) fn to_pass_on(&self) -> Vec<u8> {
        let mut lines = self.head.trim_end().split("\r\n");
        let mut head = lines.next().unwrap_or_default().to_owned();
        for line in lines.filter(|line| !line.to_ascii_lowercase().starts_with("connection:")) {
            head.push_str("\r\n");
            head.push_str(line);
        }
        head.push_str("\r\nConnection: close\r\n\r\n");
        [head.as_bytes(), &self.body].concat()
    }
}

/// The value of a header, whatever the case of its name.
pub(super) fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.split("\r\n").skip(1).find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

async fn more(stream: &mut (impl AsyncRead + Unpin), bytes: &mut Vec<u8>) -> Option<()> {
    let read = stream.read_buf(bytes).await.ok()?;
    (read > 0 && bytes.len() <= MOST).then_some(())
}
