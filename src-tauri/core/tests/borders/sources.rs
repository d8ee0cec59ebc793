//! What the sources name.

use std::fs;
use std::path::{Path, PathBuf};

/// Names of the outside world, as they stand in a line.
const NAMES: [&str; 12] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::io",
    "std::os",
    "std::thread",
    "SystemTime",
    "Instant",
    "tokio::",
    "::now(",
    "getrandom",
];
/// The same names inside `use std::{…}`.
const MODULES: [&str; 7] = ["fs", "net", "env", "process", "io", "os", "thread"];

/// Each place in the sources below `folder`, tests aside, that names the outside world.
pub(crate) fn outside_world_in(folder: &Path) -> Vec<String> {
    let files = files(folder, &["rs"]);
    assert!(
        files.len() > 20,
        "there is nothing to look at in {}",
        folder.display()
    );
    let is_test = |path: &Path| {
        path.components()
            .any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")))
    };
    let sources = files
        .into_iter()
        .filter(|path| !is_test(path.strip_prefix(folder).unwrap_or(path)));
    sources
        .flat_map(|path| places(&path, |line| outside_world_on(line).is_some()))
        .collect()
}

/// The first name of the outside world in a line of code.
pub(crate) fn outside_world_on(line: &str) -> Option<String> {
    let code = line.split("//").next().unwrap_or_default();
    if let Some((_, group)) = code.split_once("use std::{") {
        let parts = group.split(|c: char| !c.is_alphanumeric() && c != '_');
        if let Some(found) = parts.into_iter().find(|part| MODULES.contains(part)) {
            return Some(format!("std::{{{found}}}"));
        }
    }
    let is_word = |at: usize, name: &str| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        (name.starts_with(':') || !inside(before)) && (name.ends_with([':', '(']) || !inside(after))
    };
    let named = NAMES
        .iter()
        .find(|name| code.match_indices(**name).any(|(at, _)| is_word(at, name)));
    named.map(|name| (*name).to_owned())
}

/// Each place below `folder`, outside its sub-folder `ipc`, that imports Tauri.
pub(crate) fn tauri_imports_outside(folder: &Path, ipc: &str) -> Vec<String> {
    let files = files(folder, &["ts", "js", "svelte"]);
    let (inside, outside): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|path| path.starts_with(folder.join(ipc)));
    let count = |paths: &[PathBuf]| {
        paths
            .iter()
            .flat_map(|path| places(path, is_tauri_import))
            .collect::<Vec<_>>()
    };
    assert!(
        !count(&inside).is_empty(),
        "not even the one folder imports Tauri: is it elsewhere now?"
    );
    count(&outside)
}

/// Whether a line of code imports Tauri.
pub(crate) fn is_tauri_import(line: &str) -> bool {
    let code = line.trim_start();
    code.contains("@tauri-apps/")
        && !code.starts_with("//")
        && !code.starts_with('*')
        && !code.starts_with("/*")
}

/// Each place in the Rust sources below `folders` that is `unsafe`, and below them each block that does not say why it
/// is sound in a `SAFETY:` comment right above it.
pub(crate) struct Unsafe {
    pub(crate) places: Vec<String>,
    pub(crate) unexplained: Vec<String>,
}

impl Unsafe {
    pub(crate) fn below(folders: &[PathBuf]) -> Self {
        let mut found = Self {
            places: Vec::new(),
            unexplained: Vec::new(),
        };
        for path in folders.iter().flat_map(|folder| files(folder, &["rs"])) {
            found.places.extend(places(&path, is_unsafe));
            let text = fs::read_to_string(&path).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            let unexplained = lines.iter().enumerate().filter(|(at, line)| {
                is_unsafe(line) && !(*at > 0 && lines[at - 1].trim_start().starts_with("// SAFETY: "))
            });
            found
                .unexplained
                .extend(unexplained.map(|(at, line)| format!("{}:{}: {line}", path.display(), at + 1)));
        }
        found
    }
}

/// Whether a line of code, comments and texts in it aside, says `unsafe`.
pub(crate) fn is_unsafe(line: &str) -> bool {
    let without_quotes = line.replace("\\\"", "").replace("'\"'", "");
    let code = without_quotes.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let code = code.split("//").next().unwrap_or_default();
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
        .any(|word| word == "unsafe")
}

fn places(path: &Path, is_found: impl Fn(&str) -> bool) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| is_found(line));
    lines
        .map(|(at, line)| format!("{}:{}: {}", path.display(), at + 1, line.trim()))
        .collect()
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path
            .extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|ending| endings.contains(&ending))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}
