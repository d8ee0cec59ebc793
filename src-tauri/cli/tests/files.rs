//! The setups' files, as a whole program: many at once, damaged ones, and those of a newer version.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Child, Output, Stdio};
use support::Case;
use vincula_core::text::{Language, text};
use vincula_testbed::Session;

const AT_ONCE: usize = 50;

async fn case() -> Case {
    Case::in_session(Session::without_keyring()).await
}

fn file(case: &Case, id: &str) -> PathBuf {
    case.session.home().join(format!("data/vincula/setups/{id}.json"))
}

fn start(case: &Case, arguments: &[&str]) -> Child {
    let mut command = case.command(arguments);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn end(child: Child) -> String {
    let output = child.wait_with_output().unwrap();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complained}");
    String::from_utf8(output.stdout).unwrap()
}

fn shown(case: &Case, id: &str) -> Value {
    let output = case.vincula(&["setup", "show", id, "--json"], "");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn both(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_programs_that_change_one_setup_at_once_lose_nothing() {
    let case = case().await;
    let id = case.setup_with(&[("--client-id", ""), ("--tenant-id", "")]);
    let before = shown(&case, &id)["revision"].as_u64().unwrap();
    let (client, tenant) = (&case.application.client_id, &case.application.tenant_id);
    let programs: Vec<Child> = (0..AT_ONCE)
        .map(|number| match number % 2 {
            0 => start(&case, &["setup", "set", &id, "--client-id", client]),
            _ => start(&case, &["setup", "set", &id, "--tenant-id", tenant]),
        })
        .collect();
    for program in programs {
        end(program);
    }
    let after = shown(&case, &id);
    // Each is a change of its own: had one been written over another, there would be fewer.
    assert_eq!(after["revision"].as_u64().unwrap(), before + AT_ONCE as u64);
    assert_eq!(after["setup"]["client_id"], client.as_str());
    assert_eq!(after["setup"]["tenant_id"], tenant.as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_programs_that_begin_a_setup_at_once_begin_fifty() {
    let case = case().await;
    let (erp, mailbox) = (case.erp.erp_address(), &case.sample.work_user);
    let arguments = ["setup", "new", "--erp", &erp, "--mailbox", mailbox];
    let programs: Vec<Child> = (0..AT_ONCE).map(|_| start(&case, &arguments)).collect();
    let mut begun: Vec<String> = programs
        .into_iter()
        .map(|program| end(program).trim().to_owned())
        .collect();
    let (listed, _) = both(&case.vincula(&["setup", "list", "--json"], ""));
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let mut listed: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|setup| setup["id"].as_str().unwrap())
        .collect();
    begun.sort();
    listed.sort_unstable();
    assert_eq!(listed, begun);
    begun.dedup();
    assert_eq!(begun.len(), AT_ONCE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_is_restored_and_told_beside_the_list() {
    let case = case().await;
    let id = case.setup_with(&[]);
    let before = shown(&case, &id)["setup"].clone();
    case.change(&id, "--mailbox", "otra@ferreteriasoler.example");
    let whole = std::fs::read(file(&case, &id)).unwrap();
    std::fs::write(file(&case, &id), &whole[..whole.len() / 2]).unwrap();

    let (listed, told) = both(&case.vincula(&["setup", "list"], ""));
    assert!(listed.contains(&case.sample.work_user), "{listed}");
    let args = [("mailbox", case.sample.work_user.as_str())];
    for part in ["mishap-restored", "mishap-restored.do"] {
        let text = text(Language::En, part, &args);
        assert!(told.contains(&text), "{text}\n{told}");
    }
    let aside = case
        .session
        .home()
        .join(format!("data/vincula/setups/damaged/{id}.1.untold"));
    assert!(told.contains(aside.to_str().unwrap()), "{told}");
    assert_eq!(std::fs::read(aside).unwrap(), whole[..whole.len() / 2]);
    assert_eq!(shown(&case, &id)["setup"]["client_id"], before["client_id"]);

    // Both of them: nothing is left to go on with, and that is said; to delete it is the person's own decision.
    for damaged in [file(&case, &id), file(&case, &id).with_extension("previous.json")] {
        std::fs::write(damaged, "{}").unwrap();
    }
    let (listed, told) = both(&case.vincula(&["setup", "list"], ""));
    assert_eq!(listed, "");
    assert!(
        told.contains(&text(Language::En, "mishap-lost.do", &[])),
        "{told}"
    );
    let lost = case.vincula(&["setup", "show", &id], "");
    assert_eq!(lost.status.code(), Some(3));
    let (_, told) = both(&lost);
    assert!(
        told.contains(&text(Language::En, "problem-setup-damaged", &[])),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_of_a_newer_version_is_listed_shown_and_left_alone() {
    let case = case().await;
    let id = case.setup_with(&[]);
    let setup = shown(&case, &id)["setup"].clone();
    let newer = json!({"schema": 3, "setup": setup, "more": true}).to_string();
    std::fs::write(file(&case, &id), &newer).unwrap();

    let (listed, told) = both(&case.vincula(&["setup", "list"], ""));
    assert!(
        listed.starts_with(&format!("{id}  ↑  cloud-gestion  {}", case.sample.work_user)),
        "{listed}"
    );
    let why = text(Language::En, "problem-setup-too-new", &[]);
    assert!(told.contains(&why), "{told}");
    let (rows, told) = both(&case.vincula(&["setup", "show", &id], ""));
    assert!(
        rows.contains(&case.application.client_id) && told.contains(&why),
        "{rows}{told}"
    );
    for refused in [
        &["setup", "set", &id, "--client-id", &case.application.client_id][..],
        &["setup", "delete", &id],
        &["request", "make", &id],
        &["setup", "show", &id, "--json"],
    ] {
        let output = case.vincula(refused, "");
        assert_eq!(output.status.code(), Some(3), "{refused:?}");
        assert!(both(&output).1.contains(&why), "{refused:?}");
    }
    assert_eq!(std::fs::read_to_string(file(&case, &id)).unwrap(), newer);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_data_folder_that_is_a_link_is_refused_by_name() {
    let case = case().await;
    let data = case.session.home().join("data");
    let elsewhere = case.session.home().join("elsewhere");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, data.join("vincula")).unwrap();
    let output = case.vincula(&["setup", "list"], "");
    assert_eq!(output.status.code(), Some(3));
    let (_, told) = both(&output);
    assert!(
        told.contains(&text(Language::En, "problem-file-not-ours", &[])),
        "{told}"
    );
    assert!(told.contains(data.join("vincula").to_str().unwrap()), "{told}");
    assert_eq!(std::fs::read_dir(elsewhere).unwrap().count(), 0);
}
