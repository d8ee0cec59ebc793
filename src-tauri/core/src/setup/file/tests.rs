//! The file of a setup: every version that was ever written, and every way to damage one.

use super::super::tests::full;
use super::{Contents, LARGEST, NotAsWritten, Revision, SCHEMA, SetupFile, glimpse, read};
use crate::setup::{Setup, SetupId, Waiting};
use crate::surface::SurfaceKind;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Files that versions of Vincula really wrote: the number is the version of their form.
const GOLDEN: [(&str, &str); 5] = [
    ("1-begun", include_str!("golden/1-begun.json")),
    ("1-decided", include_str!("golden/1-decided.json")),
    ("1-helps", include_str!("golden/1-helps.json")),
    ("1-whole", include_str!("golden/1-whole.json")),
    ("2-whole", include_str!("golden/2-whole.json")),
];

fn id_in(file: &str) -> SetupId {
    let file: Value = serde_json::from_str(file).unwrap();
    SetupId::parse(file["setup"]["id"].as_str().unwrap()).unwrap()
}

fn setup_in(bytes: &[u8], id: &SetupId) -> Result<Setup, NotAsWritten> {
    match read(bytes, id)? {
        Contents::Setup(setup) => Ok(*setup),
        Contents::Newer(newer) => panic!("{newer:?}"),
    }
}

fn kept(revision: u64) -> Setup {
    let mut setup = full();
    setup.revision = Revision(revision);
    setup
}

fn written(setup: &Setup) -> Vec<u8> {
    SetupFile::of(setup).unwrap().to_bytes().unwrap()
}

#[test]
fn a_file_of_every_version_is_read_whole_and_written_as_this_one() {
    for (name, golden) in GOLDEN {
        let id = id_in(golden);
        let setup = setup_in(golden.as_bytes(), &id).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        // Not a field of it is lost.
        let before: Value = serde_json::from_str(golden).unwrap();
        assert_eq!(serde_json::to_value(&setup).unwrap(), before["setup"], "{name}");
        let after: Value = serde_json::from_slice(&written(&setup)).unwrap();
        assert_eq!(after["schema"], SCHEMA, "{name}");
        assert_eq!(after["setup"], before["setup"], "{name}");
        let again = setup_in(&written(&setup), &id).unwrap();
        assert_eq!(again, setup, "{name}");
        assert_eq!(again.revision.number(), setup.revision.number(), "{name}");
    }
}

#[test]
fn a_file_of_the_first_version_counts_as_kept_once() {
    let (_, golden) = GOLDEN[0];
    let setup = setup_in(golden.as_bytes(), &id_in(golden)).unwrap();
    assert_eq!(setup.revision.number(), 1);
    assert_eq!(setup.waiting, None);
    let (_, golden) = GOLDEN[1];
    let setup = setup_in(golden.as_bytes(), &id_in(golden)).unwrap();
    let who = |waiting: Waiting| waiting.who.map(String::from);
    assert_eq!(setup.waiting.and_then(who).as_deref(), Some("Marta, informática"));
    let (_, golden) = GOLDEN[3];
    let setup = setup_in(golden.as_bytes(), &id_in(golden)).unwrap();
    assert_eq!(setup.surfaces.preferred(), Some(SurfaceKind::Loopback));
}

#[test]
fn what_is_written_is_read_back_at_its_revision() {
    for revision in [1, 2, 1_000_000, u64::MAX] {
        let setup = kept(revision);
        let read = setup_in(&written(&setup), &setup.id).unwrap();
        assert_eq!(read, setup);
        assert_eq!(read.revision.number(), revision);
    }
}

#[test]
fn a_field_that_this_version_does_not_know_is_under_the_checksum_all_the_same() {
    // As a later version may write that needs no new form: with one field more.
    let mut setup = serde_json::to_value(kept(3)).unwrap();
    setup["colour"] = "blue".into();
    let sealed = super::Sealed {
        schema: SCHEMA,
        revision: 3,
        setup: &setup,
    };
    let file =
        json!({"schema": SCHEMA, "revision": 3, "checksum": sealed.checksum().unwrap(), "setup": setup});
    let id = full().id;
    assert_eq!(setup_in(file.to_string().as_bytes(), &id).unwrap(), full());
    let other = file.to_string().replace("blue", "grey");
    assert_eq!(read(other.as_bytes(), &id).unwrap_err(), NotAsWritten);
}

#[test]
fn the_setup_of_a_newer_version_is_shown_as_far_as_it_is_known() {
    let id = full().id;
    let mut newer =
        json!({"schema": SCHEMA + 1, "checksum": {"of": "another kind"}, "setup": full(), "more": 1});
    newer["setup"]["more"] = json!(["of", "it"]);
    let Ok(Contents::Newer(found)) = read(newer.to_string().as_bytes(), &id) else {
        panic!("not newer");
    };
    assert_eq!(found.schema, SCHEMA + 1);
    assert_eq!(found.known.as_deref(), Some(&full()));
    // A form of which nothing is known is a newer version's all the same.
    for strange in [
        json!({"schema": 99}),
        json!({"schema": 3, "setup": {"id": id, "mailbox": 7}}),
    ] {
        let found = read(strange.to_string().as_bytes(), &id);
        assert!(
            matches!(&found, Ok(Contents::Newer(newer)) if newer.known.is_none()),
            "{found:?}"
        );
    }
}

