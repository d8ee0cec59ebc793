//! Name, copy, archive; and the day on which somebody is told, wherever they live.

use super::bench::StillClock;
use crate::{
    Clock as _, DataFolder, SecretEnd, SetupFolder, SetupStore as _, archive, duplicate, new_setup,
    note_reminded, note_secret_end, rename, unarchive,
};
use jiff::civil::{Date, date};
use vincula_core::guide;
use vincula_core::health::{Warning, due};
use vincula_core::setup::{Setup, SetupName};
use vincula_core::text::Language;
use vincula_core::value::{ClientId, ErpAddress, Mailbox};

struct Kept {
    setups: SetupFolder,
    setup: Setup,
    _folder: tempfile::TempDir,
}

fn kept(clock: &StillClock) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let setups = SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap();
    let setup = new_setup(
        &setups,
        clock,
        guide::find("cloud-gestion").unwrap(),
        ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
        Mailbox::parse("ventas@soler.example").unwrap(),
        None,
    )
    .unwrap();
    Kept {
        setups,
        setup,
        _folder: folder,
    }
}

#[test]
fn a_setup_is_named_copied_put_away_and_taken_back() {
    let clock = StillClock::new();
    let Kept {
        setups,
        setup,
        _folder,
    } = kept(&clock);
    let name = SetupName::parse("Ventas").unwrap();
    assert_eq!(rename(&setups, &setup.id, Some(&name)).unwrap().name, Some(name));
    assert_eq!(rename(&setups, &setup.id, None).unwrap().name, None);
    setups
        .update(&setup.id, &mut |setup| {
            setup.client_id = ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").ok();
            setup.mark_done("portal");
        })
        .unwrap();
    let copy = duplicate(&setups, &clock, &setup.id, Language::Es).unwrap();
    assert_eq!(
        copy.name.as_ref().unwrap().as_str(),
        "Copia de ventas@soler.example"
    );
    assert_ne!(copy.id, setup.id);
    assert!(copy.client_id.is_some() && copy.steps_done.is_empty());
    assert_eq!(setups.list().unwrap().len(), 2);
    let away = archive(&setups, &clock, &copy.id).unwrap().archived_at;
    assert_eq!(away, Some(clock.now()));
    clock.advance(60);
    assert_eq!(
        archive(&setups, &clock, &copy.id).unwrap().archived_at,
        away,
        "once"
    );
    assert_eq!(unarchive(&setups, &copy.id).unwrap().archived_at, None);
}

/// The moments around midnight at which somebody opens the program: a minute before and a minute after the day has
/// begun on their wall.
fn around_midnight(day: Date, zone: &str) -> [(StillClock, Date); 2] {
    let midnight = day.at(0, 0, 0, 0).in_tz(zone).unwrap().timestamp();
    let minute = jiff::SignedDuration::from_secs(60);
    [
        (midnight - minute, day.yesterday().unwrap()),
        (midnight + minute, day),
    ]
    .map(|(moment, day)| (StillClock::at(&moment.to_string(), zone), day))
}

#[test]
fn every_reminder_comes_on_its_day_in_every_zone_and_across_both_changes_of_the_clocks() {
    let zones = [
        "Europe/Madrid",
        "Atlantic/Canary",
        "America/Mexico_City",
        "Pacific/Auckland",
    ];
    // Ends after which a threshold falls on: a change to summer time, one to winter time, a leap day.
    let ends = [
        date(2027, 4, 4),
        date(2027, 11, 7),
        date(2028, 3, 1),
        date(2027, 9, 27),
    ];
    for zone in zones {
        for end in ends {
            let Kept {
                setups,
                setup,
                _folder,
            } = kept(&StillClock::at("2026-11-25T08:00:00Z", zone));
            let clock = StillClock::at("2026-11-25T08:00:00Z", zone);
            note_secret_end(&setups, &clock, &setup.id, SecretEnd::On(end)).unwrap();
            for (before, warning) in [
                (30, Warning::Month),
                (7, Warning::Week),
                (1, Warning::Day),
                (-1, Warning::Ended),
            ] {
                let day = end.saturating_sub(jiff::Span::new().days(before));
                let [(eve, yesterday), (morning, today)] = around_midnight(day, zone);
                assert_eq!((eve.today(), morning.today()), (yesterday, today), "{zone}");
                let setup = setups.load(&setup.id).unwrap();
                assert_eq!(due(&setup, eve.today()), None, "{zone} {end}, {before} before");
                let told = due(&setup, morning.today()).unwrap();
                assert_eq!(told.warning, warning, "{zone} {end}, {before} before");
                note_reminded(&setups, &setup.id, told).unwrap();
            }
        }
    }
}

#[test]
fn a_term_is_counted_from_the_day_on_the_persons_own_calendar() {
    // A leap day in Europe and Auckland is still the day before in Mexico.
    let moment = "2028-02-29T04:30:00Z";
    for (zone, today, in_180_days) in [
        ("America/Mexico_City", date(2028, 2, 28), date(2028, 8, 26)),
        ("Atlantic/Canary", date(2028, 2, 29), date(2028, 8, 27)),
        ("Europe/Madrid", date(2028, 2, 29), date(2028, 8, 27)),
        ("Pacific/Auckland", date(2028, 2, 29), date(2028, 8, 27)),
    ] {
        let clock = StillClock::at(moment, zone);
        assert_eq!(clock.today(), today, "{zone}");
        let Kept {
            setups,
            setup,
            _folder,
        } = kept(&clock);
        let noted = note_secret_end(&setups, &clock, &setup.id, SecretEnd::AfterDays(180)).unwrap();
        assert_eq!(noted.secret_ends, Some(in_180_days), "{zone}");
    }
}
