//! A setup goes from one machine to another as a file: two data folders, two keyrings, one Microsoft.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop"
)]

mod support;

use serde_json::Value;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;
use support::{Case, fed};
use vincula_lab::Behaviour;
use vincula_testbed::{Canary, Session};

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn noted(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What is told by telephone.
fn passphrase(output: &Output) -> String {
    let notes = noted(output);
    let word = notes
        .split_whitespace()
        .find(|word| word.matches('-').count() == 3);
    word.expect("the passphrase is told").to_owned()
}

/// Another machine of the same customer.
struct Elsewhere<'a> {
    session: Session,
    case: &'a Case,
}

impl Elsewhere<'_> {
    fn vincula(&self, arguments: &[&str], input: &str) -> Output {
        let mut command = self.session.run(env!("CARGO_BIN_EXE_vincula"));
        command
            .args(["--lab", &self.case.lab_address(), "--language", "en"])
            .args(arguments);
        fed(command, input)
    }

    fn setups(&self) -> Vec<Value> {
        serde_json::from_str(&said(&self.vincula(&["setup", "list", "--json"], ""))).unwrap()
    }
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_with_its_secret_goes_sealed_to_another_machine_where_it_is_proven() {
    let case = Case::new().await;
    let there = Elsewhere {
        session: Session::with_keyring(),
        case: &case,
    };
    let canary = Canary::of(&case.secret.value);
    let id = case.setup();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("setup.age.txt");
    let file_name = file.to_str().unwrap();
    let made = case.vincula(&["setup", "export", &id, "--with-secret", "--out", file_name], "");
    assert!(made.status.success(), "{}", noted(&made));
    assert!(said(&made).is_empty());
    assert_eq!(mode(&file), 0o600);
    let passphrase = passphrase(&made);
    for output in [&made.stdout, &made.stderr, &std::fs::read(&file).unwrap()] {
        assert_eq!(canary.in_bytes(output), None);
    }
    let again = case.vincula(&["setup", "export", &id, "--with-secret", "--out", file_name], "");
    assert!(!again.status.success(), "no file is written over");

    for (input, told) in [
        ("aaaa-bbbb-cccc-dddd\n", "passphrase"),
        ("nonsense\n", "passphrase"),
        ("", "passphrase"),
    ] {
        let wrong = there.vincula(&["setup", "import", file_name], input);
        assert_eq!(wrong.status.code(), Some(2), "{input}: {}", noted(&wrong));
        assert!(noted(&wrong).contains(told), "{}", noted(&wrong));
    }
    assert!(there.setups().is_empty(), "nothing was kept");

    let taken = there.vincula(&["setup", "import", file_name], &format!("{passphrase}\n"));
    assert!(taken.status.success(), "{}", noted(&taken));
    let new = said(&taken).trim().to_owned();
    assert_ne!(new, id);
    let shown = noted(&taken);
    for value in [
        &case.erp.erp_address(),
        &case.redirect_uri(),
        &case.sample.work_user,
        &case.application.client_id,
        &case.application.tenant_id,
    ] {
        assert!(shown.contains(value), "{value} is shown: {shown}");
    }
    let second = there.vincula(&["setup", "import", file_name], &format!("{passphrase}\n"));
    assert_eq!(second.status.code(), Some(2));
    assert!(
        noted(&second).contains(&new),
        "the one that is here is named: {}",
        noted(&second)
    );

    // The other machine proves it with what came in the file, and nothing else.
    let mut address = there.session.run(env!("CARGO_BIN_EXE_vincula"));
    address.args([
        "--lab",
        &case.lab_address(),
        "--language",
        "en",
        "verify",
        &new,
        "--json",
    ]);
    let verified = prove(address, &case).await;
    assert_eq!(verified["proven"], true, "{verified}");
    for home in [case.session.home(), there.session.home(), folder.path()] {
        assert_eq!(canary.in_files(home), [], "no file holds the secret");
        assert_eq!(Canary::of(&passphrase).in_files(home), [], "nor the passphrase");
    }
}

