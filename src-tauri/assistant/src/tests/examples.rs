//! The worked examples in `docs/examples` are guides like any other: read from their folder, offered as added ones.

use crate::{DataFolder, guides_beside, read_guide};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use vincula_core::guide::Origin;

fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    files
        .filter(|path| path.extension() == Some(OsStr::new("toml")))
        .collect()
}

#[test]
fn every_example_is_a_guide_and_its_page_explains_it() {
    for path in examples() {
        let guide = read_guide(&path).unwrap_or_else(|fault| panic!("{fault}"));
        let page = fs::read_to_string(path.with_extension("md")).unwrap();
        assert!(page.contains("https://"), "{} cites its sources", guide.id);
    }
}

#[test]
fn every_example_is_offered_when_it_lies_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let guides = folder.path().join("guides");
    fs::create_dir(&guides).unwrap();
    for path in examples() {
        fs::copy(&path, guides.join(path.file_name().unwrap())).unwrap();
    }
    let (offered, faults) = guides_beside(&data, &folder.path().join("nowhere"));
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    assert_eq!(offered.len(), examples().len());
    assert!(offered.iter().all(|added| added.origin == Origin::Added));
}
