//! Reading the body of a `sendMail` request. Source: graph-docs `user-sendmail.md`, resource `message`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::error::GraphError;
use super::payload;

/// A mail to send.
#[derive(Debug, Default)]
pub(crate) struct Message {
    pub(crate) subject: String,
    pub(crate) content_type: String,
    pub(crate) body: String,
    pub(crate) to: Vec<String>,
    pub(crate) cc: Vec<String>,
    pub(crate) bcc: Vec<String>,
    pub(crate) from: Option<String>,
    pub(crate) save: bool,
}

impl Message {
    pub(crate) fn recipients(&self) -> impl Iterator<Item = &String> {
        self.to.iter().chain(&self.cc).chain(&self.bcc)
    }
}

/// The properties of `microsoft.graph.message` that a client may set.
const PROPERTIES: [&str; 20] = [
    "subject",
    "body",
    "toRecipients",
    "ccRecipients",
    "bccRecipients",
    "from",
    "sender",
    "replyTo",
    "importance",
    "attachments",
    "categories",
    "conversationId",
    "flag",
    "inferenceClassification",
    "internetMessageHeaders",
    "internetMessageId",
    "isDeliveryReceiptRequested",
    "isReadReceiptRequested",
    "singleValueExtendedProperties",
    "multiValueExtendedProperties",
];

/// Reads the JSON form, or the MIME form that comes as base64 in `text/plain`.
pub(crate) fn read(content_type: &str, body: &[u8]) -> Result<Message, GraphError> {
    if content_type.to_ascii_lowercase().starts_with("text/plain") {
        return mime(body);
    }
    let root = payload::object(content_type, body)?;
    // Parameters of an OData action are matched without regard to case; properties are not.
    let parameter = |name: &str| {
        root.iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    };
    let Some(Value::Object(message)) = parameter("message") else {
        return Err(GraphError::new(
            400,
            "ErrorInvalidParameter",
            "The value of the parameter 'Message' is empty.",
        ));
    };
    payload::refuse_unknown(message, &PROPERTIES, "message")?;
    let save = parameter("saveToSentItems").is_none_or(|value| match value {
        Value::Bool(save) => *save,
        Value::String(text) => !text.eq_ignore_ascii_case("false"),
        _ => true,
    });
    let read = Message {
        subject: text(message.get("subject")),
        content_type: text(message.get("body").and_then(|body| body.get("contentType"))).to_ascii_lowercase(),
        body: text(message.get("body").and_then(|body| body.get("content"))),
        to: addresses(message, "toRecipients")?,
        cc: addresses(message, "ccRecipients")?,
        bcc: addresses(message, "bccRecipients")?,
        from: message
            .get("from")
            .or_else(|| message.get("sender"))
            .and_then(address),
        save,
    };
    if read.recipients().next().is_none() {
        return Err(unresolved(""));
    }
    Ok(read)
}

fn addresses(message: &Map<String, Value>, name: &str) -> Result<Vec<String>, GraphError> {
    let Some(Value::Array(list)) = message.get(name) else {
        return Ok(Vec::new());
    };
    list.iter()
        .map(|entry| {
            let found = address(entry).unwrap_or_default();
            if is_address(&found) {
                Ok(found)
            } else {
                Err(unresolved(&found))
            }
        })
        .collect()
}

fn address(recipient: &Value) -> Option<String> {
    recipient
        .get("emailAddress")?
        .get("address")?
        .as_str()
        .map(|address| address.trim().to_owned())
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.is_empty()
            && !domain.contains('@')
            && !text.contains(char::is_whitespace)
    })
}

fn unresolved(recipient: &str) -> GraphError {
    GraphError::new(
        400,
        "ErrorInvalidRecipients",
        format!(
            "At least one recipient is not valid., Recipient '{recipient}' is not resolved. All recipients must be \
             resolved before a message can be submitted."
        ),
    )
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The MIME form: only the header lines that the lab shows are read.
fn mime(body: &[u8]) -> Result<Message, GraphError> {
    let compact: Vec<u8> = body
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let Ok(decoded) = STANDARD.decode(compact) else {
        return Err(GraphError::observed("ErrorMimeContentInvalidBase64String"));
    };
    let whole = String::from_utf8_lossy(&decoded).replace("\r\n", "\n");
    let (head, content) = whole.split_once("\n\n").unwrap_or((&whole, ""));
    let field = |name: &str| {
        let found = head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        });
        found.unwrap_or_default()
    };
    let list = |name: &str| -> Vec<String> {
        field(name)
            .split(',')
            .map(bare)
            .filter(|address| is_address(address))
            .collect()
    };
    let from = Some(bare(&field("From"))).filter(|address| is_address(address));
    let read = Message {
        subject: field("Subject"),
        content_type: if field("Content-Type").contains("html") {
            "html"
        } else {
            "text"
        }
        .to_owned(),
        body: content.to_owned(),
        to: list("To"),
        cc: list("Cc"),
        bcc: list("Bcc"),
        from,
        save: true,
    };
    if read.recipients().next().is_none() {
        return Err(unresolved(""));
    }
    Ok(read)
}

/// The address of `Name <address>`.
fn bare(text: &str) -> String {
    let inner = text
        .rsplit_once('<')
        .map_or(text, |(_, rest)| rest.trim_end().trim_end_matches('>'));
    inner.trim().to_owned()
}
