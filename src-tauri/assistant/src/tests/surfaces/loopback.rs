//! The listener on this machine.

use super::{Handed, NoBrowserHere};
use crate::tests::bench::{Bench, lines};
use crate::{Clock as _, LoopbackSurface, Run, SignInSurface as _, Stage};
use reqwest::header::HOST;
use reqwest::{Client, Method, StatusCode};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use url::Url;
use vincula_core::check::CheckId;
use vincula_core::cloud::Cloud;
use vincula_core::problem::ProblemKind;
use vincula_core::surface::SurfaceKind;
use vincula_core::text::{Language, text};
use vincula_core::value::RedirectUri;

fn client() -> Client {
    // Making ours first sets the process's TLS provider, which reqwest asks for even where nothing is encrypted.
    drop(vincula_microsoft::Microsoft::new(Cloud::global()));
    Client::builder().no_proxy().tls_certs_only([]).build().unwrap()
}

fn erps() -> RedirectUri {
    RedirectUri::parse("https://erp.example/cb").unwrap()
}

/// The checks until somebody has to sign in.
async fn checked(bench: &Bench) -> Run {
    let mut run = bench.run();
    run.check(&bench.host()).await;
    assert_eq!(run.stage(), Stage::SignIn, "{:?}", lines(&run));
    run
}

/// A run whose sign-in goes through the person's own browser. What comes back to this machine is left to `arrives`.
async fn signed_in(bench: &Bench, arrives: impl AsyncFnOnce(Url)) -> Run {
    bench.register(SurfaceKind::Loopback);
    let browser = Handed::new();
    let surface = LoopbackSurface::bind(&browser, Language::Es).await.unwrap();
    let mut run = checked(bench).await;
    let host = bench.host();
    browser
        .played(run.sign_in(&host, &surface), async |address| {
            arrives(bench.visit(&bench.practice.work_user, &address).await).await;
        })
        .await;
    run
}

#[tokio::test]
async fn a_browser_that_comes_back_to_this_machine_ends_with_the_mail() {
    let bench = Bench::set().await;
    let mut run = signed_in(&bench, async |answer| {
        assert!(answer.as_str().starts_with("http://localhost:"), "{answer}");
        let page = client().get(answer).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK);
        let headers = page.headers().clone();
        for (name, value) in [
            ("cache-control", "no-store"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("content-type", "text/html; charset=utf-8"),
            (
                "content-security-policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            ),
        ] {
            assert_eq!(headers[name], value, "{name}");
        }
        let page = page.text().await.unwrap();
        assert!(
            page.contains(&text(Language::Es, "browser-page-done", &[])),
            "{page}"
        );
        assert!(page.contains("<html lang=\"es\">"), "{page}");
        assert!(!page.contains("code"), "{page}");
    })
    .await;
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!(run.stage(), Stage::ConfirmArrival, "{:?}", lines(&run));
    assert!(run.verification(bench.clock.now()).proven);
    assert_eq!(bench.mails(), 1);
}

/// Everything that somebody who knows all but the state can send.
async fn junk(n: usize, answer: &Url, client: &Client) {
    let port = answer.port().unwrap();
    let own = format!("http://localhost:{port}/vincula");
    let forged = format!("{own}?code=forged&state=AAAA");
    let get = |address: &str| client.get(address).send();
    let refused = match n % 10 {
        0 => get(&forged)
            .await
            .map(|page| page.status() == StatusCode::BAD_REQUEST),
        1 => get(&format!("http://localhost:{port}/favicon.ico"))
            .await
            .map(|page| page.status() == StatusCode::NOT_FOUND),
        // The whole answer, and by another way than a browser's: none of it counts.
        2 => client
            .post(answer.clone())
            .send()
            .await
            .map(|page| page.status() == StatusCode::METHOD_NOT_ALLOWED),
        3 => client
            .get(answer.clone())
            .header(HOST, "evil.example")
            .send()
            .await
            .map(|page| page.status() == StatusCode::MISDIRECTED_REQUEST),
        4 => get(answer.as_str().replace("localhost", "127.0.0.1").as_str())
            .await
            .map(|page| page.status() == StatusCode::MISDIRECTED_REQUEST),
        5 => client
            .request(Method::HEAD, answer.clone())
            .send()
            .await
            .map(|page| page.status() == StatusCode::METHOD_NOT_ALLOWED),
        6 => get(answer.as_str().replace("/vincula", "/Vincula").as_str())
            .await
            .map(|page| page.status() == StatusCode::NOT_FOUND),
        7 => get(&format!("{answer}&state=twice"))
            .await
            .map(|page| page.status() == StatusCode::BAD_REQUEST),
        8 => get(&format!("{own}?{}", "x".repeat(40_000)))
            .await
            .map(|page| page.status() != StatusCode::OK),
        _ => {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
            let bytes: &[u8] = match n % 4 {
                0 => b"\x16\x03\x01\x02\x00\x01\x00",
                1 => b"GET /vincula",
                2 => b"GET /vincula?code=x HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                _ => b"\0\0\0\0\r\n\r\n",
            };
            stream.write_all(bytes).await.unwrap();
            stream.shutdown().await.unwrap();
            let mut said = Vec::new();
            drop(stream.read_to_end(&mut said).await);
            assert!(!said.starts_with(b"HTTP/1.1 200"), "{n}");
            return;
        }
    };
    // Some calls are cut off instead of answered; none is taken.
    assert!(refused.unwrap_or(true), "{n}: junk was taken");
}

#[tokio::test]
async fn five_hundred_junk_calls_leave_the_listener_to_the_genuine_one() {
    let bench = Bench::set().await;
    let run = signed_in(&bench, async |answer| {
        let before = bench.asked("/token");
        let client = client();
        for n in 0..500 {
            junk(n, &answer, &client).await;
        }
        assert_eq!(bench.asked("/token"), before, "junk was redeemed");
        let page = client.get(answer).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK);
    })
    .await;
    assert_eq!(run.stage(), Stage::Send, "{:?}", lines(&run));
    assert_eq!(bench.asked("/token"), 2, "the secret by itself, then the code");
}

