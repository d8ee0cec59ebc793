//! Whether this machine's clock is wrong, by the `Date` header of an answer that is known to be Microsoft's.
//! Source: RFC 9110, section 6.6.1.

use crate::problem::{Evidence, Problem, ProblemKind};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};

/// A smaller difference disturbs nothing: Microsoft's own protocols allow five minutes.
const TOLERATED: SignedDuration = SignedDuration::from_mins(5);

/// How far this machine's clock is from the server's: positive where it is fast. `None` where the header is no date.
#[must_use]
pub fn difference(date: &str, here: Timestamp) -> Option<SignedDuration> {
    let there = DateTimeParser::new().parse_timestamp(date.trim()).ok()?;
    Some(here.duration_since(there))
}

/// The problem that the clock is wrong by more than five minutes: the server's time is what was expected, this
/// machine's what was found, both in UTC, and the difference stands as text (`+1d 2h`; a `-` where the clock is
/// slow).
#[must_use]
pub fn problem(date: &str, here: Timestamp) -> Option<Problem> {
    let off = difference(date, here)?;
    if off.abs() <= TOLERATED {
        return None;
    }
    let there = here.checked_sub(off).ok()?;
    let evidence = Evidence::comparing(minute(there), minute(here)).with_text(&in_words(off));
    Some(Problem::new(ProblemKind::ClockWrong, evidence))
}

fn minute(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// The two largest units that say something, to the nearest minute: nobody sets a clock by the second.
fn in_words(off: SignedDuration) -> String {
    let minutes = (off.abs().as_secs() + 30) / 60;
    let parts = [
        (minutes / (24 * 60), "d"),
        (minutes / 60 % 24, "h"),
        (minutes % 60, "min"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .skip_while(|(count, _)| *count == 0)
        .take(2)
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    let sign = if off.is_negative() { "-" } else { "+" };
    format!("{sign}{}", said.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const THERE: &str = "Wed, 21 Oct 2026 07:28:00 GMT";

    fn at(here: &str) -> Option<(String, String)> {
        let found = problem(THERE, here.parse().unwrap())?;
        assert_eq!(found.kind, ProblemKind::ClockWrong);
        assert_eq!(found.evidence.expected.as_deref(), Some("2026-10-21 07:28 UTC"));
        Some((found.evidence.text.unwrap(), found.evidence.found.unwrap()))
    }

    #[test]
    fn a_clock_that_is_off_by_more_than_five_minutes_is_named_with_the_difference() {
        for (here, expected) in [
            ("2026-10-21T07:28:00Z", None),
            ("2026-10-21T07:33:00Z", None),
            ("2026-10-21T07:23:00Z", None),
            ("2026-10-21T07:34:00Z", Some("+6 min")),
            ("2026-10-21T07:22:00Z", Some("-6 min")),
            ("2026-10-21T07:33:59Z", Some("+6 min")),
            ("2026-10-22T07:28:00Z", Some("+1 d")),
            ("2026-10-20T06:18:00Z", Some("-1 d 1 h")),
            ("2010-01-01T00:00:00Z", Some("-6137 d 7 h")),
        ] {
            assert_eq!(at(here).map(|(text, _)| text).as_deref(), expected, "{here}");
        }
        assert_eq!(at("2026-10-22T07:28:00Z").unwrap().1, "2026-10-22 07:28 UTC");
    }

    #[test]
    fn what_is_no_date_says_nothing_about_the_clock() {
        for date in ["", "yesterday", "0", "Wed, 99 Oct 2026 07:28:00 GMT"] {
            assert_eq!(
                problem(date, "2026-10-21T07:28:00Z".parse().unwrap()),
                None,
                "{date}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_header_is_a_difference_or_nothing(date in ".{0,60}", at in -1_000_000_000_i64..4_000_000_000) {
            let here = Timestamp::from_second(at).unwrap();
            if let Some(found) = problem(&date, here) {
                prop_assert!(difference(&date, here).unwrap().abs() > TOLERATED);
                prop_assert_eq!(found.kind, ProblemKind::ClockWrong);
            }
        }
    }
}
