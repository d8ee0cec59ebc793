//! The `event` resource. Source: graph-docs `resources/event.md`, `user-post-events.md`.
//!
//! Times come back in the zone in which they were sent; Graph gives them in UTC unless a `Prefer` header says
//! otherwise.

use jiff::civil::DateTime;
use serde_json::{Map, Value, json};

use super::error::GraphError;
use super::payload;
use crate::world::contents::KeptItem;
use crate::world::directory::User;

/// The properties that a client may set.
const PROPERTIES: [&str; 24] = [
    "allowNewTimeProposals",
    "attendees",
    "body",
    "categories",
    "end",
    "hideAttendees",
    "importance",
    "isAllDay",
    "isDraft",
    "isOnlineMeeting",
    "isReminderOn",
    "location",
    "locations",
    "onlineMeetingProvider",
    "organizer",
    "recurrence",
    "reminderMinutesBeforeStart",
    "responseRequested",
    "sensitivity",
    "showAs",
    "singleValueExtendedProperties",
    "start",
    "subject",
    "transactionId",
];

/// Refuses what Graph refuses: unknown properties, no start or no end, an end before its start (microsoft-graph-docs
/// #7919), a time zone that does not exist.
pub(crate) fn judge(properties: &Map<String, Value>) -> Result<(), GraphError> {
    payload::refuse_unknown(properties, &PROPERTIES, "event")?;
    let invalid = || GraphError::observed("ErrorPropertyValidationFailure");
    let start = time(properties.get("start").ok_or_else(invalid)?)?;
    let end = time(properties.get("end").ok_or_else(invalid)?)?;
    // Only within one zone can the two be compared without a table of zones.
    if start.1 == end.1 && end.0 < start.0 {
        return Err(invalid());
    }
    Ok(())
}

/// A `dateTimeTimeZone`.
fn time(value: &Value) -> Result<(DateTime, &str), GraphError> {
    let invalid = || GraphError::observed("ErrorPropertyValidationFailure");
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let moment = text("dateTime").ok_or_else(invalid)?;
    let moment = moment.trim_end_matches('Z').parse().map_err(|_| invalid())?;
    let zone = text("timeZone").unwrap_or("UTC");
    if !is_zone(zone) {
        let message = format!(
            "A valid TimeZone value must be specified. The following TimeZone value is not supported: '{zone}'."
        );
        return Err(GraphError::new(400, "TimeZoneNotSupportedException", message));
    }
    Ok((moment, zone))
}

/// By its form: a name of the IANA database or of Windows.
fn is_zone(name: &str) -> bool {
    name == "UTC" || name.contains('/') || name.ends_with("Standard Time")
}

/// What Graph says of an event beside what the client set.
pub(crate) fn defaults(owner: &User, item: &KeptItem) -> Map<String, Value> {
    let zone = |name: &str| {
        item.properties
            .get(name)
            .and_then(|time| time.get("timeZone"))
            .cloned()
            .unwrap_or_else(|| json!("UTC"))
    };
    let preview = item
        .properties
        .get("body")
        .and_then(|body| body.get("content"))
        .and_then(Value::as_str)
        .map(|content| content.chars().take(255).collect::<String>());
    let defaults = json!({
        "categories": [],
        "transactionId": null,
        "originalStartTimeZone": zone("start"),
        "originalEndTimeZone": zone("end"),
        "iCalUId": format!("040000008200E00074C5B7101A82E008{}", item.id.chars().skip(30).take(48).collect::<String>()),
        "reminderMinutesBeforeStart": 15,
        "isReminderOn": true,
        "hasAttachments": false,
        "subject": "",
        "bodyPreview": preview.unwrap_or_default(),
        "importance": "normal",
        "sensitivity": "normal",
        "isAllDay": false,
        "isCancelled": false,
        "isOrganizer": true,
        "responseRequested": true,
        "seriesMasterId": null,
        "showAs": "busy",
        "type": "singleInstance",
        "webLink": "https://outlook.office365.com/owa/?path=/calendar/item",
        "onlineMeetingUrl": null,
        "isOnlineMeeting": false,
        "onlineMeetingProvider": "unknown",
        "allowNewTimeProposals": true,
        "isDraft": false,
        "hideAttendees": false,
        "onlineMeeting": null,
        "recurrence": null,
        "responseStatus": { "response": "organizer", "time": "0001-01-01T00:00:00Z" },
        "body": { "contentType": "html", "content": "" },
        "start": null,
        "end": null,
        "location": {
            "displayName": "",
            "locationType": "default",
            "uniqueIdType": "unknown",
            "address": {},
            "coordinates": {}
        },
        "locations": [],
        "attendees": [],
        "organizer": { "emailAddress": { "name": owner.display_name, "address": owner.address } }
    });
    match defaults {
        Value::Object(defaults) => defaults,
        _ => Map::new(),
    }
}
