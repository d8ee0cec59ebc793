//! Handing in by SMTP (RFC 6409): one mail, over a connection that is encrypted or not used.

use super::bearer::{encoded, unsaid};
use super::line::Line;
use crate::client::Microsoft;
use crate::entra::AccessToken;
use crate::graph::Mail;
use lettre::address::Envelope;
use lettre::message::header::ContentType;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::{Address, Message};
use std::error::Error as _;
use std::fmt;
use std::io;
use vincula_core::cloud::MailServer;
use vincula_core::problem::{Place, Problem, ProblemKind};
use vincula_core::value::Mailbox;
use zeroize::Zeroizing;

impl Microsoft {
    /// Hands in a mail by SMTP, signed in as `account` with a token of Exchange Online. Once: a server that takes it
    /// says nothing of its arrival.
    ///
    /// # Errors
    /// The problem that the server names, or the fault of the road.
    pub async fn submit(
        &self,
        server: &MailServer,
        account: &Mailbox,
        token: &AccessToken,
        mail: &Mail,
    ) -> Result<(), Problem> {
        let line = self.lines.to(server);
        let handed = line.within_bound(talk(&line, account, token, mail)).await;
        handed.map_err(|problem| unsaid(problem, account, token))
    }
}

async fn talk(line: &Line<'_>, account: &Mailbox, token: &AccessToken, mail: &Mail) -> Result<(), Problem> {
    // Before anything is asked of the network: what cannot be written is nobody else's fault.
    let (envelope, text) = written(account, mail).ok_or(ProblemKind::MailTrouble)?;
    let mut connection = line.encrypted().await?;
    sign_in(line, &mut connection, account, token).await?;
    let accepted = connection.send(&envelope, &text).await;
    accepted.map_err(|error| problem(line, &error))?;
    // It has taken the mail; whether it also says good-bye changes nothing.
    let _farewell = connection.quit().await;
    Ok(())
}

/// The command that signs in.
struct Auth(Zeroizing<String>);

impl fmt::Display for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AUTH XOAUTH2 {}\r\n", *self.0)
    }
}

/// `lettre` signs in by itself, but gives up where the server tells the reason of its refusal as a challenge: it has
/// to be taken note of with an empty line, and the refusal comes then.
async fn sign_in(
    line: &Line<'_>,
    connection: &mut AsyncSmtpConnection,
    account: &Mailbox,
    token: &AccessToken,
) -> Result<(), Problem> {
    if !connection
        .server_info()
        .supports_auth_mechanism(Mechanism::Xoauth2)
    {
        return Err(line.problem(ProblemKind::MailServerTrouble));
    }
    let heard = connection.command(Auth(encoded(account, token))).await;
    let mut heard = heard.map_err(|error| problem(line, &error))?;
    if heard.has_code(334) {
        heard = connection
            .command("\r\n")
            .await
            .map_err(|error| problem(line, &error))?;
    }
    if heard.has_code(235) {
        Ok(())
    } else {
        Err(line.problem(ProblemKind::AnswerNotMicrosofts))
    }
}

/// The mail as it goes over the wire; `None` where an address or the subject cannot be written.
fn written(account: &Mailbox, mail: &Mail) -> Option<(Envelope, Vec<u8>)> {
    let address = |mailbox: &Mailbox| mailbox.as_str().parse::<Address>().ok();
    let (from, to) = (
        address(mail.from.as_ref().unwrap_or(account))?,
        address(&mail.to)?,
    );
    let id = format!("<{}@{}>", uuid::Uuid::new_v4(), from.domain());
    let message = Message::builder()
        .from(from.clone().into())
        .to(to.clone().into())
        .message_id(Some(id))
        .subject(mail.subject.clone())
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body.clone())
        .ok()?;
    let envelope = Envelope::new(Some(from), vec![to]).ok()?;
    Some((envelope, message.formatted()))
}

/// What an error of the library's means.
pub(super) fn problem(line: &Line<'_>, error: &Error) -> Problem {
    let cause = error.source();
    if let Some(code) = error.status() {
        let words = cause.map(ToString::to_string).unwrap_or_default();
        return line.refused(&format!("{code} {words}"), Place::Smtp);
    }
    match cause.and_then(|cause| cause.downcast_ref::<io::Error>()) {
        Some(error) => line.broken(error),
        None => line.problem(ProblemKind::AnswerNotMicrosofts),
    }
}
