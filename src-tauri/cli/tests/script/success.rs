//! Everything goes well, at once or after a while.

use super::{APP, GRAPH, PERMISSIONS, TENANT, new_script, option, options, run, script};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn one_run_registers_what_the_guide_says_and_prints_one_block() {
    let (case, script) = new_script().await;
    let ran = run(&script, "", None);
    let block = ran.succeeded(APP);

    let create = ran.called("ad app create");
    assert_eq!(create.len(), 1);
    assert_eq!(option(create[0], "--display-name"), "ERP Mail");
    assert_eq!(options(create[0], "--web-redirect-uris"), [case.redirect_uri()]);
    assert_eq!(
        option(create[0], "--sign-in-audience"),
        "AzureADandPersonalMicrosoftAccount"
    );
    assert_eq!(option(create[0], "--requested-access-token-version"), "2");
    let access = PERMISSIONS.map(|(_, id)| json!({ "id": id, "type": "Scope" }));
    assert_eq!(
        ran.permissions,
        Some(json!([{ "resourceAppId": GRAPH, "resourceAccess": access }]))
    );

    let grant = ran.called("ad app permission grant");
    assert_eq!(grant.len(), 1);
    assert_eq!(option(grant[0], "--api"), GRAPH);
    assert_eq!(options(grant[0], "--scope"), PERMISSIONS.map(|(name, _)| name));

    let reset = ran.called("ad app credential reset");
    assert_eq!(reset.len(), 1);
    assert_eq!(block["expires"], option(reset[0], "--end-date"));
    assert_eq!(ran.terms(), [730]);
    // It looked before it made anything.
    let first_words: Vec<String> = ran.calls.iter().map(|call| call[..3].join(" ")).collect();
    let looked = first_words.iter().position(|words| words == "ad app list");
    let made = first_words.iter().position(|words| words == "ad app create");
    assert!(looked < made, "{first_words:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_directory_is_the_only_one_in_which_it_works() {
    let (_case, here) = script(&[("--tenant-id", TENANT)]).await;
    run(&here, "", None).succeeded(APP);
    let (_case, elsewhere) = script(&[]).await;
    let ran = run(&elsewhere, "", None);
    ran.failed("You are in another directory:");
    assert_eq!(ran.calls.len(), 1, "it only asked where it is");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_takes_a_while_at_microsoft_is_waited_for_within_bounds() {
    let (_case, script) = new_script().await;
    let ran = run(&script, "late-principal late-application", None);
    ran.succeeded(APP);
    assert_eq!(ran.called("ad sp create").len(), 3);
    assert_eq!(ran.called("ad app credential reset").len(), 3);

    // A principal that never comes ends in a word about the consent, not in a failure.
    let ran = run(&script, "no-principal", None);
    ran.succeeded(APP);
    assert!(
        ran.err.contains("The permissions are not accepted yet."),
        "{}",
        ran.err
    );
    assert_eq!(ran.called("ad sp create").len(), 6);
    assert_eq!(ran.called("sleep").len(), 5);
    assert!(ran.called("ad app permission grant").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_consent_is_told_with_its_page_and_the_rest_goes_on() {
    let (_case, script) = new_script().await;
    let ran = run(&script, "consent-refused", None);
    ran.succeeded(APP);
    assert!(ran.err.contains("select «Grant admin consent»"), "{}", ran.err);
    assert!(
        ran.err.contains(&format!("CallAnAPI/appId/{APP}/")),
        "{}",
        ran.err
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lifetime_policy_is_met_with_the_longest_term_that_it_allows() {
    let (_case, script) = new_script().await;
    for (behaves, terms) in [
        ("at-most-400-days", &[730, 365][..]),
        ("at-most-200-days", &[730, 365, 180]),
        ("at-most-100-days", &[730, 365, 180, 90]),
        ("at-most-100-days terse", &[730, 365, 180, 90]),
    ] {
        let ran = run(&script, behaves, None);
        let block = ran.succeeded(APP);
        assert_eq!(ran.terms(), terms, "{behaves}");
        let last = ran.called("ad app credential reset");
        assert_eq!(block["expires"], option(last[last.len() - 1], "--end-date"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_speaks_the_persons_language_in_both_shells() {
    let case = super::Case::in_session(super::Session::without_keyring()).await;
    let id = case.setup_with(&[]);
    let print = |language: &str, shell: &str| {
        let mut command = case.session.run(env!("CARGO_BIN_EXE_vincula"));
        command.args(["--language", language, "script", &id, "--shell", shell]);
        let output = command.output().expect("vincula starts");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("a script is text")
    };
    let (bash, powershell) = (print("es", "bash"), print("en", "powershell"));
    assert!(bash.starts_with("#!/usr/bin/env bash\n# Vincula ha escrito este guion para ti."));
    assert!(bash.contains("name='ERP Correo'"));
    assert!(powershell.starts_with("# Vincula wrote this script for you."));
    assert!(powershell.contains("$name = 'ERP Mail'"));
    assert_eq!(case.vincula(&["script", "0000"], "").status.code(), Some(2));
    assert_eq!(
        case.vincula(&["script", &id, "--shell", "fish"], "")
            .status
            .code(),
        Some(2)
    );
}
