//! What a check makes, reads back and deletes again: an event in the calendar, or a contact.
//! Sources: <https://learn.microsoft.com/graph/api/user-post-events>,
//! <https://learn.microsoft.com/graph/api/user-post-contacts>

use super::error::problem_of_answer;
use crate::answer::{Answer, without};
use crate::client::{Microsoft, Proof};
use crate::entra::AccessToken;
use jiff::{SignedDuration, Timestamp};
use reqwest::RequestBuilder;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;
use vincula_core::problem::Problem;

/// How long the event takes.
const LENGTH: SignedDuration = SignedDuration::from_mins(15);
/// What Graph says of an item that is not there any more.
const GONE: &str = "ErrorItemNotFound";
/// The longest identifier that is taken for one, in bytes. Graph's are below 200.
const LONGEST_ID: usize = 1_024;

/// What a check makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trial {
    /// An event without guests or reminder, at which the person counts as free.
    Event {
        /// The subject, with the marker by which the person recognises it.
        subject: String,
        /// When it begins.
        starts: Timestamp,
    },
    /// A contact without an address.
    Contact {
        /// The name, with the marker by which the person recognises it.
        name: String,
    },
}

/// What was made, by Graph's own identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made(String);

/// The fields by which it is recognised.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    id: String,
    #[serde(alias = "subject")]
    display_name: Option<String>,
}

impl Trial {
    fn collection(&self) -> &'static str {
        match self {
            Self::Event { .. } => "events",
            Self::Contact { .. } => "contacts",
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Event { subject, .. } => subject,
            Self::Contact { name } => name,
        }
    }

    /// The fields that are read back.
    fn fields(&self) -> &'static str {
        match self {
            Self::Event { .. } => "id,subject",
            Self::Contact { .. } => "id,displayName",
        }
    }

    fn body(&self) -> Value {
        match self {
            Self::Event { subject, starts } => json!({
                "subject": subject,
                "start": { "dateTime": local(*starts), "timeZone": "UTC" },
                "end": { "dateTime": local(*starts + LENGTH), "timeZone": "UTC" },
                "showAs": "free",
                "isReminderOn": false,
            }),
            Self::Contact { name } => json!({ "givenName": name, "displayName": name }),
        }
    }
}

/// A time as Graph's `dateTimeTimeZone` has it, to the second.
fn local(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

impl Microsoft {
    /// Makes it. Once.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road; after a fault of the road nobody knows whether it was
    /// made.
    pub async fn make(&self, token: &AccessToken, trial: &Trial) -> Result<Made, Problem> {
        let request = self
            .http
            .post(self.below_me(&[trial.collection()]))
            .header("client-request-id", uuid::Uuid::new_v4().to_string())
            .json(&trial.body());
        let answer = self.ask_graph(token, request).await?;
        let item: Item = answer.json()?;
        if item.id.is_empty() || item.id.len() > LONGEST_ID {
            return Err(answer.not_microsofts());
        }
        Ok(Made(item.id))
    }

    /// Reads it back, and says whether it is what was made.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road.
    pub async fn is_there(&self, token: &AccessToken, trial: &Trial, made: &Made) -> Result<Proof, Problem> {
        let mut address = self.below_me(&[trial.collection(), &made.0]);
        address.query_pairs_mut().append_pair("$select", trial.fields());
        let answer = self.ask_graph(token, self.http.get(address)).await?;
        let item: Item = answer.json()?;
        let is_it = item.id == made.0 && item.display_name.as_deref() == Some(trial.title());
        Ok(if is_it { Proof::Holds } else { Proof::NotUnderstood })
    }

    /// Deletes it. That it is gone already is as good.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road: then it may still be there.
    pub async fn delete(&self, token: &AccessToken, trial: &Trial, made: &Made) -> Result<(), Problem> {
        let address = self.below_me(&[trial.collection(), &made.0]);
        let answer = match self.ask_graph(token, self.http.delete(address)).await {
            Err(problem) if problem.evidence.code.as_deref() == Some(GONE) => return Ok(()),
            answer => answer?,
        };
        // `204 No Content`; a page of somebody else's answers with another.
        if answer.status == reqwest::StatusCode::NO_CONTENT {
            Ok(())
        } else {
            Err(answer.not_microsofts())
        }
    }

    /// An address below `/me`; an identifier is one segment, whatever is in it.
    pub(super) fn below_me(&self, path: &[&str]) -> Url {
        let mut address = self.cloud.graph_endpoint("/v1.0/me");
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.extend(path);
        }
        address
    }

    /// Asks Graph with this token.
    pub(super) async fn ask_graph(
        &self,
        token: &AccessToken,
        request: RequestBuilder,
    ) -> Result<Answer, Problem> {
        let answer = self.ask(request.bearer_auth(token.expose())).await?;
        if answer.status.is_success() {
            Ok(answer)
        } else {
            Err(without(problem_of_answer(&answer), &[token.expose()]))
        }
    }
}
