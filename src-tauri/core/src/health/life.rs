//! How long a secret lives, in days of the calendar.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days before the end on which the person is warned.
pub const WARNED: [i32; 3] = [30, 7, 1];

/// How near the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Thirty days or fewer are left.
    Month,
    /// Seven days or fewer are left.
    Week,
    /// It ends tomorrow or today.
    Day,
    /// It has ended.
    Ended,
}

impl Warning {
    /// The warning for so many days that are left; negative once the last day is over.
    #[must_use]
    pub fn at(days_left: i32) -> Option<Self> {
        let [month, week, day] = WARNED;
        match days_left {
            ..0 => Some(Self::Ended),
            left if left <= day => Some(Self::Day),
            left if left <= week => Some(Self::Week),
            left if left <= month => Some(Self::Month),
            _ => None,
        }
    }
}

/// How a secret stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretLife {
    /// Nobody said when it ends.
    Unknown,
    /// There is time.
    Lasts {
        /// Its last day.
        ends: Date,
        /// Days that are left, above 30.
        days: i32,
    },
    /// It ends soon.
    Ends {
        /// Its last day.
        ends: Date,
        /// Days that are left: from 30 down to 0, which is today.
        days: i32,
        /// How near that is.
        warning: Warning,
    },
    /// Its last day is over.
    Ended {
        /// Its last day.
        ends: Date,
        /// Days since then, 1 at least.
        days: i32,
    },
}

impl SecretLife {
    /// How a secret with this last day stands on a day of the same calendar.
    #[must_use]
    pub fn on(ends: Option<Date>, today: Date) -> Self {
        let Some(ends) = ends else { return Self::Unknown };
        let days = days_between(today, ends);
        match Warning::at(days) {
            None => Self::Lasts { ends, days },
            Some(Warning::Ended) => Self::Ended { ends, days: -days },
            Some(warning) => Self::Ends { ends, days, warning },
        }
    }

    /// Its last day, where that is known.
    #[must_use]
    pub fn ends(self) -> Option<Date> {
        match self {
            Self::Unknown => None,
            Self::Lasts { ends, .. } | Self::Ends { ends, .. } | Self::Ended { ends, .. } => Some(ends),
        }
    }

    /// The days that are left; negative once the last day is over.
    #[must_use]
    pub fn days_left(self) -> Option<i32> {
        match self {
            Self::Unknown => None,
            Self::Lasts { days, .. } | Self::Ends { days, .. } => Some(days),
            Self::Ended { days, .. } => Some(-days),
        }
    }
}

/// Whole days from one day to another. Days of a calendar have no hours, so that no change of the clocks counts.
fn days_between(from: Date, to: Date) -> i32 {
    // A span of days between any two dates of jiff's fits: seven million at most.
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
