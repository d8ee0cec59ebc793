//! Every screen of the job, one after the other.

use crate::support::Desk;
use std::path::Path;
use vincula_lab::{Act, Forced, Place};

/// Goes from the first page to the last as a person does, with every detour, and shows each screen to `see`.
pub(crate) async fn every_screen(desk: &mut Desk, mut see: impl AsyncFnMut(&Desk, &str)) {
    begin(desk, &mut see).await;
    values(desk, &mut see).await;
    desk.step("mail-permission").await;
    see(desk, "mail-permission").await;
    desk.press("done").await;
    sign_in(desk, &mut see).await;
    mail(desk, &mut see).await;
    renewal(desk, &mut see).await;
}

/// The first page, the details and the first step, with all that opens over it.
async fn begin(desk: &mut Desk, see: &mut impl AsyncFnMut(&Desk, &str)) {
    see(desk, "welcome").await;
    desk.open_link(
        "app.vincula://setup?guide=ev4&erp=miempresa.ev4.es&mailbox=ana%40soler.example\
         &client_id=3f0a7c1e-9d2b-4c58-8a11-2b6e0d4f9a73&color=verde",
    );
    desk.find("[data-dialog='proposal']").await;
    see(desk, "dialog: a proposal").await;
    desk.press("proposal-no").await;
    desk.press("start-guide:cloud-gestion").await;
    desk.page("details").await;
    see(desk, "details").await;
    desk.press("continue").await;
    desk.find("[data-error-summary]").await;
    see(desk, "details, refused").await;
    desk.press("back").await;
    desk.begin().await;
    see(desk, "portal").await;
    desk.press("look").await;
    desk.find("[data-dialog='look']").await;
    see(desk, "dialog: look").await;
    desk.press("close").await;
    desk.press("case").await;
    desk.find("[data-dialog='case']").await;
    see(desk, "dialog: case").await;
    desk.tick("owner:shared").await;
    desk.find("[data-snag]").await;
    see(desk, "dialog: case, a snag").await;
    desk.press("case-reset").await;
    desk.press("close").await;
    desk.press("nav-paper").await;
    desk.page("paper").await;
    see(desk, "paper").await;
    desk.press("back").await;
    desk.step("portal").await;
    desk.press("fast-path").await;
    desk.page("fast").await;
    see(desk, "fast path").await;
    desk.press("back").await;
    desk.step("portal").await;
    desk.press("stuck").await;
    desk.find("[data-dialog='stuck']").await;
    see(desk, "dialog: stuck").await;
    desk.press("stuck-values").await;
    desk.find("[data-dialog='values']").await;
    see(desk, "dialog: values").await;
    desk.press("close").await;
    desk.press("stuck").await;
    desk.press("stuck-it").await;
    desk.find("[data-dialog='it-message']").await;
    see(desk, "dialog: message to IT").await;
    desk.press("copy:it-message").await;
    desk.find("[data-waiting]").await;
    see(desk, "dialog: waiting for IT").await;
    desk.press("close").await;
    see(desk, "portal, waiting for IT").await;
    desk.driver.refresh().await.unwrap();
    desk.find("[data-action^='resume:']").await;
    see(desk, "welcome with a setup").await;
    desk.press_first("resume").await;
    desk.press("have-answer").await;
    desk.press("go-on-alone").await;
    setup_file(desk, see).await;
    desk.driver.refresh().await.unwrap();
    desk.press_first("more").await;
    desk.find("[role='menu']").await;
    see(desk, "menu of a setup").await;
    desk.press_first("rename").await;
    desk.find("[data-dialog='rename']").await;
    see(desk, "dialog: rename").await;
    desk.press("cancel").await;
    desk.press_first("more").await;
    desk.press_first("delete").await;
    desk.find("[data-dialog='delete']").await;
    see(desk, "dialog: delete").await;
    desk.driver.refresh().await.unwrap();
    desk.press_first("resume").await;
    desk.step("portal").await;
    desk.press("done").await;
}

/// The setup goes into a file and comes from one: what is said of it, and what it takes to open it.
async fn setup_file(desk: &Desk, see: &mut impl AsyncFnMut(&Desk, &str)) {
    desk.driver.refresh().await.unwrap();
    desk.press_first("more").await;
    desk.press_first("export").await;
    desk.find("[data-dialog='export']").await;
    see(desk, "dialog: export").await;
    desk.press("export-keep").await;
    desk.find("[data-dialog='export'] [data-fault]").await;
    see(desk, "dialog: export, no secret").await;
    desk.tick("export:plain").await;
    desk.press("export-keep").await;
    let file = desk.attribute("[data-kept]", "data-kept").await;
    see(desk, "dialog: export, kept").await;
    desk.press("close").await;
    desk.hand_file("open-file", Path::new(&file)).await;
    desk.find("[data-dialog='import']").await;
    see(desk, "dialog: import").await;
    desk.press("import-no").await;
    let sealed = format!("{file}.age.txt");
    std::fs::write(&sealed, "-----BEGIN AGE ENCRYPTED FILE-----").unwrap();
    desk.hand_file("open-file", Path::new(&sealed)).await;
    desk.find("[data-dialog='unseal']").await;
    see(desk, "dialog: unseal").await;
    desk.press("import-no").await;
}

