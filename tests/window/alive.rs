//! Keeping it alive: the list says how each setup stands, a secret is renewed from it, and the desktop reminds.

use crate::support::{Desk, Opening};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};
use thirtyfour::{Key, TypingData};
use vincula_lab::Act;
use vincula_testbed::{Canary, Child, Customer, Display, Session};

const PATIENCE: Duration = Duration::from_secs(40);
const ID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

async fn sign_in_and_send(desk: &mut Desk) {
    let owner = desk.customer.sample.work_user.clone();
    desk.press("check").await;
    desk.page("sign-in").await;
    desk.person(&owner, Act::Accept);
    desk.press("sign-in").await;
    desk.page("send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    desk.press("arrived").await;
}

/// The setups in the data folder, as they are on the disk.
fn kept(customer: &Customer) -> Vec<Value> {
    let files = customer.session.setups().into_iter();
    let setups = files.map(|file| std::fs::read(file).unwrap());
    setups
        .map(|bytes| serde_json::from_slice::<Value>(&bytes).unwrap()["setup"].clone())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_secret_is_renewed_from_the_list_to_the_end() {
    let mut desk = Desk::open().await;
    let owner = desk.customer.sample.work_user.clone();
    desk.prepare().await;
    sign_in_and_send(&mut desk).await;
    desk.page("hand-over").await;
    desk.press("handed-over").await;
    desk.press("home").await;
    desk.find("[data-health='works'][data-severity='fine']").await;

    // The checks begin at once. Without the organisation's id nobody can ask about the secret before the sign-in.
    let client_id = desk.customer.application.client_id.clone();
    desk.customer.lab.world().expire_secrets(&client_id);
    desk.press_first("recheck").await;
    desk.page("sign-in").await;
    desk.press("sign-in").await;
    assert_eq!(desk.problem().await, "secret_expired");
    desk.press("nav-home").await;
    desk.find("[data-health='fails'][data-severity='broken']").await;
    desk.press_first("renew").await;
    desk.page("renew").await;
    let new = desk.customer.new_secret();
    let canary = Canary::of(&new.value);
    desk.copy(&new.value);
    desk.press("paste:client_secret").await;
    desk.find("[data-held='client_secret']").await;
    desk.choose("secret-end", "180").await;
    desk.find("[data-secret-ends]:not([data-secret-ends=''])").await;

    // Closed half-way, it goes on where it was; the old secret's end is still the setup's.
    let customer = desk.close().await;
    assert_eq!(kept(&customer)[0]["renewal"]["stage"], "proves");
    let mut desk = Desk::open_for(customer, Opening::default()).await;
    desk.find("[data-health='renewing']").await;
    desk.press_first("resume").await;
    desk.page("check").await;
    sign_in_and_send(&mut desk).await;
    desk.page("renew-hand-over").await;
    desk.press("copy:client_secret").await;
    desk.find("[data-hand-over='client_secret'][data-copied='true']")
        .await;
    assert_eq!(
        desk.clipboard_text(),
        new.value,
        "the ERP is given the new secret"
    );
    desk.press("renewal-handed-over").await;
    desk.page("remove-old").await;
    desk.find("[data-frame='secret-old']").await;
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None
    );
    desk.press("old-removed").await;
    desk.find("[data-health='works'][data-severity='fine']").await;
    let customer = desk.close().await;
    let setups = kept(&customer);
    assert_eq!(setups[0]["renewal"], Value::Null);
    assert_ne!(setups[0]["secret_ends"], Value::Null);
    assert_eq!(
        customer.lab.world().mailbox(&owner).len(),
        2,
        "one mail for each proof"
    );
    assert_eq!(canary.in_files(customer.session.home()), [] as [_; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_is_given_up_leaves_the_old_secret() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    sign_in_and_send(&mut desk).await;
    desk.page("hand-over").await;
    desk.press("handed-over").await;
    desk.press("home").await;
    desk.press_first("more").await;
    desk.press_first("renew").await;
    desk.page("renew").await;
    let new = desk.customer.new_secret();
    desk.copy(&new.value);
    desk.press("paste:client_secret").await;
    desk.find("[data-held='client_secret']").await;
    desk.press("renew-cancel").await;
    desk.find("[data-health='works']").await;
    desk.press_first("recheck").await;
    desk.page("sign-in").await;
    let customer = desk.close().await;
    assert_eq!(kept(&customer)[0]["renewal"], Value::Null);
}

async fn keys(desk: &Desk, keys: impl Into<TypingData>) {
    let chain = desk
        .driver
        .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
    chain.send_keys(keys).perform().await.unwrap();
}

/// Where the focus is: the action, field or role of the element that has it.
async fn focus(desk: &Desk) -> String {
    let at = desk
        .script(
            "const at = document.activeElement;
             return at.dataset.action ?? at.dataset.field ?? at.dataset.said ?? at.tagName.toLowerCase();",
        )
        .await;
    at.as_str().unwrap().to_owned()
}

async fn focused(desk: &Desk, beginning: &str) {
    let began = Instant::now();
    loop {
        let at = focus(desk).await;
        if at.starts_with(beginning) {
            return;
        }
        assert!(
            began.elapsed() < PATIENCE,
            "the focus is on {at}, not on {beginning}"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Opens the menu by the arrow and goes to an entry by its first letters, as the keyboard of a menu is used.
async fn choose(desk: &Desk, action: &str) {
    desk.script("document.querySelector(\"[data-action^='more:']\").focus()")
        .await;
    keys(desk, Key::Down).await;
    desk.find("[role='menu']").await;
    for _ in 0..10 {
        if focus(desk).await.starts_with(action) {
            return keys(desk, Key::Enter).await;
        }
        keys(desk, Key::Down).await;
    }
    panic!("no way to {action}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_is_named_copied_and_put_away_by_the_keyboard() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("nav-home").await;
    desk.find("[data-health='not_proven']").await;

    choose(&desk, "rename").await;
    desk.find("[data-dialog='rename']").await;
    desk.script("document.querySelector(\"[data-field='name']\").focus()")
        .await;
    keys(&desk, "Ventas").await;
    keys(&desk, Key::Enter).await;
    focused(&desk, "more:").await;
    let heading = desk.find("[data-setup] h3").await.text().await.unwrap();
    assert_eq!(heading, "Ventas");

    // Escape closes the menu and gives the focus back.
    keys(&desk, Key::Down).await;
    desk.find("[role='menu']").await;
    keys(&desk, Key::Escape).await;
    focused(&desk, "more:").await;
    assert!(!desk.has("[role='menu']").await);

    choose(&desk, "duplicate").await;
    focused(&desk, "yes").await;
    desk.find("[data-setup]:nth-of-type(2)").await;
    choose(&desk, "archive").await;
    focused(&desk, "yes").await;
    desk.press("archived").await;
    desk.find("[data-health='archived']").await;
    desk.press_first("unarchive").await;
    focused(&desk, "yes").await;
    assert!(!desk.has("[data-health='archived']").await);

    choose(&desk, "delete").await;
    desk.find("[data-dialog='delete']").await;
    desk.press("cancel").await;
    focused(&desk, "more:").await;
    let customer = desk.close().await;
    assert_eq!(kept(&customer).len(), 2);
}

/// A setup on the disk that worked, whose secret ends on this day.
fn keep_setup(customer: &Customer, ends: jiff::civil::Date) -> PathBuf {
    let folder = customer.session.home().join("data/vincula/setups");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{ID}.json"));
    let setup = json!({ "schema": 1, "setup": {
        "id": ID,
        "guide": "cloud-gestion",
        "erp_address": "https://soler.cloudgestion1.app",
        "mailbox": "ventas@ferreteriasoler.example",
        "client_id": customer.application.client_id,
        "secret_ends": ends,
        "created_at": "2026-05-24T13:34:39Z",
        "updated_at": "2026-05-24T13:34:39Z",
        "verification": { "at": "2026-05-24T14:00:00Z", "proven": true, "checks": [] },
    }});
    std::fs::write(&file, setup.to_string()).unwrap();
    file
}

/// What the desktop has shown, as its own program tells it.
fn shown(session: &Session) -> Vec<String> {
    let mut asks = session.run("dunstctl");
    let told: Value = match serde_json::from_slice(&asks.arg("history").output().unwrap().stdout) {
        Ok(told) => told,
        Err(_) => return Vec::new(),
    };
    let notices = told["data"][0].as_array().unwrap();
    notices
        .iter()
        .map(|notice| notice["summary"]["data"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desktop_is_told_once_that_a_secret_ends() {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let display = Display::of_size(800, 600);
    // A notice goes to the history once it is gone from the screen: at once.
    let settings = customer.session.home().join("dunstrc");
    std::fs::write(
        &settings,
        "[urgency_low]\ntimeout = 1\n[urgency_normal]\ntimeout = 1\n",
    )
    .unwrap();
    let mut daemon = customer.session.run("dunst");
    daemon
        .arg("-config")
        .arg(&settings)
        .env("DISPLAY", display.name())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let _daemon = Child::start(&mut daemon);
    // Tomorrow on a calendar that may be a day behind or ahead of UTC's: today and the day after warn alike.
    let ends = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let file = keep_setup(&customer, ends);

    let desk = Desk::open_for(customer, Opening::default()).await;
    desk.find("[data-health='secret_ends'][data-severity='soon']")
        .await;
    let began = Instant::now();
    while shown(&desk.customer.session).is_empty() {
        assert!(began.elapsed() < PATIENCE, "the desktop was told nothing");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(
        shown(&desk.customer.session),
        ["El secreto de ventas@ferreteriasoler.example está a punto de caducar"]
    );
    let customer = desk.close().await;
    let setup: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(setup["setup"]["reminded"]["warning"], "day");

    let desk = Desk::open_for(customer, Opening::default()).await;
    desk.find("[data-health='secret_ends']").await;
    desk.press_first("renew").await;
    desk.page("renew").await;
    assert_eq!(shown(&desk.customer.session).len(), 1, "once is enough");
    desk.close().await;
}
