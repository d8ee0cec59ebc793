//! An answer, read whole and within a bound, before anybody interprets it.

use crate::road::Road;
use jiff::Timestamp;
use reqwest::header::{AGE, CONTENT_TYPE, DATE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use vincula_core::problem::{Evidence, Problem, ProblemKind, catalogue};
use vincula_core::{clock_skew, retry_after};

/// The most that is read of an answer, in bytes. Microsoft's own are below 10 KiB. Nothing is ever unpacked: no
/// packing is asked for, and what comes packed all the same is not Microsoft's.
const MOST: usize = 1024 * 1024;

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    road: Road,
    came: Timestamp,
}

impl Answer {
    /// Reads the body of what began to come `now`.
    pub(crate) async fn read(mut response: Response, road: Road, now: Timestamp) -> Result<Self, Problem> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| road.problem(&error))? {
            if body.len() + chunk.len() > MOST {
                return Err(Problem::new(ProblemKind::AnswerNotMicrosofts, road.evidence()));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Self {
            status: response.status(),
            headers: std::mem::take(response.headers_mut()),
            body,
            road,
            came: now,
        })
    }

    /// An answer that came by no road.
    #[cfg(feature = "fuzzing")]
    pub(crate) fn told(status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self {
            status,
            headers,
            body,
            road: Road::default(),
            came: Timestamp::UNIX_EPOCH,
        }
    }

    /// The body as JSON of this shape.
    ///
    /// # Errors
    /// [`ProblemKind::AnswerNotMicrosofts`]: Microsoft answers these calls in JSON, and a page in its place is a
    /// captive portal's or a proxy's; [`ProblemKind::AnswerInterrupted`] where the JSON breaks off.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        if !self.is_json() {
            return Err(self.not_microsofts());
        }
        serde_json::from_slice(&self.body).map_err(|error| {
            if error.is_eof() {
                Problem::new(ProblemKind::AnswerInterrupted, self.evidence())
            } else {
                self.not_microsofts()
            }
        })
    }

    pub(crate) fn is_json(&self) -> bool {
        let kind = self
            .headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        kind.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .ends_with("json")
    }

    /// Where a redirect leads, unfollowed.
    pub(crate) fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// The time at the server, where the answer tells it.
    pub(crate) fn date(&self) -> Option<Timestamp> {
        let header = |name: HeaderName| self.headers.get(name).and_then(|value| value.to_str().ok());
        clock_skew::time(header(DATE)?, header(AGE))
    }

    /// The body as text, for looking for a code in a page.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The problem that the status alone names, where it names one whatever the body says.
    pub(crate) fn problem_of_status(&self) -> Option<Problem> {
        let kind = catalogue::of_status(self.status.as_u16()).filter(|kind| kind.is_inconclusive())?;
        Some(Problem::new(kind, self.evidence()))
    }

    pub(crate) fn not_microsofts(&self) -> Problem {
        Problem::new(ProblemKind::AnswerNotMicrosofts, self.evidence())
    }

    /// What can be told of any answer: status, road, how long Microsoft asks to wait.
    pub(crate) fn evidence(&self) -> Evidence {
        let retry_after = self
            .headers
            .get(RETRY_AFTER)
            .and_then(|value| value.to_str().ok());
        Evidence {
            status: Some(self.status.as_u16()),
            retry_after_seconds: retry_after.and_then(|value| retry_after::seconds(value, self.came)),
            ..self.road.evidence()
        }
    }
}

/// A field that may be missing and may be `null`: both say nothing.
pub(crate) fn or_default<'de, T: Default + Deserialize<'de>, D: Deserializer<'de>>(
    field: D,
) -> Result<T, D::Error> {
    Option::deserialize(field).map(Option::unwrap_or_default)
}

/// The problem without what was sent: a counterpart that repeats the request must not bring a secret, a code or a
/// token into a report.
pub(crate) fn without(mut problem: Problem, sent: &[&str]) -> Problem {
    let evidence = &mut problem.evidence;
    for text in [
        &mut evidence.text,
        &mut evidence.code,
        &mut evidence.trace_id,
        &mut evidence.correlation_id,
    ] {
        for secret in sent.iter().filter(|secret| !secret.is_empty()) {
            let in_form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            *text = text
                .take()
                .map(|text| text.replace(*secret, "…").replace(&in_form, "…"));
        }
    }
    problem
}
