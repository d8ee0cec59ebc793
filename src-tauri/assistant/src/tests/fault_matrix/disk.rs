//! The disk: one that refuses in each of its ways, and files that others have spoiled.

use super::{Found, holds, is_told};
use crate::{DataFolder, SetupFault, SetupFolder, SetupStore};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;
use tempfile::TempDir;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::value::{ErpAddress, Mailbox};

/// A disk that works until it is told to refuse.
struct Disk {
    setups: SetupFolder,
    refusal: Mutex<Option<io::ErrorKind>>,
}

impl Disk {
    fn ask<T>(&self, act: impl FnOnce(&SetupFolder) -> Result<T, SetupFault>) -> Result<T, SetupFault> {
        match *self.refusal.lock().unwrap() {
            Some(kind) => Err(SetupFault::Disk(kind.into())),
            None => act(&self.setups),
        }
    }
}

impl SetupStore for Disk {
    fn list(&self) -> Result<Vec<Setup>, SetupFault> {
        self.ask(SetupStore::list)
    }

    fn load(&self, id: &SetupId) -> Result<Setup, SetupFault> {
        self.ask(|setups| setups.load(id))
    }

    fn save(&self, setup: &Setup) -> Result<Setup, SetupFault> {
        self.ask(|setups| setups.save(setup))
    }

    fn update(&self, id: &SetupId, change: &mut dyn FnMut(&mut Setup)) -> Result<Setup, SetupFault> {
        self.ask(|setups| setups.update(id, change))
    }

    fn delete(&self, id: &SetupId) -> Result<(), SetupFault> {
        self.ask(|setups| setups.delete(id))
    }
}

/// A setup on a disk of its own.
struct Case {
    disk: Disk,
    setup: Setup,
    file: PathBuf,
    _folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path()).unwrap();
        let id = SetupId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap();
        let setup = Setup::new(
            id.clone(),
            "cloud-gestion",
            ErpAddress::parse("empresa.cloudgestion1.app").unwrap(),
            Mailbox::parse("ana@empresa.es").unwrap(),
            "2026-05-24T13:34:39Z".parse().unwrap(),
        );
        let setups = SetupFolder::of(&data).unwrap();
        let setup = setups.save(&setup).unwrap();
        Self {
            disk: Disk {
                setups,
                refusal: Mutex::default(),
            },
            setup,
            file: folder.path().join(format!("setups/{id}.json")),
            _folder: folder,
        }
    }

    /// The same setup, one step further.
    fn changed(&self) -> Setup {
        let mut setup = self.setup.clone();
        setup.mark_done("portal");
        setup
    }
}

/// What is asked of a disk.
type Act = fn(&Case) -> Result<(), SetupFault>;
/// What becomes of a file with these bytes, which are spoilt for this cause.
type Spoil = fn(&[u8], ProblemKind) -> Found;

pub(super) fn columns() -> Vec<(&'static str, Vec<(String, Found)>)> {
    let refusals = [
        (io::ErrorKind::StorageFull, ProblemKind::DiskFull),
        (io::ErrorKind::QuotaExceeded, ProblemKind::DiskFull),
        (io::ErrorKind::ReadOnlyFilesystem, ProblemKind::FileDenied),
        (io::ErrorKind::PermissionDenied, ProblemKind::FileDenied),
        (io::ErrorKind::ResourceBusy, ProblemKind::FileBusy),
        (io::ErrorKind::Interrupted, ProblemKind::MachineTrouble),
    ];
    let acts: [(&str, Act); 5] = [
        ("setup save", |case| case.disk.save(&case.changed()).map(drop)),
        ("setup update", |case| {
            let changed = case.changed();
            let update = case
                .disk
                .update(&case.setup.id, &mut |setup| setup.clone_from(&changed));
            update.map(drop)
        }),
        ("setup load", |case| case.disk.load(&case.setup.id).map(drop)),
        ("setup list", |case| case.disk.list().map(drop)),
        ("setup delete", |case| case.disk.delete(&case.setup.id)),
    ];
    let mut columns: Vec<(&str, Vec<(String, Found)>)> = Vec::new();
    for (name, act) in acts {
        let cell = |(refusal, kind)| (format!("disk {refusal:?}"), refused(act, refusal, kind));
        columns.push((name, refusals.map(cell).to_vec()));
    }
    let spoilt: [(&str, Spoil); 2] = [("setup file, alone", spoiled), ("setup file", restored)];
    for (name, act) in spoilt {
        let cell = |(row, bytes, kind): (String, Vec<u8>, ProblemKind)| {
            let found = act(&bytes, kind);
            (row, found)
        };
        columns.push((name, spoilt_files().into_iter().map(cell).collect()));
    }
    columns
}

fn named(result: Result<(), SetupFault>, kind: ProblemKind) -> Result<(), String> {
    match result {
        Err(fault) if fault.kind() == kind => is_told(kind),
        other => Err(format!("{other:?} is not {kind:?}")),
    }
}

