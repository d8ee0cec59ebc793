//! Who signed in.
//! Source: <https://learn.microsoft.com/graph/api/user-get>

use crate::client::Microsoft;
use crate::entra::AccessToken;
use serde::Deserialize;
use vincula_core::problem::Problem;
use vincula_core::value::Mailbox;

/// The fields of `/me` that tell whose token it is. All of them are text that others wrote.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// The sign-in name.
    pub user_principal_name: String,
    /// The mailbox's address. Often missing for personal accounts.
    #[serde(default)]
    pub mail: Option<String>,
    /// The name that people see.
    #[serde(default)]
    pub display_name: Option<String>,
}

impl Profile {
    /// Whether this account is the owner of `mailbox`: by sign-in name or by address.
    #[must_use]
    pub fn owns(&self, mailbox: &Mailbox) -> bool {
        mailbox.is_same_as(&self.user_principal_name)
            || self.mail.as_deref().is_some_and(|mail| mailbox.is_same_as(mail))
    }
}

impl Microsoft {
    /// Asks whose token this is. A personal account's token is opaque, so that only Graph can tell.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road.
    pub async fn me(&self, token: &AccessToken) -> Result<Profile, Problem> {
        self.ask_graph(token, self.http.get(self.below_me(&[])))
            .await?
            .json()
    }
}
