//! Graph's error shape and the headers of every answer.
//!
//! Source: graph-docs `concepts/errors.md`; captured answers (tdi #24).

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::identifier;

/// A failure of Graph's.
#[derive(Clone, Debug)]
pub(crate) struct GraphError {
    status: u16,
    code: String,
    message: String,
}

/// Codes with their status and message, as observed. Where no status was found, 403 stands in.
const OBSERVED: [(&str, u16, &str); 19] = [
    (
        "InvalidAuthenticationToken",
        401,
        "CompactToken parsing failed with error code: 80049217",
    ),
    (
        "ErrorAccessDenied",
        403,
        "Access is denied. Check credentials and try again.",
    ),
    (
        "ErrorSendAsDenied",
        403,
        "The user account which was used to submit this request does not have the right to send mail on behalf of \
         the specified sending account., Cannot submit message.",
    ),
    (
        "MailboxNotEnabledForRESTAPI",
        404,
        "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
    ),
    ("ResourceNotFound", 404, "Resource could not be discovered."),
    (
        "ApplicationThrottled",
        429,
        "Application is over its MailboxConcurrency limit.",
    ),
    (
        "ErrorInvalidRecipients",
        400,
        "At least one recipient is not valid., Recipient '' is not resolved. All recipients must be resolved \
         before a message can be submitted.",
    ),
    (
        "ErrorMimeContentInvalidBase64String",
        400,
        "Invalid base64 string for MIME content.",
    ),
    (
        "Authorization_RequestDenied",
        403,
        "Insufficient privileges to complete the operation.",
    ),
    (
        "insufficient_claims",
        403,
        "Continuous access evaluation resulted in claims challenge.",
    ),
    (
        "ErrorExceededMessageLimit",
        403,
        "Cannot send mail. Daily Message/Recipient limit exceeded. Follow the instructions in your Inbox to verify \
         your account.",
    ),
    (
        "ErrorMessageSubmissionBlocked",
        403,
        "Cannot send mail. Message submission is blocked.",
    ),
    (
        "MailboxStoreUnavailable",
        503,
        "The mailbox database is temporarily unavailable.",
    ),
    // O365 #763.
    (
        "NoPermissionsInAccessToken",
        401,
        "The token contains no permissions, or permissions can not be understood.",
    ),
    (
        "ErrorItemNotFound",
        404,
        "The specified object was not found in the store.",
    ),
    ("ErrorInvalidIdMalformed", 400, "Id is malformed."),
    // Microsoft-graph-docs #7919.
    (
        "ErrorPropertyValidationFailure",
        400,
        "At least one property failed validation.",
    ),
    ("ErrorQuotaExceeded", 507, "The mailbox is full."),
    (
        "ErrorAccountSuspend",
        403,
        "Account suspended. Follow the instructions in your Inbox to verify your account.",
    ),
];

impl GraphError {
    pub(crate) fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        Self {
            status,
            code: code.to_owned(),
            message: message.into(),
        }
    }

    /// A failure by its code, with the message that was observed.
    pub(crate) fn observed(code: &str) -> Self {
        match OBSERVED.iter().find(|row| row.0 == code) {
            Some((code, status, message)) => Self::new(*status, code, *message),
            None => Self::new(400, code, "The request failed."),
        }
    }

    /// 401 with one of the several messages.
    pub(crate) fn token(message: &str) -> Self {
        Self::new(401, "InvalidAuthenticationToken", message)
    }

    pub(crate) fn response(&self, ids: &Ids) -> Response {
        let body = json!({
            "error": {
                "code": self.code,
                "message": self.message,
                "innerError": {
                    "date": ids.date,
                    "request-id": ids.request_id,
                    "client-request-id": ids.client_request_id
                }
            }
        });
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let mut response = json_response(status, &body, ids);
        let headers = response.headers_mut();
        if self.status == 401 {
            headers.insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(
                    "Bearer realm=\"\", \
                     authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
                     client_id=\"00000003-0000-0000-c000-000000000000\"",
                ),
            );
        }
        if self.status == 429 {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response
    }
}

/// The identifiers of one answer.
#[derive(Clone, Debug)]
pub(crate) struct Ids {
    request_id: String,
    client_request_id: String,
    date: String,
}

impl Ids {
    /// New identifiers; the client's own is echoed.
    pub(crate) fn of_request(now: Timestamp, headers: &HeaderMap) -> Self {
        let request_id = identifier::guid();
        let sent = headers
            .get("client-request-id")
            .and_then(|value| value.to_str().ok());
        Self {
            client_request_id: sent.unwrap_or(&request_id).to_owned(),
            request_id,
            date: now.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        }
    }
}

/// A JSON answer of Graph's.
pub(crate) fn json_response(status: StatusCode, body: &Value, ids: &Ids) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
        ),
    );
    if !status.is_success() {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    *response.status_mut() = status;
    with_ids(response, ids)
}

/// An answer without a body.
pub(crate) fn empty(status: StatusCode, ids: &Ids) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    with_ids(response, ids)
}

fn with_ids(mut response: Response, ids: &Ids) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        ("request-id", &ids.request_id),
        ("client-request-id", &ids.client_request_id),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    headers.insert(
        "x-ms-ags-diagnostic",
        HeaderValue::from_static(
            "{\"ServerInfo\":{\"DataCenter\":\"Vincula Lab\",\"Slice\":\"E\",\"Ring\":\"0\",\
             \"ScaleUnit\":\"000\",\"RoleInstance\":\"LAB0000000\"}}",
        ),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(
        header::STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static("max-age=31536000"),
    );
    response
}
