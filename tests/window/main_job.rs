//! The main job: from the welcome page to the end page, and the test mail is there.

use crate::support::Desk;
use vincula_lab::Act;
use vincula_testbed::Canary;

#[tokio::test(flavor = "multi_thread")]
async fn a_person_goes_from_an_empty_window_to_the_test_mail() {
    let mut desk = Desk::open().await;
    let owner = desk.customer.sample.work_user.clone();
    let canary = Canary::of(&desk.customer.secret.value);
    desk.prepare().await;
    assert_eq!(
        desk.clipboard_text(),
        "",
        "the secret does not stay on the clipboard"
    );
    assert_eq!(
        canary.in_processes(),
        [],
        "no argument and no environment holds the secret"
    );
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None,
        "the page never saw it"
    );
    desk.press("check").await;
    desk.page("sign-in").await;

    desk.person(&owner, Act::Accept);
    desk.press("sign-in").await;
    desk.page("send").await;
    assert_eq!(
        desk.customer.lab.world().mailbox(&owner).len(),
        0,
        "nothing is sent before the person says so"
    );
    desk.press("send").await;
    desk.page("arrival").await;
    desk.press("arrived").await;

    desk.page("hand-over").await;
    for (kind, value) in [
        ("mailbox", owner.clone()),
        ("client_id", desk.customer.application.client_id.clone()),
        ("client_secret", desk.customer.secret.value.clone()),
    ] {
        desk.press(&format!("copy:{kind}")).await;
        desk.find(&format!("[data-hand-over='{kind}'][data-copied='true']"))
            .await;
        assert_eq!(
            desk.clipboard_text(),
            value,
            "{kind} is on the clipboard once the page says so"
        );
    }
    desk.press("handed-over").await;
    desk.page("end").await;
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None
    );
    assert_eq!(canary.in_processes(), []);

    let customer = desk.close().await;
    let mails = customer.lab.world().mailbox(&owner);
    assert_eq!(mails.len(), 1, "exactly one mail");
    assert!(
        mails[0].subject.starts_with("Prueba de Vincula 20"),
        "with our marker: {}",
        mails[0].subject
    );
    assert_eq!(
        customer.erp.calls_with_proof(),
        0,
        "the ERP's host was never called"
    );
    let leaks: Vec<_> = canary.in_files(customer.session.home());
    assert_eq!(leaks, [], "no file holds the secret");
    let files = customer.session.setups();
    assert_eq!(files.len(), 1, "the setup is saved");
    let saved: serde_json::Value = serde_json::from_slice(&std::fs::read(&files[0]).unwrap()).unwrap();
    assert_eq!(saved["setup"]["verification"]["proven"], true);
    assert_eq!(saved["setup"]["steps_done"].as_array().unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_closes_the_window_finds_themselves_at_the_same_step() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("done").await;
    desk.step("registration").await;
    desk.press("language:en").await;

    let customer = desk.close().await;
    let desk = Desk::open_for(customer, crate::support::Opening::default()).await;
    let html = desk.driver.find(thirtyfour::By::Tag("html")).await.unwrap();
    assert_eq!(
        html.attr("lang").await.unwrap().as_deref(),
        Some("en"),
        "the language is remembered"
    );
    desk.press_first("resume").await;
    desk.step("registration").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_assistant_closes_microsofts_window_with_it() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    desk.person("nobody", Act::StayOnPage);
    desk.press("sign-in").await;
    desk.window("Inicia sesión con Microsoft");
    let main = desk.window("^Vincula$");
    desk.xdotool(&["windowactivate", "--sync", &main, "key", "alt+F4"]);
    for _ in 0..200 {
        if desk
            .xdotool(&["search", "--onlyvisible", "--name", "Microsoft"])
            .is_empty()
        {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("Microsoft's window is still there");
}
