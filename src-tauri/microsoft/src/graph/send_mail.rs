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
    /// To whom.
    pub to: Mailbox,
    /// The subject, with the marker by which the person recognises it.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl Microsoft {
    /// Sends a mail from the mailbox of the account that signed in. Once: `202 Accepted` says that Microsoft took
    /// it, not that it arrived, and nothing sends it a second time by itself.
    ///
    /// # Errors
    /// The problem that Graph names, or the fault of the road.
    pub async fn send_mail(&self, token: &AccessToken, mail: &Mail) -> Result<(), Problem> {
        let message = json!({
            "message": {
                "subject": mail.subject,
                "body": { "contentType": "Text", "content": mail.body },
                "toRecipients": [{ "emailAddress": { "address": mail.to.as_str() } }],
            },
            "saveToSentItems": true,
        });
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