#[test]
fn a_number_that_was_damaged_makes_no_other_version() {
    let setup = kept(7);
    let file: Value = serde_json::from_slice(&written(&setup)).unwrap();
    for schema in [0, 1, 3, 9, 22, u64::from(u32::MAX), u64::MAX] {
        let mut damaged = file.clone();
        damaged["schema"] = schema.into();
        let read = read(damaged.to_string().as_bytes(), &setup.id);
        assert_eq!(read.unwrap_err(), NotAsWritten, "{schema}");
    }
}

#[test]
fn a_file_that_is_no_setups_or_another_ones_is_not_read() {
    let setup = kept(1);
    let whole = String::from_utf8(written(&setup)).unwrap();
    let deep = format!(
        "{{\"schema\":2,\"setup\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let long = format!("{whole}{}", " ".repeat(LARGEST));
    for bytes in [
        "",
        "{",
        "null",
        "[]",
        "{\"schema\":1}",
        "{\"schema\":\"1\"}",
        "\0\0\0\0",
        &deep,
        &long,
    ] {
        assert_eq!(read(bytes.as_bytes(), &setup.id).unwrap_err(), NotAsWritten);
        assert_eq!(
            glimpse(bytes.as_bytes(), &setup.id).filter(|_| bytes.len() < LARGEST),
            None
        );
    }
    let other = SetupId::parse("1f8fad5b-d9cb-469f-a165-70867728950e").unwrap();
    assert_eq!(read(whole.as_bytes(), &other).unwrap_err(), NotAsWritten);
    assert_eq!(glimpse(whole.as_bytes(), &other), None);
}

#[test]
fn a_file_in_which_a_field_stands_twice_is_not_read() {
    for (name, golden) in GOLDEN {
        let id = id_in(golden);
        for (field, twice) in [
            (
                r#""mailbox": "#,
                r#""mailbox": "nobody@example.com", "mailbox": "#,
            ),
            (r#""schema": "#, r#""schema": 1, "schema": "#),
            (r#""setup": "#, r#""setup": {}, "setup": "#),
        ] {
            let file = golden.replacen(field, twice, 1);
            assert_ne!(file, golden, "{name}: {field}");
            assert_eq!(
                read(file.as_bytes(), &id).err(),
                Some(NotAsWritten),
                "{name}: {field}"
            );
        }
    }
    // In what a version after this one wrote too.
    let (_, golden) = GOLDEN[4];
    let newer = golden.replacen(r#""schema": 2"#, r#""schema": 3, "schema": 3"#, 1);
    assert!(read(newer.as_bytes(), &id_in(golden)).is_err());
}

#[test]
fn what_is_damaged_may_still_tell_which_setup_it_was() {
    let setup = kept(1);
    let damaged = String::from_utf8(written(&setup))
        .unwrap()
        .replace("\"portal\"", "\"portal_\"");
    assert_eq!(read(damaged.as_bytes(), &setup.id).unwrap_err(), NotAsWritten);
    assert_eq!(
        glimpse(damaged.as_bytes(), &setup.id).unwrap().mailbox,
        setup.mailbox
    );
}

/// What a damaged file may be taken for: nothing, or what it was. Blanks and ways of writing a letter say nothing.
fn is_nothing_or_the_same(bytes: &[u8], setup: &Setup) -> bool {
    match read(bytes, &setup.id) {
        Err(NotAsWritten) => true,
        Ok(Contents::Setup(read)) => *read == *setup && read.revision.number() == setup.revision.number(),
        Ok(Contents::Newer(_)) => false,
    }
}

#[test]
fn no_byte_of_a_file_can_be_another_without_being_noticed() {
    let setup = kept(12);
    let whole = written(&setup);
    let mut noticed = 0;
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        for flip in [0x01, 0x20, 0x80, 0xff] {
            damaged[at] = whole[at] ^ flip;
            assert!(is_nothing_or_the_same(&damaged, &setup), "byte {at} ^ {flip:#x}");
            noticed += usize::from(read(&damaged, &setup.id).is_err());
        }
    }
    assert!(noticed > whole.len() * 3, "{noticed} of {}", whole.len() * 4);
    for length in 0..whole.len() {
        assert!(read(&whole[..length], &setup.id).is_err(), "cut to {length}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_setup_or_none(bytes in prop::collection::vec(any::<u8>(), 0..4096)) {
        prop_assert!(read(&bytes, &full().id).is_err());
        prop_assert_eq!(glimpse(&bytes, &full().id), None);
    }

    #[test]
    fn any_damage_is_noticed_or_says_the_same(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        twice in any::<bool>(),
    ) {
        let setup = kept(4);
        let mut bytes = written(&setup);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if twice {
            let tail = bytes.split_off(cut.index(bytes.len()));
            bytes.extend_from_slice(&tail.clone());
            bytes.extend_from_slice(&tail);
        }
        prop_assert!(is_nothing_or_the_same(&bytes, &setup));
    }

    #[test]
    fn whatever_a_person_wrote_comes_back(who in any::<String>(), step in any::<String>(), revision in 1_u64..) {
        let mut setup = kept(revision);
        setup.waiting = crate::setup::Helper::parse(&who).map(|who| Waiting { since: setup.created_at, who: Some(who) });
        setup.mark_done(&step);
        prop_assert_eq!(setup_in(&written(&setup), &setup.id).unwrap(), setup);
    }
}
