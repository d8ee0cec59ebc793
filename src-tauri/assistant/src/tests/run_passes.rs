//! A run in which all is right.

use super::bench::{Bench, lines};
use crate::{Arrival, Stage};
use vincula_core::check::{CheckId, Outcome, SkipReason};
use vincula_core::problem::ProblemKind;
use vincula_core::value::Mailbox;
use vincula_lab::Behaviour;

#[tokio::test]
async fn every_check_passes_and_exactly_one_mail_arrives() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    assert_eq!(run.stage(), Stage::Check);
    bench.passes(&mut run, &bench.person()).await;
    run.answer_arrival(&bench.host(), Arrival::Arrived);
    assert_eq!(run.stage(), Stage::HandOver);
    assert_eq!(
        lines(&run),
        [
            "machine passed",
            "tenant passed",
            "application passed",
            "secret passed",
            "sign_in passed",
            "account passed",
            "permissions passed",
            "mail_accepted passed",
            "mail_arrived passed"
        ]
    );
    let mails = bench.lab.world().mailbox(&bench.practice.work_user);
    assert_eq!(mails.len(), 1);
    let now = crate::Clock::now(&bench.clock)
        .strftime("%Y-%m-%d %H:%M:%S")
        .to_string();
    assert_eq!(mails[0].subject, format!("Prueba de Vincula {now}"));
    assert!(mails[0].body.contains(&bench.practice.work_user) && mails[0].body.contains("Cloud Gestion"));
    assert_eq!(
        run.sent_to().map(Mailbox::as_str),
        Some(bench.practice.work_user.as_str())
    );
    assert_eq!(
        run.profile().map(|profile| profile.user_principal_name.as_str()),
        Some(bench.practice.work_user.as_str())
    );
}

#[tokio::test]
async fn each_check_is_heard_to_begin_and_to_end_in_order() {
    let bench = Bench::set().await;
    bench.passes(&mut bench.run(), &bench.person()).await;
    let heard = bench.heard.0.lock().unwrap().clone();
    assert_eq!(
        heard,
        [
            "machine …",
            "machine passed",
            "tenant …",
            "tenant passed",
            "application …",
            "application passed",
            "secret …",
            "secret passed",
            "sign_in …",
            "secret passed",
            "sign_in passed",
            "account …",
            "account passed",
            "permissions …",
            "permissions passed",
            "mail_accepted …",
            "mail_accepted passed"
        ]
    );
}

#[tokio::test]
async fn without_the_organisation_the_sign_in_proves_the_secret() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    let mut run = bench.run();
    run.check(&bench.host()).await;
    assert_eq!(
        lines(&run)[1..4],
        ["tenant skipped", "application passed", "secret skipped"]
    );
    bench.passes(&mut run, &bench.person()).await;
    assert_eq!(
        lines(&run)[1..5],
        [
            "tenant skipped",
            "application passed",
            "secret passed",
            "sign_in passed"
        ]
    );
}

#[tokio::test]
async fn a_personal_account_goes_the_same_way() {
    let mut bench = Bench::set().await;
    let personal = bench.practice.personal_user.clone();
    bench.setup.mailbox = Mailbox::parse(&personal).unwrap();
    let surface = super::bench::Surface::Person(personal, Behaviour::Accept);
    bench.passes(&mut bench.run(), &surface).await;
}

#[tokio::test]
async fn each_call_that_sends_sends_once_and_only_when_it_is_called() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench.passes(&mut run, &bench.person()).await;
    let host = bench.host();
    run.answer_arrival(&host, Arrival::NotYet);
    assert_eq!((run.stage(), bench.mails()), (Stage::ConfirmArrival, 1));
    run.answer_arrival(&host, Arrival::NotArrived);
    assert_eq!(
        run.failure().map(|(check, problem)| (check, problem.kind)),
        Some((CheckId::MailArrived, ProblemKind::MailNotArrived))
    );
    assert_eq!((run.stage(), bench.mails()), (Stage::Fix, 1));
    let to = Mailbox::parse(&bench.practice.administrator).unwrap();
    run.send(&host, &to).await;
    assert_eq!((run.stage(), bench.mails()), (Stage::ConfirmArrival, 2));
    assert_eq!(bench.lab.world().mailbox(to.as_str()).len(), 1);
    assert_eq!(bench.asked("/sendMail"), 2);
}

#[tokio::test]
async fn nothing_is_sent_before_the_sign_in() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!(
        run.failure().map(|(_, problem)| problem.kind),
        Some(ProblemKind::SignInNoLongerValid)
    );
    assert_eq!(
        (bench.mails(), bench.asked("/sendMail"), run.sent_to()),
        (0, 0, None)
    );
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn a_report_gives_every_check_of_the_guide_an_outcome() {
    let bench = Bench::set().await;
    let run = bench.run();
    let checks = run.lines().count();
    let report = run.verification(crate::Clock::now(&bench.clock));
    assert_eq!(report.checks.len(), checks);
    assert!(report.checks.iter().all(|line| line.outcome
        == Outcome::Skipped {
            why: SkipReason::NotAsked
        }));
    assert!(!report.proven);
}

#[tokio::test]
async fn a_guide_with_fewer_checks_goes_the_same_way() {
    let bench = Bench::set().await;
    let mut guide = vincula_core::guide::find("cloud-gestion").unwrap().clone();
    guide.checks = vec![CheckId::SignIn, CheckId::Account, CheckId::MailAccepted];
    let mut run = crate::Run::new(bench.setup.clone(), guide).unwrap();
    assert_eq!(run.stage(), Stage::Check);
    assert_eq!(bench.go(&mut run, &bench.person()).await, None);
    assert_eq!(
        lines(&run),
        [
            "machine passed",
            "sign_in passed",
            "account passed",
            "mail_accepted passed"
        ]
    );
    assert_eq!((run.stage(), bench.mails()), (Stage::HandOver, 1));
}
