//! The memory of a running process. Only its owner's may be read, and of a process that keeps it private only by an
//! administrator.

use crate::Canary;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};

impl Canary {
    /// How often the readable memory of a process holds the secret, in any notation.
    ///
    /// # Errors
    /// Where the memory cannot be read: the process has ended, or it is not ours to look at.
    pub fn in_memory(&self, process: u32) -> io::Result<usize> {
        let maps = fs::read_to_string(format!("/proc/{process}/maps"))?;
        let mut memory = File::open(format!("/proc/{process}/mem"))?;
        let mut found = 0;
        for line in maps.lines() {
            let Some((from, to)) = readable(line) else {
                continue;
            };
            let mut bytes = Vec::new();
            // A region may go away meanwhile, and some belong to a device.
            if memory.seek(SeekFrom::Start(from)).is_ok() {
                let _to_where_it_ends = memory.by_ref().take(to - from).read_to_end(&mut bytes);
            }
            found += self.count_in(&bytes);
        }
        Ok(found)
    }
}

/// Where a readable region begins and ends.
fn readable(line: &str) -> Option<(u64, u64)> {
    let mut parts = line.split(' ');
    let (from, to) = parts.next()?.split_once('-')?;
    let is_readable =
        parts.next()?.starts_with('r') && !line.ends_with("[vvar]") && !line.ends_with("[vsyscall]");
    let number = |text| u64::from_str_radix(text, 16).ok();
    is_readable.then_some((number(from)?, number(to)?))
}
