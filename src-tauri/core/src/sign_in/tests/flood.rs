//! A flood of hostile answers while a sign-in is pending.

use super::{REDIRECT, address, entropy, now, pending, request};
use crate::sign_in::{Answered, PendingSignIn};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use url::Url;

fn value(state: String) -> impl Strategy<Value = String> {
    let len = state.len();
    prop_oneof![
        Just(state.to_lowercase()),
        Just(format!("{state}x")),
        (0..len).prop_map(move |cut| state[..cut].to_owned()),
        "[A-Za-z0-9_-]{43}",
        "[ -~]{0,60}",
        "(%[0-9a-f]{2}){0,20}",
        "[á-ź\u{200B}]{0,8}",
        Just("%00".to_owned()),
        Just("%".to_owned()),
        Just("https://login.microsoftonline.com/common/v2.0".to_owned()),
    ]
}

/// Addresses that look like an answer, made by somebody who knows all but the state.
fn hostile(state: &str) -> impl Strategy<Value = String> {
    let name = prop_oneof![
        6 => Just("state".to_owned()),
        6 => Just("code".to_owned()),
        2 => Just("error".to_owned()),
        1 => Just("iss".to_owned()),
        1 => Just("state[]".to_owned()),
        1 => Just("st%61te".to_owned()),
        1 => "[a-z%\\[\\]]{0,8}",
    ];
    let pair = (name, value(state.to_owned())).prop_map(|(name, value)| format!("{name}={value}"));
    let place = prop_oneof![
        8 => Just(REDIRECT.to_owned()),
        1 => Just("https://erp.example.evil.com/includes/ventas/mail/Microsoft/oauth_callback.php".to_owned()),
        1 => Just("https://erp.example/".to_owned()),
        1 => Just("app.vincula://answer".to_owned()),
    ];
    (
        place,
        prop_oneof![Just("?"), Just("#"), Just("?x=1#")],
        proptest::collection::vec(pair, 0..7),
        prop_oneof![Just("&"), Just(";"), Just("&&")],
    )
        .prop_map(|(place, sign, pairs, between)| format!("{place}{sign}{}", pairs.join(between)))
}

#[test]
fn ten_thousand_hostile_answers_leave_the_sign_in_to_its_genuine_one() {
    let config = Config {
        cases: 10_000,
        failure_persistence: None,
        rng_seed: RngSeed::Random,
        max_shrink_iters: 200,
        ..Config::default()
    };
    let state = pending().state().to_owned();
    let slot = std::cell::RefCell::new(Some(pending()));
    TestRunner::new(config)
        .run(&hostile(&state), |text| {
            let Ok(url) = Url::parse(&text) else { return Ok(()) };
            let pending = slot.borrow_mut().take().unwrap();
            match pending.answer(&url, now()) {
                Answered::StillPending(same, _) => *slot.borrow_mut() = Some(*same),
                consumed => {
                    *slot.borrow_mut() = Some(super::pending());
                    prop_assert!(false, "{consumed:?} by {url}");
                }
            }
            Ok(())
        })
        .unwrap();
    let survivor = slot.into_inner().unwrap();
    let genuine = address(&survivor, "?code=genuine&state={state}");
    let Answered::Redeem(redemption) = survivor.answer(&genuine, now()) else {
        panic!("the own answer was refused")
    };
    assert_eq!(redemption.code.expose(), "genuine");
}

proptest! {
    #[test]
    fn only_the_own_answer_redeems_and_it_does_so_for_any_entropy(bytes in proptest::collection::vec(any::<u8>(), 64)) {
        let own: [u8; 64] = bytes.try_into().unwrap();
        prop_assume!(own[..32] != entropy()[..32]);
        let other = PendingSignIn::begin(request(), &own, now());
        let genuine = address(&other, "?code=x&state={state}");
        let Answered::StillPending(..) = pending().answer(&genuine, now()) else { panic!("a foreign answer was taken") };
        let Answered::Redeem(_) = other.answer(&genuine, now()) else { panic!("the own answer was refused") };
    }
}
