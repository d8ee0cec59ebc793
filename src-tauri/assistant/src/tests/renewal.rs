//! Renewing a secret: the old one is there until the new one is proven, whatever happens in between.

use super::bench::{Bench, NOBODYS_SECRET};
use crate::{
    Clock as _, DataFolder, GiveFault, RenewalFault, Run, SecretEnd, SecretStore as _, SetupFolder,
    SetupStore as _, Stage, begin_renewal, cancel_renewal, delete_setup, finish_renewal, give, note_run,
    note_secret_end, renewal_handed_over,
};
use jiff::civil::date;
use std::time::Duration;
use vincula_core::check::CheckId;
use vincula_core::guide;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{RenewalStage, Setup, SetupId};
use vincula_core::value::ValueKind;

const HALF_A_YEAR: Duration = Duration::from_hours(180 * 24);

/// A setup that worked for a while, on the disk.
struct Kept {
    bench: Bench,
    setups: SetupFolder,
    old: String,
    _folder: tempfile::TempDir,
}

impl Kept {
    async fn working() -> Self {
        let bench = Bench::set().await;
        let folder = tempfile::tempdir().unwrap();
        let setups = SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap();
        let mut run = bench.run();
        bench.passes(&mut run, &bench.person()).await;
        let mut setup = bench.setup.clone();
        setup.verified(run.verification(bench.clock.now()));
        setup.secret_ends = Some(date(2026, 10, 20));
        setups.save(&setup).unwrap();
        bench.lab.world().clear_mail();
        let kept = Self {
            old: String::new(),
            bench,
            setups,
            _folder: folder,
        };
        Self {
            old: kept.secret(&kept.bench.setup.id).await.unwrap(),
            ..kept
        }
    }

    fn id(&self) -> &SetupId {
        &self.bench.setup.id
    }

    fn setup(&self) -> Setup {
        self.setups.load(self.id()).unwrap()
    }

    fn key(&self) -> SetupId {
        self.setup().renewal.unwrap().key
    }

    async fn secret(&self, key: &SetupId) -> Option<String> {
        let found = self.bench.secrets.load(key).await.unwrap();
        found.map(|(secret, _)| secret.expose().to_owned())
    }

    fn begin(&self) -> Result<Setup, RenewalFault> {
        begin_renewal(&self.setups, &self.bench.clock, self.id())
    }

    async fn give(&self, secret: &str) -> Result<Setup, GiveFault> {
        give(
            &self.setups,
            &self.bench.secrets,
            &self.bench.clock,
            self.id(),
            ValueKind::ClientSecret,
            secret,
        )
        .await
    }

    fn new_secret(&self) -> String {
        let world = self.bench.lab.world();
        world.add_secret(&self.bench.client_id, "ERP", HALF_A_YEAR).value
    }

    fn run(&self) -> Run {
        Run::of_renewal(self.setup(), guide::find("cloud-gestion").unwrap().clone()).unwrap()
    }

