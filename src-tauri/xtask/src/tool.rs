//! Programs from the registry that only some commands need: installed when they are, below the target folder, in one
//! version for everybody.

use crate::step::run_one;
use crate::workspace::Workspace;
use anyhow::Result;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// A program from the registry.
#[derive(Clone, Copy)]
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
}

impl Tool {
    /// A search path on which the program stands, after it has been installed where it was missing.
    pub(crate) fn path(self, workspace: &Workspace) -> Result<OsString> {
        let root = workspace.target.join("tools");
        if !self.is_in(&root) {
            let mut install = workspace.cargo("install --locked --quiet");
            install.arg(format!("{}@{}", self.name, self.version));
            install.arg("--root").arg(&root);
            run_one(self.name, install)?;
        }
        let own = root.join("bin");
        let others = env::var_os("PATH").unwrap_or_default();
        Ok(env::join_paths(
            [own].into_iter().chain(env::split_paths(&others)),
        )?)
    }

    /// Cargo notes there what it has installed, with versions.
    fn is_in(self, root: &Path) -> bool {
        let noted = fs::read_to_string(root.join(".crates.toml")).unwrap_or_default();
        noted.contains(&format!("\"{} {} ", self.name, self.version))
    }
}