/// The two pages that take a value: empty, refused and taken.
async fn values(desk: &mut Desk, see: &mut impl AsyncFnMut(&Desk, &str)) {
    let (application, secret) = (desk.customer.application.clone(), desk.customer.secret.clone());
    for (step, kind, wrong, right) in [
        ("registration", "client_id", &secret.value, &application.client_id),
        ("client-secret", "client_secret", &secret.secret_id, &secret.value),
    ] {
        desk.step(step).await;
        see(desk, step).await;
        desk.copy(wrong);
        desk.press(&format!("paste:{kind}")).await;
        desk.find("[data-refused]").await;
        see(desk, &format!("{step}, refused")).await;
        desk.copy(right);
        desk.press(&format!("paste:{kind}")).await;
        desk.find(&format!("[data-held='{kind}']")).await;
        see(desk, &format!("{step}, taken")).await;
        if kind == "client_secret" {
            desk.choose("secret-end", "730").await;
            desk.find("[data-secret-ends]:not([data-secret-ends=''])").await;
            see(desk, &format!("{step}, its end told")).await;
        }
        desk.press("done").await;
    }
}

/// The check, the sign-in, and a sign-in with the wrong account.
async fn sign_in(desk: &mut Desk, see: &mut impl AsyncFnMut(&Desk, &str)) {
    let owner = desk.customer.sample.work_user.clone();
    let other = desk.customer.sample.administrator.clone();
    desk.page("check").await;
    see(desk, "check").await;
    desk.press("edit-details").await;
    desk.page("details").await;
    see(desk, "details, later").await;
    desk.press("back").await;
    desk.page("check").await;
    let unregistered = Forced::Code("AADSTS50011".to_owned());
    desk.customer
        .lab
        .world()
        .force_once(Place::Authorize, unregistered);
    desk.press("check").await;
    desk.press("remedy").await;
    desk.step("redirect-uri").await;
    see(desk, "redirect-uri").await;
    desk.press("done").await;
    desk.page("check").await;
    desk.press("check").await;
    desk.page("sign-in").await;
    see(desk, "sign-in").await;
    desk.person(&owner, Act::StayOnPage);
    desk.press("sign-in").await;
    desk.find("[data-window='open']").await;
    see(desk, "sign-in, window open").await;
    desk.press("cancel").await;
    desk.find("[data-action='sign-in']").await;
    desk.person(&other, Act::Accept);
    desk.press("sign-in").await;
    desk.find("[data-problem]").await;
    see(desk, "fix").await;
    desk.press("evidence").await;
    see(desk, "fix, details open").await;
    desk.person(&owner, Act::Accept);
    desk.press("remedy").await;
}

/// From the test mail to the last page.
async fn mail(desk: &mut Desk, see: &mut impl AsyncFnMut(&Desk, &str)) {
    desk.page("send").await;
    see(desk, "send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    see(desk, "arrival").await;
    desk.press("not-yet").await;
    see(desk, "arrival, not yet").await;
    desk.press("arrived").await;
    desk.page("hand-over").await;
    see(desk, "hand-over").await;
    desk.press("copy:client_id").await;
    desk.find("[data-hand-over='client_id'][data-copied='true']")
        .await;
    see(desk, "hand-over, copied").await;
    desk.press("handed-over").await;
    desk.page("end").await;
    see(desk, "end").await;
    desk.press("keep-reminder").await;
    desk.find("[data-kept]").await;
    see(desk, "end, reminder kept").await;
}

/// The list once something works, its copy and its archive, and a secret that is renewed.
async fn renewal(desk: &mut Desk, see: &mut impl AsyncFnMut(&Desk, &str)) {
    let owner = desk.customer.sample.work_user.clone();
    desk.press("home").await;
    desk.find("[data-health='works']").await;
    see(desk, "list, works").await;
    desk.press_first("more").await;
    desk.press_first("duplicate").await;
    desk.find("[data-health='not_proven']").await;
    see(desk, "list, a copy").await;
    desk.find("[data-health='not_proven'] [data-action^='more:']")
        .await
        .click()
        .await
        .unwrap();
    desk.press_first("archive").await;
    desk.press("archived").await;
    see(desk, "list, archived").await;

    let client_id = desk.customer.application.client_id.clone();
    desk.customer.lab.world().expire_secrets(&client_id);
    desk.press_first("recheck").await;
    desk.page("sign-in").await;
    desk.press("sign-in").await;
    desk.find("[data-problem='secret_expired']").await;
    see(desk, "fix, the secret has expired").await;
    desk.press("nav-home").await;
    desk.find("[data-severity='broken']").await;
    see(desk, "list, fails").await;
    desk.press_first("renew").await;
    desk.page("renew").await;
    see(desk, "renew").await;
    let secret = desk.customer.new_secret();
    desk.copy(&secret.value);
    desk.press("paste:client_secret").await;
    desk.find("[data-held='client_secret']").await;
    desk.choose("secret-end", "180").await;
    desk.find("[data-secret-ends]:not([data-secret-ends=''])").await;
    see(desk, "renew, the new one taken").await;
    desk.press("renew-prove").await;
    desk.press("check").await;
    desk.page("sign-in").await;
    see(desk, "renew, sign-in").await;
    desk.person(&owner, Act::Accept);
    desk.press("sign-in").await;
    desk.page("send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    desk.press("arrived").await;
    desk.page("renew-hand-over").await;
    see(desk, "renew, hand-over").await;
    desk.press("renewal-handed-over").await;
    desk.page("remove-old").await;
    see(desk, "renew, the old secret").await;
    desk.press("old-removed").await;
    desk.find("[data-health='works']").await;
}
