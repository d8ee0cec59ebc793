//! The text that Prometheus reads: <https://prometheus.io/docs/instrumenting/exposition_formats/>.
//!
//! What was put away is left out: nobody wants to be woken for it.

use super::called;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fmt::Write as _;
use vincula_core::health::{Health, State};
use vincula_core::setup::Setup;

/// One gauge: its name with its unit, what it says, and its value for a setup that has one.
struct Gauge {
    name: &'static str,
    help: &'static str,
    value: fn(&Setup, &Health, &TimeZone) -> Option<i64>,
}

const GAUGES: [Gauge; 5] = [
    Gauge {
        name: "vincula_setup_verified",
        help: "Whether it works: proven since the last change and the last failure.",
        value: |_, health, _| Some(health.works_since.is_some().into()),
    },
    Gauge {
        name: "vincula_setup_needs_action",
        help: "Whether somebody has to act: it fails, or its secret ends within 30 days or has ended.",
        value: |_, health, _| Some(health.severity.needs_action().into()),
    },
    Gauge {
        name: "vincula_setup_last_verification_timestamp_seconds",
        help: "When the last run of the checks ended, whatever it showed.",
        value: |_, health, _| Some(health.last?.at.as_second()),
    },
    Gauge {
        name: "vincula_setup_works_since_timestamp_seconds",
        help: "Since when it works.",
        value: |_, health, _| Some(health.works_since?.as_second()),
    },
    Gauge {
        name: "vincula_secret_expires_timestamp_seconds",
        help: "When the last day of the client secret begins on this machine's calendar.",
        value: |setup, _, zone| begins(setup.secret_ends?, zone),
    },
];

/// Every metric of these setups.
pub(super) fn text(setups: &[(Setup, Health)], zone: &TimeZone) -> String {
    let watched: Vec<&(Setup, Health)> = setups
        .iter()
        .filter(|(_, health)| health.state != State::Archived)
        .collect();
    let mut text = String::new();
    header(
        &mut text,
        "vincula_setup_info",
        "What a setup is; always 1. Join it by its label `setup`.",
    );
    for (setup, health) in &watched {
        let erp_address = setup.erp_address.to_string();
        let labels = [
            ("setup", setup.id.as_str()),
            ("name", called(setup)),
            ("guide", &setup.guide),
            ("mailbox", setup.mailbox.as_str()),
            ("erp_address", &erp_address),
            ("state", health.state.as_str()),
        ];
        let labels = labels.map(|(name, value)| format!("{name}=\"{}\"", escaped(value)));
        // Writing into a text never fails.
        let _ = writeln!(text, "vincula_setup_info{{{}}} 1", labels.join(","));
    }
    for gauge in GAUGES {
        header(&mut text, gauge.name, gauge.help);
        for (setup, health) in &watched {
            if let Some(value) = (gauge.value)(setup, health, zone) {
                let _ = writeln!(text, "{}{{setup=\"{}\"}} {value}", gauge.name, setup.id);
            }
        }
    }
    text
}

fn header(text: &mut String, name: &str, help: &str) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge");
}

/// When a day begins in a zone: at midnight, or where the clocks go forward over it, right after.
fn begins(day: Date, zone: &TimeZone) -> Option<i64> {
    let midnight = day.to_zoned(zone.clone()).ok()?;
    Some(midnight.timestamp().as_second())
}

/// A label's value: a backslash, a quote and the end of a line are written with a backslash.
fn escaped(value: &str) -> String {
    value
        .replace('\\', r"\\")
        .replace('"', "\\\"")
        .replace('\n', r"\n")
}
