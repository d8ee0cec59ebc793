//! Whatever fails ends with a sentence, and without a block.

use super::{APP, new_script, run};

#[tokio::test(flavor = "multi_thread")]
async fn each_failure_says_what_happened_and_what_to_do() {
    let (_case, script) = new_script().await;
    for (behaves, sentence) in [
        ("no-folder", "The script stopped before its end."),
        ("signed-out", "There is no session in Azure."),
        (
            "no-right",
            "Your account may not create registrations in this company.",
        ),
        ("no-right", "Original error: Insufficient privileges"),
        ("ambiguous", "Microsoft did not create the registration."),
        (
            "ambiguous",
            "More than one application have the same display name 'ERP Mail'",
        ),
        ("no-secrets", "your company does not allow this secret."),
        ("at-most-10-days", "your company does not allow this secret."),
        ("at-most-10-days", APP),
        ("breaks-at-account-show", "There is no session in Azure."),
        (
            "breaks-at-ad-app-list",
            "It cannot be seen whether a registration of that name exists.",
        ),
        (
            "breaks-at-ad-app-create",
            "Microsoft did not create the registration.",
        ),
        (
            "breaks-at-ad-app-credential-reset",
            "Microsoft did not create the secret.",
        ),
        ("breaks-at-ad-app-credential-reset", APP),
        ("breaks-at-ad-app-credential-reset", "Service Unavailable"),
    ] {
        run(&script, behaves, None).failed(sentence);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_made_where_it_could_not_look_first() {
    let (_case, script) = new_script().await;
    for behaves in ["signed-out", "breaks-at-ad-app-list"] {
        let ran = run(&script, behaves, None);
        assert!(ran.called("ad app create").is_empty(), "{behaves}");
        assert!(ran.called("ad app credential").is_empty(), "{behaves}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_fails_for_another_reason_is_asked_for_once() {
    let (_case, script) = new_script().await;
    for behaves in ["no-secrets", "breaks-at-ad-app-credential-reset"] {
        assert_eq!(
            run(&script, behaves, None)
                .called("ad app credential reset")
                .len(),
            1
        );
    }
}
