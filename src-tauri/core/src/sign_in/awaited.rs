//! An answer that is waited for, whatever it answers: where it comes to, and by which `state` it is known.

use super::NotForUs;
use crate::parameters::{Bounds, Parameters};
use crate::value::RedirectUri;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use subtle::ConstantTimeEq as _;
use url::Url;
use zeroize::Zeroizing;

/// How long an answer is waited for: a code lives ten minutes, so that a later one is somebody else's or useless.
const LIFE: SignedDuration = SignedDuration::from_mins(10);

/// What is read of an answer. Entra's own are below 3 KiB and have at most seven parameters.
const BOUNDS: Bounds = Bounds {
    whole: 16 * 1024,
    value: 8 * 1024,
    most: 32,
};

/// An answer that is waited for: a surface may ask about addresses, and cannot take the answer.
pub struct Awaited {
    redirect_uri: RedirectUri,
    state: Zeroizing<String>,
    began: Timestamp,
}

/// What an address is to whoever waits, before anything is consumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: let it pass.
    Elsewhere,
    /// The redirect URI: stop it here. The ERP's server must not see it, whatever it carries.
    RedirectUri,
}

/// Where an answer stands in its address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Query,
    Fragment,
}

impl Awaited {
    /// `random` becomes the `state`: 256 bits of the operating system's, used once.
    pub(super) fn new(redirect_uri: RedirectUri, random: &[u8], now: Timestamp) -> Self {
        Self {
            redirect_uri,
            state: Zeroizing::new(URL_SAFE_NO_PAD.encode(random)),
            began: now,
        }
    }

    /// Where the answer comes to.
    #[must_use]
    pub fn redirect_uri(&self) -> &RedirectUri {
        &self.redirect_uri
    }

    /// What `address` is.
    #[must_use]
    pub fn sees(&self, address: &Url) -> Sight {
        if self.redirect_uri.is_answered_by(address) {
            Sight::RedirectUri
        } else {
            Sight::Elsewhere
        }
    }

    /// Whether `address` is the answer.
    ///
    /// # Errors
    /// Why it is not.
    pub fn is_answer(&self, address: &Url) -> Result<(), NotForUs> {
        self.own_parameters(address).map(|_| ())
    }

    pub(super) fn state(&self) -> &str {
        &self.state
    }

    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.began) > LIFE
    }

    /// The parameters of an address that carries this answer's `state`.
    pub(super) fn own_parameters(&self, address: &Url) -> Result<(Parameters, Place), NotForUs> {
        if self.sees(address) == Sight::Elsewhere {
            return Err(NotForUs::AnotherAddress);
        }
        let query = Parameters::of(address.query().unwrap_or_default(), BOUNDS)?;
        if self.is_own_state(&query) {
            return Ok((query, Place::Query));
        }
        let fragment = Parameters::of(address.fragment().unwrap_or_default(), BOUNDS)?;
        if self.is_own_state(&fragment) {
            return Ok((fragment, Place::Fragment));
        }
        Err(NotForUs::AnotherState)
    }

    fn is_own_state(&self, parameters: &Parameters) -> bool {
        parameters
            .get("state")
            .is_some_and(|state| state.as_bytes().ct_eq(self.state.as_bytes()).into())
    }
}

impl std::fmt::Debug for Awaited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Awaited(…)")
    }
}
