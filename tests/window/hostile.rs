//! A hostile page in the sign-in window: it reaches no command, and no address but https.
//!
//! Nothing may be injected into that window, and the driver does not see it: the page itself tells the lab what it
//! got, by the paths that it asks for.

use crate::support::Desk;
use std::time::{Duration, Instant};
use vincula_lab::{Forced, Place};

/// Tries every command in every way that a page has, then tells how often it was answered.
const CALLS: &str = r"
  const answers = { resolved: 0, refused: 0, silent: 0 };
  const settle = (promise) => Promise.race([
    promise.then(() => answers.resolved++, () => answers.refused++),
    new Promise((go) => setTimeout(go, 1500)).then(() => answers.silent++),
  ]);
  const given = { guide: 'cloud-gestion', erpAddress: 'evil.example', mailbox: 'evil@evil.example', setup: 'x',
    step: 'portal', kind: 'client_secret', text: 'evil', language: 'en', to: 'evil@evil.example', answer: 'arrived' };
  const bridge = window.__TAURI_INTERNALS__;
  const tries = [];
  for (const command of COMMANDS) {
    if (bridge && bridge.invoke) tries.push(settle(bridge.invoke(command, given)));
    tries.push(settle(fetch('ipc://localhost/' + command, { method: 'POST', body: JSON.stringify(given) })
      .then((answer) => { if (!answer.ok) throw answer.status; })));
    if (bridge && bridge.postMessage) bridge.postMessage({ cmd: command, callback: 0, error: 0, payload: given });
    const native = window.webkit && window.webkit.messageHandlers;
    if (native && native.ipc) native.ipc.postMessage(JSON.stringify({ cmd: command, callback: 0, error: 0, payload: given }));
  }
  await Promise.all(tries);
  await new Promise((go) => setTimeout(go, 500));
  await fetch('/hostile/resolved-' + answers.resolved);
";

/// Tries to leave for every kind of address that must be refused, then tells that it is still there.
const JOURNEYS: &str = r"
  for (const address of ['file:///etc/passwd', 'data:text/html,<p>x', 'http://127.0.0.1:9/', 'ftp://localhost/',
    'app.vincula://callback?code=x', 'mailto:x@y.es', 'ms-settings:', 'smb://localhost/x']) {
    try { location.href = address; } catch { /* refused by the engine itself */ }
    await new Promise((go) => setTimeout(go, 250));
  }
  await fetch('/hostile/still-here');
";

fn page(script: &str) -> Forced {
    let html = format!("<!doctype html><title>x</title><script>(async () => {{ {script} }})()</script>");
    Forced::Body(200, "text/html; charset=utf-8".to_owned(), html)
}

/// The commands, as `build.rs` declares them.
fn commands() -> String {
    let list = include_str!("../../src-tauri/build.rs")
        .split_once("&[")
        .unwrap()
        .1
        .split_once("];")
        .unwrap()
        .0;
    format!("[{}]", list.lines().map(str::trim).collect::<String>())
}

/// Opens the sign-in window on this page and waits for what it tells.
async fn visit(desk: &mut Desk, script: &str, told: &str) -> String {
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    let world = desk.customer.lab.world();
    world.force(Place::Authorize, page(script));
    desk.press("sign-in").await;
    let began = Instant::now();
    loop {
        let paths = world.requests().into_iter().map(|request| request.path);
        if let Some(path) = paths.into_iter().find(|path| path.starts_with(told)) {
            return path;
        }
        assert!(began.elapsed() < Duration::from_secs(30), "the page told nothing");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_page_in_the_sign_in_window_reaches_no_command() {
    let mut desk = Desk::open().await;
    // The same call from our own page is answered: the bridge is there, and what refuses is the border.
    let call = "const done = arguments[0]; \
        window.__TAURI_INTERNALS__.invoke('list_setups').then(() => done('answered'), () => done('refused'))";
    let own = desk.driver.execute_async(call, Vec::new()).await.unwrap();
    assert_eq!(own.json(), "answered");
    let script = CALLS.replace("COMMANDS", &commands());
    let told = visit(&mut desk, &script, "/hostile/").await;
    assert_eq!(told, "/hostile/resolved-0");
    let customer = desk.close().await;
    assert_eq!(customer.session.setups().len(), 1, "no setup was made or deleted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_page_leads_the_sign_in_window_nowhere_but_https() {
    let mut desk = Desk::open().await;
    let told = visit(&mut desk, JOURNEYS, "/hostile/").await;
    assert_eq!(told, "/hostile/still-here");
    let shown = desk.find("[data-host]").await.text().await.unwrap();
    assert!(
        shown.contains("localhost"),
        "the page still says where the window is: {shown}"
    );
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_sends_forged_answers_does_not_end_the_sign_in() {
    let mut desk = Desk::open().await;
    let redirect = desk.customer.redirect_uri();
    let script = format!(
        "for (let n = 0; n < 20; n++) {{ const frame = document.createElement('iframe'); \
         frame.src = '{redirect}?code=framed&state=' + n; document.documentElement.append(frame); }} \
         for (let n = 0; n < 1000; n++) {{ location.href = '{redirect}?code=forged&state=' + n; \
         await new Promise((go) => setTimeout(go, 4)); }} await fetch('/hostile/forged');"
    );
    visit(&mut desk, &script, "/hostile/forged").await;
    desk.find("[data-window='open']").await;
    assert_eq!(
        desk.customer.erp.calls_with_proof(),
        0,
        "of a thousand forged answers none was sent on to the ERP"
    );
    let tokens = desk
        .customer
        .lab
        .world()
        .requests()
        .into_iter()
        .filter(|request| request.path.ends_with("/token"));
    assert_eq!(tokens.count(), 0, "no forged code was redeemed");
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_is_neither_microsofts_nor_the_companys_stops_the_window_until_the_person_knows_it() {
    let mut desk = Desk::open().await;
    let script = "location.href = 'https://login.microsoftonline.com.stranger.example/x'; \
        await new Promise((go) => setTimeout(go, 400)); await fetch('/hostile/stopped');";
    visit(&mut desk, script, "/hostile/stopped").await;
    desk.find("[data-unknown-host='login.microsoftonline.com.stranger.example']")
        .await;
    desk.find("[data-host='localhost']").await;
    desk.press("trust-host").await;
    desk.find("[data-host='login.microsoftonline.com.stranger.example']")
        .await;
    desk.press("cancel").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_leads_nowhere_is_noticed_by_its_address_and_the_next_place_is_offered() {
    let mut desk = Desk::open().await;
    let script = "location.href = '/common/wrongplace';";
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    desk.customer.lab.world().force(Place::Authorize, page(script));
    desk.press("sign-in").await;
    desk.find("[data-dead-end='error_page']").await;
    desk.press("fall-over").await;
    desk.find("[data-window='waits_for_paste']").await;
    desk.press("cancel").await;
    desk.close().await;
}
