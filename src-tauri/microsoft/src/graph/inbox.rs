//! How many messages the inbox holds. Nothing is opened, and nothing is marked as read.
//! Source: <https://learn.microsoft.com/graph/api/mailfolder-get>

use crate::client::Microsoft;
use crate::entra::AccessToken;
use serde::Deserialize;
use vincula_core::problem::Problem;

/// What an inbox holds, as Graph or the IMAP server counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Messages that nobody has read.
    pub unread: u32,
    /// All messages.
    pub total: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Folder {
    unread_item_count: u32,
    total_item_count: u32,
}

impl Microsoft {
    /// Counts the inbox of the account that signed in.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road.
    pub async fn inbox(&self, token: &AccessToken) -> Result<Inbox, Problem> {
        let mut address = self.below_me(&["mailFolders", "inbox"]);
        address
            .query_pairs_mut()
            .append_pair("$select", "unreadItemCount,totalItemCount");
        let folder: Folder = self.ask_graph(token, self.http.get(address)).await?.json()?;
        Ok(Inbox {
            unread: folder.unread_item_count,
            total: folder.total_item_count,
        })
    }
}
