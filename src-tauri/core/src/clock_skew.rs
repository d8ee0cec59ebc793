//! Whether this machine's clock is wrong, by the `Date` header of an answer that is known to be Microsoft's.
//! Source: RFC 9110, section 6.6.1

use crate::problem::{Evidence, Problem, ProblemKind};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};

/// A smaller difference disturbs nothing: Microsoft's own protocols allow five minutes.
const TOLERATED: SignedDuration = SignedDuration::from_mins(5);

/// The time at the server by an answer's `Date` and `Age` headers: when it was made, and how many seconds a cache on
/// the way has kept it. `None` where either cannot be read.
/// Source: RFC 9111, section 5.1
#[must_use]
pub fn time(date: &str, age: Option<&str>) -> Option<Timestamp> {
    let made = DateTimeParser::new().parse_timestamp(date.trim()).ok()?;
    let kept = age.map_or(Some(0), |seconds| seconds.trim().parse::<u32>().ok())?;
    made.checked_add(SignedDuration::from_secs(kept.into())).ok()
}

/// The problem that the clock is wrong by more than five minutes: the server's time is what was expected, this
/// machine's what was found, both in UTC, the latter with the difference (`+1 d 2 h`; a `-` where the clock is slow).
#[must_use]
pub fn problem(there: Timestamp, here: Timestamp) -> Option<Problem> {
    let off = SignedDuration::from_secs(here.as_second().saturating_sub(there.as_second()));
    if off.abs() <= TOLERATED {
        return None;
    }
    let evidence = Evidence::comparing(minute(there), format!("{} ({})", minute(here), in_words(off)));
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

    #[test]
    fn a_clock_that_is_off_by_more_than_five_minutes_is_named_with_the_difference() {
        let there = time(THERE, None).unwrap();
        for (here, expected) in [
            ("2026-10-21T07:28:00Z", None),
            ("2026-10-21T07:33:00.9Z", None),
            ("2026-10-21T07:23:00Z", None),
            ("2026-10-21T07:34:00Z", Some("2026-10-21 07:34 UTC (+6 min)")),
            ("2026-10-21T07:22:00Z", Some("2026-10-21 07:22 UTC (-6 min)")),
            ("2026-10-21T07:33:59Z", Some("2026-10-21 07:33 UTC (+6 min)")),
            ("2026-10-22T07:28:00Z", Some("2026-10-22 07:28 UTC (+1 d)")),
            ("2026-10-20T06:18:00Z", Some("2026-10-20 06:18 UTC (-1 d 1 h)")),
            ("2010-01-01T00:00:00Z", Some("2010-01-01 00:00 UTC (-6137 d 7 h)")),
        ] {
            let told = problem(there, here.parse().unwrap());
            let found = told.as_ref().and_then(|told| told.evidence.found.as_deref());
            assert_eq!(found, expected, "{here}");
            if let Some(told) = told {
                assert_eq!(told.kind, ProblemKind::ClockWrong);
                assert_eq!(told.evidence.expected.as_deref(), Some("2026-10-21 07:28 UTC"));
            }
        }
    }

    #[test]
    fn what_is_no_date_is_no_time() {
        for date in ["", "yesterday", "0", "Wed, 99 Oct 2026 07:28:00 GMT"] {
            assert_eq!(time(date, None), None, "{date}");
        }
    }

    proptest! {
        #[test]
        fn any_header_is_a_time_or_none_and_any_time_a_difference_or_none(
            date in ".{0,60}",
            age in proptest::option::of(".{0,20}"),
            at in -1_000_000_000_i64..4_000_000_000,
        ) {
            let here = Timestamp::from_second(at).unwrap();
            let there = time(&date, age.as_deref()).unwrap_or_default();
            if let Some(told) = problem(there, here) {
                prop_assert!(here.duration_since(there).abs() > TOLERATED);
                prop_assert_eq!(told.kind, ProblemKind::ClockWrong);
            }
        }
    }
}
