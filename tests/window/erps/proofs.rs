//! Each to its own proof: what it does in the mailbox is seen in the lab and in the mail servers beside it.

use super::{beside, ev4, mycrmweb, nocobase, proven, resumed, up_to_the_check};
use crate::support::Opening;
use vincula_lab::{Inbox, ItemKind};
use vincula_testbed::{ImapServer, MailAuthority, SmtpManner, SmtpServer};

#[tokio::test(flavor = "multi_thread")]
async fn mycrmwebs_calendar_is_proven_and_left_as_it_was() {
    let (customer, application) = mycrmweb().await;
    let world = customer.lab.world();
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
    let (customer, application) = nocobase().await;
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
    let (customer, application) = ev4().await;
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
    desk.page("hand-over").await;
    assert_eq!(desk.attribute("[data-unread]", "data-unread").await, "1");
    let customer = desk.close().await;
    assert_eq!(mailbox.unread(), 1);
    assert_eq!(customer.lab.world().inbox(&owner), counts);
}
