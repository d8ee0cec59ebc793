//! Messages of the corpus, bent, cut, mixed and glued, for as long as one likes.
//!
//! Left out of an ordinary run: `VINCULA_FUZZ_SECONDS=60 cargo test -p vincula-core --release -- --ignored fuzz` does
//! it, and so does `cargo xtask test`. The same seed makes the same texts; a failure prints its text.

use super::corpus;
use super::properties::{BOUND, everything};
use crate::explain::{Context, MOST, explain};
use std::time::{Duration, Instant};

/// How long it takes where nobody says.
const SECONDS: u64 = 60;
/// The longest that one text may take, in a debug build on a slow machine.
const SLOWEST: Duration = Duration::from_secs(5);
/// A secret that is put into every second text.
const CANARY: &str = "Can8Q~arioFalso.de-Vincula_00000000000001";

/// A small generator of numbers (Marsaglia's xorshift): `core` has no source of chance, and need not be fair here.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    fn pick<'t>(&mut self, from: &'t [String]) -> &'t str {
        &from[self.below(from.len())]
    }

    /// A text out of the corpus, changed a few times.
    fn text(&mut self, corpus: &[String]) -> String {
        let mut text = self.pick(corpus).to_owned();
        for _ in 0..=self.below(6) {
            self.change(&mut text, corpus);
            if text.len() > 2 * MOST {
                break;
            }
        }
        text
    }

    fn change(&mut self, text: &mut String, corpus: &[String]) {
        let at = text.floor_char_boundary(self.below(text.len() + 1));
        match self.below(9) {
            0 => text.truncate(at),
            1 => drop(text.drain(..at)),
            2 => text.insert_str(at, self.pick(corpus)),
            3 => {
                let c = char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap()).unwrap_or('\u{FFFD}');
                text.insert(at, c);
            }
            4 => *text = text.repeat(1 + self.below(20)),
            5 => *text = url::form_urlencoded::byte_serialize(text.as_bytes()).collect(),
            6 => *text = serde_json::to_string(text).unwrap(),
            7 => *text = text.chars().rev().collect(),
            _ => {
                let marks = [
                    "%",
                    "\\u",
                    "&#",
                    "\"",
                    "AADSTS",
                    "{",
                    "0",
                    "\n",
                    "error_codes\":[",
                    "\u{301}",
                ];
                text.insert_str(at, marks[self.below(marks.len())]);
            }
        }
    }
}

#[test]
#[ignore = "takes a minute; `cargo xtask test` runs it"]
fn fuzz_no_text_breaks_it_hangs_it_or_gets_a_secret_out_of_it() {
    let seconds = std::env::var("VINCULA_FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok())
        .unwrap_or(SECONDS);
    let corpus = corpus::texts();
    let mut numbers = Numbers(0x5EED_0000_0000_0001);
    let (mut executions, mut bytes, mut slowest) = (0_u64, 0, Duration::ZERO);
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(seconds) {
        let mut text = numbers.text(&corpus);
        let has_canary = executions % 2 == 0;
        if has_canary {
            let at = text.floor_char_boundary(numbers.below(text.len() + 1));
            text.insert_str(at, &format!(" {CANARY} "));
        }
        let started = Instant::now();
        let found = explain(&text, &Context::default());
        let took = started.elapsed();
        let shown = everything(&found);
        assert!(took < SLOWEST, "{took:?} for {text:?}");
        assert!(shown.len() < BOUND, "{} bytes for {text:?}", shown.len());
        assert!(!shown.contains(&CANARY[..12]), "{text:?}\n{shown}");
        slowest = slowest.max(took);
        bytes += text.len();
        executions += 1;
    }
    println!("explain: {executions} executions, {bytes} bytes, the slowest took {slowest:?}");
    assert!(executions > 0);
}
