//! Each ERP from its guide to its own proof, as a whole program, and its three likeliest failures, each of which passes
//! once its cause is removed.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

mod support;

use std::path::PathBuf;
use support::{Acts, Case, MAIL_AUTHORITY, Verified};
use vincula_core::guide::find;
use vincula_lab::{
    Behaviour, Forced, Inbox, ItemKind, NewApplication, Place, Practice, RegisteredApplication, UserConsent,
};
use vincula_testbed::{
    ImapManner, ImapServer, MYCRMWEB_BY_ITSELF, MailAuthority, Maildir, ScriptedImap, SmtpManner, SmtpServer,
    ev4s_application, mycrmwebs_application, nocobases_application,
};

const PASSED: i32 = 0;
const FAILED: i32 = 1;

/// An ERP's application in the lab, and a setup of its guide.
struct Erp {
    case: Case,
    application: RegisteredApplication,
    id: String,
    /// What `vincula` is told of the mail servers.
    servers: Vec<String>,
}

impl Erp {
    /// The application is the customer's own, with a secret.
    async fn of_customer(guide: &str, application: fn(&Practice) -> NewApplication) -> Self {
        let erp = Self::of_vendor(guide, application).await;
        let world = erp.case.lab.world();
        let secret = world.add_secret(
            &erp.application.client_id,
            "ERP",
            std::time::Duration::from_hours(365 * 24),
        );
        erp.case.keep_secret(&erp.id, &secret.value);
        erp
    }

    /// The application is the vendor's, and has none.
    async fn of_vendor(guide: &str, application: fn(&Practice) -> NewApplication) -> Self {
        let case = Case::new().await;
        let application = case.lab.world().register_application(application(&case.sample));
        let id = case.setup_with(&[
            ("--guide", guide),
            ("--erp", &find(guide).unwrap().erp.address_example),
            ("--client-id", &application.client_id),
        ]);
        Self {
            case,
            application,
            id,
            servers: Vec::new(),
        }
    }

    fn approve(&self) {
        let client_id = &self.application.client_id;
        let world = self.case.lab.world();
        world.grant_admin_consent_in(client_id, &self.case.sample.tenant_id);
    }

    fn person(&self) -> &str {
        &self.case.sample.work_user
    }

    async fn verify(&self, acts: Acts) -> Verified {
        let servers: Vec<&str> = self.servers.iter().map(String::as_str).collect();
        self.case.verify_with(&self.id, &servers, "", acts).await
    }

    async fn passes(&self) -> Verified {
        let verified = self.verify(self.case.owner()).await;
        assert_eq!(verified.code, PASSED, "{verified:?}");
        assert_eq!(verified.report["proven"], true, "{verified:?}");
        verified
    }

    async fn fails(&self, acts: Acts, check: &str, problem: &str) {
        let verified = self.verify(acts).await;
        assert_eq!(
            (verified.problem(check), verified.code),
            (problem, FAILED),
            "{verified:?}"
        );
        assert_eq!(verified.report["proven"], false);
    }

    /// This machine trusts the authority, and `vincula` is told of these ports.
    fn serve(&mut self, authority: &MailAuthority, imap: Option<u16>, smtp: Option<u16>) {
        let certificate: PathBuf = self.case.session.home().join(MAIL_AUTHORITY);
        std::fs::write(certificate, authority.root_pem()).unwrap();
        self.servers = [("--lab-imap", imap), ("--lab-smtp", smtp)]
            .into_iter()
            .filter_map(|(name, port)| Some([name.to_owned(), port?.to_string()]))
            .flatten()
            .collect();
    }

    fn items(&self) -> usize {
        let of = |kind| self.case.lab.world().items(self.person(), kind).len();
        of(ItemKind::Event) + of(ItemKind::Contact)
    }

    fn requests(&self, path_end: &str) -> usize {
        let requests = self.case.lab.world().requests();
        requests
            .iter()
            .filter(|request| request.path.ends_with(path_end))
            .count()
    }
}

// MyCRMweb: calendar and contacts.

async fn mycrmweb() -> Erp {
    let erp = Erp::of_customer("mycrmweb", mycrmwebs_application).await;
    let client_id = &erp.application.client_id;
    erp.case
        .lab
        .world()
        .set_application_permissions(client_id, &MYCRMWEB_BY_ITSELF);
    erp
}

#[tokio::test(flavor = "multi_thread")]
async fn mycrmweb_is_proven_by_an_event_and_a_contact_that_are_gone_again() {
    let erp = mycrmweb().await;
    erp.approve();
    let verified = erp.passes().await;
    for check in ["app_permissions", "calendar", "contacts"] {
        assert_eq!(verified.outcome(check), "passed");
    }
    assert_eq!((erp.requests("/me/events"), erp.requests("/me/contacts")), (1, 1));
    assert_eq!(erp.items(), 0, "nothing is left in the mailbox");
}

