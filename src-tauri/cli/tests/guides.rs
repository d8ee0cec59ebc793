//! `vincula guides` and `vincula guide check`, with guides beside the program.

mod support;

use serde_json::Value;
use std::fs;
use support::Case;

const FORMAT: &str = include_str!("../../../docs/GUIDE_FORMAT.md");

#[expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]
fn example() -> &'static str {
    let example = FORMAT.split("```toml\n# example.toml\n").nth(1);
    example.and_then(|rest| rest.split("```").next()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guide_beside_the_program_is_listed_with_its_origin_and_used() {
    let case = Case::new().await;
    let folder = case.session.home().join("data/vincula/guides");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("example.toml"), example()).unwrap();
    fs::write(folder.join("wrong.toml"), "format = 3").unwrap();

    let listed = case.vincula(&["guides", "--json"], "");
    let lines: Value = serde_json::from_slice(&listed.stdout).unwrap();
    insta::assert_json_snapshot!("guides_as_json", lines);
    let printed = case.vincula(&["guides"], "");
    insta::assert_snapshot!("guides_as_text", String::from_utf8(printed.stdout).unwrap());
    let said = String::from_utf8(listed.stderr).unwrap();
    assert!(said.contains("wrong.toml:1: unknown guide format 3"), "{said}");

    let arguments = [
        "setup",
        "new",
        "--guide",
        "example",
        "--erp",
        "https://erp.example",
    ];
    let begun = case.vincula(
        &[&arguments[..], &["--mailbox", "ana@soler.example"]].concat(),
        "",
    );
    assert!(
        begun.status.success(),
        "{}",
        String::from_utf8_lossy(&begun.stderr)
    );
    let id = String::from_utf8(begun.stdout).unwrap();
    let shown = case.vincula(&["setup", "show", id.trim()], "");
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("https://erp.example/oauth/callback"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_is_told_what_is_wrong_and_where() {
    let case = Case::new().await;
    let good = case.session.home().join("mine.toml");
    fs::write(&good, example()).unwrap();
    let path = good.to_str().unwrap();
    assert!(case.vincula(&["guide", "check", path], "").status.success());
    fs::write(&good, example().replacen("\"web\"", "\"wbe\"", 1)).unwrap();
    let checked = case.vincula(&["guide", "check", path], "");
    assert_eq!(checked.status.code(), Some(1));
    let said = String::from_utf8(checked.stderr).unwrap();
    assert!(
        said.starts_with("mine.toml:") && said.contains("unknown platform \"wbe\""),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_printed_once_the_end_is_known() {
    let case = Case::new().await;
    let id = case.setup();
    let unknown = case.vincula(&["reminder", &id], "");
    assert_eq!(unknown.status.code(), Some(2));
    case.change(&id, "--secret-ends", "2028-11-24");
    let printed = case.vincula(&["reminder", &id], "");
    let file = String::from_utf8(printed.stdout).unwrap();
    assert!(file.contains("DTSTART;VALUE=DATE:20281124"), "{file}");
    let shown = String::from_utf8(case.vincula(&["setup", "show", &id], "").stdout).unwrap();
    assert!(shown.contains("2028-11-24"), "{shown}");
}

/// The smallest guide with everything that came with format 2.
const VENDOR: &str = include_str!("../../core/src/guide/tests/vendor.toml");

#[tokio::test(flavor = "multi_thread")]
async fn an_author_reads_the_same_words_as_the_program_has() {
    let case = Case::new().await;
    let file = case.session.home().join("vendor.toml");
    let broken = [
        ("format = 2", "format = 3"),
        ("format = 2", "format = 1"),
        ("\"imap\"]", "\"imap\", \"mail_accepted\"]"),
        ("\"inbox\", \"imap\"", "\"imap\", \"inbox\""),
        ("\"application\", ", "\"secret\", "),
        ("http://localhost/vincula", "http://localhost:8080/vincula"),
        ("kind = \"approve\"", "kind = \"approves\""),
        ("[support]\nname", "[support]\nnames"),
        ("asks = [\"client_id\"]", "asks = [\"client_secret\"]"),
        ("now = [\"Mail.Read\"]", "now = [\"Mail.ReadWrite\"]"),
    ];
    let mut said = Vec::new();
    for (from, to) in broken {
        assert!(VENDOR.contains(from), "{from}");
        fs::write(&file, VENDOR.replacen(from, to, 1)).unwrap();
        let checked = case.vincula(&["guide", "check", file.to_str().unwrap()], "");
        assert_eq!(checked.status.code(), Some(1), "{from} → {to}");
        said.push(String::from_utf8(checked.stderr).unwrap());
    }
    insta::assert_snapshot!("broken_guides", said.concat());
    fs::write(&file, VENDOR).unwrap();
    assert!(
        case.vincula(&["guide", "check", file.to_str().unwrap()], "")
            .status
            .success()
    );
}
