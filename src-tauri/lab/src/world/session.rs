//! What the lab remembers about a browser: who is signed in, and which authorize requests are under way.

use super::application::Redirect;
use super::grant::{Authority, Challenge};
use crate::language::Language;

/// One authorize request that a person is working on.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) authority: Authority,
    /// The `{tenant}` of the path, as sent, for the addresses of the forms.
    pub(crate) tenant_segment: String,
    pub(crate) client_id: String,
    /// The registered address that matched.
    pub(crate) redirect: Redirect,
    /// The address as sent: this is where the answer goes.
    pub(crate) redirect_uri: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) state: Option<String>,
    pub(crate) nonce: Option<String>,
    pub(crate) response_mode: ResponseMode,
    pub(crate) prompt: Prompt,
    pub(crate) login_hint: Option<String>,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) client_info: bool,
    /// The request came to `/adminconsent`: an administrator is to agree for the whole tenant.
    pub(crate) admin_consent: bool,
    pub(crate) language: Language,
    pub(crate) correlation_id: String,
    /// The address typed on the first page, waiting for the second one.
    pub(crate) typed: Option<String>,
    /// The object id of the person who has signed in for this attempt.
    pub(crate) user_id: Option<String>,
    /// Whether the page now on screen may advance by autopilot: not after an error, lest it loop.
    pub(crate) autopilot_may_act: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResponseMode {
    Query,
    Fragment,
    FormPost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prompt {
    Unset,
    None,
    Login,
    Consent,
    SelectAccount,
}

/// A browser, known by its cookie.
#[derive(Clone, Debug, Default)]
pub(crate) struct Browser {
    /// Object ids of the people signed in, latest last.
    pub(crate) signed_in: Vec<String>,
    /// Sent as `session_state`.
    pub(crate) session_id: String,
}
