//! Recognising, by address and time alone, that a page leads nowhere.
//!
//! Sources: the pages on which Entra ends without a redirect (support articles on AADSTS50011, 53000, 90094), the
//! captured address `login.live.com/err.srf`, and Microsoft's article on FIDO2 in web views.

use crate::cloud::Cloud;
use serde::{Deserialize, Serialize};
use url::Url;

/// Why a surface leads nowhere. Each has its sentence under `dead-end-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadEnd {
    /// A rule of the organisation asks for a device that it manages (Conditional Access).
    DeviceRule,
    /// A passkey or security key that does not reach this place.
    Passkey,
    /// Nothing shows.
    BlankPage,
    /// This machine has nothing to show a page with.
    WindowMissing,
    /// An administrator must approve first.
    ApprovalNeeded,
    /// An error page, from which no answer ever comes.
    ErrorPage,
    /// Nothing has happened for a long time.
    TimedOut,
}

/// How long somebody may need on a page that asks for something, in seconds.
const PATIENCE: u64 = 180;
/// From here on a page that leads on by itself does not, in seconds.
const STUCK: u64 = 20;
/// From here on a page that should be there is not, in seconds.
const BLANK: u64 = 8;

impl DeadEnd {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::DeviceRule,
        Self::Passkey,
        Self::BlankPage,
        Self::WindowMissing,
        Self::ApprovalNeeded,
        Self::ErrorPage,
        Self::TimedOut,
    ];

    /// The name used in files and, with `-` for `_`, in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DeviceRule => "device_rule",
            Self::Passkey => "passkey",
            Self::BlankPage => "blank_page",
            Self::WindowMissing => "window_missing",
            Self::ApprovalNeeded => "approval_needed",
            Self::ErrorPage => "error_page",
            Self::TimedOut => "timed_out",
        }
    }
}

/// What a page is that has been open for `seconds` since the last navigation: `None` while it may still lead on.
/// A guess for an offer, never a reason to end the sign-in.
#[must_use]
pub fn dead_end(cloud: &Cloud, page: &Url, seconds: u64) -> Option<DeadEnd> {
    if page.scheme() == "about" {
        return (seconds >= BLANK).then_some(DeadEnd::BlankPage);
    }
    let host = page.host_str().unwrap_or_default();
    // Certificates of managed devices are asked for at a host below Entra's own.
    let below = host.strip_prefix("device.").unwrap_or(host);
    if !cloud.is_login_host(below) {
        // The page of an organisation's own sign-in: only the time is known.
        return (seconds >= PATIENCE).then_some(DeadEnd::TimedOut);
    }
    if let Some(code) = code_in(page) {
        return Some(of_code(code));
    }
    let path = page.path().to_ascii_lowercase();
    let (from, reason) = of_path(below != host, &path);
    if seconds >= from {
        Some(reason)
    } else {
        (seconds >= PATIENCE).then_some(DeadEnd::TimedOut)
    }
}

/// Which reason a path means, and after how many seconds: what every sign-in passes through is a dead end only
/// where somebody stays.
fn of_path(is_device_host: bool, path: &str) -> (u64, DeadEnd) {
    let segment = path.rsplit('/').find(|segment| !segment.is_empty());
    if is_device_host || path.contains("/deviceauth") {
        return (STUCK, DeadEnd::DeviceRule);
    }
    if path.contains("/fido/") {
        // The person has to find the key first.
        return (2 * STUCK, DeadEnd::Passkey);
    }
    match segment {
        Some("err.srf" | "wrongplace" | "error") => (0, DeadEnd::ErrorPage),
        Some("reprocess") => (STUCK, DeadEnd::ApprovalNeeded),
        Some("processauth" | "kmsi" | "resume") => (2 * STUCK, DeadEnd::ErrorPage),
        _ => (PATIENCE, DeadEnd::TimedOut),
    }
}

fn of_code(code: u32) -> DeadEnd {
    match code {
        53_000..=53_004 | 530_003 | 530_001 | 530_002 | 50_097 => DeadEnd::DeviceRule,
        90_093..=90_095 | 900_941 => DeadEnd::ApprovalNeeded,
        _ => DeadEnd::ErrorPage,
    }
}

/// Entra's code in an address: a parameter `code` or `errorcode` that is a number, or `AADSTS` with one. In the
/// query and, as `login.live.com` writes it, behind `#`.
fn code_in(page: &Url) -> Option<u32> {
    let parts = [page.query(), page.fragment()];
    let mut pairs = parts
        .into_iter()
        .flatten()
        .flat_map(|part| url::form_urlencoded::parse(part.as_bytes()));
    pairs.find_map(|(name, value)| {
        let is_code = ["code", "errorcode", "error_code"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        if is_code && let Ok(code) = value.parse() {
            return Some(code);
        }
        let digits = value.split_once("AADSTS")?.1;
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits[..end].parse().ok()
    })
}
