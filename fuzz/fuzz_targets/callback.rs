//! Any address before a pending sign-in: only its own answer is taken, and whatever else comes leaves it waiting.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use url::Url;
use vincula_core::cloud::Cloud;
use vincula_core::deep_link::DeepLink;
use vincula_core::sign_in::{Answered, Authority, PendingSignIn, Scopes, SignInRequest};
use vincula_core::value::{ClientId, RedirectUri};

/// The bytes of the sign-in, so that the seeds can hold its state: 43 times `A` but for the last bits.
const ENTROPY: [u8; 64] = [0; 64];

static REQUESTS: LazyLock<[SignInRequest; 2]> = LazyLock::new(|| {
    [
        RedirectUri::parse("https://erp.example/cb.php").expect("a redirect URI"),
        RedirectUri::deep_link(),
    ]
    .map(|redirect_uri| SignInRequest {
        issuers: Cloud::global().issuers,
        authority: Authority::Common,
        client_id: ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").expect("a client id"),
        redirect_uri,
        scopes: Scopes::default(),
        login_hint: None,
    })
});

fuzz_target!(|text: &str| {
    let now = "2026-05-24T13:34:39Z".parse().expect("a time");
    for request in REQUESTS.iter() {
        let pending = PendingSignIn::begin(request.clone(), &ENTROPY, now);
        let state = pending.state().to_owned();
        // A paste may be anything; what is found in it must be this sign-in's own answer.
        if let Ok(found) = pending.awaited().find_in(text) {
            assert_eq!(pending.awaited().is_answer(&found), Ok(()));
        }
        let address = match DeepLink::parse(text) {
            Ok(DeepLink::Callback(address)) => address,
            _ => match Url::parse(text) {
                Ok(address) => address,
                Err(_) => continue,
            },
        };
        let is_answer = pending.awaited().is_answer(&address);
        match pending.answer(&address, now) {
            Answered::Redeem(redemption) => {
                assert_eq!(is_answer, Ok(()));
                let one = |name: &str| {
                    let values: Vec<_> = address.query_pairs().filter(|(key, _)| key == name).collect();
                    assert_eq!(values.len(), 1, "{name} is not there once");
                    values[0].1.clone().into_owned()
                };
                assert_eq!(one("state"), state);
                assert_eq!(one("code"), redemption.code.expose());
                assert_eq!(redemption.redirect_uri, request.redirect_uri);
            }
            Answered::Failed(_) => assert_eq!(is_answer, Ok(())),
            Answered::StillPending(same, why) => {
                assert_eq!(is_answer, Err(why));
                let genuine = format!("{}?code=genuine&state={state}", request.redirect_uri);
                let genuine = Url::parse(&genuine).expect("an address");
                assert!(matches!(same.answer(&genuine, now), Answered::Redeem(_)));
            }
        }
    }
});
