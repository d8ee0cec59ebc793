//! A keyring that misbehaves, everything forgotten, and what is left of a secret: in the window.

use crate::support::{Desk, Opening};
use vincula_testbed::{BusWatch, Canary, Customer, KeyringBehaviour, SecretService, Session};

/// A window on a bus of its own with this keyring, at the page that asks for the secret, which is on the clipboard.
async fn before_the_secret(behaviour: KeyringBehaviour) -> (Desk, SecretService) {
    let session = Session::with_bare_bus();
    let keyring = SecretService::on(&session, behaviour);
    let customer = Customer::in_session(session).await;
    let mut desk = Desk::open_for(customer, Opening::default()).await;
    desk.begin().await;
    desk.press("done").await;
    desk.step("registration").await;
    let client_id = desk.customer.application.client_id.clone();
    desk.copy(&client_id);
    desk.press("paste:client_id").await;
    desk.press("done").await;
    desk.step("client-secret").await;
    let secret = desk.customer.secret.value.clone();
    desk.copy(&secret);
    (desk, keyring)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keyring_that_refuses_is_named_with_what_to_do_and_the_secret_is_kept_once_it_is_open() {
    let (desk, keyring) = before_the_secret(KeyringBehaviour::Dismissed).await;
    desk.press("paste:client_secret").await;
    desk.find("[data-place='instead_of_keyring']").await;
    desk.find("[data-keyring-fault='keyring_denied']").await;
    assert_eq!(keyring.holds(), 0);
    // The same page keeps it once the person lets it in: nothing has to be pasted again.
    keyring.behave(KeyringBehaviour::UnlockedWhenAsked);
    desk.press("try-keyring").await;
    desk.find("[data-place='keyring']").await;
    assert!(!desk.has("[data-keyring-fault]").await);
    assert_eq!(keyring.holds(), 1);
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_want_to_wait_for_the_keyring_goes_on_without_it() {
    let (desk, keyring) = before_the_secret(KeyringBehaviour::Works).await;
    keyring.behave(KeyringBehaviour::Unanswered);
    desk.press("paste:client_secret").await;
    desk.find("[data-keyring='waits']").await;
    desk.press("give-up-keyring").await;
    desk.find("[data-place='instead_of_keyring']").await;
    assert!(!desk.has("[data-keyring='waits']").await);
    assert_eq!(keyring.holds(), 0);
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_forgotten_after_a_yes_and_what_is_left_is_told() {
    let (mut desk, keyring) = before_the_secret(KeyringBehaviour::Works).await;
    desk.press("paste:client_secret").await;
    desk.find("[data-place='keyring']").await;
    desk.copy("something else");
    desk.press("nav-home").await;
    desk.press("forget").await;
    desk.press("cancel").await;
    assert_eq!(keyring.holds(), 1);

    keyring.behave(KeyringBehaviour::Dismissed);
    desk.press("forget").await;
    desk.press("forget-confirm").await;
    desk.find("[data-forgotten='some']").await;
    assert_eq!(keyring.holds(), 1);
    keyring.behave(KeyringBehaviour::Works);
    desk.press("forget-confirm").await;
    desk.find("[data-forgotten='all']").await;
    assert_eq!(keyring.holds(), 0);
    desk.press("close").await;
    assert!(!desk.has("[data-action^='resume:']").await);
    let customer = desk.close().await;
    assert_eq!(customer.session.setups(), Vec::<std::path::PathBuf>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_a_secret_that_went_through_the_window_and_was_deleted() {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let watch = BusWatch::over(&customer.session);
    let canary = Canary::of(&customer.secret.value);
    let opening = Opening {
        arguments: vec!["--log-level".to_owned(), "debug".to_owned()],
        ..Opening::default()
    };
    let mut desk = Desk::open_for(customer, opening).await;
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    // Deleted, and the clipboard with it.
    desk.press("nav-home").await;
    desk.press_first("more").await;
    desk.press_first("delete").await;
    desk.press("delete-confirm").await;
    desk.find("main[data-page='welcome']").await;
    desk.copy("something else");
    let session = &desk.customer.session;
    watch.catch_up(session);
    assert_eq!(canary.in_processes(), []);
    for program in ["WebKitWebProcess", "WebKitNetworkProcess"] {
        for process in session.processes(&[program]) {
            assert_eq!(canary.in_memory(process).unwrap(), 0, "{program}");
        }
    }
    let main = session.processes(&["vincula-desktop"]);
    assert_eq!(main.len(), 1);
    let left = canary.in_memory(main[0]).unwrap();
    assert_eq!(left, 0, "copies in the window's own process");
    let customer = desk.close().await;
    let is_keyring =
        |place: &vincula_testbed::Place| place.at.components().any(|part| part.as_os_str() == "keyrings");
    let mut leaks = canary.in_files(customer.session.home());
    leaks.retain(|place| !is_keyring(place));
    assert_eq!(leaks, [], "files, logs, web storage, bus");
}
