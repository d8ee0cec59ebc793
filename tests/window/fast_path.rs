//! The fast path: an administrator copies one script, pastes what it printed, and is at the check.

use crate::support::Desk;
use serde_json::json;
use vincula_lab::Act;
use vincula_testbed::Canary;

/// Counts the presses of any button that pastes, from here to the end.
const COUNT_PASTES: &str = r#"
    window.pastes = 0;
    const count = (event) => { window.pastes += event.target.closest("[data-action^='paste:']") ? 1 : 0; };
    document.addEventListener("click", count, true);
"#;

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_comes_to_the_test_mail_with_one_paste() {
    let mut desk = Desk::open().await;
    let owner = desk.customer.sample.work_user.clone();
    let secret = desk.customer.secret.value.clone();
    let canary = Canary::of(&secret);
    desk.begin().await;
    desk.script(COUNT_PASTES).await;
    desk.press("fast-path").await;
    desk.page("fast").await;

    desk.press("copy:script").await;
    copied(&desk).await;
    let script = desk.clipboard_text();
    assert_eq!(script.lines().next(), Some("#!/usr/bin/env bash"));
    let callback = format!("https://{}", desk.customer.erp.erp_address());
    assert!(
        script.contains(&callback) && script.contains("oauth_callback.php"),
        "it registers the redirect URI: {script}"
    );
    assert_eq!(canary.in_bytes(script.as_bytes()), None, "there is no secret yet");
    desk.find("[data-field='shell:powershell']")
        .await
        .click()
        .await
        .unwrap();
    desk.press("copy:script").await;
    copied(&desk).await;
    let other = desk.clipboard_text();
    assert!(other != script && other.contains("oauth_callback.php"));

    let block = json!({
        "vincula": 1,
        "clientId": desk.customer.application.client_id,
        "tenantId": desk.customer.sample.tenant_id,
        "secret": secret,
        "expires": "2028-11-19",
    });
    desk.copy(&format!(
        "----- VINCULA: COPIA DESDE AQUÍ -----\n{block}\n----- VINCULA: HASTA AQUÍ -----\n"
    ));
    desk.press("paste:client_secret").await;
    desk.page("check").await;
    assert_eq!(
        desk.clipboard_text(),
        "",
        "the secret does not stay on the clipboard"
    );
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None
    );

    desk.press("check").await;
    desk.page("sign-in").await;
    desk.person(&owner, Act::Accept);
    desk.press("sign-in").await;
    desk.page("send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    desk.press("arrived").await;
    desk.page("hand-over").await;
    assert_eq!(
        desk.script("return window.pastes").await,
        1,
        "every value came with one paste"
    );

    let customer = desk.close().await;
    assert_eq!(customer.lab.world().mailbox(&owner).len(), 1, "exactly one mail");
    assert_eq!(customer.erp.calls_with_proof(), 0);
    let leaks: Vec<_> = canary.in_files(customer.session.home());
    assert_eq!(leaks, [], "no file holds the secret");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_without_its_client_id_stays_on_the_page() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("fast-path").await;
    desk.page("fast").await;
    let client_id = desk.customer.application.client_id.clone();
    desk.copy(&client_id);
    desk.press("paste:client_secret").await;
    desk.find("[data-refused='looks_like_secret_id']").await;
    let secret = desk.customer.secret.value.clone();
    desk.copy(&secret);
    desk.press("paste:client_secret").await;
    desk.find("[data-partial]").await;
    desk.page("fast").await;
    desk.press("open-cloud-shell").await;
    // A lab has no Cloud Shell, and no test opens Azure.
    desk.find("[data-fault='not_now']").await;
    desk.press("back").await;
    desk.step("portal").await;
    desk.close().await;
}

/// Waits until the page says that the script is on the clipboard.
async fn copied(desk: &Desk) {
    desk.find("[data-action='copy:script'].copied").await;
}
