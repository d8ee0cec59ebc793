//! PKCE against the standard's own example.

use super::{address, now, pending, request};
use crate::sign_in::{Answered, PendingSignIn};

/// RFC 7636, appendix B: the octets, the verifier and the challenge.
const OCTETS: [u8; 32] = [
    116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
    191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
];
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

#[test]
fn the_challenge_is_the_one_of_rfc_7636_appendix_b() {
    let mut entropy = [7; 64];
    entropy[32..].copy_from_slice(&OCTETS);
    let pending = PendingSignIn::begin(request(), &entropy, now());
    assert_eq!(pending.code_challenge(), CHALLENGE);
    let genuine = address(&pending, "?code=x&state={state}");
    let Answered::Redeem(redemption) = pending.answer(&genuine, now()) else {
        panic!("the own answer was refused")
    };
    assert_eq!(redemption.verifier.as_str(), VERIFIER);
}

#[test]
fn verifier_and_state_have_nothing_in_common() {
    let pending = pending();
    let state = pending.state().to_owned();
    let challenge = pending.code_challenge();
    let genuine = address(&pending, "?code=x&state={state}");
    let Answered::Redeem(redemption) = pending.answer(&genuine, now()) else {
        panic!("the own answer was refused")
    };
    assert_ne!(redemption.verifier.as_str(), state);
    assert_ne!(redemption.verifier.as_str(), challenge);
    // RFC 7636, section 4.1: 43 to 128 unreserved characters.
    assert_eq!(redemption.verifier.len(), 43);
    assert!(
        redemption
            .verifier
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
    );
}
