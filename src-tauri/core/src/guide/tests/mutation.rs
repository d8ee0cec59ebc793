//! A guide file comes from outside: whatever is in it, reading it ends with a guide or with an error.

use crate::guide::built_in::SOURCES;
use crate::guide::{Pictures, parse};
use proptest::prelude::*;

fn source() -> &'static str {
    SOURCES.first().map_or("", |(_, source)| source)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn changed_bytes_never_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = source().as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        drop(parse("mutated.toml", &String::from_utf8_lossy(&bytes), &Pictures::default()));
    }

    #[test]
    fn a_piece_taken_out_never_panics(from in any::<prop::sample::Index>(), count in 1_usize..400) {
        let lines: Vec<&str> = source().lines().collect();
        let from = from.index(lines.len());
        let rest = lines.iter().enumerate().filter(|(line, _)| !(from..from + count).contains(line));
        let text: Vec<&str> = rest.map(|(_, line)| *line).collect();
        drop(parse("mutated.toml", &text.join("\n"), &Pictures::default()));
    }

    #[test]
    fn a_line_is_always_one_of_the_file(text in "\\PC{0,400}") {
        if let Err(error) = parse("any.toml", &text, &Pictures::default()) {
            prop_assert!(error.line >= 1 && error.line <= text.lines().count().max(1) + 1);
        }
    }
}
