//! A file that is damaged in every way there is: the one before takes its place, and the person is told.

use super::super::setups::{Disk, MONDAY, setup};
use crate::{Ending, Mishap, SetupFault, SetupStore as _};
use proptest::prelude::*;
use std::fs;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{LARGEST, Setup};

/// The one mishap of this folder.
fn mishap(disk: &Disk) -> Mishap {
    let survey = disk.setups.survey().unwrap();
    assert_eq!(survey.mishaps.len(), 1, "{survey:?}");
    survey.mishaps.into_iter().next().unwrap()
}

/// Damages the file of a setup that was kept twice. It is as it was before, or as it was last where the damage says
/// nothing; never anything else, and never without a word.
fn damaged(disk: &Disk, whole: &[u8], spoilt: &[u8], before: &Setup, last: &Setup) -> bool {
    let file = disk.file(&last.id);
    fs::write(&file, spoilt).unwrap();
    let loaded = disk.setups.load(&last.id).unwrap();
    let is_noticed = !disk.damaged().is_empty();
    if is_noticed {
        assert_eq!(&loaded, before);
        let mishap = mishap(disk);
        assert_eq!((mishap.id, mishap.ending), (last.id.clone(), Ending::Restored));
        assert_eq!(fs::read(&mishap.aside).unwrap(), spoilt, "it is kept as it was");
        assert_eq!(disk.setups.list().unwrap(), std::slice::from_ref(before));
        fs::remove_file(&mishap.aside).unwrap();
    } else {
        assert_eq!(&loaded, last);
    }
    fs::write(&file, whole).unwrap();
    is_noticed
}

#[test]
fn every_byte_that_is_another_and_every_length_loses_no_more_than_the_last_change() {
    let disk = Disk::new();
    let before = disk.kept('1', 1);
    let last = disk.step(&before.id, "portal");
    let whole = fs::read(disk.file(&last.id)).unwrap();
    let mut noticed = 0;
    for at in 0..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 0x01;
        noticed += usize::from(damaged(&disk, &whole, &spoilt, &before, &last));
        assert!(
            damaged(&disk, &whole, &whole[..at], &before, &last),
            "cut to {at}"
        );
    }
    // Blanks between the fields may be other blanks: a quarter of the file.
    assert!(noticed > whole.len() / 2, "{noticed} of {}", whole.len());
}

