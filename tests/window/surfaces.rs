//! Every place to sign in, the way on from one that leads nowhere, and links that the system hands over.

use crate::support::{Desk, Opening};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use url::Url;
use vincula_lab::{Behaviour, Ending, Person, Platform, Redirect};
use vincula_testbed::{Customer, Session};

const PATIENCE: Duration = Duration::from_secs(30);

/// A window whose browser writes down what it is given: the test plays the person in front of it.
struct WithBrowser {
    desk: Desk,
    given: PathBuf,
}

impl WithBrowser {
    /// The window at the sign-in, with these addresses registered beside the ERP's own.
    async fn at_sign_in(registered: &[Redirect]) -> Self {
        let customer = Customer::in_session(Session::with_keyring()).await;
        for redirect in registered {
            let world = customer.lab.world();
            world.add_redirect(&customer.application.client_id, redirect.clone());
        }
        let home = customer.session.home().to_owned();
        let (browser, given) = (home.join("browser"), home.join("given"));
        fs::write(
            &browser,
            format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", given.display()),
        )
        .unwrap();
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
        let opening = Opening {
            environment: vec![("BROWSER", browser.display().to_string())],
            ..Opening::default()
        };
        let mut desk = Desk::open_for(customer, opening).await;
        desk.prepare().await;
        desk.press("check").await;
        desk.page("sign-in").await;
        Self { desk, given }
    }

