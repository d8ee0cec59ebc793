//! The day on which a secret ends, and the calendar file that reminds of it.

use super::bench::StillClock;
use crate::{
    Clock as _, DataFolder, SecretEnd, SetupFolder, SetupStore as _, new_setup, note_secret_end, reminder,
};
use jiff::civil::date;
use vincula_core::guide;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::{ErpAddress, Mailbox};

#[test]
fn the_end_is_counted_from_today_or_taken_as_told() {
    let folder = tempfile::tempdir().unwrap();
    let setups = SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap();
    let clock = StillClock::new();
    let guide = guide::find("cloud-gestion").unwrap();
    let setup = new_setup(
        &setups,
        &clock,
        guide,
        ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
        Mailbox::parse("ventas@soler.example").unwrap(),
    )
    .unwrap();
    assert_eq!(
        reminder(&setup, guide, Language::Es, clock.now()),
        None,
        "nothing is known"
    );
    let noted = note_secret_end(&setups, &clock, &setup.id, SecretEnd::AfterDays(730)).unwrap();
    let today = clock.now().strftime("%Y-%m-%d").to_string();
    let in_two_years = noted.secret_ends.unwrap();
    assert_eq!(
        today
            .parse::<jiff::civil::Date>()
            .unwrap()
            .until(in_two_years)
            .unwrap()
            .get_days(),
        730
    );
    let day = date(2028, 2, 29);
    note_secret_end(&setups, &clock, &setup.id, SecretEnd::On(day)).unwrap();
    assert_eq!(setups.load(&setup.id).unwrap().secret_ends, Some(day));
}

#[test]
fn a_calendar_is_told_of_the_day_and_reminds_before_it() {
    let clock = StillClock::new();
    let guide = guide::find("cloud-gestion").unwrap();
    let mut setup = Setup::new(
        SetupId::parse("0b1d1f9c-3c1f-4a52-9d65-0123456789ab").unwrap(),
        &guide.id,
        ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
        Mailbox::parse("ventas@soler.example").unwrap(),
        clock.now(),
    );
    setup.secret_ends = Some(date(2028, 5, 23));
    let file = reminder(&setup, guide, Language::Es, clock.now()).unwrap();
    assert!(
        file.lines().all(|line| line.len() <= 75),
        "RFC 5545 folds at 75 bytes"
    );
    assert_eq!(file.matches("BEGIN:VALARM").count(), 3);
    assert_eq!(
        file,
        file.replace("\r\n", "\n").replace('\n', "\r\n"),
        "RFC 5545 ends lines with CRLF"
    );
    insta::assert_snapshot!(file.replace("\r\n", "\n"));
}
