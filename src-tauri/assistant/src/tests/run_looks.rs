//! The look at the mailbox: what is made is deleted again, and what the application may do by itself is asked first.

use super::bench::{Bench, Surface, lines};
use crate::{Clock as _, Host, Progress, Run, Stage};
use vincula_core::check::{CheckId, Outcome, SkipReason};
use vincula_core::guide::{Guide, Permission, Platform, Registrar, VendorApp, find};
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::surface::SurfaceKind;
use vincula_lab::{Forced, Inbox, ItemKind, Place, Platform as LabPlatform, Redirect};

const CALENDAR: [CheckId; 8] = [
    CheckId::Tenant,
    CheckId::Application,
    CheckId::Secret,
    CheckId::AppPermissions,
    CheckId::SignIn,
    CheckId::Account,
    CheckId::Permissions,
    CheckId::Calendar,
];

/// A guide of an ERP that does this with these permissions of Graph.
fn guide(checks: &[CheckId], delegated: &[&str], by_itself: &[&str]) -> Guide {
    let graph = |names: &[&str]| names.iter().copied().map(Permission::graph).collect();
    let mut guide = find("cloud-gestion").unwrap().clone();
    guide.checks = checks.to_vec();
    guide.registration.delegated_permissions = graph(delegated);
    guide.registration.application_permissions = graph(by_itself);
    guide
}

/// A CRM that keeps calendar and contacts in step.
fn crm() -> Guide {
    let checks: Vec<CheckId> = CALENDAR.into_iter().chain([CheckId::Contacts]).collect();
    guide(
        &checks,
        &[
            "Calendars.ReadWrite",
            "Contacts.ReadWrite",
            "User.Read",
            "offline_access",
        ],
        &["Calendars.ReadWrite"],
    )
}

/// A registration for it, with everything approved.
async fn bench() -> Bench {
    let bench = Bench::set().await;
    let world = bench.lab.world();
    let delegated = ["Calendars.ReadWrite", "Contacts.ReadWrite", "User.Read"];
    world.set_permissions(&bench.client_id, &delegated);
    world.set_application_permissions(&bench.client_id, &["Calendars.ReadWrite"]);
    world.grant_admin_consent(&bench.client_id);
    bench
}

fn run(bench: &Bench, guide: Guide) -> Run {
    Run::new(bench.setup.clone(), guide).unwrap()
}

fn left_in_the_mailbox(bench: &Bench) -> usize {
    let world = bench.lab.world();
    let of = |kind| world.items(&bench.practice.work_user, kind).len();
    of(ItemKind::Event) + of(ItemKind::Contact)
}

fn problem(run: &Run) -> Problem {
    run.failure().map(|(_, problem)| problem.clone()).unwrap()
}

#[tokio::test]
async fn what_a_check_makes_in_the_calendar_and_the_contacts_is_gone_when_it_is_proven() {
    let bench = bench().await;
    let mut run = run(&bench, crm());
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
    assert_eq!(run.stage(), Stage::HandOver);
    assert!(run.verification(bench.clock.now()).proven);
    assert_eq!(left_in_the_mailbox(&bench), 0);
    for path in ["/me/events", "/me/contacts"] {
        assert_eq!(bench.asked(path), 1, "made once");
    }
    assert_eq!(bench.mails(), 0);
}

#[tokio::test]
async fn what_the_application_may_do_by_itself_is_asked_before_anybody_signs_in() {
    let bench = bench().await;
    bench.lab.world().revoke_consents(&bench.client_id);
    let mut run = run(&bench, crm());
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::AppPermissions,
            ProblemKind::AdminApprovalNeeded,
        )
        .await;
    assert_eq!(
        problem(&run).evidence.expected.as_deref(),
        Some("Calendars.ReadWrite")
    );
    assert_eq!(
        bench.asked("/authorize"),
        1,
        "only the question without the person"
    );
    bench.lab.world().grant_admin_consent(&bench.client_id);
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
}

#[tokio::test]
async fn an_administrators_approval_holds_for_the_application_by_itself_as_well() {
    let bench = bench().await;
    bench.lab.world().revoke_consents(&bench.client_id);
    let mut run = run(&bench, crm());
    run.check(&bench.host()).await;
    assert_eq!(run.stage(), Stage::Fix);
    let administrator = Surface::Person(
        bench.practice.administrator.clone(),
        vincula_lab::Behaviour::Accept,
    );
    let tenant = run.approve(&bench.host(), &administrator).await.unwrap();
    assert_eq!(tenant.as_str(), bench.practice.tenant_id);
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
}

#[tokio::test]
async fn an_event_is_deleted_again_although_it_could_not_be_read_back() {
    for (forced, kind) in [
        (
            Forced::Code("ErrorAccessDenied".to_owned()),
            ProblemKind::PermissionMissing,
        ),
        (Forced::Drop, ProblemKind::AnswerInterrupted),
        (Forced::Status(503, None), ProblemKind::MicrosoftUnavailable),
    ] {
        let bench = bench().await;
        bench.lab.world().force_once(Place::ReadEvent, forced);
        let mut run = run(&bench, crm());
        bench
            .fails(&mut run, &bench.person(), CheckId::Calendar, kind)
            .await;
        assert_eq!(left_in_the_mailbox(&bench), 0, "{kind:?}");
        assert_eq!(
            bench.asked("/me/contacts"),
            0,
            "nothing more is made after a failure"
        );
    }
}

