//! Keyrings that misbehave in each of their ways, and the program that goes on: each ends within its bound, with its
//! name, and the same command works once the keyring does.

mod support;

use std::process::Output;
use std::time::{Duration, Instant};
use support::{Case, fed};
use vincula_core::problem::ProblemKind;
use vincula_core::text::{Language, text};
use vincula_testbed::{Canary, KeyringBehaviour, SecretService, Session};

/// As `--keyring-patience` says, and what a loaded machine takes to start and end a program.
const BOUND: Duration = Duration::from_secs(4 + 30);
const PATIENCE: &str = "4";
const OLDER: &str = "yyy8Q~0123456789012345678901234567890123";

/// A case on a bus of its own with this keyring.
async fn case_with(behaviour: KeyringBehaviour) -> (Case, SecretService) {
    let session = Session::with_bare_bus();
    let keyring = SecretService::on(&session, behaviour);
    (Case::in_session(session).await, keyring)
}

fn set(case: &Case, id: &str, secret: &str) -> Output {
    let command = case.command(&["secret", "set", id, "--keyring-patience", PATIENCE]);
    let began = Instant::now();
    let output = fed(command, secret);
    assert!(began.elapsed() < BOUND, "{:?}", began.elapsed());
    output
}

fn notes(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn is_named(output: &Output, kind: ProblemKind) {
    let notes = notes(output);
    assert_eq!(output.status.code(), Some(3), "{notes}");
    for part in ["", ".do"] {
        let said = text(Language::En, &format!("{}{part}", kind.text_id()), &[]);
        assert!(notes.contains(&said), "{said} is not in: {notes}");
    }
}

/// Where the keyring's part of a run ends, without anybody signing in.
async fn secret_check(case: &Case, id: &str) -> String {
    let more = ["--keyring-patience", PATIENCE];
    let verified = case.verify_with(id, &more, "", support::Acts::HangsUp).await;
    match verified.outcome("secret") {
        "failed" => verified.problem("secret").to_owned(),
        outcome => outcome.to_owned(),
    }
}

/// What a behaviour is called when a secret is kept; `None` where it is kept.
fn name(behaviour: KeyringBehaviour) -> Option<ProblemKind> {
    match behaviour {
        KeyringBehaviour::Works | KeyringBehaviour::UnlockedWhenAsked | KeyringBehaviour::KeepsDeleted => {
            None
        }
        KeyringBehaviour::Dismissed | KeyringBehaviour::DeniesAccess => Some(ProblemKind::KeyringDenied),
        KeyringBehaviour::Unanswered => Some(ProblemKind::KeyringLocked),
        KeyringBehaviour::NoCollection => Some(ProblemKind::KeyringAbsent),
        KeyringBehaviour::Silent => Some(ProblemKind::KeyringHung),
        KeyringBehaviour::Changes | KeyringBehaviour::Forgets => Some(ProblemKind::KeyringChanged),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_to_refuse_a_secret_has_its_name_and_the_next_try_works() {
    for behaviour in KeyringBehaviour::ALL {
        let (case, keyring) = case_with(behaviour).await;
        let id = case.setup_with(&[]);
        let output = set(&case, &id, &case.secret.value);
        match name(behaviour) {
            None => assert!(output.status.success(), "{behaviour:?}: {}", notes(&output)),
            Some(kind) => {
                is_named(&output, kind);
                assert_eq!(
                    keyring.holds(),
                    0,
                    "{behaviour:?}: what cannot be trusted is not left there"
                );
            }
        }
        let canary = Canary::of(&case.secret.value);
        assert_eq!(canary.in_bytes(&output.stderr), None, "{behaviour:?}");
        // That it may take a while is said where it takes a while, and nowhere else.
        let waits = text(Language::En, "keyring-waits", &[]);
        let is_slow = matches!(behaviour, KeyringBehaviour::Silent | KeyringBehaviour::Unanswered);
        assert_eq!(notes(&output).contains(&waits), is_slow, "{behaviour:?}");

        keyring.behave(KeyringBehaviour::Works);
        let again = set(&case, &id, &case.secret.value);
        assert!(again.status.success(), "{behaviour:?}: {}", notes(&again));
        assert_eq!(keyring.holds(), 1, "{behaviour:?}");
        assert_eq!(secret_check(&case, &id).await, "passed", "{behaviour:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_to_hold_a_secret_back_has_its_name_and_the_next_run_passes() {
    for behaviour in KeyringBehaviour::ALL {
        let (case, keyring) = case_with(KeyringBehaviour::Works).await;
        let id = case.setup();
        keyring.behave(behaviour);
        let expected = match behaviour {
            KeyringBehaviour::Works
            | KeyringBehaviour::UnlockedWhenAsked
            | KeyringBehaviour::Forgets
            | KeyringBehaviour::KeepsDeleted => &["passed"][..],
            // Another value may look like a secret, and then only Microsoft can tell it from the right one.
            KeyringBehaviour::Changes => &[
                "secret_wrong",
                "secret_odd_shape",
                "secret_too_new",
                "keyring_changed",
            ],
            other => &[name(other).map_or("", ProblemKind::as_str)],
        };
        let found = secret_check(&case, &id).await;
        assert!(expected.contains(&found.as_str()), "{behaviour:?}: {found}");
        keyring.behave(KeyringBehaviour::Works);
        assert_eq!(secret_check(&case, &id).await, "passed", "{behaviour:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_secret_is_not_used_in_place_of_one_that_the_keyring_refused() {
    for behaviour in [
        KeyringBehaviour::Dismissed,
        KeyringBehaviour::Unanswered,
        KeyringBehaviour::Silent,
        KeyringBehaviour::Changes,
        KeyringBehaviour::DeniesAccess,
    ] {
        let (case, keyring) = case_with(KeyringBehaviour::Works).await;
        let id = case.setup_with(&[]);
        case.keep_secret(&id, OLDER);
        keyring.behave(behaviour);
        assert_eq!(set(&case, &id, &case.secret.value).status.code(), Some(3));
        keyring.behave(KeyringBehaviour::Works);
        assert_eq!(secret_check(&case, &id).await, "secret_missing", "{behaviour:?}");
        assert_eq!(keyring.holds(), 0, "{behaviour:?}");
        case.keep_secret(&id, &case.secret.value);
        assert_eq!(secret_check(&case, &id).await, "passed", "{behaviour:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_not_really_deleted_is_told_and_its_setup_stays() {
    let (case, keyring) = case_with(KeyringBehaviour::Works).await;
    let id = case.setup();
    keyring.behave(KeyringBehaviour::KeepsDeleted);
    is_named(
        &case.vincula(&["secret", "delete", &id], ""),
        ProblemKind::KeyringChanged,
    );
    is_named(
        &case.vincula(&["setup", "delete", &id], ""),
        ProblemKind::KeyringChanged,
    );
    assert!(case.vincula(&["setup", "show", &id], "").status.success());
    keyring.behave(KeyringBehaviour::Works);
    assert!(case.vincula(&["setup", "delete", &id], "").status.success());
    assert_eq!(keyring.holds(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_forgotten_also_a_secret_without_a_setup_and_a_setup_that_nobody_can_read() {
    let (case, keyring) = case_with(KeyringBehaviour::Works).await;
    let (kept, damaged, orphan) = (case.setup(), case.setup(), case.setup());
    let file = |id: &str| case.session.home().join(format!("data/vincula/setups/{id}.json"));
    std::fs::write(file(&damaged), "no setup").unwrap();
    std::fs::remove_file(file(&orphan)).unwrap();
    assert_eq!(keyring.holds(), 3);

    let unsure = case.vincula(&["forget-everything"], "");
    assert_eq!(unsure.status.code(), Some(2));
    assert_eq!(keyring.holds(), 3);

    keyring.behave(KeyringBehaviour::Dismissed);
    let output = case.vincula(&["forget-everything", "--yes"], "");
    is_named(&output, ProblemKind::KeyringDenied);
    assert!(notes(&output).contains(&kept), "{}", notes(&output));
    assert!(file(&kept).exists() && file(&damaged).exists());

    keyring.behave(KeyringBehaviour::Works);
    let output = case.vincula(&["forget-everything", "--yes"], "");
    assert!(output.status.success(), "{}", notes(&output));
    assert_eq!(keyring.holds(), 0);
    assert!(!file(&kept).exists() && !file(&damaged).exists());
    let list = case.vincula(&["setup", "list"], "");
    assert_eq!(String::from_utf8_lossy(&list.stdout), "");
}

/// Calls a method of the real keyring's.
#[expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]
fn ask_keyring(case: &Case, method: &str, arguments: &[&str]) -> Output {
    case.session
        .run("gdbus")
        .args([
            "call",
            "--session",
            "--dest",
            "org.freedesktop.secrets",
            "--timeout",
            "5",
        ])
        .args(["--object-path", "/org/freedesktop/secrets", "--method", method])
        .args(arguments)
        .output()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn gnomes_keyring_is_locked_killed_and_back_and_each_has_its_name() {
    let mut case = Case::new().await;
    let id = case.setup();
    assert_eq!(secret_check(&case, &id).await, "passed");

    // Locked: its question needs a display, of which there is none, so that it counts as dismissed.
    let collection = "['/org/freedesktop/secrets/collection/login']";
    let locked = ask_keyring(&case, "org.freedesktop.Secret.Service.Lock", &[collection]);
    assert!(locked.status.success(), "{locked:?}");
    let named = secret_check(&case, &id).await;
    assert!(
        ["keyring_denied", "keyring_locked"].contains(&named.as_str()),
        "{named}"
    );
    let output = set(&case, &id, OLDER);
    assert_eq!(output.status.code(), Some(3), "{}", notes(&output));

    // Back, unlocked: the one that it refused is not replaced by the one before.
    case.restart_keyring();
    assert_eq!(secret_check(&case, &id).await, "secret_missing");
    case.keep_secret(&id, &case.secret.value);
    assert_eq!(secret_check(&case, &id).await, "passed");

    // Killed: the bus starts another one, which is locked.
    case.kill_keyring();
    let named = secret_check(&case, &id).await;
    assert!(named.starts_with("keyring_"), "{named}");
    case.restart_keyring();
    assert_eq!(secret_check(&case, &id).await, "passed");
    assert!(case.vincula(&["secret", "delete", &id], "").status.success());
    assert_eq!(secret_check(&case, &id).await, "secret_missing");
}
