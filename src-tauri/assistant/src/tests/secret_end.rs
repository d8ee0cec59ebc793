//! The day on which a secret ends, and the calendar file that reminds of it.

use super::bench::StillClock;
use crate::{
    Clock as _, DataFolder, SecretEnd, SetupFolder, SetupStore as _, new_setup, note_secret_end, reminder,
};
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use vincula_core::guide;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::{ErpAddress, Mailbox};
use vincula_testbed::Counterpart;

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
        None,
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

/// The end of one secret as the calendar of somebody in this zone has it: the day, and when its alarms ring.
fn in_calendar(reader: &mut Counterpart, ends: Date, zone: &str) -> Value {
    let clock = StillClock::at("2026-11-25T08:00:00Z", zone);
    let guide = guide::find("cloud-gestion").unwrap();
    let mut setup = Setup::new(
        SetupId::parse("0b1d1f9c-3c1f-4a52-9d65-0123456789ab").unwrap(),
        &guide.id,
        ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
        Mailbox::parse("ventas@soler.example").unwrap(),
        clock.now(),
    );
    setup.secret_ends = Some(ends);
    let file = reminder(&setup, guide, Language::Es, clock.now()).unwrap();
    reader.ask(&json!({ "file": file, "zone": zone }))
}

#[test]
fn thunderbirds_reader_finds_the_day_and_rings_at_nine_in_every_zone_and_season() {
    let mut reader = Counterpart::calendar();
    // Every end of a month that has a change of the clocks behind it somewhere, and a leap day.
    let ends = [
        date(2027, 4, 1),
        date(2027, 4, 10),
        date(2027, 10, 10),
        date(2027, 11, 1),
        date(2028, 2, 29),
        date(2028, 3, 1),
        date(2028, 5, 23),
    ];
    for zone in [
        "Europe/Madrid",
        "Atlantic/Canary",
        "America/Mexico_City",
        "Pacific/Auckland",
    ] {
        for end in ends {
            let read = in_calendar(&mut reader, end, zone);
            let event = &read["events"][0];
            assert_eq!(event["day"], end.to_string(), "{zone}");
            assert_eq!(event["wholeDay"], true);
            let rings: Vec<&str> = event["alarms"]
                .as_array()
                .unwrap()
                .iter()
                .map(|alarm| alarm["rings"].as_str().unwrap())
                .collect();
            let nine = |days: i64| {
                let day = end.saturating_sub(jiff::Span::new().days(days));
                format!("{day}T09:00")
            };
            assert_eq!(rings, [nine(30), nine(7), nine(1)], "{zone} {end}");
        }
    }
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
