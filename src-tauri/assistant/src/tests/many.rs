//! Many setups at once: each is told, the machine is looked at once, Microsoft's waits are everybody's, and no proof is
//! lost.

use super::bench::{Bench, NOBODYS_SECRET};
use crate::{
    CheckedSetup, DataFolder, ManyHost, NotChecked, SecretStore as _, SetupFolder, SetupStore as _, Summary,
    check_many,
};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use vincula_core::check::{CheckId, Outcome};
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::value::{ClientSecret, TenantId};
use vincula_lab::{Forced, Place};

/// A bench with a folder of setups, all of the same registration.
struct Many {
    bench: Bench,
    setups: SetupFolder,
    folder: tempfile::TempDir,
    secret: String,
}

fn id(number: usize) -> SetupId {
    SetupId::parse(&format!("00000000-0000-4000-8000-{number:012}")).unwrap()
}

impl Many {
    async fn of(count: usize) -> Self {
        let bench = Bench::set().await;
        let folder = tempfile::tempdir().unwrap();
        let setups = SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap();
        let secret = bench.secrets.load(&bench.setup.id).await.unwrap().unwrap().0;
        let many = Self {
            secret: secret.expose().to_owned(),
            bench,
            setups,
            folder,
        };
        for number in 0..count {
            many.add(number, |_| {}).await;
        }
        many
    }

    async fn add(&self, number: usize, change: impl FnOnce(&mut Setup)) {
        let mut setup = self.bench.setup.clone();
        setup.id = id(number);
        change(&mut setup);
        // In the place of one that is there already.
        if let Ok(before) = self.setups.load(&setup.id) {
            setup.revision = before.revision;
        }
        self.setups.save(&setup).unwrap();
        self.give_secret(number, &self.secret).await;
    }

    async fn give_secret(&self, number: usize, secret: &str) {
        let secret = ClientSecret::parse(secret).unwrap();
        self.bench.secrets.save(&id(number), secret).await.unwrap();
    }

    /// Checks them all; what was told of each, and the summary.
    async fn check(&self, jobs: usize) -> (BTreeMap<SetupId, Told>, Summary) {
        self.check_until(jobs, usize::MAX).await
    }

