//! The page's types: made from the Rust types that cross the border by tests that `ts-rs` derives, and committed,
//! so that the page can be built and checked without Rust.

use crate::report;
use crate::setup::{Purpose, setup};
use crate::step::run_one;
use crate::workspace::{FEATURES, Workspace};
use anyhow::{Context as _, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Tells `ts-rs` where to write. `.cargo/config.toml` sets it for tests that are started by hand.
pub(crate) const FOLDER_VARIABLE: &str = "TS_RS_EXPORT_DIR";

/// Writes the types anew; those without a Rust type any more go.
pub(crate) fn types(workspace: &Workspace) -> Result<()> {
    setup(workspace, Purpose::Run)?;
    let exported = empty_folder(workspace)?;
    let mut export = workspace.cargo("test --package vincula-desktop --lib");
    export
        .args(FEATURES)
        .arg("export_bindings")
        .env(FOLDER_VARIABLE, &exported);
    run_one("types", export)?;
    let new = files(&exported)?;
    ensure!(!new.is_empty(), "no test exported a type");
    let committed = committed(workspace);
    let old = files(&committed)?;
    for gone in old.keys().filter(|name| !new.contains_key(*name)) {
        fs::remove_file(committed.join(gone))?;
    }
    fs::create_dir_all(&committed)?;
    for (name, content) in &new {
        fs::write(committed.join(name), content)?;
    }
    report::line(format_args!("{} types in {}", new.len(), committed.display()))
}

/// An empty folder to export into.
pub(crate) fn empty_folder(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("types");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Fails where the committed types are not the exported ones.
pub(crate) fn compare(workspace: &Workspace, exported: &Path) -> Result<()> {
    let (committed, exported) = (files(&committed(workspace))?, files(exported)?);
    let stale = differing(&committed, &exported);
    if stale.is_empty() {
        return report::heading("types are fresh");
    }
    bail!(
        "the page's types are stale ({}): run `cargo xtask types` and commit what it writes",
        stale.join(", ")
    )
}

fn committed(workspace: &Workspace) -> PathBuf {
    workspace.root.join("ui/src/ipc/types")
}

/// The TypeScript files of a folder by their names. A folder that is not there holds none.
fn files(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    if !folder.exists() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ts") {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let content = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            found.insert(name, content);
        }
    }
    Ok(found)
}

/// The names of the files that are not the same in both, or only in one.
fn differing<'a>(one: &'a BTreeMap<String, String>, other: &'a BTreeMap<String, String>) -> Vec<&'a str> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names
        .into_iter()
        .filter(|name| one.get(*name) != other.get(*name))
        .map(String::as_str)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_stale_when_changed_missing_or_left_over() {
        let of = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect::<BTreeMap<_, _>>()
        };
        let committed = of(&[("Same.ts", "a"), ("Changed.ts", "a"), ("LeftOver.ts", "a")]);
        let exported = of(&[("Same.ts", "a"), ("Changed.ts", "b"), ("New.ts", "a")]);
        assert_eq!(
            differing(&committed, &exported),
            ["Changed.ts", "LeftOver.ts", "New.ts"]
        );
        assert!(differing(&exported, &exported).is_empty());
    }
}
