//! Only this sign-in's own `state` opens the door.

use super::{address, entropy, later, now, pending, redeems, request, verdict, verdict_at};
use crate::sign_in::{Answered, NotForUs, PendingSignIn, Sight};
use url::Url;

const FOREIGN: &str = "pending: AnotherState";

#[test]
fn the_own_answer_redeems() {
    assert_eq!(verdict("?code=0.AXoA&state={state}"), "code 0.AXoA");
    assert_eq!(
        verdict("?state={state}&code=0.AXoA&session_state=x"),
        "code 0.AXoA"
    );
}

#[test]
fn a_state_that_is_not_exactly_the_own_one_leaves_the_sign_in_pending() {
    let own = pending().state().to_owned();
    let swapped: String = own
        .chars()
        .map(|c| {
            if c.is_lowercase() {
                c.to_ascii_uppercase()
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect();
    let escaped_twice = own
        .bytes()
        .map(|b| format!("%25{b:02x}"))
        .collect::<Vec<_>>()
        .concat();
    for state in [
        String::new(),
        own[..own.len() - 1].to_owned(),
        own[1..].to_owned(),
        format!("{own}A"),
        format!("A{own}"),
        format!("{own}="),
        format!("{own}%20"),
        format!("{own}%0a"),
        format!("+{own}"),
        own.to_lowercase(),
        own.to_uppercase(),
        swapped,
        own.chars().rev().collect(),
        escaped_twice,
        "x".repeat(own.len()),
        "*".to_owned(),
        "null".to_owned(),
    ] {
        assert_ne!(state, own);
        assert_eq!(verdict(&format!("?code=x&state={state}")), FOREIGN, "{state:?}");
    }
}

#[test]
fn an_answer_without_state_leaves_the_sign_in_pending() {
    for behind in [
        "",
        "?",
        "#",
        "?code=x",
        "?code=x&State={state}",
        "?code=x&state",
        "?error=access_denied",
        "?{state}",
    ] {
        assert_eq!(verdict(behind), FOREIGN, "{behind:?}");
    }
}

#[test]
fn a_state_in_escapes_is_the_same_state() {
    let escaped = pending()
        .state()
        .bytes()
        .map(|b| format!("%{b:02x}"))
        .collect::<Vec<_>>()
        .concat();
    assert_eq!(verdict(&format!("?code=x&state={escaped}")), "code x");
}

#[test]
fn the_state_of_an_earlier_sign_in_is_foreign() {
    let mut other = entropy();
    other[0] ^= 1;
    let earlier = PendingSignIn::begin(request(), &other, later(-60));
    let stale = address(&earlier, "?code=x&state={state}");
    let Answered::StillPending(same, NotForUs::AnotherState) = pending().answer(&stale, now()) else {
        panic!("the answer of an earlier sign-in was taken");
    };
    assert!(redeems(*same));
}

#[test]
fn the_verifiers_half_of_the_entropy_does_not_show_in_the_state() {
    let mut other = entropy();
    other[63] ^= 1;
    let one = pending();
    let two = PendingSignIn::begin(request(), &other, now());
    assert_eq!(one.state(), two.state());
    assert_ne!(one.code_challenge(), two.code_challenge());
    // 256 bits in base64url.
    assert_eq!(one.state().len(), 43);
}

#[test]
fn another_address_is_let_pass_even_with_the_own_state() {
    let pending = pending();
    let state = pending.state().to_owned();
    for elsewhere in [
        format!(
            "https://erp.example.evil.com/includes/ventas/mail/Microsoft/oauth_callback.php?code=x&state={state}"
        ),
        format!("http://erp.example/includes/ventas/mail/Microsoft/oauth_callback.php?code=x&state={state}"),
        format!("https://erp.example/?code=x&state={state}"),
        format!("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?state={state}"),
    ] {
        let elsewhere = Url::parse(&elsewhere).unwrap();
        assert_eq!(pending.awaited().sees(&elsewhere), Sight::Elsewhere);
        assert_eq!(
            pending.awaited().is_answer(&elsewhere),
            Err(NotForUs::AnotherAddress)
        );
    }
    assert!(redeems(pending));
}

#[test]
fn the_redirect_uri_is_stopped_whatever_it_carries() {
    let pending = pending();
    for behind in ["", "?code=x", "#x", "?state=wrong", "?a=1&a=2", "?x=%zz"] {
        assert_eq!(
            pending.awaited().sees(&address(&pending, behind)),
            Sight::RedirectUri,
            "{behind}"
        );
    }
}

#[test]
fn an_answer_is_taken_for_ten_minutes_and_no_longer() {
    let own = "?code=x&state={state}";
    assert_eq!(verdict_at(own, later(600)), "code x");
    assert_eq!(verdict_at(own, later(601)), "TooLate");
    assert_eq!(verdict_at(own, later(86_400)), "TooLate");
    // A clock that was set back in between.
    assert_eq!(verdict_at(own, later(-3_600)), "code x");
}

#[test]
fn nothing_of_a_sign_in_is_in_its_debug_output() {
    let pending = pending();
    let state = pending.state().to_owned();
    let printed = format!("{pending:?} {pending:#?} {:?}", pending.awaited());
    assert!(!printed.contains(&state), "{printed}");
    assert_eq!(printed, "PendingSignIn(…) PendingSignIn(…) Awaited(…)");
    let genuine = address(&pending, "?code=canary-code&state={state}");
    let Answered::Redeem(redemption) = pending.answer(&genuine, now()) else {
        panic!("the own answer was refused")
    };
    let printed = format!("{redemption:?} {redemption:#?} {:?}", redemption.code);
    assert_eq!(printed, "Redemption(…) Redemption(…) AuthorizationCode(…)");
    let printed = format!("{:?}", Answered::Redeem(redemption));
    assert!(!printed.contains("canary"), "{printed}");
}
