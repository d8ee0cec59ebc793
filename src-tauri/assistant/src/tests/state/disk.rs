//! A disk that is really full or read-only: a small one in memory, in a user namespace of its own.
#![cfg(target_os = "linux")]

use super::super::setups::{MONDAY, setup};
use crate::{DataFolder, SetupFault, SetupFolder, SetupStore as _};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use vincula_core::problem::ProblemKind;

/// Tells the test binary, started again, where the small disk is.
const FOLDER: &str = "VINCULA_SMALL_DISK";

/// Runs a test below in a user namespace in which it may mount a disk of 64 KiB.
fn on_a_small_disk(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let may = Command::new("unshare")
        .args(["--map-root-user", "--mount", "true"])
        .status();
    if !may.is_ok_and(|status| status.success()) {
        println!("skipped: this system allows no user namespace, so that no disk can be mounted");
        return;
    }
    let script = "mount -t tmpfs -o size=64k,mode=0700 small \"$VINCULA_SMALL_DISK\" \
                  && exec \"$0\" --exact \"$1\" --ignored --nocapture";
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script])
        .arg(env::current_exe().unwrap())
        .arg(format!("tests::state::disk::{test}"))
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
    assert!(said.contains("1 passed"), "{said}\n{complained}");
}

fn small_disk() -> Option<PathBuf> {
    env::var_os(FOLDER).map(PathBuf::from)
}

/// Writes until nothing more fits.
fn fill(disk: &Path) -> PathBuf {
    let path = disk.join("ballast");
    for size in [4096, 1] {
        let mut ballast = fs::OpenOptions::new()
            .append(true)
            .create(true)
            .open(&path)
            .unwrap();
        while std::io::Write::write_all(&mut ballast, &vec![0; size]).is_ok() {}
    }
    path
}

#[test]
fn a_full_disk_keeps_what_is_there_and_takes_changes_when_there_is_room() {
    on_a_small_disk("full");
}

#[test]
#[ignore = "run by the test above on a disk of its own"]
fn full() {
    let Some(disk) = small_disk() else { return };
    let setups = SetupFolder::of(&DataFolder::at(&disk.join("data")).unwrap()).unwrap();
    let first = setups.save(&setup('1', MONDAY)).unwrap();
    let kept = setups
        .update(&first.id, &mut |setup| setup.mark_done("portal"))
        .unwrap();
    let ballast = fill(&disk);

    let files = || {
        let mut files: Vec<_> = fs::read_dir(disk.join("data/setups"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (fs::read(&path).unwrap_or_default(), path))
            .collect();
        files.sort();
        files
    };
    let before = files();
    for fault in [
        setups
            .update(&kept.id, &mut |setup| setup.mark_done("more"))
            .unwrap_err(),
        setups.save(&setup('2', MONDAY)).unwrap_err(),
    ] {
        assert_eq!(fault.kind(), ProblemKind::DiskFull, "{fault:?}");
    }
    assert_eq!(files(), before, "the old state, whole, and nothing beside it");
    assert_eq!(setups.load(&kept.id).unwrap(), kept);
    // What takes no room can be done: to make some, for instance.
    let damaged = disk.join(format!("data/setups/{}.json", kept.id));
    fs::write(&damaged, "").unwrap();
    let fault = setups.load(&kept.id).err();
    assert!(fault.is_none_or(|fault| fault.kind() == ProblemKind::DiskFull));

    fs::remove_file(ballast).unwrap();
    assert_eq!(setups.load(&kept.id).unwrap(), first, "the one before");
    setups
        .update(&kept.id, &mut |setup| setup.mark_done("more"))
        .unwrap();
    assert_eq!(setups.survey().unwrap().mishaps.len(), 1);
}

#[test]
fn a_read_only_disk_is_read_and_named() {
    on_a_small_disk("read_only");
}

#[test]
#[ignore = "run by the test above on a disk of its own"]
fn read_only() {
    let Some(disk) = small_disk() else { return };
    let data = disk.join("data");
    let setups = SetupFolder::of(&DataFolder::at(&data).unwrap()).unwrap();
    let kept = setups.save(&setup('1', MONDAY)).unwrap();
    let remount = |how: &str| {
        let done = Command::new("mount").args(["-o", how]).arg(&disk).status();
        assert!(done.unwrap().success());
    };
    remount("remount,ro");
    // A program that starts on it can look at everything.
    let again = SetupFolder::of(&DataFolder::at(&data).unwrap()).unwrap();
    assert_eq!(again.list().unwrap(), std::slice::from_ref(&kept));
    let faults: [SetupFault; 3] = [
        again
            .update(&kept.id, &mut |setup| setup.mark_done("portal"))
            .unwrap_err(),
        again.save(&setup('2', MONDAY)).unwrap_err(),
        again.delete(&kept.id).unwrap_err(),
    ];
    for fault in faults {
        assert_eq!(fault.kind(), ProblemKind::FileDenied, "{fault:?}");
    }
    remount("remount,rw");
    assert_eq!(again.load(&kept.id).unwrap(), kept);
    again
        .update(&kept.id, &mut |setup| setup.mark_done("portal"))
        .unwrap();
}
