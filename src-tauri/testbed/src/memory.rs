//! The memory of a running process. Only its owner's may be read, and of a process that keeps it private only by an
//! administrator.

use crate::Canary;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};

/// The size of a page, in bytes.
const PAGE: u64 = 4096;
/// How many pages are looked at together.
const TOGETHER: u64 = 2048;
/// The two bits of a page's entry that say that it is in memory or on the swap.
/// Source: <https://docs.kernel.org/admin-guide/mm/pagemap.html>
const THERE: u64 = 0b11 << 62;

impl Canary {
    /// How often the memory of a process holds the secret, in any notation. What belongs to a file and cannot be
    /// written is left out, and so are pages that nobody has touched: browsers reserve more than a machine has.
    ///
    /// # Errors
    /// Where the memory cannot be read: the process has ended, or it is not ours to look at.
    pub fn in_memory(&self, process: u32) -> io::Result<usize> {
        let maps = fs::read_to_string(format!("/proc/{process}/maps"))?;
        let mut memory = File::open(format!("/proc/{process}/mem"))?;
        let mut pages = File::open(format!("/proc/{process}/pagemap"))?;
        let mut found = 0;
        for (from, to) in maps.lines().filter_map(searched) {
            let mut together = Vec::new();
            let mut at = from;
            while at < to {
                let count = ((to - at) / PAGE).min(TOGETHER);
                let there = are_there(&mut pages, at, count);
                for (page, is_there) in (at..).step_by(4096).zip(there) {
                    let mut bytes = [0; 4096];
                    // A page may go away meanwhile, and some belong to a device.
                    let is_read = is_there
                        && memory.seek(SeekFrom::Start(page)).is_ok()
                        && memory.read_exact(&mut bytes).is_ok();
                    if is_read {
                        together.extend_from_slice(&bytes);
                    }
                    if !is_read || together.len() as u64 > TOGETHER * PAGE {
                        found += self.count_in(&together);
                        together.clear();
                    }
                }
                at += count * PAGE;
            }
            found += self.count_in(&together);
        }
        Ok(found)
    }
}

/// Which of the pages from here on are there.
fn are_there(pages: &mut File, from: u64, count: u64) -> Vec<bool> {
    let mut entries = Vec::new();
    let is_read = pages.seek(SeekFrom::Start(from / PAGE * 8)).is_ok()
        && pages.by_ref().take(count * 8).read_to_end(&mut entries).is_ok();
    if !is_read || entries.len() as u64 != count * 8 {
        // What is not said is looked at.
        return vec![true; usize::try_from(count).unwrap_or_default()];
    }
    let entry = |bytes: &[u8]| bytes.try_into().map_or(THERE, u64::from_ne_bytes);
    entries
        .chunks_exact(8)
        .map(|bytes| entry(bytes) & THERE != 0)
        .collect()
}

/// Where a region begins and ends that could hold a value.
fn searched(line: &str) -> Option<(u64, u64)> {
    let mut parts = line.split_whitespace();
    let (from, to) = parts.next()?.split_once('-')?;
    let allowed = parts.next()?;
    let inode = parts.nth(2)?;
    let is_searched = allowed.starts_with("rw") || (allowed.starts_with('r') && inode == "0");
    let is_kernels =
        line.ends_with("[vvar]") || line.ends_with("[vsyscall]") || line.ends_with("[vvar_vclock]");
    let number = |text| u64::from_str_radix(text, 16).ok();
    (is_searched && !is_kernels).then_some((number(from)?, number(to)?))
}
