//! The mailbox that the ERP will send from.

use super::{Refusal, clean};
use serde::{Deserialize, Serialize};

/// The longest address (RFC 5321, section 4.5.3.1.3: a path of 256 with its angle brackets).
const LONGEST: usize = 254;

/// An e-mail address. The domain is in lower case; the part before `@` is as it was given.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mailbox(String);

/// What the address alone tells about the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountKind {
    /// A personal Microsoft account: the domain is one of Microsoft's consumer domains.
    Personal,
    /// A work account, or a personal one with a domain of its own: the address does not tell.
    WorkOrUnknown,
}

/// Consumer domains of Microsoft that are whole domains.
const CONSUMER_DOMAINS: [&str; 3] = ["msn.com", "passport.com", "windowslive.com"];
/// Consumer names that exist under many countries' domains: `outlook.es`, `hotmail.co.uk`, `live.com`.
const CONSUMER_NAMES: [&str; 3] = ["outlook", "hotmail", "live"];

impl Mailbox {
    /// Reads what the person pasted; `mailto:` and angle brackets around it are taken off.
    ///
    /// # Errors
    /// The reason, where it is not one e-mail address.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let mut text = clean::outside(raw);
        if let Some(rest) = text
            .get(..7)
            .filter(|p| p.eq_ignore_ascii_case("mailto:"))
            .and(text.get(7..))
        {
            text = clean::outside(rest);
        }
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        let Some((local, domain)) = text.rsplit_once('@') else {
            return Err(if clean::is_address_like(text) {
                Refusal::LooksLikeAddress
            } else if clean::has_current_secret_start(text) {
                Refusal::LooksLikeSecret
            } else {
                Refusal::NotAnEmail
            });
        };
        // Exchange Online takes ASCII addresses only; quoted local parts do not exist there.
        let local_fits = (1..=64).contains(&local.len())
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b));
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_fits = labels.len() >= 2
            && labels.iter().all(|label| {
                (1..=63).contains(&label.len())
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            });
        if local_fits && domain_fits {
            Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(Refusal::NotAnEmail)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind `@`, in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Whether a sign-in name or address that Microsoft reports is this mailbox. Exchange compares without case.
    #[must_use]
    pub fn is_same_as(&self, other: &str) -> bool {
        self.0.to_lowercase() == other.trim().to_lowercase()
    }

    /// What the address alone tells about the account.
    #[must_use]
    pub fn account_kind(&self) -> AccountKind {
        let domain = self.domain();
        let (name, country) = domain.split_once('.').unwrap_or((domain, ""));
        // `es`, `com`, `co.uk`, `com.mx`, but not a company's own `empresa.es`.
        let is_country = country
            .split_once('.')
            .is_none_or(|(kind, _)| matches!(kind, "co" | "com"));
        if CONSUMER_DOMAINS.contains(&domain) || (CONSUMER_NAMES.contains(&name) && is_country) {
            AccountKind::Personal
        } else {
            AccountKind::WorkOrUnknown
        }
    }
}

impl PartialEq for Mailbox {
    fn eq(&self, other: &Self) -> bool {
        self.is_same_as(&other.0)
    }
}

impl Eq for Mailbox {}

impl TryFrom<String> for Mailbox {
    type Error = Refusal;

    fn try_from(raw: String) -> Result<Self, Refusal> {
        Self::parse(&raw)
    }
}

impl From<Mailbox> for String {
    fn from(mailbox: Mailbox) -> Self {
        mailbox.0
    }
}

impl std::fmt::Display for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
