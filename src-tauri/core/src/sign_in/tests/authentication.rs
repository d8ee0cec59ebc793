//! The redirect URI decides whether a secret is sent; nobody can choose otherwise.

use super::{entropy, now, request};
use crate::sign_in::{Answered, ClientAuthentication, PendingSignIn, Redemption, SignInRequest};
use crate::value::{ClientSecret, ClientType, RedirectUri};
use url::Url;

fn secret() -> ClientSecret {
    ClientSecret::parse("abc8Q~canary-secret~01234567890123456789").unwrap()
}

fn redemption(redirect_uri: &RedirectUri) -> Redemption {
    let request = SignInRequest {
        redirect_uri: redirect_uri.clone(),
        ..request()
    };
    let pending = PendingSignIn::begin(request, &entropy(), now());
    let answer = Url::parse(&format!("{redirect_uri}?code=x&state={}", pending.state())).unwrap();
    match pending.answer(&answer, now()) {
        Answered::Redeem(redemption) => redemption,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_web_address_sends_the_secret_and_the_own_scheme_never_does() {
    let secret = secret();
    for (redirect, client) in [
        (
            RedirectUri::parse(super::REDIRECT).unwrap(),
            ClientType::Confidential,
        ),
        (RedirectUri::loopback(51_234), ClientType::Confidential),
        (RedirectUri::deep_link(), ClientType::Public),
    ] {
        let redemption = redemption(&redirect);
        assert_eq!(redemption.client_type(), client);
        let sent = redemption
            .authentication(Some(&secret))
            .secret()
            .map(ClientSecret::expose);
        assert_eq!(
            sent,
            (client == ClientType::Confidential).then_some(secret.expose())
        );
    }
    assert!(ClientAuthentication::by_secret_alone(&secret).secret().is_some());
}

#[test]
fn a_secret_is_in_no_debug_output_of_an_authentication() {
    let secret = secret();
    assert_eq!(
        format!("{:?}", ClientAuthentication::by_secret_alone(&secret)),
        "Secret(…)"
    );
    let public = redemption(&RedirectUri::deep_link());
    assert_eq!(format!("{:?}", public.authentication(Some(&secret))), "Public");
}
