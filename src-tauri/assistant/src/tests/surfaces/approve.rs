//! An administrator approves; somebody else connects.

use crate::tests::bench::{Bench, Surface, lines};
use crate::{Run, Stage, SurfaceOutcome};
use vincula_core::check::CheckId;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::surface::DeadEnd;
use vincula_core::value::TenantId;
use vincula_lab::{Behaviour, UserConsent};

impl Bench {
    async fn approve(&self, run: &Run, surface: &Surface) -> Result<TenantId, Problem> {
        run.approve(&self.host(), surface).await
    }

    fn administrator(&self, behaviour: Behaviour) -> Surface {
        Surface::Person(self.practice.administrator.clone(), behaviour)
    }

    /// Nobody but the administrator may agree to anything.
    fn forbid_consent(&self) {
        self.lab
            .world()
            .set_user_consent(&self.practice.tenant_id, UserConsent::AdministratorOnly);
    }
}

#[tokio::test]
async fn an_administrator_approves_and_does_not_become_the_mailbox() {
    let bench = Bench::set().await;
    bench.forbid_consent();
    let mut run = bench.run();
    // Without the approval there is a page from which nothing leads on.
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::SignIn,
            ProblemKind::MicrosoftShowedError,
        )
        .await;
    let tokens = bench.asked("/token");
    let approved = bench.approve(&run, &bench.administrator(Behaviour::Accept)).await;
    assert_eq!(approved.unwrap().as_str(), bench.practice.tenant_id);
    assert_eq!(bench.asked("/token"), tokens, "an approval brought a token");
    assert!(run.profile().is_none());
    // «Approved, check again»: the same run, the same button.
    bench.passes(&mut run, &bench.person()).await;
    assert_eq!(
        run.profile().unwrap().user_principal_name,
        bench.practice.work_user
    );
}

#[tokio::test]
async fn without_a_tenant_the_administrators_own_organisation_approves() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    let run = bench.run();
    let approved = bench.approve(&run, &bench.administrator(Behaviour::Accept)).await;
    assert_eq!(approved.unwrap().as_str(), bench.practice.tenant_id);
    assert_eq!(bench.asked("/organizations/v2.0/adminconsent"), 1);
}

#[tokio::test]
async fn an_administrator_who_says_no_has_said_no() {
    let bench = Bench::set().await;
    let run = bench.run();
    for (behaviour, kind) in [
        (Behaviour::DeclineConsent, ProblemKind::ConsentDeclined),
        (Behaviour::Cancel, ProblemKind::SignInCancelled),
    ] {
        let problem = bench
            .approve(&run, &bench.administrator(behaviour))
            .await
            .unwrap_err();
        assert_eq!(problem.kind, kind);
    }
    // Asked once each: no loop.
    assert_eq!(bench.asked("/v2.0/adminconsent"), 2);
}

#[tokio::test]
async fn somebody_who_is_no_administrator_approves_nothing() {
    let bench = Bench::set().await;
    let run = bench.run();
    let problem = bench.approve(&run, &bench.person()).await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::MicrosoftShowedError);
}

#[tokio::test]
async fn a_surface_that_ends_without_an_answer_has_its_name() {
    let bench = Bench::set().await;
    let run = bench.run();
    for (outcome, kind) in [
        (SurfaceOutcome::Closed, ProblemKind::WindowClosed),
        (SurfaceOutcome::TimedOut, ProblemKind::SignInTimedOut),
        (SurfaceOutcome::ErrorPage, ProblemKind::MicrosoftShowedError),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::DeviceRule),
            ProblemKind::SignInBlocked,
        ),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::Passkey),
            ProblemKind::MoreProofNeeded,
        ),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::BlankPage),
            ProblemKind::MicrosoftShowedError,
        ),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::ErrorPage),
            ProblemKind::MicrosoftShowedError,
        ),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::WindowMissing),
            ProblemKind::WindowClosed,
        ),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::TimedOut),
            ProblemKind::SignInTimedOut,
        ),
        (
            SurfaceOutcome::DeadEnd(DeadEnd::ApprovalNeeded),
            ProblemKind::AdminApprovalNeeded,
        ),
    ] {
        let surface = Surface::Ends(outcome);
        assert_eq!(bench.approve(&run, &surface).await.unwrap_err().kind, kind);
        let mut run = bench.run();
        run.check(&bench.host()).await;
        run.sign_in(&bench.host(), &surface).await;
        let failure = run.failure().map(|(check, problem)| (check, problem.kind));
        assert_eq!(failure, Some((CheckId::SignIn, kind)), "{:?}", lines(&run));
        assert_eq!(run.stage(), Stage::Fix);
    }
}