#[tokio::test(flavor = "multi_thread")]
async fn mycrmweb_without_an_administrators_approval_of_the_application_itself() {
    let erp = mycrmweb().await;
    erp.fails(Acts::HangsUp, "app_permissions", "admin_approval_needed")
        .await;
    assert_eq!(erp.requests("/me/events"), 0);
    erp.approve();
    erp.passes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mycrmweb_without_the_permission_for_the_calendar() {
    let erp = mycrmweb().await;
    erp.approve();
    // The application itself may, the person did not let it.
    let without = |case: &Case| {
        let without = Forced::WithoutScope("Calendars.ReadWrite".to_owned());
        case.lab.world().force(Place::Token, without);
    };
    let acts = Acts::AsThen(erp.person().to_owned(), Box::new(without));
    erp.fails(acts, "permissions", "permission_missing").await;
    assert_eq!(erp.requests("/me/events"), 0);
    erp.case.lab.world().clear_forced();
    erp.passes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mycrmweb_with_a_wrong_secret() {
    let erp = mycrmweb().await;
    erp.approve();
    erp.case
        .keep_secret(&erp.id, "xY38Q~thisIsNotTheSecretOfThisApplication");
    erp.fails(Acts::HangsUp, "secret", "secret_odd_shape").await;
    let secret = erp.case.lab.world().add_secret(
        &erp.application.client_id,
        "ERP 2",
        std::time::Duration::from_hours(365 * 24),
    );
    erp.case.keep_secret(&erp.id, &secret.value);
    erp.passes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_cannot_be_deleted_is_told_by_its_name() {
    let erp = mycrmweb().await;
    erp.approve();
    let refused = Forced::Status(503, None);
    erp.case.lab.world().force_once(Place::DeleteEvent, refused);
    let verified = erp.verify(erp.case.owner()).await;
    assert_eq!(verified.problem("calendar"), "event_left", "{verified:?}");
    let events = erp.case.lab.world().items(erp.person(), ItemKind::Event);
    let subject = events[0].properties["subject"].as_str().unwrap();
    assert!(verified.report.to_string().contains(subject), "{verified:?}");
}

// NocoBase: IMAP and SMTP.

async fn nocobase() -> Erp {
    let erp = Erp::of_customer("nocobase", nocobases_application).await;
    erp.approve();
    erp
}

/// What a person has in the inbox: one unread message, one that was read.
fn filled(mailbox: &Maildir) {
    mailbox.put("From: ana@talleres.example\r\nSubject: Pedido\r\n\r\nHola\r\n");
    mailbox.put_read("From: ana@talleres.example\r\nSubject: Factura\r\n\r\nHola\r\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn nocobase_is_proven_by_a_mail_that_lies_in_the_mailbox_with_nothing_marked_as_read() {
    let mut erp = nocobase().await;
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    let mailbox = imap.mailbox(erp.person());
    filled(&mailbox);
    let mut smtp = SmtpServer::start(&erp.case.lab, &authority, SmtpManner::Accept);
    smtp.keep(erp.person(), &mailbox);
    erp.serve(&authority, Some(imap.port()), Some(smtp.port()));
    let verified = erp.passes().await;
    for check in ["imap", "smtp"] {
        assert_eq!(verified.outcome(check), "passed");
    }
    let mails = smtp.mails();
    assert_eq!(mails.len(), 1, "exactly one mail");
    assert_eq!(mails[0].user, erp.person());
    assert!(mails[0].raw.contains("Vincula"), "{}", mails[0].raw);
    // It lies in the mailbox, and what lay there unread still does.
    assert_eq!((mailbox.unread(), mailbox.messages().len()), (2, 3));
    assert_eq!(
        erp.case.lab.world().mailbox(erp.person()).len(),
        0,
        "not by Graph"
    );
    // What every token of the lab's begins with.
    for said in [verified.notes, verified.report.to_string()] {
        assert!(!said.contains("eyJ"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nocobase_where_smtp_is_switched_off_for_the_company() {
    let mut erp = nocobase().await;
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    filled(&imap.mailbox(erp.person()));
    let mut smtp = SmtpServer::start(&erp.case.lab, &authority, SmtpManner::DisabledForTenant);
    erp.serve(&authority, Some(imap.port()), Some(smtp.port()));
    erp.fails(erp.case.owner(), "smtp", "smtp_off_for_company").await;
    smtp.behave(SmtpManner::Accept);
    erp.passes().await;
    assert_eq!(smtp.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nocobase_where_imap_is_switched_off_for_the_mailbox() {
    let mut erp = nocobase().await;
    let authority = MailAuthority::new();
    let off = ScriptedImap::start(&authority, ImapManner::NotConnected);
    let mut smtp = SmtpServer::start(&erp.case.lab, &authority, SmtpManner::Accept);
    erp.serve(&authority, Some(off.port()), Some(smtp.port()));
    erp.fails(erp.case.owner(), "imap", "imap_off").await;
    assert_eq!(smtp.mails().len(), 0, "nothing is sent before");
    let imap = ImapServer::start(&erp.case.lab, &authority);
    filled(&imap.mailbox(erp.person()));
    erp.serve(&authority, Some(imap.port()), Some(smtp.port()));
    erp.passes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nocobase_without_the_permission_for_imap() {
    let mut erp = nocobase().await;
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    filled(&imap.mailbox(erp.person()));
    let smtp = SmtpServer::start(&erp.case.lab, &authority, SmtpManner::Accept);
    erp.serve(&authority, Some(imap.port()), Some(smtp.port()));
    let without = Forced::WithoutScope("IMAP.AccessAsUser.All".to_owned());
    erp.case.lab.world().force(Place::Token, without);
    erp.fails(erp.case.owner(), "permissions", "permission_missing")
        .await;
    erp.case.lab.world().clear_forced();
    erp.passes().await;
}

// eV4: the vendor's own application reads the inbox.

async fn ev4() -> Erp {
    Erp::of_vendor("ev4", ev4s_application).await
}

#[tokio::test(flavor = "multi_thread")]
async fn ev4_is_proven_by_two_counts_that_agree_and_without_a_secret() {
    let mut erp = ev4().await;
    erp.approve();
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    let mailbox = imap.mailbox(erp.person());
    filled(&mailbox);
    let counts = Inbox { unread: 1, total: 2 };
    erp.case.lab.world().set_inbox(erp.person(), counts);
    erp.serve(&authority, Some(imap.port()), None);
    let verified = erp.passes().await;
    for check in ["inbox", "imap"] {
        assert_eq!(verified.outcome(check), "passed");
    }
    assert_eq!(verified.report["inbox"]["by_graph"]["unread"], 1);
    assert_eq!(verified.report["inbox"]["by_imap"]["unread"], 1);
    assert_eq!(mailbox.unread(), 1, "nothing was marked as read");
    assert_eq!(erp.case.lab.world().inbox(erp.person()), counts);
}

#[tokio::test(flavor = "multi_thread")]
async fn ev4_with_another_account() {
    let mut erp = ev4().await;
    erp.approve();
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    filled(&imap.mailbox(erp.person()));
    erp.serve(&authority, Some(imap.port()), None);
    let other = erp.case.sample.administrator.clone();
    erp.fails(Acts::As(other, Behaviour::Accept), "account", "wrong_account")
        .await;
    erp.passes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ev4_where_an_administrator_has_to_approve() {
    let mut erp = ev4().await;
    let world = erp.case.lab.world();
    world.set_user_consent(&erp.case.sample.tenant_id, UserConsent::AdministratorOnly);
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    filled(&imap.mailbox(erp.person()));
    erp.serve(&authority, Some(imap.port()), None);
    erp.fails(
        Acts::Answering(without_approval),
        "sign_in",
        "admin_approval_needed",
    )
    .await;
    erp.approve();
    erp.passes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ev4_where_the_grant_was_taken_back() {
    let mut erp = ev4().await;
    erp.approve();
    let authority = MailAuthority::new();
    let imap = ImapServer::start(&erp.case.lab, &authority);
    filled(&imap.mailbox(erp.person()));
    erp.serve(&authority, Some(imap.port()), None);
    let client_id = erp.application.client_id.clone();
    let taken_back = move |case: &Case| {
        let world = case.lab.world();
        world.remove_service_principal(&client_id, &case.sample.tenant_id);
    };
    let acts = Acts::AsThen(erp.person().to_owned(), Box::new(taken_back));
    let verified = erp.verify(acts).await;
    assert_eq!(verified.code, FAILED, "{verified:?}");
    assert_eq!(verified.report["proven"], false);
    erp.approve();
    erp.passes().await;
}

/// Where «Return to the application without granting consent» leads on Microsoft's page «Need admin approval».
fn without_approval(address: &url::Url) -> String {
    let asked = |wanted: &str| {
        let mut query = address.query_pairs();
        let (_, value) = query.find(|(name, _)| name == wanted).unwrap();
        value.into_owned()
    };
    let mut answer = url::Url::parse(&asked("redirect_uri")).unwrap();
    answer
        .query_pairs_mut()
        .append_pair("error", "access_denied")
        .append_pair("error_description", "AADSTS90094: Admin consent is required.")
        .append_pair("state", &asked("state"));
    answer.to_string()
}
