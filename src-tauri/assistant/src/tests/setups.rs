//! Setups and preferences on the disk.

use crate::{Colours, DataFolder, Look, Preferences, SetupFault, SetupFolder, SetupStore as _};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_core::value::{ErpAddress, Mailbox};

pub(super) struct Disk {
    _folder: TempDir,
    pub(super) data: DataFolder,
    pub(super) setups: SetupFolder,
}

impl Disk {
    pub(super) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let data = DataFolder::at(&folder.path().join("a/b")).unwrap();
        let setups = SetupFolder::of(&data).unwrap();
        Self {
            _folder: folder,
            data,
            setups,
        }
    }

    pub(super) fn file(&self, id: &SetupId) -> PathBuf {
        self.data.path().join(format!("setups/{id}.json"))
    }
}

pub(super) const MONDAY: &str = "2026-05-25T10:00:00Z";
pub(super) const TUESDAY: &str = "2026-05-26T10:00:00Z";

pub(super) fn setup(last: char, changed: &str) -> Setup {
    let id = SetupId::parse(&format!("0f8fad5b-d9cb-469f-a165-70867728950{last}")).unwrap();
    let erp = ErpAddress::parse("empresa.cloudgestion1.app").unwrap();
    Setup::new(
        id,
        "cloud-gestion",
        erp,
        Mailbox::parse("ana@empresa.es").unwrap(),
        changed.parse().unwrap(),
    )
}

#[test]
fn what_was_saved_is_loaded_listed_and_deleted() {
    let disk = Disk::new();
    let (old, new) = (setup('1', MONDAY), setup('2', TUESDAY));
    disk.setups.save(&old).unwrap();
    disk.setups.save(&new).unwrap();
    assert_eq!(disk.setups.load(&old.id).unwrap(), old);
    assert_eq!(disk.setups.list().unwrap(), [new.clone(), old.clone()]);
    // A second program over the same folder sees the same.
    assert_eq!(SetupFolder::of(&disk.data).unwrap().list().unwrap().len(), 2);
    let changed = disk
        .setups
        .update(&old.id, &mut |setup| setup.mark_done("portal"))
        .unwrap();
    assert_eq!(changed.steps_done, ["portal"]);
    assert_eq!(disk.setups.load(&old.id).unwrap(), changed);
    disk.setups.delete(&old.id).unwrap();
    assert!(matches!(disk.setups.load(&old.id), Err(SetupFault::NotFound)));
    assert!(matches!(disk.setups.delete(&old.id), Err(SetupFault::NotFound)));
    assert_eq!(disk.setups.list().unwrap(), [new]);
}

#[test]
fn files_of_others_are_not_setups() {
    let disk = Disk::new();
    let own = setup('1', MONDAY);
    disk.setups.save(&own).unwrap();
    let folder = disk.data.path().join("setups");
    for name in [
        "notes.txt",
        "a.json",
        &format!("{}.json~", own.id),
        &format!("{}.JSON", own.id),
        ".tmpAbC",
    ] {
        fs::copy(disk.file(&own.id), folder.join(name)).unwrap();
    }
    let survey = disk.setups.survey().unwrap();
    assert_eq!(survey.setups, [own]);
    assert!(survey.newer.is_empty() && survey.mishaps.is_empty() && survey.unread.is_empty());
}

#[test]
fn saving_leaves_the_one_before_beside_the_file_and_nothing_else() {
    let disk = Disk::new();
    let kept = disk.setups.save(&setup('1', MONDAY)).unwrap();
    for changed in [TUESDAY, MONDAY, TUESDAY] {
        disk.setups
            .update(&kept.id, &mut |setup| setup.updated_at = changed.parse().unwrap())
            .unwrap();
    }
    let mut names: Vec<_> = fs::read_dir(disk.data.path().join("setups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let file = "0f8fad5b-d9cb-469f-a165-708677289501";
    assert_eq!(
        names,
        [
            ".lock".to_owned(),
            format!("{file}.json"),
            format!("{file}.previous.json")
        ]
    );
    disk.setups.delete(&kept.id).unwrap();
    assert_eq!(fs::read_dir(disk.data.path().join("setups")).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn the_folders_and_files_are_their_owners_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let disk = Disk::new();
    let own = setup('1', MONDAY);
    disk.setups.save(&own).unwrap();
    assert_eq!(mode(disk.data.path()), 0o700);
    assert_eq!(mode(&disk.data.path().join("setups")), 0o700);
    assert_eq!(mode(&disk.file(&own.id)), 0o600);
    // A folder that was there before and open is closed.
    fs::set_permissions(disk.data.path(), fs::Permissions::from_mode(0o755)).unwrap();
    DataFolder::at(disk.data.path()).unwrap();
    assert_eq!(mode(disk.data.path()), 0o700);
}

#[test]
fn preferences_are_kept_and_unreadable_ones_are_none() {
    let disk = Disk::new();
    assert_eq!(Preferences::load(&disk.data), Preferences::default());
    let english = Preferences {
        side: crate::Side::Left,
        language: Some(Language::En),
        look: Look {
            colours: Colours::ContrastDark,
            ..Look::default()
        },
    };
    Preferences::change(&disk.data, |preferences| *preferences = english.clone()).unwrap();
    assert_eq!(Preferences::load(&disk.data), english);
    for damage in ["", "{", "{\"language\":\"tlh\"}", "[1]"] {
        fs::write(disk.data.path().join("preferences.json"), damage).unwrap();
        assert_eq!(Preferences::load(&disk.data), Preferences::default(), "{damage}");
    }
}
