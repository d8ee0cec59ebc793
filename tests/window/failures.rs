//! What goes wrong in the window: each failure has its name, and the same screen leads on once the cause is gone.

use crate::support::{Desk, Opening};
use vincula_core::text::{Language, text};
use vincula_lab::{Act, Forced, Place};
use vincula_testbed::{Customer, Session};

/// From the failure to the test mail, by the buttons that the failure itself offers.
async fn recover(desk: &Desk, again: &str) {
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, Act::Accept);
    desk.press(again).await;
    desk.page("send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    assert_eq!(
        desk.customer.lab.world().mailbox(&owner).len(),
        1,
        "exactly one mail in all"
    );
    assert_eq!(desk.customer.erp.calls_with_proof(), 0);
}

/// Opens the window, comes to the sign-in, and lets the person act.
async fn sign_in(act: Act) -> Desk {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, act);
    desk.press("sign-in").await;
    desk
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declined_consent_is_named_and_the_next_try_passes() {
    let desk = sign_in(Act::DeclineConsent).await;
    assert_eq!(desk.problem().await, "consent_declined");
    recover(&desk, "remedy").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wait_that_microsoft_asks_for_is_shown_and_ends_by_itself() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    let asks_to_wait = Forced::Status(429, Some("3".to_owned()));
    desk.customer
        .lab
        .world()
        .force_once(Place::Authorize, asks_to_wait);
    desk.press("check").await;
    desk.find("[data-check='application'][data-outcome='again']")
        .await;
    desk.page("sign-in").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_sign_in_is_named_and_the_next_try_passes() {
    let desk = sign_in(Act::Cancel).await;
    assert_eq!(desk.problem().await, "sign_in_cancelled");
    recover(&desk, "remedy").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_sign_in_window_is_named_and_the_next_try_passes() {
    let desk = sign_in(Act::StayOnPage).await;
    desk.find("[data-window='open']").await;
    close_sign_in_window(&desk);
    assert_eq!(desk.problem().await, "window_closed");
    recover(&desk, "remedy").await;
    desk.close().await;
}

/// Closes Microsoft's window as a person does.
fn close_sign_in_window(desk: &Desk) {
    let window = desk.window("Inicia sesión con Microsoft");
    desk.xdotool(&["windowactivate", "--sync", &window, "key", "alt+F4"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_page_that_leads_nowhere_is_reported_by_one_press() {
    let desk = sign_in(Act::StayOnPage).await;
    desk.find("[data-window='open']").await;
    desk.press("see").await;
    desk.press("see:error_page").await;
    assert_eq!(desk.problem().await, "microsoft_showed_error");
    recover(&desk, "try-again").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_nobody_answers_ends_by_itself() {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let opening = Opening {
        arguments: vec!["--patience".to_owned(), "6".to_owned()],
        ..Opening::default()
    };
    let mut desk = Desk::open_for(customer, opening).await;
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    desk.press("sign-in").await;
    assert_eq!(desk.problem().await, "sign_in_timed_out");
    recover(&desk, "remedy").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_closes_the_sign_in_window_and_leaves_the_page_ready() {
    let desk = sign_in(Act::StayOnPage).await;
    desk.find("[data-window='open']").await;
    desk.press("cancel").await;
    desk.find("[data-action='sign-in']:not([aria-disabled='true'])")
        .await;
    recover(&desk, "sign-in").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_account_is_named_and_nothing_is_sent_in_its_name() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    let other = desk.customer.sample.administrator.clone();
    desk.person(&other, Act::Accept);
    desk.press("sign-in").await;
    assert_eq!(desk.problem().await, "wrong_account");
    let panel = desk.find("[data-problem]").await.text().await.unwrap();
    assert!(
        panel.contains(&other),
        "the account that signed in is named: {panel}"
    );
    assert_eq!(desk.customer.lab.world().sent_items(&other).len(), 0);
    recover(&desk, "remedy").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_application_is_named_before_the_sign_in_and_leads_back_to_its_step() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.customer
        .lab
        .world()
        .force_once(Place::Authorize, Forced::Code("AADSTS700016".to_owned()));
    desk.press("check").await;
    assert_eq!(desk.problem().await, "application_unknown");
    assert_eq!(desk.outcome("application").await, "failed");
    desk.press("remedy").await;
    desk.step("registration").await;
    desk.find("[data-held='client_id']").await;
    desk.press("done").await;
    desk.page("check").await;
    desk.press("check").await;
    desk.page("sign-in").await;
    recover(&desk, "sign-in").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_address_that_is_not_registered_has_a_page_of_its_own_and_a_way_back() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    let unregistered = Forced::Code("AADSTS50011".to_owned());
    desk.customer
        .lab
        .world()
        .force_once(Place::Authorize, unregistered);
    desk.press("check").await;
    assert_eq!(desk.problem().await, "redirect_not_registered");
    desk.press("remedy").await;
    desk.step("redirect-uri").await;
    let shown = desk
        .find("[data-value='redirect_uri']")
        .await
        .text()
        .await
        .unwrap();
    assert!(
        shown.ends_with("/oauth_callback.php"),
        "the page gives it: {shown}"
    );
    desk.press("done").await;
    desk.page("check").await;
    desk.press("check").await;
    desk.page("sign-in").await;
    recover(&desk, "sign-in").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_back_with_the_value_is_offered_to_paste_it_and_with_something_else_is_not() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("done").await;
    desk.step("registration").await;
    let comes_back = async |desk: &Desk| {
        desk.script("window.dispatchEvent(new Event('focus'))").await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    };
    let mailbox = desk.customer.sample.work_user.clone();
    desk.copy(&mailbox);
    comes_back(&desk).await;
    assert!(!desk.has("[data-offered]").await, "that is no Client ID");
    let client_id = desk.customer.application.client_id.clone();
    desk.copy(&client_id);
    let main = desk.window("^Vincula$");
    desk.xdotool(&["windowminimize", "--sync", &main]);
    desk.xdotool(&["windowactivate", "--sync", &main]);
    desk.find("[data-offered='client_id']").await;
    desk.press("paste:client_id").await;
    desk.find("[data-held='client_id']").await;
    desk.press("done").await;
    desk.step("client-secret").await;
    let secret = desk.customer.secret.value.clone();
    desk.copy(&secret);
    comes_back(&desk).await;
    desk.find("[data-offered='client_secret']").await;
    let page = desk.driver.source().await.unwrap();
    assert_eq!(
        vincula_testbed::Canary::of(&secret).in_bytes(page.as_bytes()),
        None
    );
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_stuck_finds_their_own_words_and_comes_back_to_the_same_step_with_everything_kept() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("done").await;
    desk.step("registration").await;
    let client_id = desk.customer.application.client_id.clone();
    desk.copy(&client_id);
    desk.press("paste:client_id").await;
    desk.find("[data-held='client_id']").await;
    desk.press("stuck").await;
    desk.press("symptom:2").await;
    desk.find("[data-symptom='2'][open]").await;
    desk.press("symptom-go:2").await;
    desk.step("redirect-uri").await;
    desk.press("done").await;
    desk.step("registration").await;
    desk.find("[data-held='client_id']").await;
    desk.press("stuck").await;
    desk.press("stuck-reread").await;
    desk.step("registration").await;
    desk.find("[data-held='client_id']").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_network_is_named_and_trying_again_from_the_same_screen_works() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.customer.road.close();
    desk.press("check").await;
    assert_eq!(desk.problem().await, "connection_refused");
    desk.customer.road.open();
    desk.press("remedy").await;
    desk.page("sign-in").await;
    recover(&desk, "sign-in").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_that_the_machine_does_not_keep_is_named_and_pressing_again_works() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.step("portal").await;
    let home = desk.customer.session.home();
    let (setups, aside) = (home.join("data/vincula/setups"), home.join("aside"));
    std::fs::rename(&setups, &aside).unwrap();
    std::fs::write(&setups, "where the folder was").unwrap();
    desk.press("done").await;
    let told = desk
        .find("[data-fault='machine_refused']")
        .await
        .text()
        .await
        .unwrap();
    for part in ["problem-machine-trouble", "problem-machine-trouble.do"] {
        let part = text(Language::Es, part, &[]);
        assert!(told.contains(&part), "{part} is not in {told}");
    }
    let is_in_sight = desk
        .script("const note = document.querySelector('[data-fault]').getBoundingClientRect(); return note.top >= 0 && note.bottom <= window.innerHeight")
        .await;
    assert_eq!(is_in_sight, serde_json::json!(true), "nobody sees it");
    std::fs::remove_file(&setups).unwrap();
    std::fs::rename(&aside, &setups).unwrap();
    desk.press("done").await;
    desk.step("registration").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_paste_is_named_at_once_and_changes_nothing() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.step("portal").await;
    desk.press("done").await;
    desk.step("registration").await;
    for (wrong, reason) in [
        (desk.customer.secret.value.clone(), "looks_like_secret"),
        (desk.customer.sample.work_user.clone(), "looks_like_email"),
        ("https://portal.azure.com/#home".to_owned(), "looks_like_address"),
    ] {
        desk.copy(&wrong);
        desk.press("paste:client_id").await;
        desk.find(&format!("[data-refused='{reason}']")).await;
    }
    let client_id = desk.customer.application.client_id.clone();
    desk.copy(&client_id);
    desk.press("paste:client_id").await;
    desk.press("done").await;
    desk.step("client-secret").await;
    let secret_id = desk.customer.secret.secret_id.clone();
    desk.copy(&secret_id);
    desk.press("paste:client_secret").await;
    desk.find("[data-refused='looks_like_secret_id']").await;
    desk.close().await;
}
