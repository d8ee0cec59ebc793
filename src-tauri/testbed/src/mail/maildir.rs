//! A mailbox on the disk, in the format Maildir: one file a message, unread in `new`, seen by a client in `cur`, with the
//! flag `S` once it is read.

use super::account::Account;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// The inbox of one mailbox, as its server keeps it. Looking at it here changes nothing.
#[derive(Clone, Debug)]
pub struct Maildir {
    path: PathBuf,
    account: Account,
}

impl Maildir {
    pub(super) fn open(path: PathBuf, account: &Account) -> Self {
        for folder in ["", "new", "cur", "tmp"] {
            let folder = path.join(folder);
            fs::create_dir_all(&folder).expect("a folder can be made");
            account.own(&folder);
        }
        Self {
            path,
            account: account.clone(),
        }
    }

    /// Puts a message (RFC 5322) into it, unread.
    ///
    /// # Panics
    /// Where it cannot be written.
    pub fn put(&self, raw: &str) {
        self.write("new", "", raw);
    }

    /// Puts a message into it that has been read.
    ///
    /// # Panics
    /// Where it cannot be written.
    pub fn put_read(&self, raw: &str) {
        self.write("cur", ":2,S", raw);
    }

    /// How many messages nobody has read.
    ///
    /// # Panics
    /// Where it cannot be looked at.
    #[must_use]
    pub fn unread(&self) -> usize {
        let files = self.files().into_iter();
        files
            .filter(|file| {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let flags = name.rsplit_once(":2,").map_or("", |(_, flags)| flags);
                !flags.contains('S')
            })
            .count()
    }

    /// Every message, oldest name first.
    ///
    /// # Panics
    /// Where it cannot be looked at.
    #[must_use]
    pub fn messages(&self) -> Vec<String> {
        let files = self.files().into_iter();
        files
            .map(|file| fs::read_to_string(file).expect("a message can be read"))
            .collect()
    }

    /// Its folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn write(&self, folder: &str, flags: &str, raw: &str) {
        let name = format!("{:010}.testbed", NEXT.fetch_add(1, Ordering::SeqCst));
        let unfinished = self.path.join("tmp").join(&name);
        fs::write(&unfinished, raw).expect("a message can be written");
        self.account.own(&unfinished);
        let finished = self.path.join(folder).join(name + flags);
        fs::rename(unfinished, finished).expect("a message can be moved");
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = ["new", "cur"]
            .iter()
            .flat_map(|folder| fs::read_dir(self.path.join(folder)).expect("a folder can be read"))
            .map(|entry| entry.expect("an entry can be read").path())
            .collect();
        files.sort_by_key(|file| file.file_name().map(ToOwned::to_owned));
        files
    }
}