#[tokio::test]
async fn callers_who_say_nothing_hold_nobody_up() {
    let bench = Bench::set().await;
    let run = signed_in(&bench, async |answer| {
        let mut silent = Vec::new();
        for _ in 0..40 {
            silent.push(
                TcpStream::connect(("127.0.0.1", answer.port().unwrap()))
                    .await
                    .unwrap(),
            );
        }
        let page = client().get(answer).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK);
    })
    .await;
    assert_eq!(run.stage(), Stage::Send, "{:?}", lines(&run));
}

#[tokio::test]
async fn an_address_that_is_not_registered_is_an_error_page_and_no_answer() {
    let mut bench = Bench::set().await;
    bench.patience = Duration::from_millis(300);
    let browser = Handed::new();
    let surface = LoopbackSurface::bind(&browser, Language::En).await.unwrap();
    let mut run = checked(&bench).await;
    let host = bench.host();
    browser
        .played(run.sign_in(&host, &surface), async |address| {
            let person = vincula_lab::Person::new(&bench.practice.work_user, vincula_lab::Behaviour::Accept);
            let ending = person.visit(&address).await.unwrap();
            let vincula_lab::Ending::Stuck { code, .. } = ending else {
                panic!("{ending:?}")
            };
            assert_eq!(code.as_deref(), Some("AADSTS50011"));
        })
        .await;
    let failure = run.failure().map(|(check, problem)| (check, problem.kind));
    assert_eq!(failure, Some((CheckId::SignIn, ProblemKind::SignInTimedOut)));
}

#[tokio::test]
async fn a_machine_without_a_browser_says_so_at_once() {
    let bench = Bench::set().await;
    let surface = LoopbackSurface::bind(&NoBrowserHere, Language::Es).await.unwrap();
    let mut run = checked(&bench).await;
    run.sign_in(&bench.host(), &surface).await;
    let failure = run.failure().map(|(check, problem)| (check, problem.kind));
    assert_eq!(failure, Some((CheckId::SignIn, ProblemKind::WindowClosed)));
}

#[tokio::test]
async fn a_port_belongs_to_one_listener_alone() {
    let browser = Handed::new();
    let one = LoopbackSurface::bind(&browser, Language::Es).await.unwrap();
    let two = LoopbackSurface::bind(&browser, Language::Es).await.unwrap();
    let port = |surface: &LoopbackSurface<'_>| surface.redirect_uri(&erps()).url().port().unwrap();
    assert_ne!(port(&one), port(&two));
    for address in ["127.0.0.1", "::1"] {
        let squatter = tokio::net::TcpListener::bind((address, port(&one))).await;
        assert!(squatter.is_err(), "{address} was left to somebody else");
    }
    // Nobody from outside of this machine reaches it.
    let everywhere = tokio::net::TcpListener::bind(("0.0.0.0", port(&one))).await;
    assert!(everywhere.is_err());
}
