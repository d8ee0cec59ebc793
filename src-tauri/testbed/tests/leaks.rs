//! The search for leaks finds each of them: without this, a search that finds nothing would prove nothing.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use vincula_testbed::{BusWatch, Canary, Child, Session, crash};

const SECRET: &str = "aB38Q~secret.value_of-today~and-more.12";

/// The leaky program at work in a session, having leaked.
fn leaks(session: &Session, way: &str) -> Child {
    let mut command = session.run(env!("CARGO_BIN_EXE_vincula-leaky"));
    command
        .arg(way)
        .current_dir(session.home())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = Child::start(&mut command);
    let process = child.process();
    process
        .stdin
        .take()
        .unwrap()
        .write_all(SECRET.as_bytes())
        .unwrap();
    let mut line = String::new();
    BufReader::new(process.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert_eq!(line, "leaked\n", "{way}");
    child
}

#[test]
fn each_way_to_leak_is_found() {
    let canary = Canary::of(SECRET);
    for way in [
        "file", "utf-16", "percent", "base64", "base64-1", "base64-2", "bus",
    ] {
        let session = Session::with_bare_bus();
        let watch = BusWatch::over(&session);
        let _leaky = leaks(&session, way);
        watch.catch_up(&session);
        let found = canary.in_files(session.home());
        assert_eq!(found.len(), 1, "{way}: {found:?}");
    }
    for way in ["argument", "environment"] {
        let session = Session::without_keyring();
        let leaky = leaks(&session, way);
        assert_ne!(canary.in_processes(), [], "{way}");
        drop(leaky);
    }
}

#[test]
fn a_secret_in_memory_is_found() {
    let canary = Canary::of(SECRET);
    let session = Session::without_keyring();
    let leaky = leaks(&session, "memory");
    assert!(canary.in_memory(leaky.id()).unwrap() > 0);
}

#[test]
fn a_secret_in_the_dump_of_a_crash_is_found() {
    let canary = Canary::of(SECRET);
    let session = Session::without_keyring();
    let mut leaky = leaks(&session, "crash");
    crash(&mut leaky);
    // Where the system gives dumps to a program of its own, there is none to look at here.
    let to = std::fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap();
    if !to.contains(['|', '/']) {
        assert_ne!(canary.in_files(session.home()), []);
    }
}
