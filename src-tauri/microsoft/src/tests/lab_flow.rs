//! The whole way from the authorize address to the mail, against the lab.

use super::lab_registration::Stage;
use super::{REDIRECT, SECRET, mail, now, pending, request, secret};
use crate::Granted;
use std::time::Duration;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::sign_in::{Answered, PendingSignIn, Redemption, SignInFailure, SignInRequest};
use vincula_core::value::Mailbox;
use vincula_lab::{Behaviour, Ending, Forced, Person, Place, Platform, Redirect};

impl Stage {
    fn request(&self) -> SignInRequest {
        request(self.microsoft.cloud(), &self.client_id)
    }

    /// The answer that the person's browser comes back with.
    async fn sign_in(&self, address: &str, behaviour: Behaviour) -> Answered {
        let pending: PendingSignIn = pending(&self.request());
        let url = self.microsoft.authorize_url(&pending);
        match Person::new(address, behaviour).visit(&url).await.unwrap() {
            Ending::Redirected(answer) => pending.answer(&answer, now()),
            stuck @ Ending::Stuck { .. } => panic!("{stuck:?}"),
        }
    }

    async fn code(&self, address: &str) -> Redemption {
        match self.sign_in(address, Behaviour::Accept).await {
            Answered::Redeem(redemption) => redemption,
            other => panic!("{other:?}"),
        }
    }

    async fn redeem(&self, redemption: Redemption, with: &str) -> Result<Granted, Problem> {
        self.microsoft
            .redeem(&self.request(), redemption, Some(&secret(with)))
            .await
    }

    async fn granted(&self, address: &str) -> Granted {
        self.redeem(self.code(address).await, &self.secret).await.unwrap()
    }

    async fn refused(&self, behaviour: Behaviour) -> Problem {
        match self.sign_in(&self.practice.work_user, behaviour).await {
            Answered::Failed(SignInFailure::Refused(refusal)) => self.microsoft.problem_of_refusal(&refusal),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn work_and_personal_accounts_go_all_the_way_to_the_mail() {
    let stage = Stage::set().await;
    for address in [
        stage.practice.work_user.clone(),
        stage.practice.personal_user.clone(),
    ] {
        let granted = stage.granted(&address).await;
        assert_eq!(
            stage.request().scopes.missing_from(&granted.scopes),
            Vec::<String>::new()
        );
        let profile = stage.microsoft.me(&granted.token).await.unwrap();
        assert!(profile.owns(&Mailbox::parse(&address).unwrap()));
        stage.lab.world().clear_mail();
        stage.microsoft.send_mail(&granted.token, &mail()).await.unwrap();
        let received = stage.lab.world().mailbox("ana@empresa.es");
        assert_eq!(received.len(), 1);
        assert_eq!(
            (received[0].subject.as_str(), received[0].body.as_str()),
            ("Prueba", "Hola")
        );
        assert_eq!(received[0].from, address);
    }
}

#[tokio::test]
async fn a_person_who_does_not_agree_or_goes_back_is_told_apart() {
    let stage = Stage::set().await;
    assert_eq!(
        stage.refused(Behaviour::DeclineConsent).await.kind,
        ProblemKind::ConsentDeclined
    );
    assert_eq!(
        stage.refused(Behaviour::Cancel).await.kind,
        ProblemKind::SignInCancelled
    );
}

#[tokio::test]
async fn a_code_is_good_once_and_for_ten_minutes() {
    let stage = Stage::set().await;
    let address = stage.practice.work_user.clone();
    let first = stage.code(&address).await;
    let again = super::redemption(&stage.request(), first.code.expose());
    stage.redeem(first, &stage.secret).await.unwrap();
    let problem = stage.redeem(again, &stage.secret).await.unwrap_err();
    assert_eq!(
        (problem.kind, problem.evidence.code.as_deref()),
        (ProblemKind::CodeUsed, Some("AADSTS54005"))
    );

    let late = stage.code(&address).await;
    stage.lab.world().advance_clock(Duration::from_mins(11));
    let problem = stage.redeem(late, &stage.secret).await.unwrap_err();
    assert_eq!(
        (problem.kind, problem.evidence.code.as_deref()),
        (ProblemKind::CodeExpired, Some("AADSTS70008"))
    );
}

#[tokio::test]
async fn a_secret_that_is_wrong_or_over_is_named_when_the_code_is_redeemed() {
    let stage = Stage::set().await;
    let address = stage.practice.work_user.clone();
    let problem = stage
        .redeem(stage.code(&address).await, SECRET)
        .await
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::SecretWrong);
    stage.lab.world().expire_secrets(stage.client_id.as_str());
    let problem = stage
        .redeem(stage.code(&address).await, &stage.secret)
        .await
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::SecretExpired);
}

#[tokio::test]
async fn a_redirect_uri_under_another_platform_is_named_when_the_code_is_redeemed() {
    for platform in [Platform::MobileDesktop, Platform::Spa] {
        let stage = Stage::set().await;
        stage.lab.world().remove_redirects(stage.client_id.as_str());
        stage.lab.world().add_redirect(
            stage.client_id.as_str(),
            Redirect {
                platform,
                uri: REDIRECT.to_owned(),
            },
        );
        let code = stage.code(&stage.practice.work_user.clone()).await;
        assert_eq!(
            stage.redeem(code, &stage.secret).await.unwrap_err().kind,
            ProblemKind::PlatformNotWeb,
            "{platform:?}"
        );
    }
}

#[tokio::test]
async fn a_code_without_its_own_verifier_is_worth_nothing() {
    let stage = Stage::set().await;
    let mut redemption = stage.code(&stage.practice.work_user.clone()).await;
    redemption.verifier = zeroize::Zeroizing::new("A".repeat(43));
    assert_eq!(
        stage.redeem(redemption, &stage.secret).await.unwrap_err().kind,
        ProblemKind::VerifierMismatch
    );
}

#[tokio::test]
async fn graph_refuses_what_was_not_granted_and_who_has_no_mailbox() {
    let stage = Stage::set().await;
    stage
        .lab
        .world()
        .force_once(Place::Token, Forced::WithoutScope("Mail.Send".to_owned()));
    let granted = stage.granted(&stage.practice.work_user.clone()).await;
    assert_eq!(
        stage.request().scopes.missing_from(&granted.scopes),
        ["Mail.Send"]
    );
    let problem = stage
        .microsoft
        .send_mail(&granted.token, &mail())
        .await
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::PermissionMissing);

    let granted = stage.granted(&stage.practice.user_without_mailbox.clone()).await;
    let problem = stage
        .microsoft
        .send_mail(&granted.token, &mail())
        .await
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::MailboxMissing);

    let granted = stage.granted(&stage.practice.work_user.clone()).await;
    stage.lab.world().advance_clock(Duration::from_hours(3));
    let problem = stage
        .microsoft
        .send_mail(&granted.token, &mail())
        .await
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::SignInNoLongerValid);
    assert_eq!(stage.lab.world().mailbox("ana@empresa.es"), []);
}
