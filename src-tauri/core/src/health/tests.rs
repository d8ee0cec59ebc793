//! What a setup's health is, on every day that matters.

use super::{Health, Next, Reminded, SecretLife, Severity, Showed, State, Warning, due, health};
use crate::check::{CheckId, CheckResult, Outcome};
use crate::problem::ProblemKind;
use crate::setup::{Renewal, RenewalStage, Setup, SetupId, Verification, Waiting};
use crate::value::{ClientId, ErpAddress, Mailbox};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};

const ENDS: Date = date(2028, 3, 1);

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn id() -> SetupId {
    SetupId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap()
}

fn new() -> Setup {
    let erp = ErpAddress::parse("empresa.cloudgestion1.app").unwrap();
    let mailbox = Mailbox::parse("ana@empresa.example").unwrap();
    let mut setup = Setup::new(id(), "cloud-gestion", erp, mailbox, at("2026-05-24T13:34:39Z"));
    setup.client_id = Some(ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap());
    setup
}

fn ran(setup: &mut Setup, when: &str, failure: Option<ProblemKind>) {
    let checks = failure.map(|kind| CheckResult {
        check: CheckId::Secret,
        outcome: Outcome::Failed { problem: kind.into() },
    });
    setup.verified(Verification {
        at: at(when),
        proven: failure.is_none(),
        checks: checks.into_iter().collect(),
    });
}

/// One that works, with a secret that ends on 1 March 2028: the day after a leap day.
fn working() -> Setup {
    let mut setup = new();
    ran(&mut setup, "2026-06-01T10:00:00Z", None);
    setup.secret_ends = Some(ENDS);
    setup
}

fn renewing(setup: &mut Setup, stage: RenewalStage) {
    setup.renewal = Some(Renewal {
        key: id(),
        since: at("2028-02-20T10:00:00Z"),
        old_ends: setup.secret_ends,
        stage,
    });
}

/// State, severity and next step, in words.
fn seen(setup: &Setup, today: Date) -> String {
    let Health {
        state,
        severity,
        next,
        ..
    } = health(setup, today);
    format!("{} {} {}", state.as_str(), severity.as_str(), next.as_str())
}

#[test]
fn every_warning_begins_on_its_day_and_a_leap_day_is_a_day() {
    let setup = working();
    for (today, seen_as) in [
        (date(2028, 1, 30), "works fine check_again"),
        (date(2028, 1, 31), "secret_ends soon renew"),
        (date(2028, 2, 22), "secret_ends soon renew"),
        (date(2028, 2, 29), "secret_ends soon renew"),
        (date(2028, 3, 1), "secret_ends soon renew"),
        (date(2028, 3, 2), "secret_ended broken renew"),
    ] {
        assert_eq!(seen(&setup, today), seen_as, "{today}");
    }
    let warned: Vec<_> = (-3..32)
        .map(|left| (left, Warning::at(left)))
        .filter(|(left, warning)| *warning != Warning::at(left - 1))
        .collect();
    assert_eq!(
        warned,
        [
            (0, Some(Warning::Day)),
            (2, Some(Warning::Week)),
            (8, Some(Warning::Month)),
            (31, None)
        ]
    );
}

#[test]
fn the_days_that_are_left_are_those_of_the_calendar() {
    let life = |today| SecretLife::on(Some(ENDS), today);
    assert_eq!(
        life(date(2028, 2, 28)),
        SecretLife::Ends {
            ends: ENDS,
            days: 2,
            warning: Warning::Week
        },
        "2028 has a 29 February"
    );
    assert_eq!(
        life(date(2028, 3, 11)),
        SecretLife::Ended { ends: ENDS, days: 10 }
    );
    assert_eq!(
        life(date(2026, 3, 1)),
        SecretLife::Lasts {
            ends: ENDS,
            days: 731
        }
    );
    assert_eq!(SecretLife::on(None, ENDS), SecretLife::Unknown);
    assert_eq!(
        SecretLife::on(Some(Date::MAX), Date::MIN).days_left(),
        Some(7_304_483)
    );
}

