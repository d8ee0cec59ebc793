//! The memory of a process and everything that it started, as Linux counts it.
//!
//! PSS counts a page that several processes share only once in sum; adding RSS would count that page three times.

use std::collections::BTreeSet;
use std::fs;

/// The proportional set size of the tree under `root` in KiB; 0 where it cannot be told.
pub(crate) fn of_tree(root: u32) -> u64 {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| {
            let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            Some((process, parent(&stat)?))
        })
        .collect();
    tree(root, &parents)
        .into_iter()
        .filter_map(|process| fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok())
        .filter_map(|rollup| pss(&rollup))
        .sum()
}

/// The parent in a line of `/proc/…/stat`. The name before it may hold blanks and parentheses.
fn parent(stat: &str) -> Option<u32> {
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(1)?.parse().ok()
}

/// `root` and all that descends from it.
fn tree(root: u32, parents: &[(u32, u32)]) -> BTreeSet<u32> {
    let mut found = BTreeSet::from([root]);
    loop {
        let before = found.len();
        found.extend(
            parents
                .iter()
                .filter(|(_, parent)| found.contains(parent))
                .map(|(process, _)| *process)
                .collect::<Vec<_>>(),
        );
        if found.len() == before {
            return found;
        }
    }
}

/// The `Pss:` line of `smaps_rollup`, in KiB.
fn pss(rollup: &str) -> Option<u64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_stands_behind_a_name_that_may_hold_anything() {
        assert_eq!(parent("42 (a (b) c) S 7 42 42 0"), Some(7));
        assert_eq!(parent(""), None);
    }

    #[test]
    fn grandchildren_belong_to_the_tree_and_neighbours_do_not() {
        let parents = [(30, 20), (20, 10), (10, 1), (11, 1), (31, 11)];
        assert_eq!(tree(10, &parents), BTreeSet::from([10, 20, 30]));
    }

    #[test]
    fn pss_is_not_one_of_its_parts() {
        let rollup = "00400000-7fff [rollup]\nRss:    9000 kB\nPss:    4321 kB\nPss_Dirty:  1 kB\n";
        assert_eq!(pss(rollup), Some(4321));
        assert_eq!(pss("Pss_Anon: 1 kB"), None);
    }
}
