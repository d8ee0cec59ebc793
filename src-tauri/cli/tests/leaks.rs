//! A secret goes through the whole job, and is looked for everywhere. That the same search finds what leaks is shown by
//! the leaky program of `vincula-testbed`.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

mod support;

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use support::{Acts, Case, fed};
use vincula_testbed::{BusWatch, Canary, Child, Place, crash};

/// The keyring's own file is encrypted; were the secret found in it, the keyring itself would be broken.
fn outside_of_the_keyring(places: Vec<Place>) -> Vec<Place> {
    let is_outside = |place: &Place| !place.at.components().any(|part| part.as_os_str() == "keyrings");
    places.into_iter().filter(is_outside).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_went_through_the_whole_job_is_in_no_file_no_log_and_not_on_the_bus() {
    let case = Case::new().await;
    let watch = BusWatch::over(&case.session);
    let canary = Canary::of(&case.secret.value);
    let id = case.setup_with(&[]);
    let loud = ["--log-level", "debug"];
    let kept = fed(
        case.command(&["secret", "set", &id, "--log-level", "debug"]),
        &case.secret.value,
    );
    assert!(kept.status.success());
    let verified = case.verify_with(&id, &loud, "", case.owner()).await;
    assert_eq!(verified.code, 0, "{verified:?}");
    let deleted = case.vincula(&["secret", "delete", &id, "--log-level", "debug"], "");
    assert!(deleted.status.success());
    watch.catch_up(&case.session);

    // There is a log, and it tells the job.
    let log = std::fs::read_to_string(case.session.home().join("data/vincula/logs/vincula.log")).unwrap();
    for told in [
        "\"event\":\"started\",\"program\":\"command_line\"",
        "\"event\":\"keyring\",\"call\":\"save\"",
        "\"event\":\"check_ended\",\"check\":\"mail_accepted\",\"outcome\":\"passed\"",
    ] {
        assert!(log.contains(told), "{told} is not in:\n{log}");
    }
    for other in [
        &case.sample.work_user,
        &case.application.client_id,
        "localhost",
        "http",
    ] {
        assert!(!log.contains(other), "{other} is in:\n{log}");
    }
    assert_eq!(outside_of_the_keyring(canary.in_files(case.session.home())), []);
    for output in [&kept, &deleted] {
        assert_eq!(canary.in_bytes(&output.stdout), None);
        assert_eq!(canary.in_bytes(&output.stderr), None);
    }
    assert_eq!(canary.in_bytes(verified.notes.as_bytes()), None);
    assert_eq!(canary.in_bytes(verified.report.to_string().as_bytes()), None);
}

/// `vincula verify`, waiting for the address of its sign-in: it has the secret then.
fn waiting(case: &Case, id: &str) -> Child {
    let mut command = case.command(&["verify", id]);
    command
        .current_dir(case.session.home())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut child = Child::start(&mut command);
    let notes = BufReader::new(child.process().stderr.take().unwrap());
    let told = notes
        .lines()
        .map_while(Result::ok)
        .any(|line| line.starts_with("http"));
    assert!(told, "it asks for a sign-in");
    child
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_leaves_no_memory_on_the_disk() {
    let case = Case::new().await;
    let id = case.setup();
    let canary = Canary::of(&case.secret.value);
    let mut child = waiting(&case, &id);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    let limit = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    let limit: Vec<&str> = limit.split_whitespace().collect();
    assert_eq!(limit[4..6], ["0", "0"], "{limit:?}");
    crash(&mut child);
    let is_dump = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with("core");
    let files = std::fs::read_dir(case.session.home()).unwrap();
    assert!(!files.flatten().any(|file| is_dump(&file.file_name())));
    assert_eq!(outside_of_the_keyring(canary.in_files(case.session.home())), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_memory_of_the_program_holds_the_secret_while_it_is_used_and_no_copies() {
    let case = Case::new().await;
    let id = case.setup();
    let canary = Canary::of(&case.secret.value);
    let child = waiting(&case, &id);
    // It was read from the keyring and sent to Entra before; what is left is the one that the code will need.
    assert_eq!(canary.in_memory(child.id()).unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn arguments_and_environment_hold_nothing_while_the_secret_is_used() {
    let case = Case::new().await;
    let id = case.setup();
    let canary = Canary::of(&case.secret.value);
    let mut child = waiting(&case, &id);
    assert_eq!(canary.in_processes(), []);
    child
        .process()
        .stdin
        .take()
        .unwrap()
        .write_all(b"nothing\n")
        .unwrap();
    let hung_up = case.verify(&id, Acts::HangsUp).await;
    assert_eq!(canary.in_processes(), []);
    assert_eq!(hung_up.outcome("secret"), "passed");
}

/// What may not be dumped belongs to the administrator, whoever runs it: so says the kernel.
#[cfg(target_os = "linux")]
#[test]
fn no_other_program_of_the_user_may_look_into_the_process() {
    use std::os::unix::fs::MetadataExt as _;
    let session = vincula_testbed::Session::without_keyring();
    let is_administrator = std::fs::metadata("/proc/self").unwrap().uid() == 0;
    let vincula = env!("CARGO_BIN_EXE_vincula");
    // As somebody else than the administrator, to whom everything belongs anyway.
    let mut command = if is_administrator {
        let mut command = session.run("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", vincula]);
        command
    } else {
        session.run(vincula)
    };
    let mut child = Child::start(command.arg("lab").stdout(Stdio::piped()).stderr(Stdio::null()));
    let mut line = String::new();
    let output = child.process().stdout.take().unwrap();
    BufReader::new(output).read_line(&mut line).unwrap();
    assert!(line.starts_with("http"), "{line}");
    let process = format!("/proc/{}", child.id());
    let status = std::fs::read_to_string(format!("{process}/status")).unwrap();
    let user = status.lines().find(|line| line.starts_with("Uid:")).unwrap();
    assert!(!user.contains("\t0\t"), "it is not the administrator: {user}");
    assert_eq!(std::fs::metadata(format!("{process}/mem")).unwrap().uid(), 0);
}
