//! The other ERPs in the window, each to its own proof: what it does in the mailbox is seen in the lab and in the mail
//! servers beside it.

use crate::support::{Desk, Opening};
use std::time::Duration;
use vincula_assistant::{DataFolder, SetupFolder, SetupStore as _, SystemClock, new_setup};
use vincula_core::guide::find;
use vincula_core::value::{ClientId, ErpAddress, Mailbox, TenantId};
use vincula_lab::{
    Act, Audience, Inbox, ItemKind, NewApplication, Platform, Redirect, RegisteredApplication,
};
use vincula_testbed::{Customer, ImapServer, MailAuthority, Session, SmtpManner, SmtpServer};

const A_YEAR: Duration = Duration::from_hours(365 * 24);

/// A customer with a setup of `guide` that stands at the step `at`, with every value but the secret.
async fn customer(
    guide: &str,
    at: &str,
    application: impl FnOnce(&Customer) -> NewApplication,
) -> (Customer, RegisteredApplication) {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let world = customer.lab.world();
    let application = world.register_application(application(&customer));
    let data = DataFolder::at(&customer.session.home().join("data/vincula")).unwrap();
    let setups = SetupFolder::of(&data).unwrap();
    let guide = find(guide).unwrap();
    let erp = ErpAddress::parse(&guide.erp.address_example).unwrap();
    let mailbox = Mailbox::parse(&customer.sample.work_user).unwrap();
    let mut setup = new_setup(&setups, &SystemClock, guide, erp, mailbox).unwrap();
    setup.client_id = Some(ClientId::parse(&application.client_id).unwrap());
    setup.tenant_id = Some(TenantId::parse(&customer.sample.tenant_id).unwrap());
    setup.current_step = Some(at.to_owned());
    setups.save(&setup).unwrap();
    (customer, application)
}

/// Opens the window at the setup's step.
async fn resumed(customer: Customer, opening: Opening) -> Desk {
    let desk = Desk::open_for(customer, opening).await;
    desk.press_first("resume").await;
    desk
}