    /// The address that the browser was given.
    async fn address(&self) -> Url {
        let began = Instant::now();
        loop {
            match fs::read_to_string(&self.given) {
                Ok(address) if !address.is_empty() => return Url::parse(&address).unwrap(),
                _ => assert!(began.elapsed() < PATIENCE, "no browser was opened"),
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The person signs in there; the address that their browser ends on.
    async fn signs_in(&self) -> Url {
        let owner = &self.desk.customer.sample.work_user;
        match Person::new(owner, Behaviour::Accept)
            .visit(&self.address().await)
            .await
        {
            Ok(Ending::Redirected(address)) => address,
            other => panic!("{other:?}"),
        }
    }

    async fn choose(&self, surface: &str) {
        self.desk.press("ways").await;
        self.desk.tick(&format!("way:{surface}")).await;
        self.desk.press("sign-in").await;
    }
}

fn loopback() -> Redirect {
    Redirect::web("http://localhost/vincula")
}

fn own_scheme() -> Redirect {
    Redirect {
        platform: Platform::MobileDesktop,
        uri: "app.vincula://callback".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_persons_own_browser_comes_back_to_this_machine() {
    let with = WithBrowser::at_sign_in(&[loopback()]).await;
    with.choose("loopback").await;
    let back = with.signs_in().await;
    assert_eq!(back.host_str(), Some("localhost"));
    let junk = back.join("/favicon.ico").unwrap();
    assert_eq!(reqwest::get(junk).await.unwrap().status(), 404);
    let page = reqwest::get(back).await.unwrap().text().await.unwrap();
    assert!(page.contains("vuelve a Vincula"), "{page}");
    with.desk.page("send").await;
    with.desk.press("send").await;
    with.desk.page("arrival").await;
    with.desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_missing_in_the_registration_is_given_to_copy_and_looked_for_again() {
    let with = WithBrowser::at_sign_in(&[]).await;
    let desk = &with.desk;
    desk.press("ways").await;
    desk.press("way-add:loopback").await;
    desk.find("[data-dialog='way']").await;
    desk.press("copy:way").await;
    assert_eq!(desk.clipboard_text(), "http://localhost/vincula");
    let world = desk.customer.lab.world();
    world.add_redirect(&desk.customer.application.client_id, loopback());
    desk.press("way-done").await;
    desk.find("[data-action='sign-in']").await;
    desk.press("ways").await;
    desk.find("[data-action='way:loopback']:not([disabled])").await;
    with.desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_address_is_found_with_noise_around_it_and_another_one_is_named() {
    let mut with = WithBrowser::at_sign_in(&[]).await;
    with.choose("pasted").await;
    let end = with.signs_in().await;
    for (pasted, named) in [
        ("hola".to_owned(), "none"),
        (
            format!("{}?code=forged&state=forged", with.desk.customer.redirect_uri()),
            "other",
        ),
    ] {
        with.desk.copy(&pasted);
        with.desk.press("paste-address").await;
        with.desk.find(&format!("[data-not-in-there='{named}']")).await;
    }
    with.desk
        .copy(&format!("Me ha salido esto:\n«{end}»\ny no sé qué hacer"));
    with.desk.press("paste-address").await;
    with.desk.page("send").await;
    with.desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_hands_the_answer_to_the_system_and_hostile_ones_disturb_nobody() {
    let with = WithBrowser::at_sign_in(&[own_scheme()]).await;
    with.choose("deep_link").await;
    let answer = with.signs_in().await;
    assert_eq!(answer.scheme(), "app.vincula");
    with.desk
        .open_link("app.vincula://callback?code=forged&state=forged");
    with.desk.open_link("app.vincula://nothing");
    with.desk.find("[data-window='in_browser']").await;
    with.desk.open_link(answer.as_str());
    with.desk.page("send").await;
    with.desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cannot_go_on_says_what_they_see_and_goes_on_elsewhere_by_one_press() {
    let mut with = WithBrowser::at_sign_in(&[]).await;
    let owner = with.desk.customer.sample.work_user.clone();
    with.desk.person(&owner, vincula_lab::Act::StayOnPage);
    with.desk.press("sign-in").await;
    with.desk.find("[data-window='open']").await;
    with.desk.press("see").await;
    with.desk.press("see:passkey").await;
    assert_eq!(with.desk.problem().await, "more_proof_needed");
    with.desk.customer.lab.world().set_autopilot(None);
    with.desk.press("next-way").await;
    let end = with.signs_in().await;
    with.desk.copy(end.as_str());
    with.desk.press("paste-address").await;
    with.desk.page("send").await;
    // What led nowhere is remembered, and what led on comes first the next time.
    with.desk.driver.refresh().await.unwrap();
    with.desk.press_first("resume").await;
    with.desk.page("send").await;
    with.desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_proposes_a_setup_to_the_running_window_which_asks_first() {
    let desk = Desk::open().await;
    desk.open_link(
        "app.vincula://setup?guide=cloud-gestion&erp=soler.cloudgestion1.app&mailbox=ana%40soler.example\
         &client_secret=canary",
    );
    desk.find("[data-dialog='proposal']").await;
    let shown = desk.find("[data-proposed='mailbox']").await.text().await.unwrap();
    assert_eq!(shown, "ana@soler.example");
    let refused = desk.find("[data-refused-fields]").await.text().await.unwrap();
    assert!(
        refused.contains("client_secret") && !refused.contains("canary"),
        "{refused}"
    );
    desk.press("proposal-no").await;
    desk.page("welcome").await;
    assert!(!desk.has("[data-action^='resume:']").await, "nothing was begun");
    desk.open_link(
        "app.vincula://setup?guide=cloud-gestion&erp=soler.cloudgestion1.app&mailbox=ana%40soler.example",
    );
    desk.press("proposal-yes").await;
    desk.step("portal").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vendors_link_brings_its_client_id_which_the_person_sees_before_it_is_used() {
    let client_id = "3f0a7c1e-9d2b-4c58-8a11-2b6e0d4f9a73";
    let desk = Desk::open().await;
    desk.open_link(&format!(
        "app.vincula://setup?guide=ev4&erp=miempresa.ev4.es&mailbox=ana%40soler.example&client_id={client_id}"
    ));
    let shown = desk
        .find("[data-proposed='client_id']")
        .await
        .text()
        .await
        .unwrap();
    assert_eq!(shown, client_id);
    desk.press("proposal-yes").await;
    desk.step("read").await;
    let held = desk.find("[data-held='client_id']").await.text().await.unwrap();
    assert!(held.contains(client_id), "{held}");
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_the_closed_program_which_asks_first() {
    // The scheme is the program's once it has run.
    let desk = Desk::open().await;
    let customer = desk.close().await;
    let opening = Opening {
        link: Some("app.vincula://setup?guide=cloud-gestion&mailbox=ana%40soler.example".to_owned()),
        ..Opening::default()
    };
    let desk = Desk::open_for(customer, opening).await;
    desk.find("[data-dialog='proposal']").await;
    desk.press("proposal-yes").await;
    desk.page("details").await;
    let mailbox = desk
        .find("[data-field='mailbox']")
        .await
        .prop("value")
        .await
        .unwrap();
    assert_eq!(mailbox.unwrap(), "ana@soler.example");
    let customer = desk.close().await;

    // And by the system's own opener, with nothing running: the window comes up by itself.
    let display = vincula_testbed::Display::of_size(1280, 900);
    let mut command = customer.session.run("gio");
    command
        .args(["open", "app.vincula://setup?guide=cloud-gestion"])
        .env("DISPLAY", display.name())
        .env("GDK_BACKEND", "x11")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    assert!(command.status().unwrap().success());
    let began = Instant::now();
    let shown = || {
        let mut search = std::process::Command::new("xdotool");
        search.args(["search", "--onlyvisible", "--name", "Vincula"]);
        !search
            .env("DISPLAY", display.name())
            .output()
            .unwrap()
            .stdout
            .is_empty()
    };
    while !shown() {
        assert!(began.elapsed() < PATIENCE, "no window came up");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // Without its display the program ends.
    drop(display);
    while customer.session.runs("vincula-desktop") {
        assert!(began.elapsed() < 2 * PATIENCE, "it goes on without a display");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_approves_and_the_next_sign_in_finds_it() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    let world = desk.customer.lab.world();
    world.set_user_consent(
        &desk.customer.sample.tenant_id,
        vincula_lab::UserConsent::AdministratorOnly,
    );
    desk.press("check").await;
    desk.page("sign-in").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, vincula_lab::Act::StayOnPage);
    desk.press("sign-in").await;
    desk.find("[data-window='open']").await;
    desk.press("see").await;
    desk.press("see:approval_needed").await;
    assert_eq!(desk.problem().await, "admin_approval_needed");
    let administrator = desk.customer.sample.administrator.clone();
    desk.person(&administrator, vincula_lab::Act::Accept);
    desk.press("approve").await;
    desk.find("[data-approved]").await;
    desk.person(&owner, vincula_lab::Act::Accept);
    desk.press("sign-in").await;
    desk.page("send").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_that_somebody_pastes_is_explained_and_its_secret_is_not_repeated() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    let secret = desk.customer.secret.value.clone();
    desk.copy(&format!(
        "AADSTS7000215: Invalid client secret provided. Ensure the secret {secret} is the client secret value"
    ));
    desk.press("stuck").await;
    desk.press("explain").await;
    desk.find("[data-dialog='stuck'] [data-problem^='secret']").await;
    let canary = vincula_testbed::Canary::of(&secret);
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None
    );
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erp_whose_page_passes_the_answer_on_spares_the_paste() {
    let with = WithBrowser::at_sign_in(&[]).await;
    with.choose("pasted").await;
    let end = with.signs_in().await;
    with.desk
        .open_link("app.vincula://callback?code=forged&state=forged");
    with.desk.find("[data-window='waits_for_paste']").await;
    let query = end.query().unwrap();
    with.desk.open_link(&format!("app.vincula://callback?{query}"));
    with.desk.page("send").await;
    with.desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_links_at_once_end_in_one_window_and_one_question() {
    let desk = Desk::open().await;
    let links = ["one", "two"].map(|name| {
        let mut command = desk.customer.session.run("gio");
        let address = format!("app.vincula://setup?guide=cloud-gestion&mailbox={name}%40soler.example");
        command
            .args(["open", &address])
            .env("DISPLAY", desk.display.name());
        command.spawn().unwrap()
    });
    for mut link in links {
        assert!(link.wait().unwrap().success());
    }
    desk.find("[data-dialog='proposal']").await;
    let dialogs = "return document.querySelectorAll('[data-dialog]').length";
    assert_eq!(desk.script(dialogs).await, 1);
    let windows = desk.xdotool(&["search", "--onlyvisible", "--name", "^Vincula"]);
    assert_eq!(windows.lines().count(), 1, "{windows}");
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_bus_a_link_still_opens_the_program() {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let opening = Opening {
        link: Some("app.vincula://setup?guide=cloud-gestion&mailbox=ana%40soler.example".to_owned()),
        environment: vec![("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere".to_owned())],
        ..Opening::default()
    };
    let desk = Desk::open_for(customer, opening).await;
    desk.find("[data-proposed='mailbox']").await;
    desk.close().await;
}
