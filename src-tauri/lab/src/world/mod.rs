//! Everything that exists in the lab: directories, people, applications, consents, grants, mail and scenarios.
//!
//! A [`World`] is a handle that may be cloned freely; every method locks for as long as it takes to copy, never
//! across an `await`.

pub(crate) mod application;
pub(crate) mod consent;
pub(crate) mod contents;
pub(crate) mod directory;
pub(crate) mod grant;
pub(crate) mod mail;
pub(crate) mod practice;
pub(crate) mod scenario;
pub(crate) mod session;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::cloud::Cloud;
use crate::entra::failure::Wording;
use crate::identifier;
use crate::language::Language;

/// A handle to the state of a running lab.
#[derive(Clone)]
pub struct World {
    state: Arc<Mutex<State>>,
}

/// The state itself. Fields are visible to the parts of the lab that serve requests.
pub(crate) struct State {
    pub(crate) base: Url,
    pub(crate) language: Language,
    pub(crate) wording: Wording,
    ahead: SignedDuration,
    pub(crate) tenants: Vec<directory::Tenant>,
    pub(crate) users: Vec<directory::User>,
    pub(crate) applications: Vec<application::Application>,
    pub(crate) consents: Vec<consent::Consent>,
    pub(crate) service_principals: Vec<consent::ServicePrincipal>,
    pub(crate) codes: HashMap<String, grant::Code>,
    pub(crate) refresh_tokens: HashMap<String, grant::Refresh>,
    pub(crate) access_tokens: HashMap<String, grant::Access>,
    pub(crate) attempts: HashMap<String, session::Attempt>,
    pub(crate) browsers: HashMap<String, session::Browser>,
    /// Events and contacts.
    pub(crate) items: Vec<contents::Item>,
    /// What lay in inboxes before the lab started, by the person's object id.
    pub(crate) inboxes: HashMap<String, contents::Inbox>,
    pub(crate) delivered: Vec<mail::ReceivedMail>,
    pub(crate) sent: Vec<mail::ReceivedMail>,
    pub(crate) requests: Vec<scenario::SeenRequest>,
    pub(crate) forced: Vec<scenario::Rule>,
    pub(crate) autopilot: Option<scenario::Autopilot>,
    /// Proves that a form on the practice page came from the practice page; new in every run.
    pub(crate) form_token: String,
    /// A secret that the practice page has yet to show, by client id: it is shown once.
    pub(crate) unshown_secrets: HashMap<String, application::NewSecret>,
}

/// Says nothing of what is inside: codes, tokens and secrets must not reach a log by way of `{:?}`.
impl std::fmt::Debug for World {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("World").finish_non_exhaustive()
    }
}

impl World {
    pub(crate) fn new(base: Url, language: Language, wording: Wording) -> Self {
        let state = State {
            base,
            language,
            wording,
            ahead: SignedDuration::ZERO,
            tenants: Vec::new(),
            users: Vec::new(),
            applications: Vec::new(),
            consents: Vec::new(),
            service_principals: Vec::new(),
            codes: HashMap::new(),
            refresh_tokens: HashMap::new(),
            access_tokens: HashMap::new(),
            attempts: HashMap::new(),
            browsers: HashMap::new(),
            items: Vec::new(),
            inboxes: HashMap::new(),
            delivered: Vec::new(),
            sent: Vec::new(),
            requests: Vec::new(),
            forced: Vec::new(),
            autopilot: None,
            form_token: identifier::base64url(24),
            unshown_secrets: HashMap::new(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// A panic elsewhere must not turn every later request into another panic, hence the recovery from poison.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves the lab's clock forward, so that codes (10 minutes), tokens and secrets expire without waiting.
    pub fn advance_clock(&self, by: Duration) {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::ZERO);
        let mut state = self.lock();
        state.ahead = state.ahead.saturating_add(by);
    }

    /// The time that the lab believes it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.lock().now()
    }
}

impl State {
    /// What stands before the tenant in an issuer. An ordinary lab names itself, so that any client can be tried
    /// with it; one that plays a national cloud names that cloud, because this is how clients tell it.
    pub(crate) fn issuer(&self) -> String {
        match self.wording.cloud {
            Cloud::Global => self.base.as_str().trim_end_matches('/').to_owned(),
            national => format!("https://{}", national.login_host()),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::now()
            .saturating_add(self.ahead)
            .unwrap_or(Timestamp::MAX)
    }
}

/// `by` later than `from`, or the end of time.
pub(crate) fn later(from: Timestamp, by: SignedDuration) -> Timestamp {
    from.saturating_add(by).unwrap_or(Timestamp::MAX)
}
