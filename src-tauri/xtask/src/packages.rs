//! The Debian packages that Vincula needs, and which of them are missing.

use anyhow::{Context as _, Result};
use std::collections::BTreeSet;
use std::process::Command;

/// What the window is compiled with.
pub(crate) const BUILD: [&str; 8] = [
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libssl-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libxdo-dev",
    "libdbus-1-dev",
];

/// What the whole-program tests, the pictures and the benchmarks use: a display, a session bus, a keyring, a driver for
/// the window, a desktop's notices, a checker of shell scripts, Python's environments (for `tests/counterparts`), and
/// fonts that make pictures the same on every machine.
pub(crate) const TEST: [&str; 18] = [
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "dunst",
    "gnome-keyring",
    "libsecret-tools",
    "xdg-utils",
    "desktop-file-utils",
    "imagemagick",
    "openbox",
    "xdotool",
    "xclip",
    "shellcheck",
    "python3-venv",
    "fonts-inter",
    "fonts-noto-core",
];

/// What a check for Windows takes beside a Rust that knows the target: the compiler of its resources.
pub(crate) const WINDOWS: [&str; 1] = ["mingw-w64"];

/// The same with Debian's own Rust, and the source of the standard library.
pub(crate) const WINDOWS_AND_RUST: [&str; 4] = ["mingw-w64", "rustc-web", "cargo-web", "rust-web-src"];

/// Those of `needed` that are not installed. `None` where the machine has no `dpkg-query`, so is no Debian.
pub(crate) fn missing<'a>(needed: &[&'a str]) -> Result<Option<Vec<&'a str>>> {
    let mut ask = Command::new("dpkg-query");
    ask.args(["--show", "--showformat", "${db:Status-Status} ${Package}\n"])
        .args(needed);
    match ask.output() {
        // It fails where it knows nothing of one package, and still answers for the others.
        Ok(answer) => Ok(Some(not_installed(
            needed,
            &String::from_utf8_lossy(&answer.stdout),
        ))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).context("dpkg-query cannot be started"),
    }
}

fn not_installed<'a>(needed: &[&'a str], answer: &str) -> Vec<&'a str> {
    let installed: BTreeSet<&str> = answer
        .lines()
        .filter_map(|line| line.strip_prefix("installed "))
        .collect();
    needed
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_installed_counts() {
        let answer =
            "installed xvfb\nconfig-files xauth\nnot-installed xclip\ninstalled xdotool\ninstalled xdotool\n";
        assert_eq!(
            not_installed(&["xvfb", "xauth", "xclip", "xdotool", "xdg-utils"], answer),
            ["xauth", "xclip", "xdg-utils"]
        );
        assert_eq!(not_installed(&["xvfb"], ""), ["xvfb"]);
    }

    #[test]
    fn no_package_is_named_twice() {
        let all: BTreeSet<&str> = BUILD
            .iter()
            .chain(&TEST)
            .chain(&WINDOWS_AND_RUST)
            .copied()
            .collect();
        assert_eq!(all.len(), BUILD.len() + TEST.len() + WINDOWS_AND_RUST.len());
    }
}
