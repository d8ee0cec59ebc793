//! `vincula verify` as a whole program against the lab: what passes, what fails, by which name and with which
//! exit code, and that it passes once the cause is removed.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

mod support;

use std::time::Duration;
use support::{Acts, Case, Verified};
use vincula_lab::{Audience, Behaviour, Forced, Place, Redirect};
use vincula_testbed::{Canary, PERMISSIONS};

const PASSED: i32 = 0;
const FAILED: i32 = 1;
const USAGE: i32 = 2;
const COULD_NOT_CHECK: i32 = 3;

#[tokio::test(flavor = "multi_thread")]
async fn a_right_setup_is_proven_with_one_mail_and_nothing_leaks() {
    let case = Case::new().await;
    let id = case.setup();
    let canary = Canary::of(&case.secret.value);
    // While the person signs in, the program is running: its arguments and environment are looked at then.
    let looking = Canary::of(&case.secret.value);
    let acts = Acts::AsThen(
        case.sample.work_user.clone(),
        Box::new(move |_| assert_eq!(looking.in_processes(), [])),
    );
    let verified = case.verify(&id, acts).await;

    assert_eq!(verified.code, PASSED, "{verified:?}");
    assert_eq!(verified.report["proven"], true);
    let mails = case.lab.world().mailbox(&case.sample.work_user);
    assert_eq!(mails.len(), 1, "exactly one mail");
    assert!(
        mails[0].subject.contains("Vincula test 20"),
        "it can be recognised: {}",
        mails[0].subject
    );
    assert_eq!(case.erp.calls_with_proof(), 0, "the ERP's host was never called");
    assert_eq!(
        canary
            .in_files(case.session.home())
            .iter()
            .filter(|place| !is_keyring(place))
            .count(),
        0
    );
    assert_eq!(canary.in_bytes(verified.notes.as_bytes()), None);
    assert_eq!(canary.in_bytes(verified.report.to_string().as_bytes()), None);
    insta::assert_snapshot!(stable(&case, &verified));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_comes_back_to_this_machine_needs_no_paste() {
    let case = Case::new().await;
    let redirect = Redirect::web("http://localhost/vincula");
    case.lab
        .world()
        .add_redirect(&case.application.client_id, redirect);
    let id = case.setup();
    let acts = Acts::AsFollowing(case.sample.work_user.clone());
    let verified = case.verify_with(&id, &["--surface", "loopback"], "", acts).await;
    assert_eq!(verified.code, PASSED, "{verified:?}");
    assert_eq!(verified.report["proven"], true);
    assert_eq!(case.lab.world().mailbox(&case.sample.work_user).len(), 1);
    assert_eq!(case.erp.calls_with_proof(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_pasted_out_of_a_mail_is_understood() {
    let case = Case::new().await;
    let id = case.setup();
    let quoted = |address: &url::Url| {
        let characters: Vec<char> = address.as_str().chars().collect();
        let lines = characters
            .chunks(72)
            .map(|line| format!("> {}", line.iter().collect::<String>()));
        format!(
            "> Hola: me sale esto\n{}\n> Gracias",
            lines.collect::<Vec<_>>().join("\n")
        )
    };
    let acts = Acts::AsPasting(case.sample.work_user.clone(), quoted);
    let verified = case.verify(&id, acts).await;
    assert_eq!(verified.code, PASSED, "{verified:?}");
}

/// The keyring's own file is encrypted; were the secret found in it, the keyring itself would be broken.
fn is_keyring(place: &vincula_testbed::Place) -> bool {
    place.at.components().any(|part| part.as_os_str() == "keyrings")
}

/// The report with what differs from run to run taken out.
fn stable(case: &Case, verified: &Verified) -> String {
    let mut text = serde_json::to_string_pretty(&verified.report).unwrap();
    for (value, name) in [
        (verified.report["setup"].as_str().unwrap(), "[setup]"),
        (verified.report["at"].as_str().unwrap(), "[at]"),
        (case.application.client_id.as_str(), "[client id]"),
    ] {
        text = text.replace(value, name);
    }
    text
}

/// The first try fails by this name; the cause is removed; the second try passes with exactly one mail in all.
async fn fails_then_passes(
    case: &Case,
    id: &str,
    acts: Acts,
    check: &str,
    problem: &str,
    code: i32,
    remove_the_cause: impl FnOnce(),
) {
    let first = case.verify(id, acts).await;
    assert_eq!((first.problem(check), first.code), (problem, code), "{first:?}");
    assert_eq!(first.report["proven"], false);
    assert_eq!(
        case.lab.world().mailbox(&case.sample.work_user).len(),
        0,
        "nothing was sent"
    );
    remove_the_cause();
    let second = case.verify(id, case.owner()).await;
    assert_eq!(second.code, PASSED, "{second:?}");
    assert_eq!(
        case.lab.world().mailbox(&case.sample.work_user).len(),
        1,
        "exactly one mail"
    );
    assert_eq!(case.erp.calls_with_proof(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_is_named_before_the_sign_in() {
    let case = Case::new().await;
    let id = case.setup_with(&[]);
    case.keep_secret(&id, "xY38Q~thisIsNotTheSecretOfThisApplication");
    let cure = || case.keep_secret(&id, &case.secret.value);
    fails_then_passes(
        &case,
        &id,
        case.owner(),
        "secret",
        "secret_odd_shape",
        FAILED,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_is_named_after_the_sign_in_where_no_tenant_is_known() {
    let case = Case::new().await;
    let id = case.setup_with(&[("--tenant-id", "")]);
    case.keep_secret(&id, "xY38Q~thisIsNotTheSecretOfThisApplication");
    let cure = || case.keep_secret(&id, &case.secret.value);
    fails_then_passes(
        &case,
        &id,
        case.owner(),
        "secret",
        "secret_odd_shape",
        FAILED,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_id_is_refused_as_a_secret_and_nothing_is_kept() {
    let case = Case::new().await;
    let id = case.setup_with(&[]);
    let output = case.vincula(&["secret", "set", &id], &case.secret.secret_id);
    assert_eq!(output.status.code(), Some(USAGE));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("looks like the secret's id, not its value"),
        "{said}"
    );
    let cure = || case.keep_secret(&id, &case.secret.value);
    fails_then_passes(&case, &id, case.owner(), "secret", "secret_missing", FAILED, cure).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_secret_is_named() {
    let case = Case::new().await;
    let id = case.setup();
    case.lab.world().expire_secrets(&case.application.client_id);
    let cure = || case.keep_secret(&id, &case.new_secret().value);
    fails_then_passes(&case, &id, case.owner(), "secret", "secret_expired", FAILED, cure).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_client_id_is_named_before_the_sign_in() {
    let case = Case::new().await;
    let id = case.setup_with(&[("--client-id", "0b1d1f9c-3c1f-4a52-9d65-111111111111")]);
    case.keep_secret(&id, &case.secret.value);
    let cure = || case.change(&id, "--client-id", &case.application.client_id);
    fails_then_passes(
        &case,
        &id,
        case.owner(),
        "application",
        "application_unknown",
        FAILED,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_tenant_is_named_before_the_sign_in() {
    let case = Case::new().await;
    let id = case.setup_with(&[("--tenant-id", "0b1d1f9c-3c1f-4a52-9d65-222222222222")]);
    case.keep_secret(&id, &case.secret.value);
    let cure = || case.change(&id, "--tenant-id", &case.application.tenant_id);
    fails_then_passes(&case, &id, case.owner(), "tenant", "tenant_unknown", FAILED, cure).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_uri_that_is_not_registered_is_named_before_the_sign_in() {
    let case = Case::new().await;
    let id = case.setup();
    let world = case.lab.world();
    world.remove_redirects(&case.application.client_id);
    world.add_redirect(
        &case.application.client_id,
        Redirect::web(case.redirect_uri() + "/"),
    );
    let cure = || world.add_redirect(&case.application.client_id, Redirect::web(case.redirect_uri()));
    fails_then_passes(
        &case,
        &id,
        case.owner(),
        "application",
        "redirect_not_registered",
        FAILED,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_of_one_organisation_only_is_named_before_the_sign_in() {
    let case = Case::new().await;
    let id = case.setup();
    let world = case.lab.world();
    world.set_audience(&case.application.client_id, Audience::SingleTenant);
    let cure = || world.set_audience(&case.application.client_id, Audience::MultiTenantAndPersonal);
    fails_then_passes(
        &case,
        &id,
        case.owner(),
        "application",
        "single_tenant_only",
        FAILED,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declined_consent_is_named() {
    let case = Case::new().await;
    let id = case.setup();
    let acts = Acts::As(case.sample.work_user.clone(), Behaviour::DeclineConsent);
    fails_then_passes(&case, &id, acts, "sign_in", "consent_declined", FAILED, || {}).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_sign_in_is_named() {
    let case = Case::new().await;
    let id = case.setup();
    let acts = Acts::As(case.sample.work_user.clone(), Behaviour::Cancel);
    fails_then_passes(&case, &id, acts, "sign_in", "sign_in_cancelled", FAILED, || {}).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_input_counts_as_a_closed_window() {
    let case = Case::new().await;
    let id = case.setup();
    fails_then_passes(
        &case,
        &id,
        Acts::HangsUp,
        "sign_in",
        "window_closed",
        FAILED,
        || {},
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_nobody_answers_ends_by_itself() {
    let case = Case::new().await;
    let id = case.setup();
    let first = case
        .verify_with(&id, &["--patience", "1"], "", Acts::Sleeps)
        .await;
    assert_eq!(
        (first.problem("sign_in"), first.code),
        ("sign_in_timed_out", FAILED),
        "{first:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_waited_too_long_is_named() {
    let case = Case::new().await;
    let id = case.setup();
    let late = Acts::AsThen(
        case.sample.work_user.clone(),
        Box::new(|case| case.lab.world().advance_clock(Duration::from_mins(11))),
    );
    fails_then_passes(&case, &id, late, "sign_in", "code_expired", FAILED, || {}).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_permission_is_named_before_anything_is_sent() {
    let case = Case::new().await;
    let id = case.setup();
    case.lab
        .world()
        .force(Place::Token, Forced::WithoutScope("Mail.Send".to_owned()));
    let cure = || case.lab.world().clear_forced();
    fails_then_passes(
        &case,
        &id,
        case.owner(),
        "permissions",
        "permission_missing",
        FAILED,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_without_a_mailbox_is_named() {
    let case = Case::new().await;
    let id = case.setup_with(&[("--mailbox", &case.sample.user_without_mailbox)]);
    case.keep_secret(&id, &case.secret.value);
    let acts = Acts::As(case.sample.user_without_mailbox.clone(), Behaviour::Accept);
    let cure = || case.change(&id, "--mailbox", &case.sample.work_user);
    fails_then_passes(&case, &id, acts, "mail_accepted", "mailbox_missing", FAILED, cure).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_account_is_named_and_nothing_is_sent_in_its_name() {
    let case = Case::new().await;
    let id = case.setup();
    let acts = Acts::As(case.sample.administrator.clone(), Behaviour::Accept);
    fails_then_passes(&case, &id, acts, "account", "wrong_account", FAILED, || {}).await;
    assert_eq!(case.lab.world().sent_items(&case.sample.administrator).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_lost_half_way_proves_nothing_and_says_so() {
    let case = Case::new().await;
    let id = case.setup();
    let cut = Acts::AsThen(case.sample.work_user.clone(), Box::new(|case| case.road.close()));
    let cure = || case.road.open();
    fails_then_passes(
        &case,
        &id,
        cut,
        "sign_in",
        "connection_refused",
        COULD_NOT_CHECK,
        cure,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_is_dead_is_named_before_anything_else_and_without_its_password() {
    let case = Case::new().await;
    let id = case.setup();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    drop(listener);
    let mut command = case.command(&["verify", &id, "--json"]);
    command.env("http_proxy", format!("http://ana:canary-password@{place}"));
    let output = support::fed(command, "");
    assert_eq!(output.status.code(), Some(COULD_NOT_CHECK));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let machine = &report["checks"][0];
    assert_eq!(
        (&machine["check"], &machine["problem"]["kind"]),
        (&"machine".into(), &"proxy_down".into())
    );
    assert_eq!(machine["problem"]["evidence"]["proxy"], place);
    let told = [output.stdout, output.stderr].concat();
    assert!(!String::from_utf8_lossy(&told).contains("canary-password"));
    assert_eq!(case.lab.world().requests(), [], "nothing else was asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_check_is_told_while_the_run_goes_on() {
    let case = Case::new().await;
    let id = case.setup();
    let verified = case.verify(&id, case.owner()).await;
    assert_eq!(verified.code, PASSED, "{verified:?}");
    let told: Vec<&str> = verified.notes.lines().take(8).collect();
    let expected = [
        "This computer and the network",
        "Your company at Microsoft",
        "Your ERP’s registration",
        "The secret",
    ]
    .map(|name| [format!("… {name}"), format!("  {name} — Good")])
    .concat();
    assert_eq!(told, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_account_is_proven_like_any_other() {
    let case = Case::new().await;
    let id = case.setup_with(&[("--mailbox", &case.sample.personal_user), ("--tenant-id", "")]);
    case.keep_secret(&id, &case.secret.value);
    let acts = Acts::As(case.sample.personal_user.clone(), Behaviour::Accept);
    let verified = case.verify(&id, acts).await;
    assert_eq!(verified.code, PASSED, "{verified:?}");
    assert_eq!(case.lab.world().mailbox(&case.sample.personal_user).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_other_sign_ins_do_not_disturb_the_pending_one() {
    let case = Case::new().await;
    let id = case.setup();
    let noise = format!(
        "no address\n{0}?code=stolen&state=guessed\n{0}?error=access_denied\nhttps://evil.example/?code=x\n",
        case.redirect_uri()
    );
    let verified = case.verify_with(&id, &[], &noise, case.owner()).await;
    assert_eq!(verified.code, PASSED, "{verified:?}");
    let tokens = case
        .lab
        .world()
        .requests()
        .into_iter()
        .filter(|r| r.path.ends_with("/common/oauth2/v2.0/token"));
    assert_eq!(tokens.count(), 1, "one code, one redemption");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keyring_the_secret_may_come_with_the_call() {
    let case = Case::in_session(vincula_testbed::Session::without_keyring()).await;
    let id = case.setup_with(&[]);
    let kept = case.vincula(&["secret", "set", &id], &case.secret.value);
    assert_eq!(
        kept.status.code(),
        Some(COULD_NOT_CHECK),
        "a secret is never kept in a plain file"
    );
    let missing = case.verify(&id, case.owner()).await;
    assert_eq!(
        (missing.problem("secret"), missing.code),
        ("keyring_absent", COULD_NOT_CHECK),
        "{missing:?}"
    );
    let input = format!("{}\n", case.secret.value);
    let verified = case
        .verify_with(&id, &["--secret-stdin"], &input, case.owner())
        .await;
    assert_eq!(verified.code, PASSED, "{verified:?}");
    assert_eq!(Canary::of(&case.secret.value).in_files(case.session.home()), []);
}

#[test]
fn the_guide_asks_for_what_the_lab_registers() {
    let guide = vincula_core::guide::find("cloud-gestion").unwrap();
    let permissions = &guide.registration.delegated_permissions;
    assert_eq!(
        *permissions,
        PERMISSIONS.map(vincula_core::guide::Permission::graph)
    );
}
