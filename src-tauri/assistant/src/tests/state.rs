//! State that cannot be lost: whatever happens to the files, to the disk, or to the program that writes.

mod crash;
mod damage;
mod disk;
mod newer;
mod strangers;
mod together;

use super::setups::{Disk, MONDAY, setup};
use crate::SetupStore as _;
use std::fs;
use std::path::PathBuf;
use vincula_core::setup::{Setup, SetupId};

impl Disk {
    fn previous(&self, id: &SetupId) -> PathBuf {
        self.file(id).with_extension("previous.json")
    }

    /// A setup that was kept so often, one step further each time.
    fn kept(&self, last: char, times: usize) -> Setup {
        let mut kept = self.setups.save(&setup(last, MONDAY)).unwrap();
        for step in 1..times {
            kept = self.step(&kept.id, &format!("step-{step}"));
        }
        kept
    }

    fn step(&self, id: &SetupId, step: &str) -> Setup {
        self.setups
            .update(id, &mut |setup| setup.mark_done(step))
            .unwrap()
    }

    /// The names of what is kept aside.
    fn damaged(&self) -> Vec<String> {
        let entries = fs::read_dir(self.data.path().join("setups/damaged"));
        let mut names: Vec<_> = entries
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}
