//! What the body of a request and `$select` share, whatever is made or read.

use serde_json::{Map, Value};

use super::error::GraphError;

/// The JSON object of a body.
pub(crate) fn object(content_type: &str, body: &[u8]) -> Result<Map<String, Value>, GraphError> {
    let unreadable = "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is \
                      of valid JSON format.";
    let is_json = content_type.to_ascii_lowercase().starts_with("application/json");
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) if is_json => Ok(object),
        _ => Err(GraphError::new(400, "BadRequest", unreadable)),
    }
}

/// Refuses a property that the type (such as `event`) does not have.
pub(crate) fn refuse_unknown(
    object: &Map<String, Value>,
    known: &[&str],
    kind: &str,
) -> Result<(), GraphError> {
    // Annotations may stand beside every property (OData JSON Format 4.01, section 18).
    let unknown = object
        .keys()
        .find(|key| !key.contains('@') && !known.contains(&key.as_str()));
    match unknown {
        None => Ok(()),
        Some(unknown) => Err(GraphError::new(
            400,
            "RequestBodyRead",
            format!(
                "The property '{unknown}' does not exist on type 'microsoft.graph.{kind}'. Make sure to only use \
                 property names that are defined by the type or mark the type as open type."
            ),
        )),
    }
}

/// `whole` with what `$select` names; `id` and annotations always stay.
pub(crate) fn selected(
    whole: Map<String, Value>,
    query: Option<&str>,
    kind: &str,
) -> Result<Map<String, Value>, GraphError> {
    let Some(names) = select(query) else {
        return Ok(whole);
    };
    if let Some(unknown) = names.iter().find(|name| !whole.contains_key(name.as_str())) {
        let text = format!("Could not find a property named '{unknown}' on type 'microsoft.graph.{kind}'.");
        return Err(GraphError::new(400, "RequestBroker--ParseUri", text));
    }
    Ok(whole
        .into_iter()
        .filter(|(key, _)| key.starts_with('@') || key == "id" || names.contains(key))
        .collect())
}

fn select(query: Option<&str>) -> Option<Vec<String>> {
    let pairs = url::form_urlencoded::parse(query?.as_bytes());
    let mut values = pairs.filter(|(name, _)| name == "$select");
    let (_, value) = values.next()?;
    let names = value.split(',').map(|name| name.trim().to_owned());
    Some(names.filter(|name| !name.is_empty()).collect())
}
