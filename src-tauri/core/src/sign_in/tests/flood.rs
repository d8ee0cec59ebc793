//! A flood of hostile answers while a sign-in is pending.

use super::hostile::hostile;
use super::{REDIRECT, address, entropy, now, pending, request};
use crate::sign_in::{Answered, PendingSignIn};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use url::Url;

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
        .run(&hostile(REDIRECT, &state), |text| {
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
