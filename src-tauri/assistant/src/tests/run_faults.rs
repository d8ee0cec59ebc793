//! Each fault of the registration or of the account: named, without a mail, and gone on the second try.

use super::bench::{Bench, REDIRECT, Surface, lines};
use crate::Stage;
use vincula_core::check::CheckId;
use vincula_core::choices::Account;
use vincula_core::problem::ProblemKind;
use vincula_core::value::{ClientId, Mailbox, TenantId};
use vincula_lab::{Audience, Behaviour, Forced, MailboxKind, Place, Platform, Practice, Redirect};

const NOBODY: &str = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";

#[tokio::test]
async fn an_unknown_client_id() {
    let mut bench = Bench::set().await;
    let good = bench.setup.client_id.replace(ClientId::parse(NOBODY).unwrap());
    bench
        .fails(
            &mut bench.run(),
            &bench.person(),
            CheckId::Application,
            ProblemKind::ApplicationUnknown,
        )
        .await;
    bench.setup.client_id = good;
    bench.passes(&mut bench.run(), &bench.person()).await;
}

#[tokio::test]
async fn no_client_id_at_all() {
    let mut bench = Bench::set().await;
    let good = bench.setup.client_id.take();
    let mut run = bench.run();
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Application,
            ProblemKind::ClientIdMissing,
        )
        .await;
    assert_eq!(bench.lab.world().requests(), []);
    run.sign_in(&bench.host(), &bench.person()).await;
    assert_eq!(lines(&run)[4], "sign_in client_id_missing");
    bench.setup.client_id = good;
    bench.passes(&mut bench.run(), &bench.person()).await;
}

#[tokio::test]
async fn an_unknown_tenant() {
    let mut bench = Bench::set().await;
    let good = bench.setup.tenant_id.replace(TenantId::parse(NOBODY).unwrap());
    bench
        .fails(
            &mut bench.run(),
            &bench.person(),
            CheckId::Tenant,
            ProblemKind::TenantUnknown,
        )
        .await;
    bench.setup.tenant_id = good;
    bench.passes(&mut bench.run(), &bench.person()).await;
}

#[tokio::test]
async fn a_redirect_uri_that_is_not_registered() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench.lab.world().remove_redirects(&bench.client_id);
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Application,
            ProblemKind::RedirectNotRegistered,
        )
        .await;
    bench
        .lab
        .world()
        .add_redirect(&bench.client_id, Redirect::web(REDIRECT));
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn a_redirect_uri_under_another_platform() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench.lab.world().remove_redirects(&bench.client_id);
    let wrong = Redirect {
        platform: Platform::MobileDesktop,
        uri: REDIRECT.to_owned(),
    };
    bench.lab.world().add_redirect(&bench.client_id, wrong);
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::SignIn,
            ProblemKind::PlatformNotWeb,
        )
        .await;
    bench.lab.world().remove_redirects(&bench.client_id);
    bench
        .lab
        .world()
        .add_redirect(&bench.client_id, Redirect::web(REDIRECT));
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn a_registration_for_its_own_organisation_only() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench
        .lab
        .world()
        .set_audience(&bench.client_id, Audience::SingleTenant);
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Application,
            ProblemKind::SingleTenantOnly,
        )
        .await;
    bench
        .lab
        .world()
        .set_audience(&bench.client_id, Audience::MultiTenantAndPersonal);
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn a_missing_permission() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench
        .lab
        .world()
        .force(Place::Token, Forced::WithoutScope("Mail.Send".to_owned()));
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Permissions,
            ProblemKind::PermissionMissing,
        )
        .await;
    let (_, problem) = run.failure().unwrap();
    assert_eq!(problem.evidence.expected.as_deref(), Some("Mail.Send"));
    assert_eq!(bench.asked("/sendMail"), 0);
    bench.lab.world().clear_forced();
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn no_mailbox() {
    let mut bench = Bench::set().await;
    let address = bench.practice.user_without_mailbox.clone();
    bench.setup.mailbox = Mailbox::parse(&address).unwrap();
    let mut run = bench.run();
    let person = Surface::Person(address.clone(), Behaviour::Accept);
    bench
        .fails(
            &mut run,
            &person,
            CheckId::MailAccepted,
            ProblemKind::MailboxMissing,
        )
        .await;
    assert_eq!(run.sent_to(), None);
    bench.lab.world().set_mailbox(&address, MailboxKind::Active);
    // The sign-in still holds: sending again is enough.
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!((run.stage(), bench.mails()), (Stage::ConfirmArrival, 1));
}

