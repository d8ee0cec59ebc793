//! A failure of Entra's, and the identifiers that Microsoft puts beside each one.

use std::borrow::Cow;

use axum::http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::scope::GRAPH_APPLICATION;
use crate::cloud::Cloud;
use crate::identifier;
use crate::language::DescriptionFormat;
use crate::published;
use crate::world::application::Application;

/// In which layout failures are described, and in whose name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording {
    pub(crate) format: DescriptionFormat,
    pub(crate) cloud: Cloud,
}

/// A failure, before it is known whether it becomes a page, a redirect or JSON.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) code: u32,
    pub(crate) error: Cow<'static, str>,
    /// The status at the token endpoint.
    pub(crate) status: u16,
    /// The text after `AADSTSnnn: `.
    pub(crate) message: String,
    pub(crate) suberror: Option<&'static str>,
    /// A JSON document inside a JSON string, as Conditional Access sends it.
    pub(crate) claims: Option<String>,
    /// Some redirects carry no `error_uri` (azure-docs #37280).
    pub(crate) without_uri: bool,
}

impl Failure {
    /// A failure with a text of its own.
    pub(crate) fn new(code: u32, error: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            error: Cow::Borrowed(error),
            status: if error == "invalid_client" { 401 } else { 400 },
            message: message.into(),
            suberror: suberror(code),
            claims: None,
            without_uri: false,
        }
    }

    /// A published failure with its placeholders filled.
    pub(crate) fn published(code: u32, values: &[(&str, &str)]) -> Self {
        let Some(entry) = published::find(code) else {
            return Self::new(code, "invalid_request", "Invalid request.");
        };
        let mut message = entry.text.clone();
        for (name, value) in values {
            message = message.replace(&format!("{{{name}}}"), value);
        }
        let error = entry.oauth_error().to_owned();
        Self {
            code,
            status: entry
                .status
                .unwrap_or(if error == "invalid_client" { 401 } else { 400 }),
            error: Cow::Owned(error),
            message: message.trim_end().to_owned(),
            suberror: suberror(code),
            claims: claims(code),
            without_uri: false,
        }
    }

    /// A failure forced by scenario. What the request says about the application and the tenant fills the
    /// placeholders; Microsoft too leaves some of them literally in its texts.
    pub(crate) fn forced(code: &str, application: Option<&Application>, tenant: &str) -> Self {
        let id = application.map_or("", |known| known.client_id.as_str());
        let name = application.map_or("", |known| known.name.as_str());
        let phrase = format!(" named '{name}'");
        let mut values = vec![("namePhrase", phrase.as_str()), ("resource", GRAPH_APPLICATION)];
        let ids = [
            "appId",
            "appid",
            "identifier",
            "appIdentifier",
            "principalId",
            "clientId",
            "application",
        ];
        values.extend(ids.map(|key| (key, id)));
        values.extend(["appName", "appDisplayName", "principalName"].map(|key| (key, name)));
        values.extend(["tenant", "tenantName", "tenant_name", "tenantId", "domain"].map(|key| (key, tenant)));
        Self::published(published::number(code).unwrap_or_default(), &values)
    }

    pub(crate) fn with_error(mut self, error: &'static str) -> Self {
        self.error = Cow::Borrowed(error);
        self
    }

    pub(crate) fn with_suberror(mut self, suberror: &'static str) -> Self {
        self.suberror = Some(suberror);
        self
    }

    pub(crate) fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    pub(crate) fn without_uri(mut self) -> Self {
        self.without_uri = true;
        self
    }

    /// `AADSTSnnn: text`, without the identifiers.
    pub(crate) fn headline(&self) -> String {
        format!("AADSTS{}: {}", self.code, self.message)
    }

    /// `error_description`, identifiers included.
    pub(crate) fn description(&self, trace: &Trace, format: DescriptionFormat) -> String {
        let gap = format.separator();
        format!(
            "{}{gap}Trace ID: {}{gap}Correlation ID: {}{gap}Timestamp: {}",
            self.headline(),
            trace.id,
            trace.correlation_id,
            trace.timestamp
        )
    }

    /// `error_uri`. It names Microsoft's own host, because that is where the text can be looked up.
    pub(crate) fn uri(&self, cloud: Cloud) -> String {
        format!("https://{}/error?code={}", cloud.login_host(), self.code)
    }

    /// The JSON of the token endpoint, keys in Microsoft's order.
    pub(crate) fn json(&self, trace: &Trace, wording: Wording) -> Value {
        let mut body = Map::new();
        body.insert("error".to_owned(), json!(self.error));
        body.insert(
            "error_description".to_owned(),
            json!(self.description(trace, wording.format)),
        );
        body.insert("error_codes".to_owned(), json!([self.code]));
        body.insert("timestamp".to_owned(), json!(trace.timestamp));
        body.insert("trace_id".to_owned(), json!(trace.id));
        body.insert("correlation_id".to_owned(), json!(trace.correlation_id));
        if !self.without_uri {
            body.insert("error_uri".to_owned(), json!(self.uri(wording.cloud)));
        }
        if let Some(suberror) = self.suberror {
            body.insert("suberror".to_owned(), json!(suberror));
        }
        if let Some(claims) = &self.claims {
            body.insert("claims".to_owned(), json!(claims));
        }
        Value::Object(body)
    }
}

/// The `suberror` that goes with a code. Source: MSAL's list and captured answers.
const fn suberror(code: u32) -> Option<&'static str> {
    match code {
        65001 => Some("consent_required"),
        50076 => Some("basic_action"),
        50079 => Some("additional_action"),
        53000 | 53001 | 53003 | 530_003 => Some("message_only"),
        50173 | 700_082 => Some("bad_token"),
        _ => None,
    }
}

fn claims(code: u32) -> Option<String> {
    matches!(code, 50076 | 50079).then(|| {
        json!({"access_token": {"polids": {"essential": true, "values": [identifier::guid()]}}}).to_string()
    })
}

/// The identifiers of one answer.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    pub(crate) id: String,
    pub(crate) correlation_id: String,
    /// `YYYY-MM-DD HH:MM:SSZ`.
    pub(crate) timestamp: String,
}

impl Trace {
    /// New identifiers, with the client's correlation id where it sent a GUID.
    pub(crate) fn new(now: Timestamp, correlation_id: Option<&str>) -> Self {
        Self {
            id: identifier::trace(),
            correlation_id: correlation_id
                .filter(|id| identifier::is_guid(id))
                .map_or_else(identifier::guid, str::to_owned),
            timestamp: now.strftime("%Y-%m-%d %H:%M:%SZ").to_string(),
        }
    }

    /// New identifiers for a request with these headers.
    pub(crate) fn of_request(now: Timestamp, headers: &HeaderMap) -> Self {
        Self::new(
            now,
            headers
                .get("client-request-id")
                .and_then(|value| value.to_str().ok()),
        )
    }
}
