//! What a test or a practice makes happen: forced faults, the autopilot, and the record of what was asked.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{State, World};

/// A place at which a fault may be forced. What is said of `/me` holds for `/users/{id}` as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The authorize request, before any page is shown.
    Authorize,
    /// The token endpoint.
    Token,
    /// The `OpenID` metadata.
    Metadata,
    /// `GET /v1.0/`, Graph's service document.
    Graph,
    /// `GET /v1.0/me`.
    Me,
    /// `POST /v1.0/me/sendMail`.
    SendMail,
    /// `POST /v1.0/me/events`.
    CreateEvent,
    /// `GET /v1.0/me/events/{id}`.
    ReadEvent,
    /// `DELETE /v1.0/me/events/{id}`.
    DeleteEvent,
    /// `POST /v1.0/me/contacts`.
    CreateContact,
    /// `GET /v1.0/me/contacts/{id}`.
    ReadContact,
    /// `DELETE /v1.0/me/contacts/{id}`.
    DeleteContact,
    /// `GET /v1.0/me/mailFolders` and one folder of it.
    MailFolders,
}

/// A fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forced {
    /// Any published code, such as `AADSTS53003`, in the shape that the place gives it; at Graph, a Graph code
    /// such as `ErrorAccessDenied`.
    Code(String),
    /// A bare HTTP status, with the text of a `Retry-After` header if any.
    Status(u16, Option<String>),
    /// An answer of any kind: status, content type, body.
    Body(u16, String, String),
    /// The genuine answer, but only after this long.
    Hang(Duration),
    /// The connection closes without an answer.
    Drop,
    /// The genuine answer is cut after this many per cent of its body, and the connection closes.
    Truncate(u8),
    /// The genuine answer arrives one byte at a time, with this long between two.
    Drip(Duration),
    /// The genuine answer carries a `Date` header that is off by this many seconds.
    DateSkew(i64),
    /// At the token endpoint: the token lacks this scope, such as `Mail.Send`.
    WithoutScope(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Rule {
    place: Place,
    fault: Forced,
    once: bool,
}

/// What the autopilot does on the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Signs in and accepts.
    #[default]
    Accept,
    /// Signs in and declines the consent.
    DeclineConsent,
    /// Leaves by the button of the sign-in page.
    Cancel,
    /// Leaves every page as it is.
    StayOnPage,
}

/// Makes the pages advance by themselves, for tests of a real window into which nothing may be injected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Autopilot {
    /// The person who signs in.
    pub address: String,
    /// What the person does.
    pub act: Act,
    /// How long each page stays before it advances.
    pub delay: Duration,
}

/// One request that the lab answered. It holds no query, header or body, hence no secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeenRequest {
    /// Such as `POST`.
    pub method: String,
    /// Without the query.
    pub path: String,
    /// The status answered; 0 where the connection was dropped instead.
    pub status: u16,
}

impl World {
    /// Forces `fault` at `place` until [`World::clear_forced`].
    pub fn force(&self, place: Place, fault: Forced) {
        self.lock().forced.push(Rule {
            place,
            fault,
            once: false,
        });
    }

    /// Forces `fault` at `place` for the next request only. Several are taken in the order of their coming.
    pub fn force_once(&self, place: Place, fault: Forced) {
        self.lock().forced.push(Rule {
            place,
            fault,
            once: true,
        });
    }

    /// Forgets every forced fault.
    pub fn clear_forced(&self) {
        self.lock().forced.clear();
    }

    /// Sets or removes the autopilot of the pages.
    pub fn set_autopilot(&self, autopilot: Option<Autopilot>) {
        self.lock().autopilot = autopilot;
    }

    /// Every request answered so far, oldest first, those for `/lab/` left out.
    #[must_use]
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.lock().requests.clone()
    }

    /// Forgets the requests seen so far.
    pub fn clear_requests(&self) {
        self.lock().requests.clear();
    }
}

/// More than any test makes, and little memory in a lab that runs for days.
const MOST_REQUESTS: usize = 20_000;

impl State {
    /// Remembers a request; the oldest are forgotten when there are too many.
    pub(crate) fn record(&mut self, seen: SeenRequest) {
        if self.requests.len() >= MOST_REQUESTS {
            self.requests.drain(..MOST_REQUESTS / 2);
        }
        self.requests.push(seen);
    }

    /// The first fault forced at `place`, used up if it was for once.
    pub(crate) fn take_forced(&mut self, place: Place) -> Option<Forced> {
        let at = self.forced.iter().position(|rule| rule.place == place)?;
        let rule = self.forced.get(at)?;
        if rule.once {
            Some(self.forced.remove(at).fault)
        } else {
            Some(rule.fault.clone())
        }
    }
}
