//! Each fault of the secret in a run.

use super::bench::{Bench, NOBODYS_SECRET, Surface, lines};
use crate::{BoxFuture, Host, SecretFault, SecretPlace, SecretStore, SurfaceOutcome};
use vincula_core::check::CheckId;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::SetupId;
use vincula_core::value::ClientSecret;

#[tokio::test]
async fn a_wrong_secret_is_found_before_any_window_opens() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench.give_secret(NOBODYS_SECRET).await;
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Secret,
            ProblemKind::SecretOfAnother,
        )
        .await;
    bench.give_good_secret().await;
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn an_expired_secret_is_found_before_any_window_opens() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench.lab.world().expire_secrets(&bench.client_id);
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Secret,
            ProblemKind::SecretExpired,
        )
        .await;
    bench.give_good_secret().await;
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn without_the_organisation_a_wrong_or_expired_secret_is_found_by_the_sign_in() {
    for (kind, is_expired) in [
        (ProblemKind::SecretOfAnother, false),
        (ProblemKind::SecretExpired, true),
    ] {
        let mut bench = Bench::set().await;
        bench.setup.tenant_id = None;
        let mut run = bench.run();
        if is_expired {
            bench.lab.world().expire_secrets(&bench.client_id);
        } else {
            bench.give_secret(NOBODYS_SECRET).await;
        }
        bench
            .fails(&mut run, &bench.person(), CheckId::Secret, kind)
            .await;
        assert_eq!(lines(&run)[4], "sign_in skipped");
        bench.give_good_secret().await;
        bench.passes(&mut run, &bench.person()).await;
    }
}

#[tokio::test]
async fn a_secret_that_was_replaced_is_not_blamed_for_the_next_sign_in() {
    let mut bench = Bench::set().await;
    bench.setup.tenant_id = None;
    let mut run = bench.run();
    bench.give_secret(NOBODYS_SECRET).await;
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Secret,
            ProblemKind::SecretOfAnother,
        )
        .await;
    bench.give_good_secret().await;
    run.sign_in(&bench.host(), &Surface::Ends(SurfaceOutcome::Closed))
        .await;
    assert_eq!(
        run.failure().map(|(check, problem)| (check, problem.kind)),
        Some((CheckId::SignIn, ProblemKind::WindowClosed))
    );
    run.sign_in(&bench.host(), &bench.person()).await;
    assert_eq!(run.failure(), None);
}

#[tokio::test]
async fn a_missing_secret_is_named_at_the_check_and_at_the_sign_in() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    bench.secrets.delete(&bench.setup.id).await.unwrap();
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Secret,
            ProblemKind::SecretMissing,
        )
        .await;
    run.sign_in(&bench.host(), &bench.person()).await;
    assert_eq!(lines(&run)[4], "sign_in secret_missing");
    bench.give_good_secret().await;
    bench.passes(&mut run, &bench.person()).await;
}

/// A keyring that is locked.
struct Locked;

impl SecretStore for Locked {
    fn load<'a>(
        &'a self,
        _: &'a SetupId,
    ) -> BoxFuture<'a, Result<Option<(ClientSecret, SecretPlace)>, SecretFault>> {
        Box::pin(async { Err(SecretFault::Locked) })
    }

    fn save<'a>(
        &'a self,
        _: &'a SetupId,
        _: ClientSecret,
    ) -> BoxFuture<'a, Result<SecretPlace, SecretFault>> {
        Box::pin(async { Err(SecretFault::Locked) })
    }

    fn delete<'a>(&'a self, _: &'a SetupId) -> BoxFuture<'a, Result<(), SecretFault>> {
        Box::pin(async { Err(SecretFault::Locked) })
    }
}

#[tokio::test]
async fn a_locked_keyring_is_named_and_passes_once_unlocked() {
    let bench = Bench::set().await;
    let mut run = bench.run();
    let host = Host {
        secrets: &Locked,
        ..bench.host()
    };
    run.check(&host).await;
    assert_eq!(
        run.failure().map(|(check, problem)| (check, problem.kind)),
        Some((CheckId::Secret, ProblemKind::KeyringLocked))
    );
    run.sign_in(&host, &bench.person()).await;
    assert_eq!(lines(&run)[4], "sign_in keyring_locked");
    bench.passes(&mut run, &bench.person()).await;
}

#[tokio::test]
async fn a_guide_without_the_check_of_the_secret_still_tells_that_it_is_wrong() {
    let bench = Bench::set().await;
    let mut guide = vincula_core::guide::find("cloud-gestion").unwrap().clone();
    guide.checks = vec![CheckId::SignIn, CheckId::Account, CheckId::MailAccepted];
    let mut run = crate::Run::new(bench.setup.clone(), guide).unwrap();
    bench.give_secret(NOBODYS_SECRET).await;
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::SignIn,
            ProblemKind::SecretOfAnother,
        )
        .await;
    bench.give_good_secret().await;
    assert_eq!(bench.go(&mut run, &bench.person()).await, None);
    assert_eq!(bench.mails(), 1);
}
