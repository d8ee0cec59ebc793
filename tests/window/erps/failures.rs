//! What most often goes wrong with each, one after the other: every failure has its name, and the same window leads on
//! once its cause is gone, up to the proof.

use super::{beside, ev4, mycrmweb, nocobase, proven, resumed, up_to_the_check, up_to_the_check_with};
use crate::support::{Desk, Opening};
use std::time::Duration;
use vincula_lab::{Act, Forced, Inbox, ItemKind, Place, UserConsent};
use vincula_testbed::{ImapManner, ImapServer, MailAuthority, Road, ScriptedImap, SmtpManner, SmtpServer};

/// The right person signs in, by a button of the failure before.
fn owner_signs_in(desk: &Desk) {
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, Act::Accept);
}

#[tokio::test(flavor = "multi_thread")]
async fn mycrmweb_with_an_old_secret_without_approval_and_without_the_calendar() {
    let (customer, application) = mycrmweb().await;
    let world = customer.lab.world().clone();
    let mut desk = resumed(customer, Opening::default()).await;
    up_to_the_check_with(&mut desk, &application, Duration::ZERO).await;
    desk.press("check").await;
    assert_eq!(desk.problem().await, "secret_expired");
    assert_eq!(desk.outcome("secret").await, "failed");
    desk.press("remedy").await;
    desk.step("client-secret").await;
    desk.press("change:client_secret").await;
    up_to_the_check(&mut desk, &application).await;

    desk.press("check").await;
    assert_eq!(desk.problem().await, "admin_approval_needed");
    assert_eq!(desk.outcome("app_permissions").await, "failed");
    let administrator = desk.customer.sample.administrator.clone();
    desk.person(&administrator, Act::Accept);
    desk.press("approve").await;
    desk.page("sign-in").await;

    let without_calendar = Forced::WithoutScope("Calendars.ReadWrite".to_owned());
    world.force(Place::Token, without_calendar);
    owner_signs_in(&desk);
    desk.press("sign-in").await;
    assert_eq!(desk.problem().await, "permission_missing");
    world.clear_forced();
    desk.press("try-again").await;
    desk.page("hand-over").await;

    let customer = desk.close().await;
    for kind in [ItemKind::Event, ItemKind::Contact] {
        assert_eq!(world.items(&customer.sample.work_user, kind).len(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nocobase_without_the_permission_for_imap_and_with_imap_and_smtp_switched_off() {
    let (customer, application) = nocobase().await;
    let world = customer.lab.world().clone();
    let authority = MailAuthority::new();
    let off = ScriptedImap::start(&authority, ImapManner::NotConnected);
    let imap = ImapServer::start(&customer.lab, &authority);
    let road = Road::to(off.port());
    let mut smtp = SmtpServer::start(&customer.lab, &authority, SmtpManner::DisabledForTenant);
    let owner = customer.sample.work_user.clone();
    let mailbox = imap.mailbox(&owner);
    smtp.keep(&owner, &mailbox);
    let opening = beside(&customer, &authority, road.port(), Some(smtp.port()));
    let mut desk = resumed(customer, opening).await;
    up_to_the_check(&mut desk, &application).await;

    let without_imap = Forced::WithoutScope("IMAP.AccessAsUser.All".to_owned());
    world.force(Place::Token, without_imap);
    proven(&desk).await;
    assert_eq!(desk.problem().await, "permission_missing");
    world.clear_forced();
    desk.press("try-again").await;

    desk.find("[data-problem='imap_off']").await;
    assert_eq!(desk.outcome("imap").await, "failed");
    road.lead_to(imap.port());
    desk.press("try-again").await;
    desk.page("send").await;

    desk.press("send").await;
    assert_eq!(desk.problem().await, "smtp_off_for_company");
    assert_eq!(smtp.mails().len(), 0);
    smtp.behave(SmtpManner::Accept);
    desk.press("try-again").await;
    desk.page("send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    desk.press("arrived").await;
    desk.page("hand-over").await;

    desk.close().await;
    assert_eq!(smtp.mails().len(), 1, "exactly one mail in all");
    assert_eq!((mailbox.messages().len(), mailbox.unread()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn ev4_without_an_administrators_approval_with_another_account_and_with_imap_switched_off() {
    let (customer, _) = ev4().await;
    let world = customer.lab.world().clone();
    world.set_user_consent(&customer.sample.tenant_id, UserConsent::AdministratorOnly);
    let owner = customer.sample.work_user.clone();
    let administrator = customer.sample.administrator.clone();
    let counts = Inbox { unread: 1, total: 1 };
    world.set_inbox(&owner, counts);
    let authority = MailAuthority::new();
    let off = ScriptedImap::start(&authority, ImapManner::NotConnected);
    let imap = ImapServer::start(&customer.lab, &authority);
    let mailbox = imap.mailbox(&owner);
    mailbox.put("From: ana@talleres.example\r\nSubject: Pedido\r\n\r\nHola\r\n");
    let road = Road::to(off.port());
    let opening = beside(&customer, &authority, road.port(), None);
    let desk = resumed(customer, opening).await;
    desk.page("connect").await;

    desk.press("check").await;
    desk.page("sign-in").await;
    desk.person(&owner, Act::StayOnPage);
    desk.press("sign-in").await;
    desk.find("[data-window='open']").await;
    desk.press("see").await;
    desk.press("see:approval_needed").await;
    assert_eq!(desk.problem().await, "admin_approval_needed");
    desk.person(&administrator, Act::Accept);
    desk.press("approve").await;
    desk.find("[data-approved]").await;

    // The administrator who approves does not become the mailbox.
    desk.press("sign-in").await;
    desk.find("[data-problem='wrong_account']").await;
    owner_signs_in(&desk);
    desk.press("remedy").await;

    desk.find("[data-problem='imap_off']").await;
    road.lead_to(imap.port());
    desk.press("try-again").await;
    desk.find("main:not([data-page='connect'], [data-page='fix'])")
        .await;

    desk.close().await;
    assert_eq!(mailbox.unread(), 1, "nothing was marked as read");
    assert_eq!(world.inbox(&owner), counts);
}
