//! Addresses that look like an answer, made by somebody who knows all but the state. The benchmark of the decision
//! draws from the same ones.

use proptest::prelude::*;

fn value(state: String) -> impl Strategy<Value = String> + use<> {
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

/// An address that looks like an answer at `redirect` to the sign-in with this `state`.
pub(crate) fn hostile(redirect: &str, state: &str) -> impl Strategy<Value = String> + use<> {
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
        8 => Just(redirect.to_owned()),
        1 => Just("https://erp.example.evil.com/includes/ventas/mail/Microsoft/oauth_callback.php".to_owned()),
        1 => Just("https://erp.example/".to_owned()),
        1 => Just("app.vincula://callback".to_owned()),
    ];
    (
        place,
        prop_oneof![Just("?"), Just("#"), Just("?x=1#")],
        proptest::collection::vec(pair, 0..7),
        prop_oneof![Just("&"), Just(";"), Just("&&")],
    )
        .prop_map(|(place, sign, pairs, between)| format!("{place}{sign}{}", pairs.join(between)))
}
