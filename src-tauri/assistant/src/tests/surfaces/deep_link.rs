//! The browser hands the answer over by the program's own scheme: a public client, whose secret is proven apart.

use crate::tests::bench::{Bench, NOBODYS_SECRET, lines};
use crate::{Attempt, BoxFuture, Clock as _, Run, SignInSurface, Stage, SurfaceOutcome};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::deep_link::DeepLink;
use vincula_core::problem::ProblemKind;
use vincula_core::surface::SurfaceKind;
use vincula_core::value::RedirectUri;

/// A person with a browser, and a system that hands the program what the browser ends on.
struct ByLink<'b>(&'b Bench, String);

impl SignInSurface for ByLink<'_> {
    fn redirect_uri(&self, _erps: &RedirectUri) -> RedirectUri {
        RedirectUri::deep_link()
    }

    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            let answer = self.0.visit(&self.1, &attempt.url).await;
            match DeepLink::parse(answer.as_str()) {
                Ok(DeepLink::Callback(address)) if attempt.is_answer(&address).is_ok() => {
                    SurfaceOutcome::Answer(address)
                }
                other => panic!("{other:?}"),
            }
        })
    }
}

async fn signed_in(bench: &Bench) -> Run {
    let surface = ByLink(bench, bench.practice.work_user.clone());
    let mut run = bench.run();
    let host = bench.host();
    run.check(&host).await;
    if run.stage() == Stage::SignIn {
        run.sign_in(&host, &surface).await;
    }
    run
}

fn outcome(run: &Run, check: CheckId) -> Option<Outcome> {
    run.lines()
        .find(|(line, _)| *line == check)
        .and_then(|(_, outcome)| outcome.cloned())
}

#[tokio::test]
async fn a_public_client_sends_no_secret_and_goes_all_the_way() {
    let bench = Bench::set().await;
    bench.register(SurfaceKind::DeepLink);
    let mut run = signed_in(&bench).await;
    // The lab refuses a secret here (AADSTS90023), as Microsoft does.
    assert_eq!(run.stage(), Stage::Send, "{:?}", lines(&run));
    let to = run.setup().mailbox.clone();
    run.send(&bench.host(), &to).await;
    assert_eq!(bench.mails(), 1);
    assert!(run.verification(bench.clock.now()).proven);
}

#[tokio::test]
async fn without_a_tenant_the_secret_is_asked_about_in_the_mailboxs_organisation() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    bench.register(SurfaceKind::DeepLink);
    let run = signed_in(&bench).await;
    assert_eq!(
        outcome(&run, CheckId::Secret),
        Some(Outcome::Passed),
        "{:?}",
        lines(&run)
    );
    assert_eq!(run.stage(), Stage::Send);
}

#[tokio::test]
async fn a_wrong_secret_is_named_though_the_sign_in_needs_none() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    bench.register(SurfaceKind::DeepLink);
    bench.give_secret(NOBODYS_SECRET).await;
    let mut run = signed_in(&bench).await;
    let failure = run.failure().map(|(check, problem)| (check, problem.kind));
    assert_eq!(failure, Some((CheckId::Secret, ProblemKind::SecretOfAnother)));
    assert_eq!(outcome(&run, CheckId::SignIn), Some(Outcome::Passed));
    assert_eq!(bench.mails(), 0);
    // Mended, the same sign-in goes on.
    bench.give_good_secret().await;
    run.sign_in(&bench.host(), &ByLink(&bench, bench.practice.work_user.clone()))
        .await;
    assert_eq!(run.stage(), Stage::Send, "{:?}", lines(&run));
}

#[tokio::test]
async fn a_mail_alone_proves_nothing_about_a_secret_that_nobody_could_ask_about() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    bench.setup.mailbox = vincula_core::value::Mailbox::parse(&bench.practice.personal_user).unwrap();
    bench.register(SurfaceKind::DeepLink);
    let surface = ByLink(&bench, bench.practice.personal_user.clone());
    let mut run = bench.run();
    let host = bench.host();
    run.check(&host).await;
    run.sign_in(&host, &surface).await;
    let to = run.setup().mailbox.clone();
    run.send(&host, &to).await;
    assert_eq!(bench.mails(), 1, "{:?}", lines(&run));
    assert!(!run.verification(bench.clock.now()).proven);
}

#[tokio::test]
async fn an_own_scheme_under_another_platform_is_named() {
    let bench = Bench::set().await;
    bench.lab.world().add_redirect(
        &bench.client_id,
        vincula_lab::Redirect::web(RedirectUri::deep_link().as_str()),
    );
    let run = signed_in(&bench).await;
    let failure = run.failure().map(|(check, problem)| (check, problem.kind));
    assert_eq!(
        failure,
        Some((CheckId::SignIn, ProblemKind::RedirectNotRegistered))
    );
}
