//! How many tests passed and failed, read from what the test runners say.

use std::fmt;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Ran and held.
    pub(crate) passed: u64,
    /// Ran and did not hold, did not end, or could not be started.
    pub(crate) failed: u64,
    /// Left out.
    pub(crate) skipped: u64,
}

impl Counts {
    /// Adds those of another runner.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Reads pieces such as `3 passed` and `1 timed out`.
    fn of_pieces<'a>(pieces: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut counts = Self::default();
        for piece in pieces.map(str::trim).filter(|piece| !piece.is_empty()) {
            let (number, what) = piece.split_once(' ')?;
            let number: u64 = number.parse().ok()?;
            match what {
                "passed" => counts.passed += number,
                "skipped" | "ignored" | "todo" => counts.skipped += number,
                "measured" | "filtered out" => {}
                // failed, timed out, exec failed … : whatever else can happen to a test is no pass.
                _ => counts.failed += number,
            }
        }
        Some(counts)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `Summary [ 1.2s] 7 tests run: 5 passed (1 slow), 1 failed, 1 timed out, 2 skipped`, once, at the end.
pub(crate) fn nextest(said: &str) -> Option<Counts> {
    let said = without_colours(said);
    let line = said
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Summary ["))?;
    let (_, results) = line.split_once("run: ")?;
    Counts::of_pieces(without_asides(results).split(','))
}

/// `Tests  1 failed | 41 passed | 2 skipped (44)`, once, at the end.
pub(crate) fn vitest(said: &str) -> Option<Counts> {
    let said = without_colours(said);
    let line = said
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Tests "))?;
    let results = line.trim_start().strip_prefix("Tests ")?;
    Counts::of_pieces(without_asides(results).split('|'))
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`, once a crate.
pub(crate) fn doctests(said: &str) -> Option<Counts> {
    let said = without_colours(said);
    let mut sum = None;
    for line in said.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        let (_, results) = line.split_once(". ")?;
        let results = results.split("; finished in").next()?;
        let counts: &mut Counts = sum.get_or_insert_default();
        counts.add(Counts::of_pieces(results.split(';'))?);
    }
    sum
}

/// Takes out what stands in parentheses: it explains a number that is counted already.
fn without_asides(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// Takes out the escape sequences with which a terminal changes colour.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece
            .find(|c: char| c.is_ascii_alphabetic())
            .map_or(piece.len(), |at| at + 1);
        plain.push_str(&piece[end..]);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64, skipped: u64) -> Counts {
        Counts {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn nextest_says_it_in_its_summary() {
        let good = "────────────\n     Summary [   0.028s] 3 tests run: 3 passed, 0 skipped\n";
        assert_eq!(nextest(good), Some(counts(3, 0, 0)));
        let one = "     Summary [   0.028s] 1 test run: 1 passed, 4 skipped";
        assert_eq!(nextest(one), Some(counts(1, 0, 4)));
        let bad = "     Summary [ 181.2s] 8/9 tests run: 5 passed (1 slow, 1 leaky), 1 failed, 1 timed out, \
                   1 exec failed, 2 skipped\n        FAIL [   0.003s] core a::b\nerror: test run failed";
        assert_eq!(nextest(bad), Some(counts(5, 3, 2)));
    }

    #[test]
    fn what_a_test_prints_is_not_the_summary() {
        assert_eq!(nextest("error: could not compile\n 3 tests run: 3 passed"), None);
        assert_eq!(nextest(""), None);
    }

    #[test]
    fn vitest_says_it_behind_tests() {
        let good = " Test Files  2 passed (2)\n      Tests  42 passed (42)\n   Start at  10:00:00\n";
        assert_eq!(vitest(good), Some(counts(42, 0, 0)));
        let bad = " Test Files  1 failed (1)\n      Tests  1 failed | 41 passed | 2 skipped | 1 todo (45)\n";
        assert_eq!(vitest(bad), Some(counts(41, 1, 3)));
        assert_eq!(vitest("No test files found"), None);
    }

    #[test]
    fn colours_do_not_matter() {
        let coloured = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m7 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (7)\u{1b}[39m";
        assert_eq!(vitest(coloured), Some(counts(7, 0, 0)));
    }

    #[test]
    fn doctests_are_summed_over_the_crates() {
        let said = "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.50s\n\
                    all doctests ran in 0.60s; merged doctests compilation took 0.10s\n\
                    test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        assert_eq!(doctests(said), Some(counts(3, 1, 1)));
        assert_eq!(doctests("error: no such crate"), None);
    }

    #[test]
    fn the_counts_are_one_plain_line() {
        let mut sum = Counts {
            passed: 2,
            failed: 0,
            skipped: 1,
        };
        sum.add(Counts {
            passed: 40,
            failed: 1,
            skipped: 0,
        });
        assert_eq!(sum.to_string(), "42 passed, 1 failed");
    }
}
