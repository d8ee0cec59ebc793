//! What is written down, and what cannot be.

use crate::{DataFolder, Event, Journal, KeyringCall, LogLevel, Program};
use std::fs;
use vincula_core::check::{CheckId, Outcome};
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::surface::{DeadEnd, SurfaceKind};

/// Holds for what owns no memory, and so no text from outside.
const fn owns_nothing<T: Copy + 'static>() {}
const _: () = owns_nothing::<Event>();

fn everything() -> Vec<Event> {
    let evidence = Evidence {
        text: Some("the secret is aB38Q~nobody".to_owned()),
        host: Some("ferreteriasoler.example".to_owned()),
        ..Evidence::default()
    };
    let problem = Problem::new(ProblemKind::SecretWrong, evidence);
    vec![
        Event::Started {
            program: Program::CommandLine,
            version: "1.2.3",
            system: "linux",
            lab: false,
        },
        Event::MemoryNotPrivate,
        Event::CheckBegan {
            check: CheckId::Secret,
        },
        Event::check_ended(CheckId::Tenant, &Outcome::Passed),
        Event::check_ended(CheckId::Secret, &Outcome::Failed { problem }),
        Event::SurfaceChosen {
            surface: SurfaceKind::Window,
        },
        Event::SurfaceFailed {
            surface: SurfaceKind::DeepLink,
            why: DeadEnd::Passkey,
        },
        Event::Keyring {
            call: KeyringCall::Save,
            fault: Some(ProblemKind::KeyringLocked),
            took_ms: 3_000,
        },
        Event::Keyring {
            call: KeyringCall::Load,
            fault: None,
            took_ms: 12,
        },
        Event::Forgotten { left: 0 },
    ]
}

fn written(level: LogLevel) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::of(&DataFolder::at(folder.path()).unwrap(), level);
    for event in everything() {
        journal.write(event).unwrap();
    }
    let text = fs::read_to_string(folder.path().join("logs/vincula.log")).unwrap_or_default();
    text.lines()
        .map(|line| {
            let mut line: serde_json::Value = serde_json::from_str(line).unwrap();
            let at = line.as_object_mut().unwrap().shift_remove("at").unwrap();
            assert!(at.as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
            line.to_string()
        })
        .collect()
}

#[test]
fn each_level_writes_more_and_none_writes_a_text_from_outside() {
    assert_eq!(written(LogLevel::Off), Vec::<String>::new());
    let [error, info, debug] = [LogLevel::Error, LogLevel::Info, LogLevel::Debug].map(written);
    assert!(error.len() < info.len() && info.len() < debug.len());
    assert_eq!(debug.len(), everything().len());
    insta::assert_snapshot!(debug.join("\n"));
}

#[test]
fn the_log_never_grows_beyond_its_two_files() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::of(&DataFolder::at(folder.path()).unwrap(), LogLevel::Debug);
    for _ in 0..700 {
        for event in everything() {
            journal.write(event).unwrap();
        }
    }
    let sizes: Vec<u64> = fs::read_dir(folder.path().join("logs"))
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().len())
        .collect();
    assert_eq!(sizes.len(), 2);
    assert!(sizes.iter().all(|size| *size <= 256 * 1024), "{sizes:?}");
    // The one is full, and the program goes on in the other.
    assert!(sizes.iter().any(|size| *size > 255 * 1024), "{sizes:?}");
}
