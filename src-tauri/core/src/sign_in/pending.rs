//! A sign-in that waits for its answer.

use super::awaited::Place;
use super::{
    Answered, AuthorizationCode, Awaited, Entropy, ErrorResponse, Redemption, SignInFailure, SignInRequest,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use url::Url;
use zeroize::Zeroizing;

/// A sign-in that waits for its answer. It is consumed by it.
pub struct PendingSignIn {
    request: SignInRequest,
    awaited: Awaited,
    verifier: Zeroizing<String>,
}

impl PendingSignIn {
    /// Begins a sign-in. `entropy` must come from the operating system and be used once.
    #[must_use]
    pub fn begin(request: SignInRequest, entropy: &Entropy, now: Timestamp) -> Self {
        // Half for each: neither tells anything about the other.
        let (state, verifier) = entropy.split_at(32);
        Self {
            awaited: Awaited::new(request.redirect_uri.clone(), state, now),
            verifier: Zeroizing::new(URL_SAFE_NO_PAD.encode(verifier)),
            request,
        }
    }

    /// What is asked for.
    #[must_use]
    pub fn request(&self) -> &SignInRequest {
        &self.request
    }

    /// What is waited for: all that a surface may know.
    #[must_use]
    pub fn awaited(&self) -> &Awaited {
        &self.awaited
    }

    /// `state`, for the authorize request only.
    #[must_use]
    pub fn state(&self) -> &str {
        self.awaited.state()
    }

    /// The PKCE challenge, method `S256` (RFC 7636, section 4.2).
    #[must_use]
    pub fn code_challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()))
    }

    /// Takes the answer. Only this sign-in's own answer consumes it; anything else hands it back.
    #[must_use]
    pub fn answer(self, address: &Url, now: Timestamp) -> Answered {
        let (parameters, place) = match self.awaited.own_parameters(address) {
            Ok(own) => own,
            Err(why) => return Answered::StillPending(Box::new(self), why),
        };
        if self.awaited.is_over(now) {
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
            (None, Some(_)) => Answered::Failed(
                ErrorResponse::of(&parameters)
                    .map_or(SignInFailure::NeitherCodeNorError, SignInFailure::Refused),
            ),
            _ => Answered::Failed(SignInFailure::NeitherCodeNorError),
        }
    }
}

impl std::fmt::Debug for PendingSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PendingSignIn(…)")
    }
}
