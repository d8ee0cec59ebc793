//! A sign-in that waits for its answer.

use super::parameters::Parameters;
use super::{Answered, AuthorizationCode, Entropy, NotForUs, Redemption, SignInFailure, SignInRequest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use url::Url;
use zeroize::Zeroizing;

/// How long a sign-in may wait for the person: a code lives ten minutes, so an answer that comes later than
/// that is somebody else's or useless.
const LIFE: SignedDuration = SignedDuration::from_mins(10);

/// A sign-in that waits for its answer. It is consumed by it.
pub struct PendingSignIn {
    request: SignInRequest,
    state: Zeroizing<String>,
    verifier: Zeroizing<String>,
    began: Timestamp,
}

/// What an address is to a pending sign-in, before anything is consumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: let it pass.
    Elsewhere,
    /// The redirect URI: stop it here. The ERP's server must not see it, whatever it carries.
    RedirectUri,
}

impl PendingSignIn {
    /// Begins a sign-in. `entropy` must come from the operating system and be used once.
    #[must_use]
    pub fn begin(request: SignInRequest, entropy: &Entropy, now: Timestamp) -> Self {
        let (state, verifier) = entropy.split_at(32);
        Self {
            request,
            state: Zeroizing::new(URL_SAFE_NO_PAD.encode(state)),
            verifier: Zeroizing::new(URL_SAFE_NO_PAD.encode(verifier)),
            began: now,
        }
    }

    /// What is asked for.
    #[must_use]
    pub fn request(&self) -> &SignInRequest {
        &self.request
    }

    /// `state`, for the authorize request only.
    #[must_use]
    pub fn state(&self) -> &str {
        &self.state
    }

    /// The PKCE challenge, method `S256` (RFC 7636, section 4.2).
    #[must_use]
    pub fn code_challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()))
    }

    /// What `address` is to this sign-in.
    #[must_use]
    pub fn sees(&self, address: &Url) -> Sight {
        if self.request.redirect_uri.is_answered_by(address) {
            Sight::RedirectUri
        } else {
            Sight::Elsewhere
        }
    }

    /// Whether `address` is this sign-in's own answer, so that [`Self::answer`] would consume it.
    ///
    /// # Errors
    /// Why it is not.
    pub fn is_answer(&self, address: &Url) -> Result<(), NotForUs> {
        self.own_parameters(address).map(|_| ())
    }

    /// Takes the answer. Only this sign-in's own answer consumes it; anything else hands it back.
    #[must_use]
    pub fn answer(self, address: &Url, now: Timestamp) -> Answered {
        let (parameters, place) = match self.own_parameters(address) {
            Ok(own) => own,
            Err(why) => return Answered::StillPending(Box::new(self), why),
        };
        if now.duration_since(self.began) > LIFE {
            return Answered::Failed(SignInFailure::TooLate);
        }
        if place == Place::Fragment {
            return Answered::Failed(SignInFailure::AnswerInFragment);
        }
        let issuer = parameters.get("iss").map(Url::parse);
        if issuer.is_some_and(|issuer| !issuer.is_ok_and(|issuer| self.request.issuers.admit(&issuer))) {
            return Answered::Failed(SignInFailure::AnotherIssuer);
        }
        match (parameters.get("code"), parameters.get("error")) {
            (Some(code), None) if !code.is_empty() => Answered::Redeem(Redemption {
                code: AuthorizationCode(Zeroizing::new(code.to_owned())),
                verifier: self.verifier,
                redirect_uri: self.request.redirect_uri,
            }),
            (None, Some(error)) if !error.is_empty() => Answered::Failed(SignInFailure::Refused {
                error: error.to_owned(),
                subcode: parameters.get("error_subcode").map(str::to_owned),
                description: parameters.get("error_description").map(str::to_owned),
            }),
            _ => Answered::Failed(SignInFailure::NeitherCodeNorError),
        }
    }

    /// The parameters of an address that carries this sign-in's `state`.
    fn own_parameters(&self, address: &Url) -> Result<(Parameters, Place), NotForUs> {
        if self.sees(address) == Sight::Elsewhere {
            return Err(NotForUs::AnotherAddress);
        }
        let query = Parameters::of(address.query().unwrap_or_default())?;
        if self.is_own_state(&query) {
            return Ok((query, Place::Query));
        }
        let fragment = Parameters::of(address.fragment().unwrap_or_default())?;
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

/// Where an answer stands in its address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Query,
    Fragment,
}

impl std::fmt::Debug for PendingSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PendingSignIn(…)")
    }
}