#[test]
fn what_matters_most_is_said_first() {
    let calm = date(2027, 1, 1);
    let mut setup = new();
    assert_eq!(seen(&setup, calm), "not_proven open go_on");
    ran(
        &mut setup,
        "2026-06-01T10:00:00Z",
        Some(ProblemKind::ClientIdMissing),
    );
    assert_eq!(seen(&setup, calm), "fails broken go_on", "it never worked");
    setup.waiting = Some(Waiting {
        since: at("2026-06-01T10:00:00Z"),
        who: None,
    });
    assert_eq!(seen(&setup, calm), "waiting broken go_on");

    let mut setup = working();
    assert_eq!(seen(&setup, calm), "works fine check_again");
    ran(
        &mut setup,
        "2026-07-01T10:00:00Z",
        Some(ProblemKind::NetworkTrouble),
    );
    assert_eq!(seen(&setup, calm), "works fine check_again");
    let last = health(&setup, calm).last.unwrap();
    assert_eq!(last.showed, Showed::Nothing(Some(ProblemKind::NetworkTrouble)));
    ran(
        &mut setup,
        "2026-07-15T10:00:00Z",
        Some(ProblemKind::PermissionMissing),
    );
    assert_eq!(seen(&setup, calm), "fails broken check_again", "it worked once");
    ran(
        &mut setup,
        "2026-08-01T10:00:00Z",
        Some(ProblemKind::SecretExpired),
    );
    assert_eq!(seen(&setup, calm), "fails broken renew");
    assert_eq!(health(&setup, calm).works_since, None);
    renewing(&mut setup, RenewalStage::Asks);
    assert_eq!(seen(&setup, calm), "renewing broken go_on");
    setup.archived_at = Some(at("2026-08-02T10:00:00Z"));
    assert_eq!(seen(&setup, calm), "archived away unarchive");
}

#[test]
fn what_never_worked_goes_on_where_it_was_even_when_its_secret_ends() {
    let mut setup = new();
    setup.secret_ends = Some(ENDS);
    assert_eq!(seen(&setup, date(2028, 2, 29)), "secret_ends soon go_on");
    assert_eq!(seen(&setup, date(2028, 3, 2)), "secret_ended broken go_on");
}

#[test]
fn the_worst_comes_first_and_only_the_first_two_need_somebody() {
    let order = [
        Severity::Broken,
        Severity::Soon,
        Severity::Open,
        Severity::Fine,
        Severity::Away,
    ];
    assert!(order.is_sorted());
    assert_eq!(
        order.map(Severity::needs_action),
        [true, true, false, false, false]
    );
}

#[test]
fn each_threshold_is_told_once_and_a_new_secret_begins_anew() {
    let mut setup = working();
    let mut told = Vec::new();
    let mut today = date(2028, 1, 1);
    while today < date(2028, 4, 1) {
        if let Some(due) = due(&setup, today) {
            told.push((today.to_string(), due.warning));
            setup.reminded = Some(due);
        }
        today = today.checked_add(1.day()).unwrap();
    }
    let days = [
        ("2028-01-31", Warning::Month),
        ("2028-02-23", Warning::Week),
        ("2028-02-29", Warning::Day),
        ("2028-03-02", Warning::Ended),
    ];
    assert_eq!(told, days.map(|(day, warning)| (day.to_owned(), warning)));

    setup.secret_ends = Some(date(2028, 4, 5));
    let next = due(&setup, date(2028, 4, 1)).unwrap();
    assert_eq!(
        next,
        Reminded {
            ends: date(2028, 4, 5),
            warning: Warning::Week
        }
    );
}

#[test]
fn whoever_was_away_is_told_once_of_the_nearer_threshold() {
    let mut setup = working();
    let first = due(&setup, date(2028, 2, 29)).unwrap();
    assert_eq!(first.warning, Warning::Day);
    setup.reminded = Some(first);
    assert_eq!(due(&setup, date(2028, 3, 1)), None);
    // A clock that was set back does not bring the others back.
    assert_eq!(due(&setup, date(2028, 2, 1)), None);
}

#[test]
fn nobody_is_told_of_what_is_out_of_the_way_or_being_renewed() {
    let mut setup = working();
    renewing(&mut setup, RenewalStage::HandOver);
    assert_eq!(due(&setup, ENDS), None);
    setup.renewal = None;
    setup.archived_at = Some(at("2028-02-01T10:00:00Z"));
    assert_eq!(due(&setup, ENDS), None);
    assert_eq!(health(&setup, ENDS).state, State::Archived);
    assert_eq!(health(&setup, ENDS).next, Next::Unarchive);
}
