//! The test mail.
//! Source: <https://learn.microsoft.com/graph/api/user-sendmail>

use super::error::problem_of_answer;
use crate::answer::without;
use crate::client::Microsoft;
use crate::entra::AccessToken;
use serde_json::json;
use vincula_core::problem::Problem;
use vincula_core::value::Mailbox;

/// A mail of plain text.
#[derive(Clone, Debug)]
pub struct Mail {
    /// In whose name, where that is not the account that signed in: a shared mailbox.
    pub from: Option<Mailbox>,
    /// To whom.
    pub to: Mailbox,
    /// The subject, with the marker by which the person recognises it.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl Microsoft {
    /// Sends a mail from the mailbox of the account that signed in, or in the name of another. Once: `202 Accepted` says that Microsoft took
    /// it, not that it arrived, and nothing sends it a second time by itself.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road.
    pub async fn send_mail(&self, token: &AccessToken, mail: &Mail) -> Result<(), Problem> {
        let mut message = json!({
            "message": {
                "subject": mail.subject,
                "body": { "contentType": "Text", "content": mail.body },
                "toRecipients": [{ "emailAddress": { "address": mail.to.as_str() } }],
            },
            "saveToSentItems": true,
        });
        if let Some(from) = &mail.from {
            message["message"]["from"] = json!({ "emailAddress": { "address": from.as_str() } });
        }
        let request = self
            .http
            .post(self.cloud.graph_endpoint("/v1.0/me/sendMail"))
            .bearer_auth(token.expose())
            .header("client-request-id", uuid::Uuid::new_v4().to_string())
            .json(&message);
        let answer = self.ask(request).await?;
        if answer.status == reqwest::StatusCode::ACCEPTED {
            Ok(())
        } else {
            Err(without(problem_of_answer(&answer), &[token.expose()]))
        }
    }
}
