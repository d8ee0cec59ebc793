//! A setup goes from one computer to another as a file: out of the list of one window, into the first page of another.

use crate::support::{Desk, Opening};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use vincula_lab::Act;
use vincula_testbed::{Canary, Customer, Session};

/// Opens the dialog of the only setup in the list.
async fn leave(desk: &Desk) {
    desk.press("nav-home").await;
    desk.page("welcome").await;
    desk.press_first("more").await;
    desk.press_first("export").await;
    desk.find("[data-dialog='export']").await;
}

/// The file that the dialog has kept.
async fn kept(desk: &Desk) -> PathBuf {
    desk.press("export-keep").await;
    PathBuf::from(desk.attribute("[data-kept]", "data-kept").await)
}

/// What the page says of the file, by the names of the values.
async fn imported(desk: &Desk, kind: &str) -> String {
    let value = desk.find(&format!("[data-imported='{kind}']")).await;
    value.text().await.unwrap()
}

/// The same company on another computer: another home, another keyring, the same Microsoft.
async fn elsewhere(mut customer: Customer) -> (Desk, Session) {
    let first = std::mem::replace(&mut customer.session, Session::with_keyring());
    (Desk::open_for(customer, Opening::default()).await, first)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_goes_with_its_secret_from_one_computer_to_another_where_it_is_proven() {
    let mut desk = Desk::open().await;
    let canary = Canary::of(&desk.customer.secret.value);
    desk.prepare().await;
    leave(&desk).await;
    let file = kept(&desk).await;
    assert!(
        file.starts_with(desk.customer.session.home()),
        "{}",
        file.display()
    );
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let passphrase = desk.find("[data-passphrase]").await.text().await.unwrap();
    let sealed = fs::read(&file).unwrap();
    assert_eq!(canary.in_bytes(&sealed), None, "sealed");
    desk.press("close").await;
    assert!(!desk.has("[data-passphrase]").await, "shown once");

    let (desk, first) = elsewhere(desk.close().await).await;
    desk.hand_file("open-file", &file).await;
    desk.find("[data-dialog='unseal']").await;
    let field = desk.find("[data-field='passphrase']").await;
    field.send_keys("aaaa-bbbb-cccc-dddd").await.unwrap();
    desk.press("unseal").await;
    desk.find("[data-dialog='unseal'] [data-fault='wrong_passphrase']")
        .await;
    field.clear().await.unwrap();
    field.send_keys(passphrase.trim()).await.unwrap();
    desk.press("unseal").await;
    desk.find("[data-dialog='import']").await;
    for (kind, expected) in [
        ("erp_address", desk.customer.erp.erp_address()),
        ("redirect_uri", desk.customer.redirect_uri()),
        ("mailbox", desk.customer.sample.work_user.clone()),
        ("client_id", desk.customer.application.client_id.clone()),
    ] {
        assert_eq!(imported(&desk, kind).await, expected);
    }
    desk.find("[data-has-secret='true']").await;
    let page = desk.driver.source().await.unwrap();
    assert_eq!(canary.in_bytes(page.as_bytes()), None);
    assert!(!page.contains(passphrase.trim()), "what opened it is gone");
    // Looked at and not wanted: nothing is there.
    desk.press("import-no").await;
    assert!(!desk.has("[data-action^='resume:']").await);
    desk.hand_file("open-file", &file).await;
    let field = desk.find("[data-field='passphrase']").await;
    field.send_keys(passphrase.trim()).await.unwrap();
    desk.press("unseal").await;
    desk.press("import-yes").await;
    desk.page("check").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, Act::Accept);
    for action in ["check", "sign-in", "send", "arrived"] {
        desk.press(action).await;
    }
    desk.page("hand-over").await;

    // A second time it is known, and the one that is here is opened.
    desk.press("nav-home").await;
    desk.page("welcome").await;
    desk.hand_file("open-file", &file).await;
    let field = desk.find("[data-field='passphrase']").await;
    field.send_keys(passphrase.trim()).await.unwrap();
    desk.press("unseal").await;
    desk.find("[data-known]").await;
    desk.press("import-known").await;
    desk.step("prove").await;
    let customer = desk.close().await;
    for home in [customer.session.home(), first.home()] {
        assert_eq!(canary.in_files(home), [], "no file holds the secret");
        assert_eq!(
            Canary::of(passphrase.trim()).in_files(home),
            [],
            "nor what opens it"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_file_is_named_and_keeps_nothing() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    leave(&desk).await;
    desk.tick("export:plain").await;
    let file = kept(&desk).await;
    assert!(!desk.has("[data-passphrase]").await, "nothing is sealed");
    let text = fs::read_to_string(&file).unwrap();
    let secret = desk.customer.secret.value.clone();
    assert_eq!(Canary::of(&secret).in_bytes(text.as_bytes()), None);
    let (desk, _first) = elsewhere(desk.close().await).await;
    let folder = tempfile::tempdir().unwrap();
    let guide = "\"guide\"";
    for (number, (changed, fault)) in [
        ("<script>alert(1)</script>".to_owned(), "not_ours"),
        (text[..text.len() / 2].to_owned(), "file_damaged"),
        (text.replace("_setup\": 1", "_setup\": 9"), "file_too_new"),
        (
            text.replace(guide, &format!("\"<img src=x onerror=alert(1)>\": 1, {guide}")),
            "file_not_understood",
        ),
        (
            text.replace(guide, &format!("\"client_secret\": \"{secret}\", {guide}")),
            "secret_in_the_open",
        ),
        (text.replace("cloud-gestion", "<b>x</b>"), "unknown_guide"),
        (
            text.replace(&desk.customer.application.client_id, "x"),
            "file_value_refused",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let path = folder.path().join(format!("{number}.json"));
        fs::write(&path, changed).unwrap();
        desk.hand_file("open-file", &path).await;
        let told = desk.find(&format!("[data-fault='{fault}']")).await;
        let told = told.text().await.unwrap();
        assert!(!told.contains("fault-") && !told.contains(&secret), "{told}");
        assert!(!desk.has("dialog").await, "nothing is offered to be kept");
        assert!(
            !desk.has("main img, main script").await,
            "no markup of the file's"
        );
    }
    assert!(!desk.has("[data-action^='resume:']").await);
    desk.hand_file("open-file", &file).await;
    desk.find("[data-has-secret='false']").await;
    desk.press("import-yes").await;
    desk.step("client-secret").await;
    desk.close().await;
}
