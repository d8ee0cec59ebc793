//! Several programs at once: nobody overwrites what somebody else has kept.

use super::super::setups::{Disk, MONDAY, TUESDAY, setup};
use crate::{
    DataFolder, Preferences, SetupFault, SetupFolder, SetupStore as _, Side, WindowLock, try_update,
};
use std::fs::File;
use std::thread;
use std::time::Duration;
use vincula_core::problem::ProblemKind;
use vincula_core::text::Language;

#[test]
fn fifty_at_once_lose_no_change_of_one_setup() {
    let disk = Disk::new();
    let id = disk.kept('1', 1).id;
    thread::scope(|scope| {
        for writer in 0..50 {
            // Each as a program of its own sees it.
            let (setups, id) = (SetupFolder::of(&disk.data).unwrap(), &id);
            scope.spawn(move || {
                for change in 0..4 {
                    let step = format!("{writer}-{change}");
                    setups.update(id, &mut |setup| setup.mark_done(&step)).unwrap();
                }
            });
        }
    });
    let kept = disk.setups.load(&id).unwrap();
    assert_eq!(kept.steps_done.len(), 200);
    assert_eq!(kept.revision.number(), 201);
    assert!(disk.setups.survey().unwrap().mishaps.is_empty());
}

#[test]
fn whoever_reads_meanwhile_sees_a_whole_setup() {
    let disk = Disk::new();
    let id = disk.kept('1', 2).id;
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for change in 0..100 {
                disk.step(&id, &change.to_string());
            }
        });
        let mut before = 0;
        while !writer.is_finished() {
            let survey = disk.setups.survey().unwrap();
            let now = survey.setups[0].steps_done.len();
            assert!(now >= before, "it went back from {before} to {now}");
            before = now;
            assert!(
                survey.mishaps.is_empty() && survey.unread.is_empty(),
                "{survey:?}"
            );
        }
    });
}

#[test]
fn what_was_read_before_somebody_elses_change_is_not_written_over_it() {
    let disk = Disk::new();
    let mut stale = disk.kept('1', 1);
    disk.step(&stale.id, "theirs");
    stale.mark_done("mine");
    let fault = disk.setups.save(&stale).unwrap_err();
    assert!(matches!(fault, SetupFault::Stale));
    assert_eq!(fault.kind(), ProblemKind::FileBusy);
    assert_eq!(disk.setups.load(&stale.id).unwrap().steps_done, ["theirs"]);
    // A new one does not take the place of one that is there, and one that was deleted does not come back.
    assert!(matches!(
        disk.setups.save(&setup('1', TUESDAY)),
        Err(SetupFault::Stale)
    ));
    let read = disk.setups.load(&stale.id).unwrap();
    let kept = disk.setups.save(&read).unwrap();
    assert_eq!(kept.revision.number(), 3);
    disk.setups.delete(&kept.id).unwrap();
    assert!(matches!(disk.setups.save(&kept), Err(SetupFault::NotFound)));
}

#[test]
fn a_change_that_refuses_or_changes_nothing_writes_nothing() {
    let disk = Disk::new();
    let id = disk.kept('1', 1).id;
    let refused = try_update(&disk.setups, &id, |setup| {
        setup.mark_done("half");
        Err(SetupFault::NotFound)
    });
    assert!(matches!(refused, Err(SetupFault::NotFound)));
    let same = disk.setups.update(&id, &mut |setup| setup.go_on()).unwrap();
    assert_eq!(same.revision.number(), 1);
    let kept = disk.setups.load(&id).unwrap();
    assert_eq!((kept.revision.number(), kept.steps_done.len()), (1, 0));
}

#[test]
fn a_program_that_holds_the_lock_for_too_long_is_named() {
    let disk = Disk::new();
    let id = disk.kept('1', 1).id;
    let held = File::create(disk.data.path().join("setups/.lock")).unwrap();
    held.lock().unwrap();
    let hasty = disk.setups.clone().patient_for(Duration::from_millis(20));
    for fault in [
        hasty
            .update(&id, &mut |setup| setup.mark_done("portal"))
            .unwrap_err(),
        hasty.save(&setup('2', MONDAY)).unwrap_err(),
        hasty.delete(&id).unwrap_err(),
    ] {
        assert!(matches!(fault, SetupFault::Busy), "{fault:?}");
        assert_eq!(fault.kind(), ProblemKind::FileBusy);
    }
    // Reading asks nobody.
    assert_eq!(hasty.list().unwrap().len(), 1);
    drop(held);
    hasty.update(&id, &mut |setup| setup.mark_done("portal")).unwrap();
}

#[test]
fn one_window_at_a_time_and_the_next_when_it_is_closed() {
    let disk = Disk::new();
    let first = WindowLock::take(&disk.data).unwrap();
    let again = DataFolder::at(disk.data.path()).unwrap();
    assert!(matches!(WindowLock::take(&again), Err(SetupFault::Busy)));
    // The command line works beside it.
    disk.kept('1', 2);
    drop(first);
    WindowLock::take(&again).unwrap();
}

#[test]
fn what_is_chosen_at_once_is_kept_together() {
    let disk = Disk::new();
    thread::scope(|scope| {
        scope.spawn(|| Preferences::change(&disk.data, |kept| kept.side = Side::Left).unwrap());
        scope.spawn(|| Preferences::change(&disk.data, |kept| kept.language = Some(Language::En)).unwrap());
    });
    let kept = Preferences::load(&disk.data);
    assert_eq!((kept.side, kept.language), (Side::Left, Some(Language::En)));
}