#[tokio::test]
async fn what_could_not_be_deleted_is_told_by_its_name_and_its_day() {
    let bench = bench().await;
    bench
        .lab
        .world()
        .force_once(Place::DeleteEvent, Forced::Status(503, None));
    let mut run = run(&bench, crm());
    bench
        .fails(
            &mut run,
            &bench.person(),
            CheckId::Calendar,
            ProblemKind::EventLeft,
        )
        .await;
    let events = bench
        .lab
        .world()
        .items(&bench.practice.work_user, ItemKind::Event);
    let subject = events[0].properties["subject"].as_str().unwrap().to_owned();
    let day = events[0].properties["start"]["dateTime"].as_str().unwrap()[..10].to_owned();
    let [year, month, day] = day.split('-').collect::<Vec<_>>()[..] else {
        panic!("{day}")
    };
    let found = problem(&run).evidence.found;
    assert_eq!(found, Some(format!("{subject} · {day}/{month}/{year}")));
    // The person deletes it and tries again.
    bench.lab.world().clear_items(&bench.practice.work_user);
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
    assert_eq!(left_in_the_mailbox(&bench), 0);
}

#[tokio::test]
async fn what_may_have_been_made_although_the_answer_was_lost_is_told_as_well() {
    for (place, check, kind) in [
        (Place::CreateEvent, CheckId::Calendar, ProblemKind::EventLeft),
        (Place::CreateContact, CheckId::Contacts, ProblemKind::ContactLeft),
    ] {
        let bench = bench().await;
        bench.lab.world().force_once(place, Forced::Drop);
        let mut run = run(&bench, crm());
        bench.fails(&mut run, &bench.person(), check, kind).await;
        assert!(problem(&run).evidence.found.unwrap().contains("Vincula"));
    }
}

#[tokio::test]
async fn a_missing_permission_for_the_calendar_makes_nothing() {
    let bench = bench().await;
    let world = bench.lab.world().clone();
    let without = move || {
        world.force(
            Place::Token,
            Forced::WithoutScope("Calendars.ReadWrite".to_owned()),
        );
    };
    let person = Surface::Meanwhile(bench.practice.work_user.clone(), Box::new(without));
    let mut run = run(&bench, crm());
    bench
        .fails(
            &mut run,
            &person,
            CheckId::Permissions,
            ProblemKind::PermissionMissing,
        )
        .await;
    assert_eq!(
        problem(&run).evidence.expected.as_deref(),
        Some("Calendars.ReadWrite")
    );
    assert_eq!(bench.asked("/me/events"), 0);
}

/// The vendor's own application: the inbox is read, and there is no secret anywhere.
fn vendors() -> Guide {
    let checks = [
        CheckId::Application,
        CheckId::SignIn,
        CheckId::Account,
        CheckId::Permissions,
        CheckId::Inbox,
        CheckId::Imap,
    ];
    let mut guide = guide(&checks, &["Mail.Read", "User.Read", "offline_access"], &[]);
    let imap = Permission::exchange("IMAP.AccessAsUser.All");
    guide.registration.delegated_permissions.push(imap);
    guide.registration.platform = Platform::MobileAndDesktop;
    guide.registration.registrar = Registrar::Vendor(VendorApp {
        client_id: None,
        surfaces: vec![SurfaceKind::Loopback],
    });
    guide
}

async fn vendors_bench() -> Bench {
    let bench = Bench::set().await;
    let world = bench.lab.world();
    world.set_permissions(
        &bench.client_id,
        &["Mail.Read", "User.Read", "IMAP.AccessAsUser.All"],
    );
    world.remove_redirects(&bench.client_id);
    let redirect = Redirect {
        platform: LabPlatform::MobileDesktop,
        uri: super::bench::REDIRECT.to_owned(),
    };
    world.add_redirect(&bench.client_id, redirect);
    world.grant_admin_consent(&bench.client_id);
    world.set_inbox(&bench.practice.work_user, Inbox { unread: 3, total: 41 });
    bench
}

#[tokio::test]
async fn the_vendors_own_application_signs_in_without_a_secret_and_gets_a_token_for_each_service() {
    let bench = vendors_bench().await;
    let mut run = run(&bench, vendors());
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
    // The lab has no IMAP server here: that proves nothing and stops nothing.
    let imap = run
        .lines()
        .find(|(check, _)| *check == CheckId::Imap)
        .and_then(|(_, outcome)| outcome.cloned());
    let why = SkipReason::NotInPractice;
    assert_eq!(imap, Some(Outcome::Skipped { why }));
    assert_eq!(run.stage(), Stage::HandOver);
    assert!(run.verification(bench.clock.now()).proven);
    assert_eq!(bench.asked("/token"), 2, "one token for each service");
    assert_eq!(
        bench.lab.world().inbox(&bench.practice.work_user),
        Inbox { unread: 3, total: 41 }
    );
}

/// Ends the person's sessions once the account is known: between the two tokens.
struct Ends<'a>(&'a Bench);

impl Progress for Ends<'_> {
    fn began(&self, check: CheckId) {
        if check == CheckId::Permissions {
            self.0.lab.world().revoke_sessions(&self.0.practice.work_user);
        }
    }

    fn ended(&self, _: CheckId, _: &Outcome) {}
}

#[tokio::test]
async fn a_grant_that_ends_between_the_two_tokens_is_named() {
    let bench = vendors_bench().await;
    let mut run = run(&bench, vendors());
    let ends = Ends(&bench);
    let host = Host {
        progress: &ends,
        ..bench.host()
    };
    run.check(&host).await;
    run.sign_in(&host, &bench.person()).await;
    let (check, problem) = run.failure().unwrap();
    assert_eq!(
        (check, problem.kind),
        (CheckId::Permissions, ProblemKind::AccessRevoked)
    );
    // Whoever signs in again has a new grant.
    assert_eq!(
        bench.go(&mut run, &bench.person()).await,
        None,
        "{:?}",
        lines(&run)
    );
}