#[tokio::test]
async fn another_account() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    let other = Surface::Person(bench.practice.administrator.clone(), Behaviour::Accept);
    bench
        .fails(&mut run, &other, CheckId::Account, ProblemKind::WrongAccount)
        .await;
    let (_, problem) = run.failure().unwrap();
    assert_eq!(
        problem.evidence.expected.as_deref(),
        Some(bench.practice.work_user.as_str())
    );
    assert_eq!(
        problem.evidence.found.as_deref(),
        Some(bench.practice.administrator.as_str())
    );
    // Not even by insisting: the other account's token is gone.
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!((bench.mails(), bench.asked("/sendMail")), (0, 0));
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn the_road_cut_before_the_first_question() {
    let mut bench = Bench::set().await;
    let mut run = bench.run();
    bench.road.cut().await;
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Machine,
            ProblemKind::ConnectionRefused,
        )
        .await;
    bench.road.mend().await;
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn the_road_cut_between_the_sign_in_and_the_mail() {
    let mut bench = Bench::set().await;
    let mut run = bench.run();
    run.check(&bench.host()).await;
    run.sign_in(&bench.host(), &bench.person()).await;
    assert_eq!(run.stage(), Stage::Send);
    bench.road.cut().await;
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!(
        run.failure().map(|(_, problem)| problem.kind),
        Some(ProblemKind::ConnectionRefused)
    );
    assert_eq!(bench.mails(), 0);
    bench.road.mend().await;
    run.send(&bench.host(), &to).await;
    assert_eq!((run.failure(), bench.mails()), (None, 1));
}

#[tokio::test]
async fn each_step_whose_answer_is_dropped_is_named_and_passes_again() {
    for (place, check) in [
        (Place::Metadata, CheckId::Machine),
        (Place::Graph, CheckId::Machine),
        (Place::Authorize, CheckId::Application),
        (Place::Token, CheckId::Secret),
        (Place::Me, CheckId::Account),
        (Place::SendMail, CheckId::MailAccepted),
    ] {
        let bench = Bench::set().await;
        let mut run = bench.run();
        bench.lab.world().force(place, Forced::Drop);
        bench
            .fails(&mut run, &bench.person(), check, ProblemKind::AnswerInterrupted)
            .await;
        bench.lab.world().clear_forced();
        bench.passes(&mut run, &bench.person()).await;
    }
}

#[tokio::test]
async fn a_token_that_ends_before_the_mail_asks_for_another_sign_in() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    run.check(&bench.host()).await;
    run.sign_in(&bench.host(), &bench.person()).await;
    bench
        .lab
        .world()
        .advance_clock(std::time::Duration::from_hours(3));
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!(
        run.failure().map(|(_, problem)| problem.kind),
        Some(ProblemKind::SignInNoLongerValid)
    );
    run.sign_in(&bench.host(), &bench.person()).await;
    assert_eq!((run.failure(), run.stage()), (None, Stage::Send));
    run.send(&bench.host(), &to).await;
    assert_eq!((run.failure(), bench.mails()), (None, 1));
}

#[tokio::test]
async fn the_right_address_in_another_company() {
    let mut bench = Bench::set().await;
    let own = bench.setup.tenant_id.clone();
    bench.setup.tenant_id = Some(TenantId::parse(&bench.practice.other_tenant_id).unwrap());
    let mut run = bench.run();
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Account,
            ProblemKind::AccountOfAnotherCompany,
        )
        .await;
    let (_, problem) = run.failure().unwrap();
    assert_eq!(
        problem.evidence.found.as_deref(),
        Some(bench.practice.tenant_id.as_str())
    );
    assert_eq!(bench.asked("/sendMail"), 0);
    bench.setup.tenant_id = own;
    bench.passes(&mut bench.run(), &bench.person()).await;
}

#[tokio::test]
async fn the_right_address_of_the_wrong_kind_of_account() {
    for (address, said) in [
        (
            (|practice| &practice.personal_user) as fn(&Practice) -> &String,
            Account::Work,
        ),
        (|practice| &practice.work_user, Account::Personal),
    ] {
        let mut bench = Bench::set().await;
        let address = address(&bench.practice).clone();
        bench.setup.mailbox = Mailbox::parse(&address).unwrap();
        bench.setup.tenant_id = None;
        bench.setup.chosen.account = Some(said);
        let person = Surface::Person(address, Behaviour::Accept);
        bench
            .fails(
                &mut bench.run(),
                &person,
                CheckId::Account,
                ProblemKind::OtherKindOfAccount,
            )
            .await;
        assert_eq!(bench.asked("/sendMail"), 0);
        bench.setup.chosen.account = None;
        bench.passes(&mut bench.run(), &person).await;
    }
}
