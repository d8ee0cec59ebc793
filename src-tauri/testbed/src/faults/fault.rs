//! What can go wrong on the road, one name each.

use std::fmt;

/// One way to misbehave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nobody listens.
    Refused,
    /// The queue of connections is full: a connection is never made.
    ConnectHang,
    /// The request is read, and nothing comes.
    Silent,
    /// The answer comes byte by byte.
    Drip,
    /// The whole answer comes but for its end: its length is not told, and the connection stays open.
    SlowClose,
    /// The connection is reset.
    Reset,
    /// The connection is closed without an answer.
    EarlyClose,
    /// The lab's own answer breaks off after so many tenths; after the last byte but one at ten.
    Truncated(u32),
    /// The answer never ends.
    Huge,
    /// The answer is called JSON, and is none.
    InvalidJson,
    /// The answer is JSON, a hundred thousand levels deep.
    DeepJson,
    /// The answer is called JSON, and is empty.
    Empty,
    /// The answer begins with a byte order mark.
    ByteOrderMark,
    /// Every field comes twice, with different values.
    DuplicateKeys,
    /// The length comes twice, with different values.
    DuplicateHeaders,
    /// The lab's own answer, called plain text.
    WrongType,
    /// A small answer that unpacks to a large one.
    GzipBomb,
    /// A redirect with this status, to a place where nobody may come.
    Redirect(u16),
    /// The page of a hotel's network.
    CaptivePage,
    /// This status with a page.
    Status(u16),
    /// 429, and the time to wait in this form.
    TooMany(RetryAfter),
    /// 503, and the time to wait in this form.
    Unavailable(RetryAfter),
    /// A certificate that is not right.
    Tls(Certificate),
    /// The lab's own answer, whose `Date` is so many seconds away.
    Clock(i64),
}

/// What a server says of the time to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// In seconds.
    Seconds,
    /// As a date in the near future.
    Date,
    /// None.
    Zero,
    /// Less than none.
    Negative,
    /// No time.
    Junk,
    /// A thousand million seconds.
    Huge,
    /// Nothing.
    Missing,
    /// As a date that has passed.
    Past,
}

impl RetryAfter {
    /// Every form.
    pub const ALL: [Self; 8] = [
        Self::Seconds,
        Self::Date,
        Self::Zero,
        Self::Negative,
        Self::Junk,
        Self::Huge,
        Self::Missing,
        Self::Past,
    ];
}

/// What is wrong with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// An authority that nobody trusts issued it.
    Untrusted,
    /// Its time is over.
    Expired,
    /// It is for another name.
    OfAnother,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated(tenths) => write!(f, "truncated at {tenths}0 %"),
            Self::Redirect(status) => write!(f, "redirect {status}"),
            Self::Status(status) => write!(f, "status {status}"),
            Self::TooMany(form) => write!(f, "429, Retry-After {form:?}"),
            Self::Unavailable(form) => write!(f, "503, Retry-After {form:?}"),
            Self::Tls(certificate) => write!(f, "certificate {certificate:?}"),
            Self::Clock(seconds) => write!(f, "clock {seconds:+} s"),
            other => write!(f, "{other:?}"),
        }
    }
}
