//! Paste that understands: what a pasted text is, and the value in it that is wanted.
//!
//! A label («Id. de aplicación (cliente)») decides; without one, a value is taken only where nothing else could
//! be meant. Nothing is changed inside a value, and no part of the text is kept but the values themselves.

mod block;
mod choose;
mod choose_secret;
mod labels;
mod name;
mod pairs;
mod scan;
mod secrets;
mod words;

#[cfg(test)]
mod tests;

use crate::value::{
    ClientId, ClientSecret, ErpAddress, Mailbox, RedirectUri, Refusal, TenantId, ValueKind, clean,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The most that is looked at, in bytes.
pub const MOST: usize = 64 * 1024;

/// What a pasted text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Entra's «Application (client) ID».
    ClientId,
    /// Entra's «Directory (tenant) ID».
    TenantId,
    /// Entra's «Object ID».
    ObjectId,
    /// A GUID whose label, if any, does not say which.
    Identifier,
    /// The value of a client secret.
    ClientSecret,
    /// The GUID beside it, in the column «Secret ID».
    SecretId,
    /// The portal's masked display `abc*****`.
    MaskedSecret,
    /// The beginning of a secret.
    TruncatedSecret,
    /// The redirect URI.
    RedirectUri,
    /// An e-mail address.
    Mailbox,
    /// Another web address.
    WebAddress,
    /// What the registration script prints: client id, tenant id and secret at once.
    RegistrationBlock,
    /// Values of more than one kind, each with its label.
    Several,
    /// More than one value that it could be, and nothing that tells which.
    Ambiguous,
    /// Nothing that is known.
    Nothing,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::ClientId,
        Self::TenantId,
        Self::ObjectId,
        Self::Identifier,
        Self::ClientSecret,
        Self::SecretId,
        Self::MaskedSecret,
        Self::TruncatedSecret,
        Self::RedirectUri,
        Self::Mailbox,
        Self::WebAddress,
        Self::RegistrationBlock,
        Self::Several,
        Self::Ambiguous,
        Self::Nothing,
    ];

    /// The name used in JSON and, with `-` for `_`, in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClientId => "client_id",
            Self::TenantId => "tenant_id",
            Self::ObjectId => "object_id",
            Self::Identifier => "identifier",
            Self::ClientSecret => "client_secret",
            Self::SecretId => "secret_id",
            Self::MaskedSecret => "masked_secret",
            Self::TruncatedSecret => "truncated_secret",
            Self::RedirectUri => "redirect_uri",
            Self::Mailbox => "mailbox",
            Self::WebAddress => "web_address",
            Self::RegistrationBlock => "registration_block",
            Self::Several => "several",
            Self::Ambiguous => "ambiguous",
            Self::Nothing => "nothing",
        }
    }
}

/// The values that may be taken from a text.
#[derive(Debug, Default)]
pub struct Values {
    /// Entra's «Application (client) ID».
    pub client_id: Option<ClientId>,
    /// Entra's «Directory (tenant) ID».
    pub tenant_id: Option<TenantId>,
    /// The value of a client secret.
    pub secret: Option<ClientSecret>,
    /// An e-mail address.
    pub mailbox: Option<Mailbox>,
    /// The address of an ERP.
    pub erp_address: Option<ErpAddress>,
    /// A redirect URI.
    pub redirect_uri: Option<RedirectUri>,
    /// The day on which the secret ends, `2028-11-20`, from a registration block.
    pub expires: Option<String>,
}

impl Values {
    /// Whether the value of this kind is among them.
    #[must_use]
    pub fn has(&self, kind: ValueKind) -> bool {
        match kind {
            ValueKind::ErpAddress => self.erp_address.is_some(),
            ValueKind::Mailbox => self.mailbox.is_some(),
            ValueKind::ClientId => self.client_id.is_some(),
            ValueKind::TenantId => self.tenant_id.is_some(),
            ValueKind::ClientSecret => self.secret.is_some(),
            ValueKind::RedirectUri => self.redirect_uri.is_some(),
        }
    }
}

/// What a text was recognised as.
#[derive(Debug)]
pub struct Recognised {
    /// What it is: the value taken, where one was; else the wrong one that was found.
    pub kind: Kind,
    /// Whether a label or a shape of its own tells so. A GUID alone is taken for the wanted one.
    pub certain: bool,
    /// The values in it: the wanted one, and those whose label names them.
    pub values: Values,
    /// Why the wanted value was not taken, where it was not.
    pub refusal: Option<Refusal>,
}

impl Recognised {
    /// Whether the wanted value was taken.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.refusal.is_none()
    }

    fn refused(kind: Kind, certain: bool, refusal: Refusal) -> Self {
        Self {
            kind,
            certain,
            values: Values::default(),
            refusal: Some(refusal),
        }
    }
}

/// Says what a pasted text is. With a wanted kind, its value is looked for in the text.
#[must_use]
pub fn recognise(text: &str, wanted: Option<ValueKind>) -> Recognised {
    if text.len() > MOST {
        return Recognised::refused(Kind::Nothing, true, Refusal::TooLong);
    }
    let decoded = decoded(text);
    // A secret of today's shape holds a `~`: where it came out of an address, that is `%7E`.
    if let Some(decoded) = decoded
        .as_ref()
        .filter(|_| wanted == Some(ValueKind::ClientSecret))
    {
        let found = choose::choose(decoded, wanted);
        if found.accepted() && found.certain {
            return found;
        }
    }
    let found = choose::choose(text, wanted);
    match decoded {
        Some(decoded) if !found.accepted() => {
            let again = choose::choose(&decoded, wanted);
            if again.accepted() || found.kind == Kind::Nothing {
                again
            } else {
                found
            }
        }
        _ => found,
    }
}

/// Whether a text holds a secret of today's shape or the beginning of one, so that it must not be shown.
#[must_use]
pub fn holds_secret(text: &str) -> bool {
    let parts = text.split(|c: char| !c.is_ascii() || !u8::try_from(c).is_ok_and(clean::is_secret_byte));
    let mut windows = parts.flat_map(|part| part.as_bytes().windows(6));
    windows.any(|window| std::str::from_utf8(window).is_ok_and(clean::has_current_secret_start))
}

/// The text without `%3A` and the like, where it has any.
fn decoded(text: &str) -> Option<Zeroizing<String>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let escape = |at: usize| {
        let value = (bytes.get(at) == Some(&b'%')).then(|| Some(digit(at + 1)? * 16 + digit(at + 2)?));
        value.flatten().and_then(|value| u8::try_from(value).ok())
    };
    (0..bytes.len()).find_map(escape)?;
    let mut out = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = escape(at);
        out.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    let text = std::str::from_utf8(&out).ok()?;
    Some(Zeroizing::new(text.to_owned()))
}