    async fn check_until(&self, jobs: usize, most: usize) -> (BTreeMap<SetupId, Told>, Summary) {
        let clients = [self.bench.microsoft.clone()];
        let host = ManyHost {
            clients: &clients,
            setups: &self.setups,
            secrets: &self.bench.secrets,
            clock: &self.bench.clock,
            progress: &self.bench.heard,
            jobs: NonZeroUsize::new(jobs).unwrap(),
        };
        let mut told = BTreeMap::new();
        let summary = check_many(&host, std::future::pending(), &mut |checked| {
            let before = told.insert(checked.id.clone(), Told::of(checked));
            assert!(before.is_none(), "each setup is told once");
            if told.len() < most {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })
        .await
        .unwrap();
        assert_eq!(summary.setups(), told.len() as u64);
        (told, summary)
    }
}

#[derive(Debug, PartialEq)]
enum Told {
    Passed,
    Failed(CheckId, ProblemKind),
    Not(&'static str),
}

impl Told {
    fn of(checked: &CheckedSetup) -> Self {
        assert!(checked.unkept.is_none());
        match &checked.found {
            Ok(run) => run
                .failure()
                .map_or(Self::Passed, |(check, problem)| Self::Failed(check, problem.kind)),
            Err(NotChecked::Setup(_)) => Self::Not("setup"),
            Err(NotChecked::UnknownGuide) => Self::Not("guide"),
            Err(NotChecked::NoRedirectUri(_)) => Self::Not("redirect"),
        }
    }
}

#[tokio::test]
async fn every_setup_is_told_by_its_own_name_and_the_machine_is_looked_at_once() {
    let many = Many::of(20).await;
    many.give_secret(3, NOBODYS_SECRET).await;
    many.bench.secrets.delete(&id(4)).await.unwrap();
    many.add(5, |setup| {
        setup.tenant_id = TenantId::parse("11111111-2222-4333-8444-555555555555").ok();
    })
    .await;
    many.add(6, |setup| setup.guide = "from-tomorrow".to_owned())
        .await;
    std::fs::write(many.folder.path().join(format!("setups/{}.json", id(7))), "{").unwrap();
    let (told, summary) = many.check(8).await;
    for (number, expected) in [
        (0, Told::Passed),
        (3, Told::Failed(CheckId::Secret, ProblemKind::SecretOfAnother)),
        (4, Told::Failed(CheckId::Secret, ProblemKind::SecretMissing)),
        (5, Told::Failed(CheckId::Tenant, ProblemKind::TenantUnknown)),
        (6, Told::Not("guide")),
        (7, Told::Not("setup")),
        (19, Told::Passed),
    ] {
        assert_eq!(told[&id(number)], expected, "setup {number}");
    }
    let expected = Summary {
        passed: 15,
        failed: 3,
        not_checked: 2,
        ..Summary::default()
    };
    assert_eq!(summary, expected);
    assert_eq!(
        many.bench.asked("/v1.0/"),
        1,
        "Graph's host is asked once for all"
    );
    // Once for the machine, and once for each setup that can be read.
    assert_eq!(many.bench.asked("/openid-configuration"), 1 + 18);
    assert_eq!(many.bench.mails(), 0);
}

#[tokio::test]
async fn a_road_that_is_cut_is_found_once_and_told_for_everybody() {
    let mut many = Many::of(12).await;
    many.bench.road.cut().await;
    let (told, summary) = many.check(4).await;
    assert_eq!(summary.not_checked, 12);
    for found in told.values() {
        assert!(
            matches!(found, Told::Failed(CheckId::Machine, kind) if kind.is_inconclusive()),
            "{found:?}"
        );
    }
    assert_eq!(many.bench.asked("/openid-configuration"), 0);
    many.bench.road.mend().await;
    assert_eq!(many.check(4).await.1.passed, 12);
}

#[tokio::test]
async fn where_microsoft_asks_to_wait_everybody_waits_and_all_are_told() {
    let many = Many::of(6).await;
    let world = many.bench.lab.world();
    let began = crate::Clock::now(&many.bench.clock);
    // Longer than one setup would wait by itself.
    world.force_once(Place::Token, Forced::Status(429, Some("120".to_owned())));
    let (_, summary) = many.check(1).await;
    assert_eq!(summary.passed, 6);
    let waited = crate::Clock::now(&many.bench.clock)
        .duration_since(began)
        .as_secs();
    assert!((120..300).contains(&waited), "{waited} s");

    // Nobody watches for an hour: the rest is told so, and not asked.
    world.force_once(Place::Token, Forced::Status(429, Some("3600".to_owned())));
    let asked = many.bench.asked("/token");
    let (told, summary) = many.check(1).await;
    assert_eq!((summary.passed, summary.not_checked), (0, 6), "{told:?}");
    assert_eq!(many.bench.asked("/token"), asked + 1);
}

#[tokio::test]
async fn it_ends_between_one_answer_and_the_next_when_it_is_stopped() {
    let many = Many::of(9).await;
    let (told, summary) = many.check_until(2, 4).await;
    assert_eq!((told.len(), summary.is_stopped), (4, true));
    let clients = [many.bench.microsoft.clone()];
    let host = ManyHost {
        clients: &clients,
        setups: &many.setups,
        secrets: &many.bench.secrets,
        clock: &many.bench.clock,
        progress: &many.bench.heard,
        jobs: NonZeroUsize::MIN,
    };
    let mut unheard = |_: &CheckedSetup| ControlFlow::Continue(());
    let stopped = check_many(&host, std::future::ready(()), &mut unheard);
    let expected = Summary {
        is_stopped: true,
        ..Summary::default()
    };
    assert_eq!(stopped.await.unwrap(), expected);
}

#[tokio::test]
async fn a_proof_is_refuted_by_a_failure_and_by_nothing_less() {
    let mut many = Many::of(3).await;
    let mut run = many.bench.run();
    many.bench.passes(&mut run, &many.bench.person()).await;
    let proof = run.verification(crate::Clock::now(&many.bench.clock));
    for number in 0..3 {
        many.add(number, |setup| setup.verification = Some(proof.clone()))
            .await;
    }
    many.give_secret(1, NOBODYS_SECRET).await;
    let before = many.setups.load(&id(1)).unwrap().updated_at;
    assert_eq!(many.check(8).await.1.passed, 2);
    let known = |number| many.setups.load(&id(number)).unwrap().verification;
    assert_eq!(known(0), Some(proof.clone()));
    let refuted = known(1).unwrap();
    assert!(!refuted.proven);
    assert!(refuted.checks.iter().any(|result| {
        result.check == CheckId::Secret && matches!(&result.outcome, Outcome::Failed { .. })
    }));
    assert_eq!(
        many.setups.load(&id(1)).unwrap().updated_at,
        before,
        "the list stays in its order"
    );
    // The right secret again: the failure is over, and nothing is proven by that.
    many.give_secret(1, &many.secret).await;
    assert_eq!(many.check(8).await.1.passed, 3);
    let over = known(1).unwrap();
    assert!(!over.proven);
    assert!(
        over.checks
            .iter()
            .all(|result| !matches!(result.outcome, Outcome::Failed { .. }))
    );
    // A road that is cut says nothing.
    many.bench.road.cut().await;
    many.check(8).await;
    assert_eq!(known(0), Some(proof));
}

#[tokio::test]
async fn the_store_names_every_setup_without_reading_one() {
    let many = Many::of(5).await;
    std::fs::write(
        many.folder.path().join(format!("setups/{}.json", id(9))),
        "damaged",
    )
    .unwrap();
    std::fs::write(many.folder.path().join("setups/notes.json"), "{}").unwrap();
    let mut ids: Vec<SetupId> = many.setups.ids().unwrap().map(Result::unwrap).collect();
    ids.sort();
    assert_eq!(ids, [0, 1, 2, 3, 4, 9].map(id));
}
