//! Links, and what belongs to others, in the place of a folder or file of ours: refused by name and not followed.
#![cfg(unix)]

use super::super::setups::{Disk, MONDAY, setup};
use crate::{DataFolder, NotOurs, Preferences, SetupFault, SetupFolder, SetupStore as _, WindowLock};
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use tempfile::TempDir;
use vincula_core::problem::ProblemKind;

/// The user that owns nothing.
const NOBODY: u32 = 65_534;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn named(fault: &SetupFault) -> &NotOurs {
    assert_eq!(fault.kind(), ProblemKind::FileNotOurs);
    match fault {
        SetupFault::NotOurs(what) => what,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_that_is_a_link_is_not_followed() {
    let home = TempDir::new().unwrap();
    let elsewhere = home.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o755)).unwrap();

    let data = home.path().join("vincula");
    symlink(&elsewhere, &data).unwrap();
    let fault = DataFolder::at(&data).unwrap_err();
    assert_eq!(named(&fault), &NotOurs::Link(data.clone()));
    // To nowhere: nothing is made there.
    let (nowhere, dangling) = (home.path().join("nowhere"), home.path().join("dangling"));
    symlink(&nowhere, &dangling).unwrap();
    assert_eq!(
        named(&DataFolder::at(&dangling).unwrap_err()),
        &NotOurs::Link(dangling.clone())
    );
    assert!(!nowhere.exists());

    fs::remove_file(&data).unwrap();
    let folder = DataFolder::at(&data).unwrap();
    let setups = data.join("setups");
    symlink(&elsewhere, &setups).unwrap();
    assert_eq!(
        named(&SetupFolder::of(&folder).unwrap_err()),
        &NotOurs::Link(setups.clone())
    );
    fs::remove_file(&setups).unwrap();
    fs::write(&setups, "").unwrap();
    assert_eq!(
        named(&SetupFolder::of(&folder).unwrap_err()),
        &NotOurs::AnotherThing(setups)
    );

    assert_eq!(mode(&elsewhere), 0o755, "not touched");
    assert_eq!(
        fs::read_dir(&elsewhere).unwrap().count(),
        0,
        "nothing was written there"
    );
}

#[test]
fn a_file_that_is_a_link_a_folder_or_a_pipe_is_named_and_hides_no_other() {
    let disk = Disk::new();
    let good = disk.kept('1', 1);
    let theirs = disk.data.path().join("theirs.json");
    let other = setup('2', MONDAY);
    fs::write(
        &theirs,
        serde_json::json!({"schema": 1, "setup": other}).to_string(),
    )
    .unwrap();
    let path = disk.file(&other.id);
    let plants: [&dyn Fn(); 3] = [
        &|| symlink(&theirs, &path).unwrap(),
        &|| fs::create_dir(&path).unwrap(),
        &|| {
            let made = std::process::Command::new("mkfifo").arg(&path).status();
            assert!(made.unwrap().success());
        },
    ];
    for (number, plant) in plants.into_iter().enumerate() {
        plant();
        let expected = match number {
            0 => NotOurs::Link(path.clone()),
            _ => NotOurs::AnotherThing(path.clone()),
        };
        assert_eq!(named(&disk.setups.load(&other.id).unwrap_err()), &expected);
        assert_eq!(named(&disk.setups.save(&other).unwrap_err()), &expected);
        assert_eq!(named(&disk.setups.delete(&other.id).unwrap_err()), &expected);
        let survey = disk.setups.survey().unwrap();
        assert_eq!(survey.setups, std::slice::from_ref(&good));
        let (id, fault) = &survey.unread[0];
        assert_eq!((id, named(fault)), (&other.id, &expected));
        fs::remove_file(&path).or_else(|_| fs::remove_dir(&path)).unwrap();
    }
    assert!(
        fs::read_to_string(&theirs).unwrap().contains("\"schema\":1"),
        "not touched"
    );
}

#[test]
fn what_is_written_follows_no_link() {
    let disk = Disk::new();
    let id = disk.kept('1', 2).id;
    let theirs = disk.data.path().join("theirs");
    fs::write(&theirs, "theirs").unwrap();
    // Where the new file, the second name of the old one, and the lock are made.
    for name in [
        format!("setups/{id}.json.new"),
        format!("setups/{id}.previous.json.new"),
    ] {
        symlink(&theirs, disk.data.path().join(name)).unwrap();
    }
    disk.step(&id, "portal");
    let lock = disk.data.path().join("setups/.lock");
    fs::remove_file(&lock).unwrap();
    symlink(&theirs, &lock).unwrap();
    let refused = disk.setups.update(&id, &mut |setup| setup.mark_done("more"));
    assert_eq!(named(&refused.unwrap_err()), &NotOurs::Link(lock));
    let window = disk.data.path().join("window.lock");
    symlink(&theirs, &window).unwrap();
    assert_eq!(
        named(&WindowLock::take(&disk.data).unwrap_err()),
        &NotOurs::Link(window)
    );
    let preferences = disk.data.path().join("preferences.json");
    symlink(&theirs, &preferences).unwrap();
    assert_eq!(Preferences::load(&disk.data), Preferences::default());
    Preferences::change(&disk.data, |preferences| preferences.side = crate::Side::Left).unwrap();
    assert!(
        !preferences.symlink_metadata().unwrap().is_symlink(),
        "its place is taken"
    );
    assert_eq!(fs::read_to_string(&theirs).unwrap(), "theirs");
}

#[test]
fn what_belongs_to_another_user_is_refused() {
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root can give a file to somebody else");
        return;
    }
    let give = |path: &Path| std::os::unix::fs::chown(path, Some(NOBODY), None).unwrap();
    let disk = Disk::new();
    let id = disk.kept('1', 1).id;
    let file = disk.file(&id);
    give(&file);
    assert_eq!(
        named(&disk.setups.load(&id).unwrap_err()),
        &NotOurs::Somebodys(file.clone())
    );
    assert_eq!(disk.setups.survey().unwrap().unread.len(), 1);
    let setups = disk.data.path().join("setups");
    give(&setups);
    fs::set_permissions(&setups, fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(
        named(&SetupFolder::of(&disk.data).unwrap_err()),
        &NotOurs::Somebodys(setups.clone())
    );
    assert_eq!(mode(&setups), 0o777, "not touched");
    give(disk.data.path());
    let fault = DataFolder::at(disk.data.path()).unwrap_err();
    assert_eq!(named(&fault), &NotOurs::Somebodys(disk.data.path().to_owned()));
}
