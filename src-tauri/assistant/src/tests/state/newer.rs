//! Files of other versions: older ones are taken over, newer ones are looked at and left alone.

use super::super::setups::{Disk, MONDAY, setup};
use crate::{SetupFault, SetupStore as _};
use serde_json::{Value, json};
use std::fs;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{SCHEMA, SetupId};

#[test]
fn a_file_of_the_first_version_is_read_and_written_as_this_one_when_it_is_changed() {
    for golden in [
        include_str!("../../../../core/src/setup/file/golden/1-begun.json"),
        include_str!("../../../../core/src/setup/file/golden/1-decided.json"),
        include_str!("../../../../core/src/setup/file/golden/1-helps.json"),
        include_str!("../../../../core/src/setup/file/golden/1-whole.json"),
    ] {
        let disk = Disk::new();
        let before: Value = serde_json::from_str(golden).unwrap();
        let id = SetupId::parse(before["setup"]["id"].as_str().unwrap()).unwrap();
        fs::write(disk.file(&id), golden).unwrap();
        let loaded = disk.setups.load(&id).unwrap();
        assert_eq!(disk.setups.list().unwrap(), [loaded]);
        assert_eq!(
            fs::read_to_string(disk.file(&id)).unwrap(),
            golden,
            "reading changes nothing"
        );

        disk.step(&id, "another");
        let after: Value = serde_json::from_slice(&fs::read(disk.file(&id)).unwrap()).unwrap();
        assert_eq!(
            (&after["schema"], &after["revision"]),
            (&json!(SCHEMA), &json!(2))
        );
        assert_eq!(after["setup"]["mailbox"], before["setup"]["mailbox"]);
        assert_eq!(after["setup"]["verification"], before["setup"]["verification"]);
        // The one before is the old file, and as good as any.
        assert_eq!(fs::read_to_string(disk.previous(&id)).unwrap(), golden);
        fs::write(disk.file(&id), "{").unwrap();
        assert_eq!(
            serde_json::to_value(disk.setups.load(&id).unwrap()).unwrap(),
            before["setup"]
        );
    }
}

#[test]
fn the_file_of_a_newer_version_is_shown_and_left_alone() {
    let disk = Disk::new();
    let own = setup('1', MONDAY);
    let mut newer = json!({"schema": SCHEMA + 1, "seal": "of its own", "setup": own});
    newer["setup"]["something"] = "new".into();
    let unknown = json!({"schema": 7, "setups": []});
    for (file, is_known) in [(newer, true), (unknown, false)] {
        let file = file.to_string();
        fs::write(disk.file(&own.id), &file).unwrap();
        let fault = disk.setups.load(&own.id).unwrap_err();
        assert!(matches!(fault, SetupFault::TooNew));
        assert_eq!(fault.kind(), ProblemKind::SetupTooNew);
        assert!(matches!(disk.setups.save(&own), Err(SetupFault::TooNew)));
        let change = disk
            .setups
            .update(&own.id, &mut |setup| setup.mark_done("portal"));
        assert!(matches!(change, Err(SetupFault::TooNew)));
        assert!(matches!(disk.setups.delete(&own.id), Err(SetupFault::TooNew)));

        let survey = disk.setups.survey().unwrap();
        assert!(survey.setups.is_empty() && survey.mishaps.is_empty() && survey.unread.is_empty());
        let (id, found) = &survey.newer[0];
        assert_eq!(id, &own.id);
        assert_eq!(found.known.as_deref(), is_known.then_some(&own));
        assert_eq!(
            fs::read_to_string(disk.file(&own.id)).unwrap(),
            file,
            "not a byte is another"
        );
    }
}

#[test]
fn a_damaged_file_before_which_a_newer_version_wrote_comes_back_as_the_newer_versions() {
    let disk = Disk::new();
    let own = setup('1', MONDAY);
    let newer = json!({"schema": SCHEMA + 1, "setup": own}).to_string();
    fs::write(disk.previous(&own.id), &newer).unwrap();
    fs::write(disk.file(&own.id), "{").unwrap();
    assert!(matches!(disk.setups.load(&own.id), Err(SetupFault::TooNew)));
    assert_eq!(fs::read_to_string(disk.file(&own.id)).unwrap(), newer);
    assert_eq!(disk.setups.survey().unwrap().mishaps.len(), 1);
}
