//! Each way in which a sign-in ends without a token.

use super::bench::{Bench, Surface, lines};
use crate::{Run, SurfaceOutcome};
use std::time::Duration;
use url::Url;
use vincula_core::check::CheckId;
use vincula_core::problem::ProblemKind;
use vincula_lab::{Behaviour, Forced, Place, UserConsent};

/// The sign-in fails in this way; then the same run passes with somebody who signs in.
async fn fails_then_passes(bench: &Bench, surface: &Surface, kind: ProblemKind) -> Run {
    let mut run = bench.run();
    bench.fails(&mut run, surface, CheckId::SignIn, kind).await;
    assert_eq!(
        lines(&run)[5..],
        ["account -", "permissions -", "mail_accepted -", "mail_arrived -"]
    );
    bench.passes(&mut run, &bench.person()).await;
    run
}

#[tokio::test]
async fn the_consent_is_declined() {
    let bench = Bench::set().await;
    let surface = Surface::Person(bench.practice.work_user.clone(), Behaviour::DeclineConsent);
    fails_then_passes(&bench, &surface, ProblemKind::ConsentDeclined).await;
}

#[tokio::test]
async fn the_person_goes_back() {
    let bench = Bench::set().await;
    let surface = Surface::Person(bench.practice.work_user.clone(), Behaviour::Cancel);
    fails_then_passes(&bench, &surface, ProblemKind::SignInCancelled).await;
}

#[tokio::test]
async fn the_window_closes_or_waits_in_vain_or_shows_an_error() {
    for (outcome, kind) in [
        (SurfaceOutcome::Closed, ProblemKind::WindowClosed),
        (SurfaceOutcome::TimedOut, ProblemKind::SignInTimedOut),
        (SurfaceOutcome::ErrorPage, ProblemKind::MicrosoftShowedError),
    ] {
        let bench = Bench::set().await;
        fails_then_passes(&bench, &Surface::Ends(outcome), kind).await;
    }
}

#[tokio::test]
async fn an_administrator_must_approve() {
    let bench = Bench::set().await;
    bench
        .lab
        .world()
        .set_user_consent(&bench.practice.tenant_id, UserConsent::AdministratorOnly);
    let mut run = bench.run();
    // «Need admin approval» is a page from which no answer comes.
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::SignIn,
            ProblemKind::MicrosoftShowedError,
        )
        .await;
    bench.lab.world().grant_admin_consent(&bench.client_id);
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn the_answer_comes_so_late_that_the_code_is_not_even_tried() {
    let bench = Bench::set().await;
    let clock = bench.clock.clone();
    let late = Surface::Meanwhile(
        bench.practice.work_user.clone(),
        Box::new(move || clock.advance(601)),
    );
    let mut run = bench.run();
    bench
        .fails(&mut run, &late, CheckId::SignIn, ProblemKind::CodeExpired)
        .await;
    // The one token request is that of the secret check.
    assert_eq!(bench.asked("/token"), 1);
    // The time was only spent waiting: the clock of this machine goes right.
    bench.clock.advance(-601);
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn the_code_expires_at_microsofts() {
    let bench = Bench::set().await;
    let world = bench.lab.world().clone();
    let advance = move || world.advance_clock(Duration::from_mins(11));
    let late = Surface::Meanwhile(bench.practice.work_user.clone(), Box::new(advance));
    let mut run = fails_then_passes(&bench, &late, ProblemKind::CodeExpired).await;
    assert_eq!(bench.go(&mut run, &bench.person()).await, None);
}

#[tokio::test]
async fn somebody_elses_answer_is_no_answer() {
    let bench = Bench::set().await;
    let foreign = Url::parse(&format!("{}?code=x&state=y", super::bench::REDIRECT)).unwrap();
    fails_then_passes(
        &bench,
        &Surface::Ends(SurfaceOutcome::Answer(foreign)),
        ProblemKind::CallbackRefused,
    )
    .await;
    let elsewhere = Url::parse("https://evil.com/?code=x").unwrap();
    let bench = Bench::set().await;
    fails_then_passes(
        &bench,
        &Surface::Ends(SurfaceOutcome::Answer(elsewhere)),
        ProblemKind::CallbackRefused,
    )
    .await;
}

#[tokio::test]
async fn a_rule_of_the_organisation_stands_in_the_way() {
    for (code, kind) in [
        ("AADSTS53003", ProblemKind::SignInBlocked),
        ("AADSTS50076", ProblemKind::MoreProofNeeded),
        ("AADSTS70008", ProblemKind::CodeExpired),
    ] {
        let mut bench = Bench::set().await;
        bench.setup.tenant_id = None;
        let mut run = bench.run();
        bench
            .lab
            .world()
            .force(Place::Token, Forced::Code(code.to_owned()));
        bench
            .fails(&mut run, &bench.person(), CheckId::SignIn, kind)
            .await;
        assert_eq!(bench.asked("/token"), 1, "a code was sent twice");
        bench.lab.world().clear_forced();
        bench.passes(&mut run, &bench.person()).await;
    }
}

#[tokio::test]
async fn a_second_sign_in_forgets_the_first_ones_token() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    run.check(&bench.host()).await;
    run.sign_in(&bench.host(), &bench.person()).await;
    assert!(run.profile().is_some());
    run.sign_in(&bench.host(), &Surface::Ends(SurfaceOutcome::Closed))
        .await;
    assert!(run.profile().is_none());
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!(bench.asked("/sendMail"), 0);
}