/// The secret is pasted, and every page after it is done, up to the check.
async fn up_to_the_check(desk: &mut Desk, application: &RegisteredApplication) {
    desk.step("client-secret").await;
    let world = desk.customer.lab.world();
    let secret = world.add_secret(&application.client_id, "ERP", A_YEAR);
    desk.copy(&secret.value);
    desk.press("paste:client_secret").await;
    while !desk.has("main[data-page='connect']").await {
        desk.press("done").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// From the check to what comes after the sign-in.
async fn proven(desk: &Desk) {
    desk.press("check").await;
    desk.page("sign-in").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, Act::Accept);
    desk.press("sign-in").await;
}

/// The window's own session trusts the authority, and the program is told of the ports.
fn beside(customer: &Customer, authority: &MailAuthority, imap: u16, smtp: Option<u16>) -> Opening {
    let certificate = customer.session.home().join("mail-authority.pem");
    std::fs::write(&certificate, authority.root_pem()).unwrap();
    let mut arguments = vec!["--lab-imap".to_owned(), imap.to_string()];
    if let Some(smtp) = smtp {
        arguments.extend(["--lab-smtp".to_owned(), smtp.to_string()]);
    }
    Opening {
        arguments,
        environment: vec![("SSL_CERT_FILE", certificate.to_str().unwrap().to_owned())],
        ..Opening::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mycrmwebs_calendar_is_proven_and_left_as_it_was() {
    let (customer, application) = customer("mycrmweb", "client-secret", |customer| NewApplication {
        name: "Sincronización Office 365".to_owned(),
        home_tenant: customer.sample.tenant_id.clone(),
        audience: Audience::SingleTenant,
        redirects: vec![Redirect::web(
            "https://miempresa.crm.es/modules/Office365Sync/authentication.php",
        )],
        permissions: ["Calendars.ReadWrite", "Contacts.ReadWrite", "User.Read"]
            .map(str::to_owned)
            .to_vec(),
    })
    .await;
    let world = customer.lab.world();
    let by_itself = ["Calendars.ReadWrite", "Contacts.ReadWrite", "Directory.Read.All"];
    world.set_application_permissions(&application.client_id, &by_itself);
    world.grant_admin_consent(&application.client_id);
    let mut desk = resumed(customer, Opening::default()).await;
    up_to_the_check(&mut desk, &application).await;
    proven(&desk).await;
    desk.page("hand-over").await;
    // What support opens: sealed, with a passphrase that is told by another way.
    desk.press("support-file").await;
    desk.find("[data-dialog='export']").await;
    desk.press("export-keep").await;
    let file = desk.attribute("[data-kept]", "data-kept").await;
    let sealed = std::fs::read_to_string(file).unwrap();
    assert!(
        sealed.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"),
        "{sealed}"
    );
    desk.find("[data-passphrase]").await;
    let customer = desk.close().await;
    let world = customer.lab.world();
    for kind in [ItemKind::Event, ItemKind::Contact] {
        assert_eq!(world.items(&customer.sample.work_user, kind).len(), 0);
    }
    let made = world
        .requests()
        .iter()
        .filter(|request| request.method == "POST" && request.path.ends_with("/me/events"))
        .count();
    assert_eq!(made, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nocobases_mail_is_proven_by_a_mail_in_the_mailbox() {
    let (customer, application) = customer("nocobase", "client-secret", |customer| NewApplication {
        name: "NocoBase Correo".to_owned(),
        home_tenant: customer.sample.tenant_id.clone(),
        audience: Audience::MultiTenantAndPersonal,
        redirects: vec![Redirect::web(
            "https://nocobase.miempresa.com/admin/settings/mail/oauth2",
        )],
        permissions: ["User.Read", "IMAP.AccessAsUser.All", "SMTP.Send"]
            .map(str::to_owned)
            .to_vec(),
    })
    .await;
    customer.lab.world().grant_admin_consent(&application.client_id);
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&customer.lab, &authority);
    let mut smtp = SmtpServer::start(&customer.lab, &authority, SmtpManner::Accept);
    let owner = customer.sample.work_user.clone();
    let mailbox = imap.mailbox(&owner);
    smtp.keep(&owner, &mailbox);
    let opening = beside(&customer, &authority, imap.port(), Some(smtp.port()));
    let mut desk = resumed(customer, opening).await;
    up_to_the_check(&mut desk, &application).await;
    proven(&desk).await;
    desk.page("send").await;
    assert_eq!(smtp.mails().len(), 0, "nothing is sent before the person says so");
    desk.press("send").await;
    desk.page("arrival").await;
    desk.press("arrived").await;
    desk.page("hand-over").await;
    desk.close().await;
    assert_eq!(smtp.mails().len(), 1, "exactly one mail");
    assert_eq!((mailbox.messages().len(), mailbox.unread()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn ev4s_inbox_is_proven_without_a_secret_and_nothing_is_marked_as_read() {
    let redirect = |uri: &str| Redirect {
        platform: Platform::MobileDesktop,
        uri: uri.to_owned(),
    };
    let (customer, application) = customer("ev4", "prove", |customer| NewApplication {
        name: "eV4".to_owned(),
        home_tenant: customer.sample.other_tenant_id.clone(),
        audience: Audience::MultiTenant,
        redirects: vec![
            redirect("http://localhost/vincula"),
            redirect("app.vincula://callback"),
        ],
        permissions: ["Mail.Read", "User.Read", "IMAP.AccessAsUser.All"]
            .map(str::to_owned)
            .to_vec(),
    })
    .await;
    let world = customer.lab.world();
    world.grant_admin_consent_in(&application.client_id, &customer.sample.tenant_id);
    let owner = customer.sample.work_user.clone();
    let counts = Inbox { unread: 1, total: 1 };
    world.set_inbox(&owner, counts);
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&customer.lab, &authority);
    let mailbox = imap.mailbox(&owner);
    mailbox.put("From: ana@talleres.example\r\nSubject: Pedido\r\n\r\nHola\r\n");
    let opening = beside(&customer, &authority, imap.port(), None);
    let desk = resumed(customer, opening).await;
    desk.page("connect").await;
    proven(&desk).await;
    desk.find("main:not([data-page='connect'])").await;
    assert!(!desk.has("[data-problem]").await);
    let customer = desk.close().await;
    assert_eq!(mailbox.unread(), 1);
    assert_eq!(customer.lab.world().inbox(&owner), counts);
}
