//! The request to IT and back: two people, two data folders, two keyrings, one Microsoft.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop"
)]

mod support;

use std::process::Output;
use support::Case;
use vincula_testbed::{Canary, Session};

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn noted(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What IT tells by telephone.
fn passphrase(output: &Output) -> String {
    let notes = noted(output);
    let word = notes
        .split_whitespace()
        .find(|word| word.matches('-').count() == 3);
    word.expect("IT is told the passphrase")
        .trim_matches(['.', '"'])
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_goes_to_it_and_its_answer_ends_in_a_passed_verification() {
    let office = Case::new().await;
    let it = Session::with_keyring();
    let vincula = |arguments: &[&str], input: &str| {
        let mut command = it.run(env!("CARGO_BIN_EXE_vincula"));
        command
            .args(["--lab", &office.lab_address(), "--language", "en"])
            .args(arguments);
        support::fed(command, input)
    };
    let canary = Canary::of(&office.secret.value);
    let own = office.setup_with(&[("--client-id", ""), ("--tenant-id", "")]);
    assert!(!office.vincula(&["verify", &own, "--json"], "").status.success());

    let request = office.vincula(&["request", "make", &own], "");
    assert!(request.status.success(), "{}", noted(&request));
    let listed = office.vincula(&["setup", "show", &own, "--json"], "");
    assert!(
        said(&listed).contains("\"waiting\""),
        "the setup waits: {}",
        said(&listed)
    );

    // IT pastes the mail as it came.
    let mail = format!("Hello,\n> {}\nThanks", said(&request).replace('\n', "\n> "));
    let accepted = vincula(&["request", "accept", "-"], &mail);
    assert!(accepted.status.success(), "{}", noted(&accepted));
    let theirs = said(&accepted).trim().to_owned();
    let shown = said(&vincula(&["setup", "show", &theirs], ""));
    assert!(shown.contains(&office.erp.erp_address()) && shown.contains(&office.sample.work_user));

    let too_early = vincula(&["answer", "make", &theirs], "");
    assert_eq!(too_early.status.code(), Some(2), "{}", noted(&too_early));
    let client_id = [
        "setup",
        "set",
        &theirs,
        "--client-id",
        &office.application.client_id,
    ];
    assert!(vincula(&client_id, "").status.success());
    assert!(
        vincula(&["secret", "set", &theirs], &office.secret.value)
            .status
            .success()
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.age");
    let file = file.to_str().unwrap();
    let made = vincula(&["answer", "make", &theirs, "--out", file], "");
    assert!(made.status.success(), "{}", noted(&made));
    let passphrase = passphrase(&made);
    assert_eq!(canary.in_bytes(&made.stderr), None);
    assert_eq!(canary.in_bytes(&std::fs::read(file).unwrap()), None, "sealed");
    let again = vincula(&["answer", "make", &theirs, "--out", file], "");
    assert!(!again.status.success(), "no file is overwritten");

    let before = said(&office.vincula(&["setup", "show", &own, "--json"], ""));
    let wrong = office.vincula(&["answer", "take", &own, file], "aaaa-bbbb-cccc-dddd\n");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(noted(&wrong).contains("passphrase"), "{}", noted(&wrong));
    let other = office.setup_with(&[]);
    let misled = office.vincula(&["answer", "take", &other, file], &format!("{passphrase}\n"));
    assert_eq!(misled.status.code(), Some(2));
    assert!(noted(&misled).contains("another request"), "{}", noted(&misled));
    assert_eq!(
        said(&office.vincula(&["setup", "show", &own, "--json"], "")),
        before
    );

    let taken = office.vincula(
        &["answer", "take", &own, file],
        &format!("{}\n", passphrase.to_uppercase()),
    );
    assert!(taken.status.success(), "{}", noted(&taken));
    let verified = office.verify(&own, office.owner()).await;
    assert_eq!(verified.code, 0, "{}", verified.notes);
    assert_eq!(verified.outcome("mail_accepted"), "passed");

    for home in [office.session.home(), it.home(), folder.path()] {
        let leaks: Vec<_> = canary.in_files(home);
        assert_eq!(leaks, [], "no file holds the secret");
    }
    let told = Canary::of(&passphrase);
    for home in [office.session.home(), it.home(), folder.path()] {
        let leaks: Vec<_> = told.in_files(home);
        assert_eq!(leaks, [], "the passphrase is kept nowhere");
    }
}
