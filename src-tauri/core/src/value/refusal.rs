//! Why a pasted value was refused: each reason has a text of its own that says where the right value is.

use serde::{Deserialize, Serialize};

/// Why a value was refused. Holds no part of what was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing was pasted, or only blanks and quotes.
    #[error("nothing was given")]
    Empty,
    /// Longer than such a value can be.
    #[error("longer than such a value can be")]
    TooLong,
    /// Characters that such a value never holds, such as line breaks or blanks in the middle.
    #[error("holds characters that such a value never holds")]
    ForbiddenCharacters,
    /// Not 8-4-4-4-12 hexadecimal digits.
    #[error("not a GUID")]
    NotAGuid,
    /// A GUID that belongs to Microsoft itself or to nobody, such as Microsoft Graph's own application id.
    #[error("an identifier of Microsoft's own")]
    MicrosoftsOwnId,
    /// The shape of a client secret, where an identifier is expected.
    #[error("looks like a client secret")]
    LooksLikeSecret,
    /// A GUID where the secret is expected: the column «Id. de secreto» instead of «Valor».
    #[error("looks like the secret's id, not its value")]
    LooksLikeSecretId,
    /// The portal's masked display `abc*****`.
    #[error("the masked secret")]
    MaskedSecret,
    /// Too short to be a secret, the start of one at best.
    #[error("too short for a secret")]
    TruncatedSecret,
    /// The label says «Application (client) ID», and something else is expected.
    #[error("looks like the client id")]
    LooksLikeClientId,
    /// The label says «Directory (tenant) ID», and something else is expected.
    #[error("looks like the tenant id")]
    LooksLikeTenantId,
    /// The label says «Object ID», which nobody needs here.
    #[error("looks like the object id")]
    LooksLikeObjectId,
    /// More than one value that it could be, and nothing that tells which.
    #[error("more than one value that it could be")]
    Ambiguous,
    /// Nothing that Vincula knows.
    #[error("nothing that is known")]
    NotRecognised,
    /// An e-mail address where something else is expected.
    #[error("looks like an e-mail address")]
    LooksLikeEmail,
    /// A web address where something else is expected.
    #[error("looks like a web address")]
    LooksLikeAddress,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    NotAnEmail,
    /// Not a web address.
    #[error("not a web address")]
    NotAnAddress,
    /// A web address that does not begin with https.
    #[error("not an https address")]
    NotHttps,
    /// An address of Microsoft's portal where the ERP's is expected.
    #[error("an address of Microsoft's, not of the ERP")]
    MicrosoftsAddress,
    /// An address that is not one of the system that the guide is about.
    #[error("an address of another system")]
    AnotherSystem,
    /// An address with a user name or password in it.
    #[error("an address that carries a user name or password")]
    CarriesCredentials,
}

impl Refusal {
    /// Every reason: each has a text in every language.
    pub const ALL: [Self; 22] = [
        Self::Empty,
        Self::TooLong,
        Self::ForbiddenCharacters,
        Self::NotAGuid,
        Self::MicrosoftsOwnId,
        Self::LooksLikeSecret,
        Self::LooksLikeSecretId,
        Self::MaskedSecret,
        Self::TruncatedSecret,
        Self::LooksLikeClientId,
        Self::LooksLikeTenantId,
        Self::LooksLikeObjectId,
        Self::Ambiguous,
        Self::NotRecognised,
        Self::LooksLikeEmail,
        Self::LooksLikeAddress,
        Self::NotAnEmail,
        Self::NotAnAddress,
        Self::NotHttps,
        Self::MicrosoftsAddress,
        Self::AnotherSystem,
        Self::CarriesCredentials,
    ];

    /// The name used in JSON and, with `-` for `_`, in text identifiers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::ForbiddenCharacters => "forbidden_characters",
            Self::NotAGuid => "not_a_guid",
            Self::MicrosoftsOwnId => "microsofts_own_id",
            Self::LooksLikeSecret => "looks_like_secret",
            Self::LooksLikeSecretId => "looks_like_secret_id",
            Self::MaskedSecret => "masked_secret",
            Self::TruncatedSecret => "truncated_secret",
            Self::LooksLikeClientId => "looks_like_client_id",
            Self::LooksLikeTenantId => "looks_like_tenant_id",
            Self::LooksLikeObjectId => "looks_like_object_id",
            Self::Ambiguous => "ambiguous",
            Self::NotRecognised => "not_recognised",
            Self::LooksLikeEmail => "looks_like_email",
            Self::LooksLikeAddress => "looks_like_address",
            Self::NotAnEmail => "not_an_email",
            Self::NotAnAddress => "not_an_address",
            Self::NotHttps => "not_https",
            Self::MicrosoftsAddress => "microsofts_address",
            Self::AnotherSystem => "another_system",
            Self::CarriesCredentials => "carries_credentials",
        }
    }
}