    async fn note(&self, run: &mut Run) -> Setup {
        note_run(&self.setups, &self.bench.secrets, &self.bench.clock, run)
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn an_expired_secret_gives_way_to_a_new_one_once_that_is_proven() {
    let kept = Kept::working().await;
    kept.bench.lab.world().expire_secrets(&kept.bench.client_id);
    let begun = kept.begin().unwrap();
    assert_eq!(begun.renewal.as_ref().unwrap().stage, RenewalStage::Asks);
    assert_eq!(begun.renewal.as_ref().unwrap().old_ends, Some(date(2026, 10, 20)));
    let new = kept.new_secret();
    kept.give(&new).await.unwrap();
    let ends = SecretEnd::On(date(2027, 5, 1));
    note_secret_end(&kept.setups, &kept.bench.clock, kept.id(), ends).unwrap();
    assert_eq!(
        kept.secret(kept.id()).await.as_ref(),
        Some(&kept.old),
        "the old one is untouched"
    );
    assert_eq!(kept.setup().secret_ends, Some(date(2026, 10, 20)));
    assert!(
        kept.setup().verification.unwrap().proven,
        "nothing is void: the ERP goes on with the old one"
    );

    let key = kept.key();
    let mut run = kept.run();
    kept.bench.passes(&mut run, &kept.bench.person()).await;
    let setup = kept.note(&mut run).await;
    assert_eq!(setup.renewal.as_ref().unwrap().stage, RenewalStage::HandOver);
    assert_eq!(setup.secret_ends, Some(date(2027, 5, 1)));
    assert_eq!(kept.secret(kept.id()).await, Some(new));
    assert_eq!(kept.secret(&key).await, None);
    assert_eq!(run.stage(), Stage::ConfirmArrival, "the run goes on");
    // Signing in again in the same run takes the secret from where it is now.
    assert_eq!(kept.bench.go(&mut run, &kept.bench.person()).await, None);

    renewal_handed_over(&kept.setups, &kept.bench.clock, kept.id()).unwrap();
    assert_eq!(kept.setup().renewal.unwrap().stage, RenewalStage::RemoveOld);
    let (secrets, clock) = (&kept.bench.secrets, &kept.bench.clock);
    finish_renewal(&kept.setups, secrets, clock, kept.id())
        .await
        .unwrap();
    assert_eq!(kept.setup().renewal, None);
}

#[tokio::test]
async fn a_new_secret_that_is_wrong_changes_nothing_and_can_be_replaced() {
    let kept = Kept::working().await;
    kept.begin().unwrap();
    kept.give(NOBODYS_SECRET).await.unwrap();
    let mut run = kept.run();
    let failure = kept.bench.go(&mut run, &kept.bench.person()).await;
    assert_eq!(failure, Some((CheckId::Secret, ProblemKind::SecretTooNew)));
    let before = kept.setup();
    assert_eq!(kept.note(&mut run).await, before);
    assert!(before.verification.unwrap().proven);
    assert_eq!(kept.secret(kept.id()).await.as_ref(), Some(&kept.old));

    let key = kept.key();
    kept.give(&kept.new_secret()).await.unwrap();
    assert_eq!(kept.key(), key, "in the place of the one before");
    let mut run = kept.run();
    kept.bench.passes(&mut run, &kept.bench.person()).await;
    kept.note(&mut run).await;
    assert_ne!(kept.secret(kept.id()).await.as_ref(), Some(&kept.old));
}

#[tokio::test]
async fn a_renewal_that_is_given_up_leaves_everything_as_it_was() {
    let kept = Kept::working().await;
    let before = kept.setup();
    kept.begin().unwrap();
    kept.give(&kept.new_secret()).await.unwrap();
    let key = kept.key();
    let (secrets, clock) = (&kept.bench.secrets, &kept.bench.clock);
    let after = cancel_renewal(&kept.setups, secrets, clock, kept.id())
        .await
        .unwrap();
    assert_eq!(
        Setup {
            updated_at: before.updated_at,
            ..after
        },
        before
    );
    assert_eq!(kept.secret(&key).await, None);
    assert_eq!(kept.secret(kept.id()).await.as_ref(), Some(&kept.old));
}

#[tokio::test]
async fn what_was_proven_after_the_renewal_was_given_up_belongs_to_nobody() {
    let kept = Kept::working().await;
    kept.begin().unwrap();
    kept.give(&kept.new_secret()).await.unwrap();
    let mut run = kept.run();
    kept.bench.passes(&mut run, &kept.bench.person()).await;
    let (secrets, clock) = (&kept.bench.secrets, &kept.bench.clock);
    cancel_renewal(&kept.setups, secrets, clock, kept.id())
        .await
        .unwrap();
    kept.note(&mut run).await;
    assert_eq!(kept.secret(kept.id()).await.as_ref(), Some(&kept.old));
}

#[tokio::test]
async fn a_renewal_goes_on_where_it_was_left() {
    let kept = Kept::working().await;
    let first = kept.begin().unwrap();
    assert_eq!(kept.begin().unwrap(), first, "begun twice is begun once");
    kept.give(&kept.new_secret()).await.unwrap();
    assert!(matches!(
        kept.begin().unwrap().renewal.unwrap().stage,
        RenewalStage::Proves { .. }
    ));
    // An open one is not over because somebody says so.
    let (secrets, clock) = (&kept.bench.secrets, &kept.bench.clock);
    let same = finish_renewal(&kept.setups, secrets, clock, kept.id())
        .await
        .unwrap();
    assert!(same.open_renewal().is_some());
    renewal_handed_over(&kept.setups, clock, kept.id()).unwrap();
    assert!(kept.setup().open_renewal().is_some());
}

#[tokio::test]
async fn what_never_worked_is_not_renewed() {
    let kept = Kept::working().await;
    kept.setups
        .update(kept.id(), &mut |setup| {
            setup.verification = None;
            setup.proven = vincula_core::setup::Proven::default();
        })
        .unwrap();
    assert!(matches!(kept.begin(), Err(RenewalFault::NothingToRenew)));
}

#[tokio::test]
async fn a_deleted_setup_takes_both_secrets_with_it() {
    let kept = Kept::working().await;
    kept.begin().unwrap();
    kept.give(&kept.new_secret()).await.unwrap();
    let key = kept.key();
    delete_setup(&kept.setups, &kept.bench.secrets, kept.id())
        .await
        .unwrap();
    assert_eq!(kept.secret(&key).await, None);
    assert_eq!(kept.secret(kept.id()).await, None);
    assert!(kept.setups.load(kept.id()).is_err());
}

#[tokio::test]
async fn a_plain_run_during_a_renewal_proves_the_old_secret() {
    let kept = Kept::working().await;
    kept.begin().unwrap();
    kept.give(NOBODYS_SECRET).await.unwrap();
    let mut run = Run::new(kept.setup(), guide::find("cloud-gestion").unwrap().clone()).unwrap();
    kept.bench.passes(&mut run, &kept.bench.person()).await;
    let setup = kept.note(&mut run).await;
    assert!(setup.verification.unwrap().proven);
    assert!(setup.renewal.unwrap().stage.is_open());
}
