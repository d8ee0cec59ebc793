//! The other commands, as a whole program.

mod support;

use serde_json::Value;
use support::Case;
use vincula_core::text::{Language, text};
use vincula_testbed::Canary;

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_is_begun_listed_shown_changed_and_deleted_with_its_secret() {
    let case = Case::new().await;
    let id = case.setup();

    let list: Value = serde_json::from_slice(&case.vincula(&["setup", "list", "--json"], "").stdout).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["id"], id);

    let shown: Value =
        serde_json::from_slice(&case.vincula(&["setup", "show", &id[..6], "--json"], "").stdout).unwrap();
    assert_eq!(shown["schema"], 2);
    assert_eq!(shown["setup"]["client_id"], case.application.client_id);
    let text = String::from_utf8(case.vincula(&["setup", "show", &id], "").stdout).unwrap();
    assert!(text.contains(&case.redirect_uri()), "{text}");

    case.change(&id, "--mailbox", "otra@ferreteriasoler.example");
    let shown: Value =
        serde_json::from_slice(&case.vincula(&["setup", "show", &id, "--json"], "").stdout).unwrap();
    assert_eq!(shown["setup"]["mailbox"], "otra@ferreteriasoler.example");

    case.change(&id, "--sent-by", "marta@ferreteriasoler.example");
    case.change(&id, "--audience", "single_tenant");
    let chosen = || {
        let shown = case.vincula(&["setup", "show", &id, "--json"], "").stdout;
        serde_json::from_slice::<Value>(&shown).unwrap()["setup"]["chosen"].clone()
    };
    let said = serde_json::json!({
        "owner": "shared",
        "signs_in": "marta@ferreteriasoler.example",
        "audience": "single_tenant",
    });
    assert_eq!(chosen(), said);
    assert!(
        case.vincula(&["setup", "set", &id, "--as-vincula"], "")
            .status
            .success()
    );
    assert_eq!(chosen(), Value::Null);

    assert!(case.vincula(&["setup", "delete", &id], "").status.success());
    let gone = case.vincula(&["setup", "show", &id], "");
    assert_eq!(gone.status.code(), Some(2));
    // Begun again under another id, it has no secret: the old one went with its setup.
    let stored = case
        .session
        .run("secret-tool")
        .args(["search", "--all", "service", "app.vincula.desktop"])
        .output()
        .unwrap();
    assert_eq!(Canary::of(&case.secret.value).in_bytes(&stored.stdout), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_is_really_in_the_keyring_until_it_is_deleted() {
    let case = Case::new().await;
    let id = case.setup();
    let lookup = || {
        let output = case
            .session
            .run("secret-tool")
            .args(["search", "--all", "service", "app.vincula.desktop"])
            .output();
        Canary::of(&case.secret.value).in_bytes(&output.unwrap().stdout)
    };
    assert_eq!(
        lookup(),
        Some("plain"),
        "another program of the same user finds it there"
    );
    assert!(case.vincula(&["secret", "delete", &id], "").status.success());
    assert_eq!(lookup(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_can_be_deleted_on_a_machine_without_a_keyring() {
    let case = Case::in_session(vincula_testbed::Session::without_keyring()).await;
    let id = case.setup_with(&[]);
    let output = case.vincula(&["setup", "delete", &id], "");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(case.vincula(&["setup", "show", &id], "").status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_machine_refuses_is_said_with_what_to_do() {
    let case = Case::in_session(vincula_testbed::Session::without_keyring()).await;
    let id = case.setup_with(&[]);
    let output = case.vincula(&["secret", "set", &id], &case.secret.value);
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    for part in ["problem-keyring-absent", "problem-keyring-absent.do"] {
        let part = text(Language::En, part, &[]);
        assert!(said.contains(&part), "{part} is not in {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_understood_is_refused_with_its_reason_and_changes_nothing() {
    let case = Case::new().await;
    let new = |name: &str, value: &str| {
        let mut arguments = vec![
            "setup",
            "new",
            "--erp",
            "erp.example",
            "--mailbox",
            "ana@empresa.es",
        ];
        arguments.retain(|argument| *argument != name);
        let output = case.vincula(
            &[
                "setup",
                "new",
                "--erp",
                "erp.example",
                "--mailbox",
                "ana@empresa.es",
                name,
                value,
            ],
            "",
        );
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = new("--client-id", "not-a-guid");
    assert_eq!(code, Some(2));
    assert!(said.contains("not a GUID"), "{said}");
    let erp = case.vincula(
        &[
            "setup",
            "new",
            "--erp",
            "https://portal.azure.com/#home",
            "--mailbox",
            "a@b.es",
        ],
        "",
    );
    assert_eq!(erp.status.code(), Some(2));
    let list: Value = serde_json::from_slice(&case.vincula(&["setup", "list", "--json"], "").stdout).unwrap();
    assert_eq!(list, Value::Array(Vec::new()), "no half-made setup is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lab_that_is_not_on_this_machine_is_refused() {
    let case = Case::new().await;
    let output = case
        .session
        .run(env!("CARGO_BIN_EXE_vincula"))
        .args(["--lab", "https://login.evil.example/", "setup", "list"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lab_speaks_https_to_whoever_trusts_its_authority() {
    let case = Case::in_session(vincula_testbed::Session::without_keyring()).await;
    let authority = case.session.home().join("authority.pem");
    let mut command = case.session.run(env!("CARGO_BIN_EXE_vincula"));
    command
        .arg("lab")
        .arg("--https")
        .arg(&authority)
        .stdout(std::process::Stdio::piped());
    let mut lab = vincula_testbed::Child::start(command.stderr(std::process::Stdio::null()));
    let mut address = String::new();
    let said = lab.process().stdout.take().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(said), &mut address).unwrap();
    let metadata = format!("{}common/v2.0/.well-known/openid-configuration", address.trim());
    assert!(metadata.starts_with("https://localhost:"), "{metadata}");
    let certificate = reqwest::Certificate::from_pem(&std::fs::read(&authority).unwrap()).unwrap();
    let trusting = reqwest::Client::builder()
        .tls_certs_only([certificate])
        .build()
        .unwrap();
    assert!(
        trusting
            .get(&metadata)
            .send()
            .await
            .unwrap()
            .status()
            .is_success()
    );
    assert!(reqwest::get(&metadata).await.is_err(), "nobody else trusts it");
}

#[tokio::test(flavor = "multi_thread")]
async fn practice_in_the_terminal_ends_with_the_mail_and_leaves_nothing_behind() {
    let case = Case::in_session(vincula_testbed::Session::without_keyring()).await;
    for language in ["es", "en"] {
        let output = case
            .session
            .run(env!("CARGO_BIN_EXE_vincula"))
            .args(["--language", language, "practice", "--json"])
            .output()
            .unwrap();
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["proven"], true);
    }
    assert!(
        !case.session.home().join("data").exists(),
        "practice keeps nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn guides_version_completions_and_manual_are_printed() {
    let case = Case::in_session(vincula_testbed::Session::without_keyring()).await;
    let said = |arguments: &[&str]| {
        let output = case.vincula(arguments, "");
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(said(&["guides"]).starts_with("cloud-gestion"));
    let guides: Value = serde_json::from_str(&said(&["guides", "--json"])).unwrap();
    assert_eq!(guides[0]["id"], "cloud-gestion");
    assert_eq!(
        said(&["version"]),
        format!("vincula {}\n", env!("CARGO_PKG_VERSION"))
    );
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(said(&["completions", shell]).contains("verify"), "{shell}");
    }
    assert!(said(&["man"]).contains("vincula"));
    assert_eq!(case.vincula(&["no-such-command"], "").status.code(), Some(2));
}
