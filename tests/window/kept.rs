//! What the person keeps and chooses: files, paper, reminders, how the page looks, what is decided otherwise.

use crate::support::{Desk, Opening};
use std::fs;
use std::path::PathBuf;
use vincula_testbed::{Canary, Customer, Session};

/// The place that the page tells of a file, and what is in it.
async fn kept(desk: &Desk) -> (PathBuf, String) {
    let told = desk.attribute("[data-kept]", "data-kept").await;
    let text = fs::read_to_string(&told).unwrap();
    (PathBuf::from(told), text)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_guide_is_on_paper_with_the_persons_values_and_without_the_secret() {
    let mut desk = Desk::open().await;
    let canary = Canary::of(&desk.customer.secret.value);
    desk.prepare().await;
    desk.press("nav-paper").await;
    let paper = desk.page("paper").await;
    let text = paper.text().await.unwrap();
    for value in [
        desk.customer.sample.work_user.clone(),
        desk.customer.application.client_id.clone(),
        desk.customer.redirect_uri(),
    ] {
        assert!(text.contains(&value), "{value} is missing:\n{text}");
    }
    let steps = desk
        .script("return document.querySelectorAll('[data-paper-step]').length")
        .await;
    assert_eq!(steps, 5);
    // What the system's print dialog is given: every drawing of every step, and nothing to press.
    let printed = desk
        .script("dispatchEvent(new Event('beforeprint')); return document.querySelectorAll('main [role=img]').length")
        .await;
    assert!(printed.as_u64().unwrap() > 15, "{printed} drawings are printed");
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None
    );
    desk.press("print").await;
    // The dialog is GTK's own: it is there, and closing it leaves everything as it was.
    let dialog = desk.window("Print");
    desk.xdotool(&["key", "--window", &dialog, "Escape"]);
    desk.press("back").await;
    desk.page("check").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_secret_is_told_once_and_a_calendar_reminds_of_it() {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.press("go:client-secret").await;
    desk.step("client-secret").await;
    desk.choose("secret-end", "180").await;
    let told = desk.find("[data-secret-ends]:not([data-secret-ends=''])").await;
    let half_a_year = told.attr("data-secret-ends").await.unwrap().unwrap();
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let end: jiff::civil::Date = half_a_year.parse().unwrap();
    assert_eq!(today.until(end).unwrap().get_days(), 180);
    // Another secret: what was told of the one before is forgotten.
    let world = desk.customer.lab.world();
    let other = world.add_secret(
        &desk.customer.application.client_id,
        "ERP",
        std::time::Duration::from_hours(24),
    );
    desk.press("change:client_secret").await;
    desk.copy(&other.value);
    desk.press("paste:client_secret").await;
    desk.find("[data-secret-ends='']").await;
    desk.choose("secret-end", "730").await;
    desk.find("[data-secret-ends]:not([data-secret-ends=''])").await;
    // All else is done: this leads to the last step, and pressing it as well could begin that anew.
    desk.press("done").await;
    desk.step("prove").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, vincula_lab::Act::Accept);
    for action in [
        "check",
        "sign-in",
        "send",
        "arrived",
        "handed-over",
        "keep-reminder",
    ] {
        desk.press(action).await;
    }
    let (path, calendar) = kept(&desk).await;
    assert!(
        path.starts_with(desk.customer.session.home()),
        "{}",
        path.display()
    );
    assert_eq!(calendar.matches("BEGIN:VALARM").count(), 3, "{calendar}");
    desk.press("home").await;
    desk.page("welcome").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn how_the_page_looks_is_chosen_and_remembered() {
    let desk = Desk::open().await;
    desk.press("look").await;
    desk.tick("letters:larger").await;
    desk.tick("colours:contrast_dark").await;
    desk.tick("motion:still").await;
    let look = "const root = document.documentElement; return [root.dataset.theme, root.dataset.contrast, root.dataset.motion, getComputedStyle(root).fontSize]";
    let worn = serde_json::json!(["dark", "more", "still", "24px"]);
    assert_eq!(desk.script(look).await, worn);
    let customer = desk.close().await;
    let desk = Desk::open_for(customer, Opening::default()).await;
    assert_eq!(desk.script(look).await, worn, "after a new start");
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_otherwise_changes_what_the_page_says_and_voids_the_proof() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("done").await;
    let page = desk.step("registration").await;
    assert!(
        page.text()
            .await
            .unwrap()
            .contains("Cualquier inquilino de Entra ID")
    );
    desk.press("case").await;
    desk.find("[data-question='account'] input[value='work']:checked")
        .await;
    desk.tick("audience:single_tenant").await;
    desk.find("[data-snag='tenant_missing']").await;
    desk.tick("account:personal").await;
    desk.find("[data-snag='personal_not_admitted']").await;
    desk.tick("owner:shared").await;
    desk.find("[data-snag='shared_needs_own_sign_in']").await;
    desk.press("close").await;
    let text = desk.step("registration").await.text().await.unwrap();
    assert!(text.contains("Solo inquilino único"), "{text}");
    // Everything is remembered, and everything can be put back.
    desk.driver.refresh().await.unwrap();
    desk.press_first("resume").await;
    desk.press("case").await;
    desk.find("[data-question='owner'] input[value='shared']:checked")
        .await;
    desk.press("case-reset").await;
    desk.find("[data-question='owner'] input[value='own']:checked")
        .await;
    assert!(!desk.has("[data-snag]").await);
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guide_beside_the_program_is_offered_with_its_image_and_says_where_it_comes_from() {
    let session = Session::with_keyring();
    let folder = session.home().join("data/vincula/guides");
    fs::create_dir_all(&folder).unwrap();
    let format = include_str!("../../docs/GUIDE_FORMAT.md");
    let example = format.split("```toml\n# example.toml\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let image = "image = { file = \"icon.png\", alt = { es = \"El menú de la izquierda\", en = \"The menu\" }, callouts = [{ line = 2, x = 50, y = 40 }] }";
    let guide = example.replacen("scene = \"entra/app-overview\"", image, 1);
    fs::write(folder.join("example.toml"), guide).unwrap();
    let icon = concat!(env!("CARGO_MANIFEST_DIR"), "/icons/128x128.png");
    fs::copy(icon, folder.join("icon.png")).unwrap();
    fs::write(folder.join("wrong.toml"), "format = 2").unwrap();

    let mut desk = Desk::open_for(Customer::in_session(session).await, Opening::default()).await;
    let faults = desk.find("[data-guide-faults]").await;
    assert!(faults.inner_html().await.unwrap().contains("wrong.toml:1"));
    desk.press("start-guide:example").await;
    for (kind, value) in [
        ("erp_address", "https://erp.example"),
        ("mailbox", "ana@soler.example"),
    ] {
        desk.copy(value);
        desk.press(&format!("paste:{kind}")).await;
        desk.filled(kind).await;
    }
    desk.press("continue").await;
    desk.step("client-id").await;
    let shown = desk
        .script("const img = document.querySelector('[data-frame=image] img'); return [img.complete, img.naturalWidth]")
        .await;
    assert_eq!(shown, serde_json::json!([true, 128]), "the image is really shown");
    let scene = desk.find("[data-frame='image']").await;
    assert_eq!(
        scene.attr("aria-label").await.unwrap().unwrap(),
        "El menú de la izquierda"
    );
    desk.press("point:2").await;
    desk.find("[data-frame='image'] .lit[data-pin='2']").await;
    desk.close().await;
}
