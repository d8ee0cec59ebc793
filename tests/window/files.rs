//! The setups' files: a damaged one, one of a newer version, and many starts at once.

use crate::support::{Desk, Opening};
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use vincula_assistant::{DataFolder, SetupFolder, SetupStore as _};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::{Language, text};
use vincula_core::value::{ErpAddress, Mailbox};
use vincula_testbed::{Child, Customer, Display, Session};

const ID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const AT_ONCE: usize = 50;
/// A bound for the test, not a figure: fifty starts share the machine.
const PATIENCE: Duration = Duration::from_mins(5);

fn setups(session: &Session) -> SetupFolder {
    SetupFolder::of(&DataFolder::at(&session.home().join("data/vincula")).unwrap()).unwrap()
}

/// A setup that was kept twice.
fn keep_setup(session: &Session) -> Setup {
    let setup = Setup::new(
        SetupId::parse(ID).unwrap(),
        "cloud-gestion",
        ErpAddress::parse("empresa.cloudgestion1.app").unwrap(),
        Mailbox::parse("ana@empresa.es").unwrap(),
        "2026-11-24T10:00:00Z".parse().unwrap(),
    );
    let setups = setups(session);
    setups.save(&setup).unwrap();
    setups
        .update(&setup.id, &mut |setup| setup.mark_done("portal"))
        .unwrap()
}

fn file(session: &Session) -> PathBuf {
    session.home().join(format!("data/vincula/setups/{ID}.json"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_leads_to_the_setup_from_before_and_says_so_until_the_person_knows() {
    let session = Session::with_keyring();
    keep_setup(&session);
    let whole = fs::read(file(&session)).unwrap();
    fs::write(file(&session), &whole[..whole.len() / 3]).unwrap();

    let desk = Desk::open_for(Customer::in_session(session).await, Opening::default()).await;
    let banner = desk.find("[data-mishap='restored']").await.text().await.unwrap();
    assert!(banner.contains("ana@empresa.es"), "{banner}");
    let advice = text(Language::Es, "mishap-restored.do", &[]);
    assert!(banner.contains(&advice), "{banner}");
    // It is there to go on with, as it was before the last change.
    desk.press(&format!("resume:{ID}")).await;
    desk.step("portal").await;
    desk.driver.refresh().await.unwrap();
    desk.page("welcome").await;
    desk.find("[data-mishap='restored']").await;
    desk.press("mishaps-known").await;
    let began = Instant::now();
    while desk.has("[data-mishaps]").await {
        assert!(began.elapsed() < PATIENCE, "the banner stays");
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let customer = desk.close().await;
    // What was damaged is kept.
    let aside = customer
        .session
        .home()
        .join(format!("data/vincula/setups/damaged/{ID}.1.told"));
    assert_eq!(fs::read(aside).unwrap(), whole[..whole.len() / 3]);
    let desk = Desk::open_for(customer, Opening::default()).await;
    desk.find(&format!("[data-action='resume:{ID}']")).await;
    assert!(!desk.has("[data-mishaps]").await);
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_versions_setup_is_shown_and_cannot_be_changed() {
    let session = Session::with_keyring();
    let setup = keep_setup(&session);
    let newer = json!({"schema": 3, "setup": setup, "more": true}).to_string();
    fs::write(file(&session), &newer).unwrap();

    let desk = Desk::open_for(Customer::in_session(session).await, Opening::default()).await;
    let list = desk.find("[data-newer-setups]").await.text().await.unwrap();
    assert!(list.contains("ana@empresa.es"), "{list}");
    assert!(
        list.contains(&text(Language::Es, "problem-setup-too-new", &[])),
        "{list}"
    );
    assert!(
        !desk.has(&format!("[data-action$=':{ID}']")).await,
        "there is nothing to press"
    );
    // Not by a page that asks all the same, either.
    let refused = desk
        .script(&format!(
            "const ask = (name) => window.__TAURI_INTERNALS__
                 .invoke(name, {{ setup: '{ID}', step: 'portal' }})
                 .then(() => 'done', (fault) => fault.kind);
             return Promise.all(['open_setup', 'step_done', 'delete_setup'].map(ask))"
        ))
        .await;
    assert_eq!(
        refused,
        json!(["setup_too_new", "setup_too_new", "setup_too_new"])
    );
    let customer = desk.close().await;
    assert_eq!(fs::read_to_string(file(&customer.session)).unwrap(), newer);
}

fn start(session: &Session, display: &Display) -> Child {
    let mut command = session.run(env!("CARGO_BIN_EXE_vincula-desktop"));
    command
        .env("DISPLAY", display.name())
        .env("GDK_BACKEND", "x11")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    Child::start(&mut command)
}

/// The windows of the assistant that can be seen.
fn windows(display: &Display) -> usize {
    let mut search = Command::new("xdotool");
    search
        .args(["search", "--onlyvisible", "--name", "^Vincula$"])
        .env("DISPLAY", display.name());
    let output = search.output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().count()
}

/// Waits until of all these programs one is left, which has its window.
fn one_is_left(programs: &mut [Child], display: &Display) {
    let began = Instant::now();
    loop {
        let mut left = 0;
        for program in programs.iter_mut() {
            left += usize::from(program.process().try_wait().unwrap().is_none());
        }
        let windows = windows(display);
        assert!(left > 0, "all of them ended");
        assert!(windows <= 1, "{windows} windows");
        if (left, windows) == (1, 1) {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "{left} programs, {windows} windows");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn fifty_starts_at_once_open_one_window_and_lose_no_change() {
    let session = Session::with_keyring();
    let setup = keep_setup(&session);
    let display = Display::of_size(1280, 900);
    let mut programs: Vec<Child> = (0..AT_ONCE).map(|_| start(&session, &display)).collect();
    // Meanwhile somebody works on the setup, as the command line would.
    let setups = setups(&session);
    for change in 0..AT_ONCE {
        let step = format!("step-{change}");
        setups
            .update(&setup.id, &mut |setup| setup.mark_done(&step))
            .unwrap();
    }
    one_is_left(&mut programs, &display);
    let survey = setups.survey().unwrap();
    assert!(
        survey.mishaps.is_empty() && survey.unread.is_empty(),
        "{survey:?}"
    );
    assert_eq!(survey.setups[0].steps_done.len(), AT_ONCE + 1);
}

#[test]
fn without_a_session_bus_a_second_start_finds_the_first_says_so_and_ends() {
    use std::io::Read as _;

    let session = Session::without_keyring();
    let display = Display::of_size(1280, 900);
    let mut first = [start(&session, &display)];
    one_is_left(&mut first, &display);
    let mut second = start(&session, &display);
    let status = second.process().wait().unwrap();
    assert_eq!(status.code(), Some(1));
    let mut said = String::new();
    let mut errors = second.process().stderr.take().unwrap();
    errors.read_to_string(&mut said).unwrap();
    assert!(said.contains(&text(Language::Es, "already-open", &[])), "{said}");
    one_is_left(&mut first, &display);
    // Once it is closed, the next start has the place.
    drop(first);
    let mut next = [start(&session, &display)];
    one_is_left(&mut next, &display);
}
