//! How long a server asks to wait: the value of a `Retry-After` header.
//! Source: RFC 9110, section 10.2.3: whole seconds, or a date.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

/// The longest time that is believed, in seconds: a day. More is a mistake, and nobody would wait for it.
pub const LONGEST: u64 = 24 * 60 * 60;

/// Longer values are neither a number nor a date.
const MOST_CHARACTERS: usize = 64;

/// The seconds to wait that a header asks for, at most [`LONGEST`]. A date that has passed asks for none. `None`
/// where the header is neither seconds nor a date: a negative number, a fraction, words.
#[must_use]
pub fn seconds(header: &str, now: Timestamp) -> Option<u64> {
    let header = header.trim();
    if header.is_empty() || header.len() > MOST_CHARACTERS {
        return None;
    }
    if header.bytes().all(|b| b.is_ascii_digit()) {
        // Too many digits for a number are a long time, too.
        return Some(
            header
                .parse()
                .map_or(LONGEST, |seconds: u64| seconds.min(LONGEST)),
        );
    }
    let until = DateTimeParser::new().parse_timestamp(header).ok()?;
    let wait = u64::try_from(until.duration_since(now).as_secs()).unwrap_or(0);
    Some(wait.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use proptest::prelude::*;

    fn now() -> Timestamp {
        "2026-10-21T07:28:00Z".parse().unwrap()
    }

    #[test]
    fn each_form_of_the_header_has_one_meaning() {
        for (header, expected) in [
            ("7", Some(7)),
            (" 120 ", Some(120)),
            ("0", Some(0)),
            ("1000000000", Some(LONGEST)),
            ("99999999999999999999999", Some(LONGEST)),
            ("Wed, 21 Oct 2026 07:28:30 GMT", Some(30)),
            ("Wed, 21 Oct 2026 07:27:00 GMT", Some(0)),
            ("Fri, 31 Dec 1999 23:59:59 GMT", Some(0)),
            ("Tue, 21 Oct 2036 07:28:00 GMT", Some(LONGEST)),
            ("-1", None),
            ("+1", None),
            ("1e9", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
            ("7, 8", None),
            ("٣", None),
        ] {
            assert_eq!(seconds(header, now()), expected, "{header:?}");
        }
    }

    proptest! {
        #[test]
        fn no_header_asks_for_more_than_a_day(header in ".{0,80}", at in -1_000_000_000_i64..4_000_000_000) {
            let now = Timestamp::from_second(at).unwrap();
            prop_assert!(seconds(&header, now).is_none_or(|wait| wait <= LONGEST));
        }

        #[test]
        fn whole_seconds_are_themselves_up_to_a_day(asked: u64, blanks in " {0,3}") {
            prop_assert_eq!(seconds(&format!("{blanks}{asked}{blanks}"), now()), Some(asked.min(LONGEST)));
        }

        #[test]
        fn a_date_is_as_far_away_as_it_is(away in -200_000_i64..200_000) {
            let then = now().checked_add(SignedDuration::from_secs(away)).unwrap();
            let header = then.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
            let expected = u64::try_from(away).unwrap_or(0).min(LONGEST);
            prop_assert_eq!(seconds(&header, now()), Some(expected), "{}", header);
        }
    }
}
