//! Every trouble of the road, and over which line a call meets it.

use std::fmt;
use vincula_testbed::{Certificate, Fault, RetryAfter};

/// A trouble of the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// In Microsoft's place.
    There(Fault),
    /// In the proxy's place.
    Proxy(Fault),
    /// The name is not found.
    Name,
}

/// The client that meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Over HTTP, within the program's own bounds.
    Plain,
    /// The same within short bounds: for what would never end.
    Quick,
    /// Over TLS.
    Secure,
    /// Through a proxy.
    Proxied,
    /// With names that can be lost.
    Named,
}

impl Trouble {
    pub(super) fn all() -> Vec<Self> {
        let certificates = [
            Certificate::Untrusted,
            Certificate::Expired,
            Certificate::OfAnother,
        ];
        let plain = [
            Fault::Refused,
            Fault::Silent,
            Fault::Drip,
            Fault::SlowClose,
            Fault::Reset,
            Fault::EarlyClose,
            Fault::Huge,
            Fault::InvalidJson,
            Fault::DeepJson,
            Fault::Empty,
            Fault::ByteOrderMark,
            Fault::DuplicateKeys,
            Fault::DuplicateHeaders,
            Fault::WrongType,
            Fault::GzipBomb,
            Fault::CaptivePage,
        ];
        // How a full queue behaves differs from system to system; that a connection hangs is Linux's way.
        let crowded = cfg!(target_os = "linux").then_some(Fault::ConnectHang);
        // Four minutes are tolerated; 2010 is where a machine begins whose battery is empty.
        let clocks = [240, 360, -360, 86_400, -86_400, 16 * 365 * 86_400];
        let statuses = [400, 401, 403, 404, 407, 408, 413, 500, 502, 504, 511];
        let there = plain
            .into_iter()
            .chain(crowded)
            .chain((1..=10).map(Fault::Truncated))
            .chain([301, 302, 303, 307, 308].map(Fault::Redirect))
            .chain(statuses.map(Fault::Status))
            .chain(RetryAfter::ALL.map(Fault::TooMany))
            .chain(RetryAfter::ALL.map(Fault::Unavailable))
            .chain(certificates.map(Fault::Tls))
            .chain(clocks.map(Fault::Clock))
            .map(Self::There);
        let proxy = [Fault::Refused, Fault::Status(407)].map(Self::Proxy);
        there.chain(proxy).chain([Self::Name]).collect()
    }

    pub(super) fn line(self) -> Line {
        match self {
            Self::There(Fault::ConnectHang | Fault::Silent | Fault::Drip | Fault::SlowClose) => Line::Quick,
            Self::There(Fault::Tls(_)) => Line::Secure,
            Self::There(_) => Line::Plain,
            Self::Proxy(_) => Line::Proxied,
            Self::Name => Line::Named,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::There(fault) => write!(f, "{fault}"),
            Self::Proxy(fault) => write!(f, "proxy: {fault}"),
            Self::Name => f.write_str("name not found"),
        }
    }
}