#[test]
fn what_a_crash_or_an_editor_leaves_is_noticed() {
    let disk = Disk::new();
    let before = disk.kept('1', 1);
    let last = disk.step(&before.id, "portal");
    let whole = fs::read(disk.file(&last.id)).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let deep = format!(
        "{{\"schema\":2,\"setup\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    for spoilt in [
        Vec::new(),
        b"{".to_vec(),
        b"null".to_vec(),
        b"[]".to_vec(),
        b"{\"schema\":2}".to_vec(),
        vec![0; whole.len()],
        vec![b' '; LARGEST + 1],
        deep.into_bytes(),
        format!("\u{FEFF}{text}").into_bytes(),
        text.replace("708677289501", "708677289502").into_bytes(),
        text.replace("portal", "nowhere").into_bytes(),
        text.replace("\"revision\": 2", "\"revision\": 1").into_bytes(),
    ] {
        assert!(damaged(&disk, &whole, &spoilt, &before, &last));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_bytes_a_file_has_nothing_breaks_and_nothing_is_lost_in_silence(
        file in prop::option::of(prop::collection::vec(any::<u8>(), 0..512)),
        previous in prop::option::of(prop::collection::vec(any::<u8>(), 0..512)),
        cut in any::<prop::sample::Index>(),
    ) {
        let disk = Disk::new();
        let last = disk.kept('1', 2);
        let whole = fs::read(disk.file(&last.id)).unwrap();
        let spoilt = file.unwrap_or_else(|| whole[..cut.index(whole.len())].to_vec());
        fs::write(disk.file(&last.id), spoilt).unwrap();
        if let Some(previous) = &previous {
            fs::write(disk.previous(&last.id), previous).unwrap();
        }
        let loaded = disk.setups.load(&last.id);
        let mishaps = disk.setups.survey().unwrap().mishaps;
        prop_assert!(!mishaps.is_empty());
        if previous.is_some() {
            prop_assert!(matches!(loaded, Err(SetupFault::Damaged)));
            prop_assert!(mishaps.iter().all(|mishap| mishap.ending == Ending::Lost));
        } else {
            prop_assert!(loaded.is_ok());
            prop_assert_eq!(mishaps[0].ending, Ending::Restored);
        }
    }
}

#[test]
fn without_a_good_copy_a_damaged_setup_is_named_and_never_missing_in_silence() {
    let disk = Disk::new();
    let (good, bad) = (disk.kept('1', 1), disk.kept('2', 1));
    let text = fs::read_to_string(disk.file(&bad.id)).unwrap();
    fs::write(
        disk.file(&bad.id),
        text.replace("\"cloud-gestion\"", "\"cloud_gestion\""),
    )
    .unwrap();
    for _ in 0..3 {
        let fault = disk.setups.load(&bad.id).unwrap_err();
        assert!(matches!(fault, SetupFault::Damaged));
        assert_eq!(fault.kind(), ProblemKind::SetupDamaged);
        assert_eq!(disk.setups.list().unwrap(), std::slice::from_ref(&good));
        let mishap = mishap(&disk);
        assert_eq!((&mishap.id, mishap.ending), (&bad.id, Ending::Lost));
        // Its file tells still which it was.
        assert_eq!(mishap.known.unwrap().mailbox, bad.mailbox);
    }
    assert!(matches!(
        disk.setups.update(&bad.id, &mut |_| ()),
        Err(SetupFault::Damaged)
    ));
    assert!(matches!(disk.setups.save(&bad), Err(SetupFault::Damaged)));
    // Once the person knows, it is told no more, and is still not simply gone.
    disk.setups.mishaps_known(&[mishap(&disk)]).unwrap();
    assert!(disk.setups.survey().unwrap().mishaps.is_empty());
    assert!(matches!(disk.setups.load(&bad.id), Err(SetupFault::Damaged)));
    // To delete it is the person's own decision, and leaves nothing.
    disk.setups.delete(&bad.id).unwrap();
    assert_eq!(disk.damaged(), Vec::<String>::new());
    assert!(matches!(disk.setups.load(&bad.id), Err(SetupFault::NotFound)));
    assert!(matches!(disk.setups.delete(&bad.id), Err(SetupFault::NotFound)));
}

#[test]
fn a_mishap_is_told_until_the_person_knows() {
    let disk = Disk::new();
    let last = disk.kept('1', 3);
    fs::write(disk.file(&last.id), "").unwrap();
    disk.setups.load(&last.id).unwrap();
    let told = mishap(&disk);
    assert_eq!(told.known.as_ref().unwrap().steps_done, ["step-1"]);
    // Another program's change does not make it untold, and what is told shows the setup as it is now.
    disk.step(&last.id, "portal");
    assert_eq!(mishap(&disk).known.unwrap().steps_done, ["step-1", "portal"]);
    disk.setups.mishaps_known(std::slice::from_ref(&told)).unwrap();
    // Told by two programs at once, it is told all the same.
    disk.setups.mishaps_known(&[told]).unwrap();
    assert!(disk.setups.survey().unwrap().mishaps.is_empty());
    assert_eq!(disk.damaged().len(), 1, "it is kept");
}

#[test]
fn a_file_that_is_gone_is_put_back_and_one_that_was_deleted_is_not() {
    let disk = Disk::new();
    let last = disk.kept('1', 3);
    fs::remove_file(disk.file(&last.id)).unwrap();
    let survey = disk.setups.survey().unwrap();
    assert_eq!(survey.setups[0].steps_done, ["step-1"]);
    assert_eq!(survey.mishaps[0].ending, Ending::Restored);
    disk.setups.delete(&last.id).unwrap();
    let survey = disk.setups.survey().unwrap();
    assert!(
        survey.setups.is_empty() && survey.mishaps.is_empty(),
        "{survey:?}"
    );
}

#[test]
fn a_program_ended_between_moving_aside_and_restoring_has_told_it() {
    let disk = Disk::new();
    let last = disk.kept('1', 3);
    fs::write(disk.file(&last.id), "").unwrap();
    disk.setups.load(&last.id).unwrap();
    // As it is in between: moved aside, and nothing in its place.
    fs::remove_file(disk.file(&last.id)).unwrap();
    assert_eq!(disk.setups.load(&last.id).unwrap().steps_done, ["step-1"]);
    assert_eq!(mishap(&disk).ending, Ending::Restored);
}

#[test]
fn so_many_damaged_files_are_kept_and_no_more() {
    let disk = Disk::new();
    let id = disk.kept('1', 2).id;
    for spoilt in 1..=12 {
        fs::write(disk.file(&id), spoilt.to_string()).unwrap();
        disk.setups.load(&id).unwrap();
    }
    let numbers: Vec<String> = (8..=12).map(|number| format!("{id}.{number}.untold")).collect();
    let mut damaged = disk.damaged();
    damaged.sort_by_key(String::len);
    assert_eq!(damaged, numbers);
}

#[test]
fn a_copy_under_another_name_is_not_a_second_setup() {
    let disk = Disk::new();
    let own = disk.kept('1', 1);
    let other = setup('2', MONDAY).id;
    fs::copy(disk.file(&own.id), disk.file(&other)).unwrap();
    let survey = disk.setups.survey().unwrap();
    assert_eq!(survey.setups, [own]);
    assert_eq!(
        (&survey.mishaps[0].id, survey.mishaps[0].ending),
        (&other, Ending::Lost)
    );
    assert!(matches!(disk.setups.load(&other), Err(SetupFault::Damaged)));
}