/// Runs `verify` with the sample person signing in.
async fn prove(mut command: std::process::Command, case: &Case) -> Value {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::process::Stdio;
    let mut process = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let notes = BufReader::new(process.stderr.take().unwrap());
    let address = notes
        .lines()
        .map(Result::unwrap)
        .find_map(|line| {
            url::Url::parse(line.trim())
                .ok()
                .filter(|url| url.scheme() == "http")
        })
        .expect("an address to sign in at");
    let ending = support::visit(&address, &case.sample.work_user, Behaviour::Accept).await;
    writeln!(process.stdin.take().unwrap(), "{ending}").unwrap();
    serde_json::from_slice(&process.wait_with_output().unwrap().stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_file_holds_no_secret_and_a_changed_one_is_refused_by_name() {
    let case = Case::new().await;
    let there = Elsewhere {
        session: Session::with_keyring(),
        case: &case,
    };
    let id = case.setup();
    let plain = case.vincula(&["setup", "export", &id], "");
    assert!(plain.status.success(), "{}", noted(&plain));
    let text = said(&plain);
    assert_eq!(Canary::of(&case.secret.value).in_bytes(text.as_bytes()), None);
    assert!(!text.contains(&id), "{text}");

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("setup.json");
    let import = |text: &str| {
        std::fs::write(&file, text).unwrap();
        there.vincula(&["setup", "import", file.to_str().unwrap()], "")
    };
    let mark = "\"vincula_setup\": 1";
    assert!(text.contains(mark), "{text}");
    for (changed, told) in [
        ("hello".to_owned(), "no setup file"),
        (text[..text.len() / 2].to_owned(), "damaged"),
        (text.replace(mark, "\"vincula_setup\": 2"), "newer version"),
        (
            text.replace(mark, &format!("{mark}, \"authority\": \"x\"")),
            "authority",
        ),
        (
            text.replace(
                mark,
                &format!("{mark}, \"client_secret\": \"{}\"", case.secret.value),
            ),
            "secret in the open",
        ),
        (text.replace("cloud-gestion", "other-erp"), "other-erp"),
        (text.replace(&case.application.client_id, "x"), "client_id"),
        (" ".repeat(60_000), "no setup file"),
        (format!("{text}{}", " ".repeat(60_000)), "too large"),
    ] {
        let refused = import(&changed);
        assert_eq!(refused.status.code(), Some(2), "{told}: {}", noted(&refused));
        assert!(noted(&refused).contains(told), "{told}: {}", noted(&refused));
        assert_eq!(Canary::of(&case.secret.value).in_bytes(&refused.stderr), None);
    }
    std::fs::write(&file, [0xff, 0xfe, 0x00, 0x80]).unwrap();
    let binary = there.vincula(&["setup", "import", file.to_str().unwrap()], "");
    assert_eq!(binary.status.code(), Some(2), "{}", noted(&binary));
    assert!(there.setups().is_empty(), "nothing was kept");

    let taken = import(&text);
    assert!(taken.status.success(), "{}", noted(&taken));
    assert!(
        noted(&taken).contains("secret is not inside"),
        "{}",
        noted(&taken)
    );
    let file = file.to_str().unwrap();
    let again = there.vincula(&["setup", "import", file, "--again"], "");
    assert!(again.status.success(), "{}", noted(&again));
    assert_eq!(there.setups().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_secret_nothing_is_sealed() {
    let case = Case::new().await;
    let id = case.setup_with(&[]);
    let sealed = case.vincula(&["setup", "export", &id, "--with-secret"], "");
    assert_eq!(sealed.status.code(), Some(2), "{}", noted(&sealed));
    assert!(noted(&sealed).contains("no secret"), "{}", noted(&sealed));
}