fn refused(act: Act, refusal: io::ErrorKind, kind: ProblemKind) -> Found {
    let case = Case::new();
    *case.disk.refusal.lock().unwrap() = Some(refusal);
    named(act(&case), kind)?;
    *case.disk.refusal.lock().unwrap() = None;
    let read = case
        .disk
        .load(&case.setup.id)
        .map_err(|fault| fault.to_string())?;
    holds(read == case.setup, || "the setup was changed".to_owned())?;
    act(&case).map_err(|fault| format!("again: {fault}"))?;
    Ok(kind.as_str().to_owned())
}

/// The file of the setup, as a crash, an editor or a newer Vincula may leave it, and its cause.
fn spoilt_files() -> Vec<(String, Vec<u8>, ProblemKind)> {
    let case = Case::new();
    let whole = fs::read(&case.file).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let cut = (0..10).map(|tenths| {
        let length = whole.len() * tenths / 10;
        (format!("file truncated at {tenths}0 %"), whole[..length].to_vec())
    });
    let deep = format!(
        "{{\"schema\":2,\"setup\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let others = [
        ("file not JSON", b"nonsense".to_vec()),
        ("file deep", deep.into_bytes()),
        ("file with BOM", format!("\u{FEFF}{text}").into_bytes()),
        (
            "file of a newer Vincula",
            text.replace("\"schema\": 2", "\"schema\": 99")
                .replace("checksum", "seal")
                .into_bytes(),
        ),
        (
            "file of another setup",
            text.replace("0f8fad5b", "1f8fad5b").into_bytes(),
        ),
        ("file huge", vec![b' '; 2 * 1024 * 1024]),
        ("file of zeros", vec![0; whole.len()]),
    ];
    cut.chain(others.map(|(row, bytes)| (row.to_owned(), bytes)))
        .map(|(row, bytes)| {
            let kind = match row.as_str() {
                "file of a newer Vincula" => ProblemKind::SetupTooNew,
                _ => ProblemKind::SetupDamaged,
            };
            (row, bytes, kind)
        })
        .collect()
}

/// The bytes are kept as they are, in their place or aside.
fn is_kept(case: &Case, bytes: &[u8]) -> Result<(), String> {
    let survey = case.disk.setups.survey().map_err(|fault| fault.to_string())?;
    let aside = survey.mishaps.iter().map(|mishap| &mishap.aside);
    let mut places = aside.chain([&case.file]);
    holds(
        places.any(|place| fs::read(place).is_ok_and(|kept| kept == bytes)),
        || "the file is gone".to_owned(),
    )?;
    holds(!survey.mishaps.is_empty() || !survey.newer.is_empty(), || {
        "nobody is told".to_owned()
    })
}

/// No copy is left: it is named, and once the file is back so is the setup.
fn spoiled(bytes: &[u8], kind: ProblemKind) -> Found {
    let case = Case::new();
    let whole = fs::read(&case.file).map_err(|error| error.to_string())?;
    fs::write(&case.file, bytes).map_err(|error| error.to_string())?;
    named(case.disk.load(&case.setup.id).map(drop), kind)?;
    // One spoilt file hides no other setup.
    let listed = case.disk.list().map_err(|fault| fault.to_string())?;
    holds(listed.is_empty(), || "it is listed".to_owned())?;
    is_kept(&case, bytes)?;
    fs::write(&case.file, whole).map_err(|error| error.to_string())?;
    let read = case
        .disk
        .load(&case.setup.id)
        .map_err(|fault| format!("again: {fault}"))?;
    holds(read == case.setup, || "again: it is another setup".to_owned())?;
    Ok(kind.as_str().to_owned())
}

/// The copy from before takes its place, unless a newer version made the file.
fn restored(bytes: &[u8], kind: ProblemKind) -> Found {
    let case = Case::new();
    let changed = case.changed();
    let mut change = |setup: &mut Setup| setup.clone_from(&changed);
    let update = case.disk.update(&case.setup.id, &mut change);
    update.map_err(|fault| fault.to_string())?;
    fs::write(&case.file, bytes).map_err(|error| error.to_string())?;
    if kind == ProblemKind::SetupTooNew {
        named(case.disk.load(&case.setup.id).map(drop), kind)?;
        is_kept(&case, bytes)?;
        return Ok(kind.as_str().to_owned());
    }
    let read = case
        .disk
        .load(&case.setup.id)
        .map_err(|fault| fault.to_string())?;
    holds(read == case.setup, || "it is not the one before".to_owned())?;
    is_kept(&case, bytes)?;
    let again = case.disk.update(&case.setup.id, &mut change);
    let again = again.map_err(|fault| format!("again: {fault}"))?;
    holds(again == changed, || "again: it was not changed".to_owned())?;
    Ok("restored".to_owned())
}
