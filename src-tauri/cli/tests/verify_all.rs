//! `vincula verify --all`: a line for each setup, the summary last, and an end whenever somebody asks for it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop"
)]

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Output, Stdio};
use std::time::Duration;
use support::Case;
use vincula_lab::{Forced, Place};
use vincula_testbed::Canary;

/// The lines of a call: those of setups by their ids, and the summary.
fn lines(output: &Output) -> (BTreeMap<String, Value>, Value) {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let mut lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is an object"))
        .collect();
    assert!(lines.iter().all(|line| line["schema"] == 1), "{text}");
    let summary = lines.pop().expect("a summary")["summary"].clone();
    let setups = lines
        .into_iter()
        .map(|line| (line["setup"].as_str().unwrap().to_owned(), line))
        .collect();
    (setups, summary)
}

fn problem<'a>(line: &'a Value, check: &str) -> &'a str {
    let mut checks = line["checks"].as_array().unwrap().iter();
    let line = checks.find(|line| line["check"] == check).unwrap();
    line["problem"]["kind"].as_str().unwrap_or("none")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_setup_has_a_line_and_the_summary_comes_last() {
    let case = Case::new().await;
    let empty = case.vincula(&["verify", "--all"], "");
    assert_eq!(empty.status.code(), Some(0));
    assert_eq!(lines(&empty).1["setups"], 0);
    let good = [case.setup(), case.setup()];
    let fine = case.vincula(&["verify", "--all", "--jobs", "2"], "");
    let (setups, summary) = lines(&fine);
    assert_eq!(fine.status.code(), Some(0), "{setups:?}");
    assert_eq!(
        summary,
        serde_json::json!({ "setups": 2, "passed": 2, "failed": 0, "not_checked": 0, "stopped": false })
    );
    for id in &good {
        let checks = setups[id]["checks"].as_array().unwrap();
        let outcomes: Vec<&str> = checks
            .iter()
            .map(|check| check["outcome"].as_str().unwrap())
            .collect();
        assert_eq!(outcomes[..4], ["passed"; 4], "{checks:?}");
        assert!(
            outcomes[4..].iter().all(|outcome| *outcome == "skipped"),
            "{checks:?}"
        );
    }

    let wrong = case.setup_with(&[("--tenant-id", "11111111-2222-4333-8444-555555555555")]);
    let folder = case.session.home().join("data/vincula/setups");
    let damaged = "11111111-2222-4333-8444-555555555555";
    std::fs::write(folder.join(format!("{damaged}.json")), "{").unwrap();
    let mixed = case.vincula(&["verify", "--all"], "");
    let (setups, summary) = lines(&mixed);
    assert_eq!(mixed.status.code(), Some(1));
    assert_eq!(
        (&summary["passed"], &summary["failed"], &summary["not_checked"]),
        (&2.into(), &1.into(), &1.into())
    );
    assert_eq!(problem(&setups[&wrong], "tenant"), "tenant_unknown");
    assert!(setups[damaged]["not_checked"]["what"].is_string(), "{setups:?}");
    let canary = Canary::of(&case.secret.value);
    assert_eq!(canary.in_bytes(&mixed.stdout), None);
    assert_eq!(canary.in_bytes(&mixed.stderr), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_proven_where_the_road_is_closed() {
    let case = Case::new().await;
    case.setup();
    case.road.close();
    let closed = case.vincula(&["verify", "--all"], "");
    assert_eq!(closed.status.code(), Some(3));
    assert_eq!(lines(&closed).1["not_checked"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupt_ends_it_with_what_was_done() {
    let case = Case::new().await;
    case.setup_with(&[("--client-id", "")]);
    case.setup();
    // The one without a Client ID ends at once; the other never hears whether its secret is accepted.
    let never = Forced::Hang(Duration::from_mins(10));
    case.lab.world().force(Place::Token, never);
    let mut process = case
        .command(&["verify", "--all"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(process.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    let told = Command::new("kill")
        .args(["-INT", &process.id().to_string()])
        .status()
        .unwrap();
    assert!(told.success());
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    let summary: Value = serde_json::from_str(&rest).expect("the summary alone is left");
    assert_eq!(
        summary["summary"],
        serde_json::json!({ "setups": 1, "passed": 0, "failed": 1, "not_checked": 0, "stopped": true })
    );
    assert_eq!(process.wait().unwrap().code(), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_setup_or_all_of_them() {
    let case = Case::new().await;
    for arguments in [
        &["verify"][..],
        &["verify", "--all", "3f9a"],
        &["verify", "--all", "--to", "me@example.com"],
        &["verify", "--all", "--jobs", "0"],
        &["verify", "3f9a", "--jobs", "2"],
    ] {
        let refused = case.vincula(arguments, "");
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
    }
}
