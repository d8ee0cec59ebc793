//! What a run waits for by itself, and what it makes of an error by what it knows of the setup.

use super::bench::{Bench, NOBODYS_SECRET, lines};
use jiff::SignedDuration;
use vincula_core::check::CheckId;
use vincula_core::problem::ProblemKind;
use vincula_core::value::{ClientId, Mailbox, TenantId};
use vincula_lab::{Forced, Place};

fn seconds(count: u32) -> String {
    format!("tenant waits {count}")
}

#[tokio::test]
async fn microsoft_is_asked_again_after_the_time_that_it_names_and_the_wait_is_told() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    let world = bench.lab.world();
    world.force_once(Place::Metadata, Forced::Status(429, Some("3".to_owned())));
    bench.passes(&mut run, &bench.person()).await;
    let heard = bench.heard.0.lock().unwrap().clone();
    let expected = [seconds(3), seconds(2), seconds(1), "tenant passed".to_owned()];
    assert_eq!(heard[3..7], expected);
}

#[tokio::test]
async fn a_time_that_nobody_would_wait_for_is_named_at_once() {
    for (header, asked) in [
        (Some("61"), 1),
        (Some("1000000000"), 1),
        (Some("soon"), 1),
        (None, 1),
        (Some("30"), 3),
        (Some("0"), 4),
    ] {
        let bench = Bench::set().await;
        let mut run = bench.run();
        let forced = Forced::Status(503, header.map(str::to_owned));
        bench.lab.world().force(Place::Metadata, forced);
        bench
            .fails(
                &mut run,
                &bench.person(),
                CheckId::Tenant,
                ProblemKind::MicrosoftUnavailable,
            )
            .await;
        assert_eq!(bench.asked("/openid-configuration"), asked, "{header:?}");
        bench.lab.world().clear_forced();
        bench.passes(&mut run, &bench.person()).await;
    }
}

#[tokio::test]
async fn neither_a_code_nor_a_mail_is_sent_again_by_itself() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    for (place, check, path_end) in [
        (Place::Token, CheckId::SignIn, "/token"),
        (Place::SendMail, CheckId::MailAccepted, "/sendMail"),
    ] {
        let mut run = bench.run();
        let before = bench.asked(path_end);
        let forced = Forced::Status(429, Some("1".to_owned()));
        bench.lab.world().force(place, forced);
        bench
            .fails(&mut run, &bench.person(), check, ProblemKind::TooManyRequests)
            .await;
        assert_eq!(bench.asked(path_end), before + 1, "{place:?}");
        bench.lab.world().clear_forced();
    }
}

#[tokio::test]
async fn a_secret_that_was_just_made_is_asked_about_three_more_times() {
    let mut bench = Bench::set().await;
    bench.give_secret(NOBODYS_SECRET).await;
    for (age, kind, asked) in [
        (0, ProblemKind::SecretTooNew, 4),
        (50, ProblemKind::SecretTooNew, 4),
        (10, ProblemKind::SecretOfAnother, 1),
    ] {
        let before = bench.asked("/token");
        if bench.setup.given.client_secret.is_none() {
            bench.setup.given.client_secret = Some(crate::Clock::now(&bench.clock));
        }
        bench.clock.advance(age);
        let mut run = bench.run();
        bench
            .fails(&mut run, &bench.person(), CheckId::Secret, kind)
            .await;
        assert_eq!(bench.asked("/token"), before + asked, "{:?}", lines(&run));
    }
}

#[tokio::test]
async fn an_unusual_secret_is_not_waited_for() {
    let mut bench = Bench::set().await;
    bench.setup.given.client_secret = Some(crate::Clock::now(&bench.clock));
    bench.give_secret("an.Old_secret-of~2019+0123456789=").await;
    let mut run = bench.run();
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Secret,
            ProblemKind::SecretOddShape,
        )
        .await;
    assert_eq!(bench.asked("/token"), 1);
}

#[tokio::test]
async fn what_is_known_of_the_setup_makes_the_cause_more_precise() {
    let nobody = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";
    let mut bench = Bench::set().await;
    let now = crate::Clock::now(&bench.clock);
    let ago = |seconds| now.checked_sub(SignedDuration::from_secs(seconds)).unwrap();
    bench.setup.redirect_saved(ago(60));
    bench.lab.world().remove_redirects(&bench.client_id);
    let (person, application) = (bench.person(), CheckId::Application);
    bench
        .fails(
            &mut bench.run(),
            &person,
            application,
            ProblemKind::RedirectTooNew,
        )
        .await;
    bench.setup.redirect_saved(ago(360));
    bench
        .fails(
            &mut bench.run(),
            &person,
            application,
            ProblemKind::RedirectNotRegistered,
        )
        .await;
    bench.setup.client_id = Some(ClientId::parse(nobody).unwrap());
    bench.setup.mailbox = Mailbox::parse(&bench.practice.personal_user).unwrap();
    bench
        .fails(
            &mut bench.run(),
            &person,
            application,
            ProblemKind::AudienceMismatch,
        )
        .await;
    bench.setup.tenant_id = Some(TenantId::parse(nobody).unwrap());
    bench
        .fails(
            &mut bench.run(),
            &person,
            CheckId::Tenant,
            ProblemKind::ClientIdAsTenant,
        )
        .await;
}
