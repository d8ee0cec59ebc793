//! A hundred thousand hostile callbacks before one pending sign-in: how many are taken (none), whether the sign-in
//! survives, and how long each decision takes. Prints figures as JSON on standard output, in microseconds.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement, not the product"
)]

#[path = "../src/sign_in/tests/hostile.rs"]
mod hostile;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::time::{Duration, Instant};
use url::Url;
use vincula_core::cloud::Cloud;
use vincula_core::deep_link::DeepLink;
use vincula_core::sign_in::{Answered, Authority, PendingSignIn, Scopes, SignInRequest};
use vincula_core::value::{ClientId, RedirectUri};

const CALLBACKS: usize = 100_000;
const ERPS: &str = "https://erp.example/includes/ventas/mail/Microsoft/oauth_callback.php";

fn main() {
    // `cargo test --benches` runs benches as well: measuring is for `cargo bench`.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let mut times = Vec::with_capacity(2 * CALLBACKS);
    let floods = [RedirectUri::parse(ERPS).unwrap(), RedirectUri::deep_link()]
        .map(|redirect| flood(&redirect, &mut times));
    let taken = floods.iter().filter(|flood| **flood == Flood::Taken).count();
    times.sort_unstable();
    let at = |percent: usize| micros(times[(times.len() - 1) * percent / 100]);
    println!(
        "{{\"callbacks\": {}, \"accepted\": {taken}, \"p50_us\": {:.2}, \"p99_us\": {:.2}, \"longest_us\": {:.2}}}",
        times.len(),
        at(50),
        at(99),
        at(100)
    );
    assert_eq!(taken, 0, "a hostile callback was taken");
}

/// How a flood ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flood {
    /// The sign-in survived it, and took the genuine answer.
    Survived,
    /// One of the hostile callbacks was taken.
    Taken,
}

/// Puts hostile callbacks before one sign-in, from the text as it arrives to the verdict.
fn flood(redirect: &RedirectUri, times: &mut Vec<Duration>) -> Flood {
    let now = "2026-05-24T13:34:39Z".parse().unwrap();
    let request = SignInRequest {
        issuers: Cloud::global().issuers,
        authority: Authority::Common,
        client_id: ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap(),
        redirect_uri: redirect.clone(),
        scopes: Scopes::default(),
        login_hint: None,
    };
    let mut pending = PendingSignIn::begin(request, &[7; 64], now);
    let strategy = hostile::hostile(redirect.as_str(), pending.state());
    let config = Config {
        rng_seed: RngSeed::Random,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    for _ in 0..CALLBACKS {
        let text = strategy.new_tree(&mut runner).unwrap().current();
        let began = Instant::now();
        // By the own scheme an answer comes as any program may write it, else as a browser has parsed it.
        let address = match DeepLink::parse(&text) {
            Ok(DeepLink::Callback(address)) => Some(address),
            _ => Url::parse(&text).ok(),
        };
        let Some(address) = address else {
            times.push(began.elapsed());
            continue;
        };
        let answered = pending.answer(&address, now);
        times.push(began.elapsed());
        let Answered::StillPending(same, _) = answered else {
            return Flood::Taken;
        };
        pending = *same;
    }
    let genuine = Url::parse(&format!("{redirect}?code=genuine&state={}", pending.state())).unwrap();
    assert!(
        matches!(pending.answer(&genuine, now), Answered::Redeem(_)),
        "the genuine answer was refused"
    );
    Flood::Survived
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000_000.0
}
