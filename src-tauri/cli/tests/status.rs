//! Keeping setups alive: how they stand, a new secret, a name, a copy, out of the way.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

mod support;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::{Acts, Case};
use vincula_testbed::{Canary, Counterpart};

const PASSED: i32 = 0;
const NEEDS_ACTION: i32 = 1;
const USAGE: i32 = 2;
const COULD_NOT_READ: i32 = 3;

fn status(case: &Case) -> (i32, Value) {
    let output = case.vincula(&["status", "--json"], "");
    (
        output.status.code().unwrap(),
        serde_json::from_slice(&output.stdout).unwrap(),
    )
}

fn setup_of<'a>(status: &'a Value, id: &str) -> &'a Value {
    let setups = status["setups"].as_array().unwrap();
    setups.iter().find(|setup| setup["setup"] == id).unwrap()
}

/// The number of days that are left until a day far away changes every day.
fn stable(mut status: Value, names: &[(&str, &str)]) -> String {
    for name in ["at", "today"] {
        status[name] = format!("[{name}]").into();
    }
    for setup in status["setups"].as_array_mut().unwrap() {
        for name in ["secret_days_left", "works_since", "archived_at"] {
            if !setup[name].is_null() {
                setup[name] = format!("[{name}]").into();
            }
        }
        if let Some(at) = setup["last_verification"].get_mut("at") {
            *at = "[at]".into();
        }
    }
    let text = serde_json::to_string_pretty(&status).unwrap();
    names
        .iter()
        .fold(text, |text, (value, name)| text.replace(value, name))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_setup_is_told_with_the_worst_first_and_the_exit_code_says_whether_somebody_must_act() {
    let case = Case::new().await;
    assert_eq!(status(&case).0, PASSED, "nothing is fine");
    let works = case.setup();
    assert_eq!(case.verify(&works, case.owner()).await.code, PASSED);
    case.change(&works, "--secret-ends", "2099-12-31");
    let begun = case.setup_with(&[("--mailbox", "pedidos@ferreteriasoler.example")]);
    assert_eq!(status(&case).0, PASSED, "what is not finished alarms nobody");

    let ended = case.setup_with(&[("--mailbox", "avisos@ferreteriasoler.example")]);
    case.change(&ended, "--secret-ends", "2020-01-01");
    let (code, told) = status(&case);
    assert_eq!(code, NEEDS_ACTION);
    assert_eq!(told["needs_action"], true);
    let order: Vec<_> = told["setups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|setup| setup["setup"].as_str().unwrap())
        .collect();
    assert_eq!(order, [&ended, &begun, &works]);
    let names = [
        (works.as_str(), "[works]"),
        (&begun, "[begun]"),
        (&ended, "[ended]"),
        (case.erp.erp_address().leak() as &str, "[erp]"),
    ];
    insta::assert_snapshot!(stable(told, &names));

    let lines = String::from_utf8(case.vincula(&["status"], "").stdout).unwrap();
    let marks: Vec<&str> = lines
        .lines()
        .map(|line| line.split("  ").nth(1).unwrap())
        .collect();
    assert_eq!(marks, ["✗", "–", "✓"], "{lines}");

    assert!(case.vincula(&["setup", "archive", &ended], "").status.success());
    let (code, told) = status(&case);
    assert_eq!(code, PASSED, "what is out of the way alarms nobody");
    assert_eq!(setup_of(&told, &ended)["state"], "archived");
    assert!(case.vincula(&["setup", "unarchive", &ended], "").status.success());
    assert_eq!(status(&case).0, NEEDS_ACTION);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_read_is_no_good_news() {
    let case = Case::new().await;
    case.setup_with(&[]);
    let folder = case.session.home().join("data/vincula/setups");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, "not a folder").unwrap();
    let output = case.vincula(&["status"], "");
    assert_eq!(output.status.code(), Some(COULD_NOT_READ));
}

#[tokio::test(flavor = "multi_thread")]
async fn prometheus_own_reader_understands_every_metric() {
    let case = Case::new().await;
    let works = case.setup();
    assert_eq!(case.verify(&works, case.owner()).await.code, PASSED);
    case.change(&works, "--secret-ends", "2099-12-31");
    let odd = r#"Ventas "norte" \ C:"#;
    assert!(
        case.vincula(&["setup", "rename", &works, odd], "")
            .status
            .success()
    );
    let begun = case.setup_with(&[]);
    let away = case.setup_with(&[]);
    case.change(&away, "--secret-ends", "2020-01-01");
    assert!(case.vincula(&["setup", "archive", &away], "").status.success());

    let output = case.vincula(&["status", "--prometheus"], "");
    assert_eq!(output.status.code(), Some(PASSED));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains(&away), "nobody is woken for what was put away");
    let read =
        tokio::task::spawn_blocking(move || Counterpart::metrics_reader().ask(&json!({ "text": text })))
            .await
            .unwrap();
    let families = read["families"].as_array().unwrap();
    let mut values = BTreeMap::new();
    for family in families {
        assert_eq!(family["type"], "gauge", "{family}");
        assert_ne!(family["help"], "");
        for sample in family["samples"].as_array().unwrap() {
            let setup = sample["labels"]["setup"].as_str().unwrap().to_owned();
            let name = sample["name"].as_str().unwrap().to_owned();
            values.insert((name, setup), sample.clone());
        }
    }
    let sample = |name: &str, setup: &String| values.get(&(name.to_owned(), setup.clone()));
    let value =
        |name: &str, setup: &String| sample(name, setup).map(|sample| sample["value"].as_f64().unwrap());
    assert_eq!(
        sample("vincula_setup_info", &works).unwrap()["labels"]["name"],
        odd
    );
    assert_eq!(value("vincula_setup_verified", &works), Some(1.0));
    assert_eq!(value("vincula_setup_verified", &begun), Some(0.0));
    assert_eq!(value("vincula_setup_needs_action", &works), Some(0.0));
    assert_eq!(value("vincula_secret_expires_timestamp_seconds", &begun), None);
    let day = 86_400.0;
    let expires = value("vincula_secret_expires_timestamp_seconds", &works).unwrap();
    // 2099-12-31 in UTC; this machine's zone is at most fourteen hours away.
    assert!((expires - 4_102_358_400.0).abs() < day, "{expires}");
    let last = value("vincula_setup_last_verification_timestamp_seconds", &works);
    let since = value("vincula_setup_works_since_timestamp_seconds", &works);
    assert!(last.is_some() && last == since);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_secret_is_renewed_and_the_old_one_stays_until_the_new_one_is_proven() {
    let case = Case::new().await;
    let id = case.setup();
    assert_eq!(
        case.vincula(&["renew", &id], "x\n").status.code(),
        Some(USAGE),
        "what never worked is not renewed"
    );
    assert_eq!(case.verify(&id, case.owner()).await.code, PASSED);
    case.change(&id, "--secret-ends", "2020-01-01");
    case.lab.world().expire_secrets(&case.application.client_id);
    assert_eq!(case.verify(&id, Acts::HangsUp).await.code, 1);
    assert_eq!(setup_of(&status(&case).1, &id)["next"], "renew");

    // The new one is given, and the person hangs up: the old one is still the setup's.
    let new = case.new_secret();
    let input = format!("{}\n", new.value);
    let arguments = ["renew", &id, "--json", "--secret-ends", "2099-12-31"];
    let broken = case.signing_in(&arguments, &input, Acts::HangsUp).await;
    assert_eq!(broken.code, 1, "{broken:?}");
    let told = status(&case).1;
    assert_eq!(setup_of(&told, &id)["renewal"], "proves");
    assert_eq!(setup_of(&told, &id)["secret_ends"], "2020-01-01", "the old one's");

    let canary = Canary::of(&new.value);
    let proven = case
        .signing_in(&["renew", &id, "--json", "--again"], "", case.owner())
        .await;
    assert_eq!(proven.code, PASSED, "{proven:?}");
    assert_eq!(canary.in_bytes(proven.notes.as_bytes()), None);
    let told = status(&case).1;
    assert_eq!(setup_of(&told, &id)["renewal"], "hand_over");
    assert_eq!(setup_of(&told, &id)["secret_ends"], "2099-12-31");
    assert!(
        case.vincula(&["renew", &id, "--handed-over"], "")
            .status
            .success()
    );
    let (code, told) = status(&case);
    assert_eq!(code, PASSED);
    assert_eq!(setup_of(&told, &id)["state"], "works");
    // An ordinary run uses it: it is the setup's own.
    assert_eq!(case.verify(&id, case.owner()).await.code, PASSED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_is_given_up_leaves_nothing_in_the_keyring() {
    let case = Case::new().await;
    let id = case.setup();
    assert_eq!(case.verify(&id, case.owner()).await.code, PASSED);
    let new = case.new_secret();
    let input = format!("{}\n", new.value);
    case.signing_in(&["renew", &id, "--json"], &input, Acts::HangsUp)
        .await;
    let kept = |secret: &str| {
        let mut search = case.session.run("secret-tool");
        search.args(["search", "--all", "service", "app.vincula.desktop"]);
        Canary::of(secret)
            .in_bytes(&search.output().unwrap().stdout)
            .is_some()
    };
    assert!(kept(&new.value) && kept(&case.secret.value), "both are there");
    assert!(case.vincula(&["renew", &id, "--cancel"], "").status.success());
    assert!(!kept(&new.value) && kept(&case.secret.value));
    assert_eq!(
        case.vincula(&["renew", &id, "--again"], "").status.code(),
        Some(USAGE)
    );
    assert_eq!(case.verify(&id, case.owner()).await.code, PASSED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_is_named_and_copied_without_its_secret() {
    let case = Case::new().await;
    let id = case.setup();
    let name = |id: &str| setup_of(&status(&case).1, id)["name"].clone();
    assert!(
        case.vincula(&["setup", "rename", &id, "  Ventas\n Soler "], "")
            .status
            .success()
    );
    assert_eq!(name(&id), "Ventas Soler");
    let refused = case.vincula(&["setup", "rename", &id, &case.secret.value], "");
    assert_eq!(
        refused.status.code(),
        Some(USAGE),
        "a name is shown, a secret never"
    );
    let copy = String::from_utf8(case.vincula(&["setup", "duplicate", &id], "").stdout).unwrap();
    let copy = copy.trim();
    assert_eq!(name(copy), "Copy of Ventas Soler");
    let verified = case.verify(copy, Acts::HangsUp).await;
    assert_eq!(verified.problem("secret"), "secret_missing");
    assert!(case.vincula(&["setup", "rename", &id], "").status.success());
    assert_eq!(name(&id), Value::Null);
}
