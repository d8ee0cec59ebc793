//! A mailbox that several people open: somebody signs in as themselves and sends in its name.

use super::bench::{Bench, Surface, lines};
use crate::Run;
use vincula_core::check::CheckId;
use vincula_core::choices::Owner;
use vincula_core::guide::{Guide, SharedMailboxes, find};
use vincula_core::problem::ProblemKind;
use vincula_core::value::Mailbox;
use vincula_lab::{Behaviour, MailboxKind, NewUser, UserKind};

const SHARED: &str = "info@ferreteriasoler.example";

/// An ERP that sends in the name of the mailbox.
fn guide() -> Guide {
    let mut guide = find("cloud-gestion").unwrap().clone();
    guide.registration.shared_mailboxes = SharedMailboxes::SendAs;
    guide
}

/// A setup for a shared mailbox that the practice company's person sends as.
async fn bench() -> Bench {
    let mut bench = Bench::set().await;
    bench.lab.world().add_user(NewUser {
        address: SHARED.to_owned(),
        kind: UserKind::Work {
            tenant: bench.practice.tenant_id.clone(),
        },
        mailbox: MailboxKind::Active,
        ..NewUser::default()
    });
    bench.setup.chosen.owner = Some(Owner::Shared);
    bench.setup.chosen.signs_in = Some(Mailbox::parse(&bench.practice.work_user).unwrap());
    bench.setup.mailbox = Mailbox::parse(SHARED).unwrap();
    bench
}

fn permit(bench: &Bench) {
    let permissions = [
        "Mail.Send",
        "Mail.Send.Shared",
        "User.Read",
        "offline_access",
        "openid",
        "profile",
        "email",
    ];
    bench.lab.world().set_permissions(&bench.client_id, &permissions);
}

#[tokio::test]
async fn a_person_sends_in_the_name_of_a_shared_mailbox() {
    let bench = bench().await;
    permit(&bench);
    let world = bench.lab.world();
    world.allow_send_as(&bench.practice.work_user, SHARED);
    let mut run = Run::new(bench.setup.clone(), guide()).unwrap();
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
    let mails = world.mailbox(SHARED);
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].from, SHARED);
}

#[tokio::test]
async fn without_send_as_in_exchange_the_refusal_has_its_name_and_trying_again_works() {
    let bench = bench().await;
    permit(&bench);
    let mut run = Run::new(bench.setup.clone(), guide()).unwrap();
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::MailAccepted,
            ProblemKind::SendAsDenied,
        )
        .await;
    bench.lab.world().allow_send_as(&bench.practice.work_user, SHARED);
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
}

#[tokio::test]
async fn another_account_than_the_one_that_was_named_sends_nothing() {
    let bench = bench().await;
    permit(&bench);
    let other = Surface::Person(bench.practice.administrator.clone(), Behaviour::Accept);
    let mut run = Run::new(bench.setup.clone(), guide()).unwrap();
    bench
        .fails(&mut run, &other, CheckId::Account, ProblemKind::WrongAccount)
        .await;
}
