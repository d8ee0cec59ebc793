//! Who a mail server runs as: never root, because Dovecot opens no mailbox of root's, and nothing here needs it.

use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

/// A user of this machine.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) group: String,
    pub(super) uid: u32,
    pub(super) gid: u32,
    /// Whether it is another than the one that runs the test, which is root then.
    is_other: bool,
}

impl Account {
    /// Whoever runs the test; `nobody` where that is root.
    pub(super) fn for_servers() -> Self {
        let is_other = ask(&["-u"]) == "0";
        let name = if is_other {
            "nobody".to_owned()
        } else {
            ask(&["-un"])
        };
        Self {
            group: ask(&["-gn", &name]),
            uid: number(&["-u", &name]),
            gid: number(&["-g", &name]),
            name,
            is_other,
        }
    }

    /// Lets the account own a file or a folder.
    pub(super) fn own(&self, path: &Path) {
        if self.is_other {
            chown(path, Some(self.uid), Some(self.gid)).expect("root may give a file away");
        }
    }

    /// Makes a program run as this account.
    pub(super) fn run<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        if self.is_other {
            command.uid(self.uid).gid(self.gid)
        } else {
            command
        }
    }
}

fn ask(arguments: &[&str]) -> String {
    let answer = Command::new("id").args(arguments).output().expect("id runs");
    String::from_utf8_lossy(&answer.stdout).trim().to_owned()
}

fn number(arguments: &[&str]) -> u32 {
    ask(arguments).parse().expect("id answers with a number")
}
