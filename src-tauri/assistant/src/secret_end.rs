//! The day on which a client secret ends, and the reminders before it.
//!
//! Microsoft tells nobody when a secret ends; the mail then simply stops. The person says what they chose in the
//! portal, or the registration script does, and keeps a calendar file.

use crate::ports::{Clock, SetupFault, SetupStore};
use chrono::{DateTime, NaiveDate, TimeDelta};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use vincula_core::guide::Guide;
use vincula_core::health::WARNED;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::{Language, text};

/// What the portal offers under «Expires», in days.
/// Source: <https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials>
pub const OFFERED: [i16; 5] = [90, 180, 365, 545, 730];

/// When a secret ends, as the person knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretEnd {
    /// So many days after it was made, which is today on the person's own calendar: the portal counts in the zone of
    /// their browser.
    AfterDays(i16),
    /// On this day.
    On(Date),
}

/// Notes when the secret of a setup ends; while it is being renewed, when the new one does.
///
/// # Errors
/// Where the setup could not be read or kept; nothing is changed then.
pub fn note_secret_end(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    id: &SetupId,
    end: SecretEnd,
) -> Result<Setup, SetupFault> {
    let day = match end {
        SecretEnd::On(day) => day,
        SecretEnd::AfterDays(days) => clock.today().saturating_add(Span::new().days(days)),
    };
    setups.update(id, &mut |setup| {
        setup.note_end_in_hand(day);
        setup.updated_at = clock.now();
    })
}

/// The reminders as a calendar file (RFC 5545): the day of the end, with an alarm at nine in the morning 30, 7 and
/// 1 days before. `None` where the end is not known. Taken into a calendar twice it is there once: its identifier is
/// the setup's.
#[must_use]
pub fn reminder(setup: &Setup, guide: &Guide, language: Language, now: Timestamp) -> Option<String> {
    let end = setup.secret_ends?;
    let day = NaiveDate::from_ymd_opt(
        end.year().into(),
        end.month().try_into().ok()?,
        end.day().try_into().ok()?,
    )?;
    let args = [
        ("erp", guide.erp.name.as_str()),
        ("mailbox", setup.mailbox.as_str()),
        ("app", guide.registration.app_name.get(language)),
    ];
    let title = text(language, "reminder-title", &args);
    let now = DateTime::from_timestamp(now.as_second(), 0)?;
    let mut event = Event::new();
    event
        .uid(&format!("{}@app.vincula", setup.id))
        .timestamp(now)
        .summary(&title)
        .description(&text(language, "reminder-body", &args))
        .starts(day)
        // Who looks at the calendar is not busy that day.
        .add_property("TRANSP", "TRANSPARENT");
    for days in WARNED.map(i64::from) {
        let mut alarm = Alarm::display(&title, TimeDelta::zero());
        alarm
            // The day begins at midnight: nine hours later, so many days before. Its days are days of the calendar and
            // its hours are hours that pass (RFC 5545, 3.3.6): in hours alone it would ring an hour off where the
            // clocks change in between.
            .add_property("TRIGGER", format!("-P{}DT15H", days - 1))
            .uid(&format!("{}-{days}@app.vincula", setup.id))
            .timestamp(now);
        event.alarm(alarm);
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Vincula//Vincula//ES"))
        .push(event.done());
    Some(calendar.to_string())
}
