//! The same run in each of Microsoft's clouds.

use super::bench::{Bench, Surface};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::cloud::CloudId;
use vincula_core::problem::ProblemKind;
use vincula_lab::{Behaviour, Cloud as Played};

const CLOUDS: [(CloudId, Played); 4] = [
    (CloudId::Global, Played::Global),
    (CloudId::UsGovHigh, Played::UsGovHigh),
    (CloudId::UsGovDod, Played::UsGovDod),
    (CloudId::China, Played::China),
];

#[tokio::test]
async fn a_setup_of_any_cloud_is_proven_where_that_cloud_is_played() {
    for (cloud, played) in CLOUDS {
        let bench = Bench::in_cloud(cloud, played).await;
        bench.passes(&mut bench.run(), &bench.person()).await;
    }
}

#[tokio::test]
async fn an_organisation_of_another_cloud_is_named_before_anybody_signs_in() {
    for (cloud, _) in CLOUDS {
        // The ordinary lab names itself and no cloud, so that its organisations cannot be told from ours.
        for (there, played) in CLOUDS.into_iter().filter(|(there, _)| !there.is_global()) {
            if there == cloud {
                continue;
            }
            let bench = Bench::in_cloud(cloud, played).await;
            let mut run = bench.run();
            let person = bench.person();
            bench
                .fails(&mut run, &person, CheckId::Tenant, ProblemKind::AnotherCloud)
                .await;
            let (_, problem) = run.failure().unwrap();
            assert_eq!(problem.evidence.expected.as_deref(), Some(cloud.as_str()));
            assert_eq!(problem.evidence.found.as_deref(), Some(there.as_str()));
            assert_eq!(bench.asked("/authorize"), 0);
        }
    }
}

#[tokio::test]
async fn a_client_of_another_cloud_than_the_setups_asks_nobody() {
    let bench = Bench::in_cloud(CloudId::China, Played::China).await;
    let mut setup = bench.setup.clone();
    setup.cloud = CloudId::Global;
    let guide = vincula_core::guide::find("cloud-gestion").unwrap().clone();
    let mut run = crate::Run::new(setup, guide).unwrap();
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Application,
            ProblemKind::AnotherCloud,
        )
        .await;
    run.sign_in(&bench.host(), &bench.person()).await;
    assert!(run.lines().any(|(check, outcome)| check == CheckId::SignIn
        && matches!(outcome, Some(Outcome::Failed { problem }) if problem.kind == ProblemKind::AnotherCloud)));
    assert_eq!(bench.lab.world().requests(), []);
}

#[tokio::test]
async fn a_personal_account_is_not_known_outside_of_the_global_cloud() {
    let mut bench = Bench::in_cloud(CloudId::China, Played::China).await;
    bench.setup.tenant_id = None;
    let person = Surface::Person(bench.practice.personal_user.clone(), Behaviour::Accept);
    let mut run = bench.run();
    bench
        .fails(
            &mut run,
            &person,
            CheckId::SignIn,
            ProblemKind::MicrosoftShowedError,
        )
        .await;
}
