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

const MONDAY: &str = "2026-05-25T10:00:00Z";
const TUESDAY: &str = "2026-05-26T10:00:00Z";

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
    let mut changed = old.clone();
    changed.mark_done("portal");
    disk.setups.save(&changed).unwrap();
    assert_eq!(disk.setups.load(&old.id).unwrap(), changed);
    disk.setups.delete(&old.id).unwrap();
    assert!(matches!(disk.setups.load(&old.id), Err(SetupFault::NotFound)));
    assert!(matches!(disk.setups.delete(&old.id), Err(SetupFault::NotFound)));
    assert_eq!(disk.setups.list().unwrap(), [new]);
}

#[test]
fn a_damaged_file_hides_no_other() {
    let disk = Disk::new();
    let (good, bad) = (setup('1', MONDAY), setup('2', MONDAY));
    disk.setups.save(&good).unwrap();
    let whole = serde_json::json!({"schema": 1, "setup": bad}).to_string();
    for damage in [
        "",
        "{",
        "null",
        "[]",
        "{\"schema\":1}",
        "{\"schema\":\"1\"}",
        "\0\0\0\0",
        &whole[..whole.len() - 2],
    ] {
        fs::write(disk.file(&bad.id), damage).unwrap();
        assert!(
            matches!(disk.setups.load(&bad.id), Err(SetupFault::Damaged)),
            "{damage:?}"
        );
        assert_eq!(
            disk.setups.list().unwrap(),
            std::slice::from_ref(&good),
            "{damage:?}"
        );
    }
    fs::write(disk.file(&bad.id), vec![b' '; 2 * 1024 * 1024]).unwrap();
    assert!(matches!(disk.setups.load(&bad.id), Err(SetupFault::Damaged)));
    fs::write(disk.file(&bad.id), whole).unwrap();
    assert_eq!(disk.setups.list().unwrap().len(), 2);
}

#[test]
fn the_file_of_a_newer_version_is_left_alone() {
    let disk = Disk::new();
    let own = setup('1', MONDAY);
    let newer = serde_json::json!({"schema": 2, "setup": {"id": own.id, "something": "new"}}).to_string();
    fs::write(disk.file(&own.id), &newer).unwrap();
    assert!(matches!(disk.setups.load(&own.id), Err(SetupFault::TooNew)));
    assert!(matches!(disk.setups.save(&own), Err(SetupFault::TooNew)));
    assert_eq!(disk.setups.list().unwrap(), []);
    assert_eq!(fs::read_to_string(disk.file(&own.id)).unwrap(), newer);
}

#[test]
fn a_copy_under_another_name_is_not_a_second_setup() {
    let disk = Disk::new();
    let (own, other) = (setup('1', MONDAY), setup('2', MONDAY));
    disk.setups.save(&own).unwrap();
    fs::copy(disk.file(&own.id), disk.file(&other.id)).unwrap();
    assert_eq!(disk.setups.list().unwrap(), [own]);
    assert!(matches!(disk.setups.load(&other.id), Err(SetupFault::Damaged)));
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
    fs::create_dir(folder.join("0f8fad5b-d9cb-469f-a165-708677289509.json")).unwrap();
    assert_eq!(disk.setups.list().unwrap(), [own]);
}

#[test]
fn saving_leaves_nothing_beside_the_file() {
    let disk = Disk::new();
    for changed in [MONDAY, TUESDAY, MONDAY] {
        disk.setups.save(&setup('1', changed)).unwrap();
    }
    let names: Vec<_> = fs::read_dir(disk.data.path().join("setups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["0f8fad5b-d9cb-469f-a165-708677289501.json"]);
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
    english.save(&disk.data).unwrap();
    assert_eq!(Preferences::load(&disk.data), english);
    for damage in ["", "{", "{\"language\":\"tlh\"}", "[1]"] {
        fs::write(disk.data.path().join("preferences.json"), damage).unwrap();
        assert_eq!(Preferences::load(&disk.data), Preferences::default(), "{damage}");
    }
}
