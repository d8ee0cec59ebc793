//! A registration of the same name is there already: it is touched only after a person said yes, and then nothing
//! of it is lost.

use super::{GRAPH, OLD, PERMISSIONS, new_script, option, options, run};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_person_it_is_not_touched() {
    let (_case, script) = new_script().await;
    let ran = run(&script, "existing", None);
    ran.failed("You have to be asked before it is used");
    assert!(ran.err.contains(OLD), "it is listed: {}", ran.err);
    assert_eq!(ran.calls.len(), 2, "it only looked: {:?}", ran.calls);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_yes_it_is_not_touched() {
    let (_case, script) = new_script().await;
    for answer in ["n\n", "\n", "what?\n"] {
        let ran = run(&script, "existing", Some(answer));
        ran.failed("Nothing was changed.");
        assert_eq!(ran.calls.len(), 2, "{answer:?}: it only looked");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_listed_and_none_is_chosen_even_with_a_person() {
    let (_case, script) = new_script().await;
    for answer in [None, Some("y\n")] {
        let ran = run(&script, "several", answer);
        ran.failed("There are several, and the script cannot know which one is yours.");
        assert!(ran.err.contains(OLD), "{}", ran.err);
        assert_eq!(ran.calls.len(), 2, "it only looked");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_yes_it_is_completed_and_keeps_what_it_has() {
    let (case, script) = new_script().await;
    let ran = run(&script, "existing", Some("y\n"));
    ran.succeeded(OLD);
    assert!(
        ran.called("ad app create").is_empty(),
        "create would overwrite it"
    );

    let update = ran.called("ad app update");
    assert_eq!(update.len(), 1);
    assert_eq!(
        options(update[0], "--web-redirect-uris"),
        ["https://old.example/callback", case.redirect_uri().as_str()]
    );
    assert!(!update[0].iter().any(|word| word == "--sign-in-audience"));
    assert!(
        ran.err.contains("lets another kind of accounts sign in"),
        "{}",
        ran.err
    );

    // User.Read is there already.
    let add = ran.called("ad app permission add");
    assert_eq!(add.len(), 1);
    assert_eq!(option(add[0], "--api"), GRAPH);
    let missing: Vec<String> = PERMISSIONS
        .iter()
        .filter(|(name, _)| *name != "User.Read")
        .map(|(_, id)| format!("{id}=Scope"))
        .collect();
    assert_eq!(options(add[0], "--api-permissions"), missing);
    assert_eq!(ran.called("ad app permission grant").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn grants_that_are_there_are_not_replaced() {
    let (_case, script) = new_script().await;
    let ran = run(&script, "existing granted", Some("y\n"));
    ran.succeeded(OLD);
    assert!(
        ran.called("ad app permission grant").is_empty(),
        "grant deletes them first"
    );
    assert!(ran.err.contains("select «Grant admin consent»"), "{}", ran.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_cannot_be_completed_gets_no_secret() {
    let (_case, script) = new_script().await;
    for command in ["show", "update", "permission-add"] {
        let ran = run(
            &script,
            &format!("existing breaks-at-ad-app-{command}"),
            Some("y\n"),
        );
        ran.failed("Microsoft does not let this registration be completed.");
        assert!(ran.called("ad app credential").is_empty(), "{command}");
    }
}
