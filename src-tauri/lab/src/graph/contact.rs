//! The `contact` resource. Source: graph-docs `resources/contact.md`, `user-post-contacts.md`.

use serde_json::{Map, Value, json};

use super::error::GraphError;
use super::payload;

/// Refuses what Graph refuses: unknown properties, and an e-mail address without `address`.
pub(crate) fn judge(properties: &Map<String, Value>) -> Result<(), GraphError> {
    let known = defaults();
    let mut names: Vec<&str> = known
        .keys()
        .map(String::as_str)
        .filter(|name| *name != "parentFolderId")
        .collect();
    names.push("singleValueExtendedProperties");
    payload::refuse_unknown(properties, &names, "contact")?;
    let addresses = properties.get("emailAddresses").and_then(Value::as_array);
    let is_right = addresses.is_none_or(|list| {
        list.iter()
            .all(|entry| entry.get("address").is_some_and(Value::is_string))
    });
    if is_right {
        Ok(())
    } else {
        Err(GraphError::observed("ErrorPropertyValidationFailure"))
    }
}

/// What Graph says of a contact where the client set nothing.
pub(crate) fn defaults() -> Map<String, Value> {
    let defaults = json!({
        "categories": [],
        "parentFolderId": "AQMkAGQwLabContacts",
        "birthday": null,
        "fileAs": "",
        "displayName": "",
        "givenName": null,
        "initials": null,
        "middleName": null,
        "nickName": null,
        "surname": null,
        "title": null,
        "yomiGivenName": null,
        "yomiSurname": null,
        "yomiCompanyName": null,
        "generation": null,
        "imAddresses": [],
        "jobTitle": null,
        "companyName": null,
        "department": null,
        "officeLocation": null,
        "profession": null,
        "businessHomePage": null,
        "assistantName": null,
        "manager": null,
        "homePhones": [],
        "mobilePhone": null,
        "businessPhones": [],
        "spouseName": null,
        "personalNotes": "",
        "children": [],
        "emailAddresses": [],
        "homeAddress": {},
        "businessAddress": {},
        "otherAddress": {}
    });
    match defaults {
        Value::Object(defaults) => defaults,
        _ => Map::new(),
    }
}
