//! Reading by IMAP (RFC 3501): how many messages the inbox holds, and the folders. No folder is opened, so that no
//! message can be marked as read.

use super::bearer::{bearer, unsaid};
use super::bounded::Bounded;
use super::line::Line;
use crate::client::Microsoft;
use crate::entra::AccessToken;
use crate::graph::Inbox;
use async_imap::error::Error;
use async_imap::imap_proto::{Response, Status};
use async_imap::{Authenticator, Client, Session};
use futures_util::TryStreamExt as _;
use vincula_core::cloud::MailServer;
use vincula_core::problem::{Place, Problem, ProblemKind};
use vincula_core::value::Mailbox;
use zeroize::Zeroizing;

/// What a mail program sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How many folders there are.
    pub folders: usize,
    /// What the inbox holds.
    pub inbox: Inbox,
}

/// The server is told once who this is. What it asks then is the reason of its refusal, which an empty line takes
/// note of.
struct Xoauth2(Option<Zeroizing<String>>);

impl Authenticator for Xoauth2 {
    type Response = Zeroizing<String>;

    fn process(&mut self, _challenge: &[u8]) -> Self::Response {
        self.0.take().unwrap_or_default()
    }
}

impl Microsoft {
    /// Signs in to `account` by IMAP with a token of Exchange Online, counts its inbox and lists its folders.
    ///
    /// # Errors
    /// The problem that the server names, or the fault of the road.
    pub async fn look_by_imap(
        &self,
        server: &MailServer,
        account: &Mailbox,
        token: &AccessToken,
    ) -> Result<Seen, Problem> {
        let line = self.lines.to(server);
        let seen = line.within_bound(talk(&line, account, token)).await;
        seen.map_err(|problem| unsaid(problem, account, token))
    }
}

async fn talk(line: &Line<'_>, account: &Mailbox, token: &AccessToken) -> Result<Seen, Problem> {
    let stream = line.encrypt(line.connect().await?).await?;
    let mut client = Client::new(Bounded::new(stream));
    greeted(line, &mut client).await?;
    let ours = Xoauth2(Some(bearer(account, token)));
    let mut session = client
        .authenticate("XOAUTH2", ours)
        .await
        .map_err(|(error, _client)| problem(line, &error))?;
    let seen = look(&mut session).await.map_err(|error| problem(line, &error))?;
    // It has told everything; whether it also says good-bye proves nothing.
    let _farewell = session.logout().await;
    seen.ok_or_else(|| line.problem(ProblemKind::AnswerNotMicrosofts))
}

/// Hears the server's first words.
async fn greeted(line: &Line<'_>, client: &mut Client<Bounded>) -> Result<(), Problem> {
    let greeting = client.read_response().await;
    let greeting = greeting
        .map_err(|error| line.broken(&error))?
        .ok_or_else(|| line.problem(ProblemKind::AnswerInterrupted))?;
    match greeting.parsed() {
        Response::Data {
            status: Status::Ok | Status::PreAuth,
            ..
        } => Ok(()),
        Response::Data {
            status: Status::Bye,
            outcome,
        } => Err(line.refused(
            &format!("BYE {}", outcome.information.as_deref().unwrap_or_default()),
            Place::Imap,
        )),
        _ => Err(line.problem(ProblemKind::AnswerNotMicrosofts)),
    }
}

async fn look(session: &mut Session<Bounded>) -> Result<Option<Seen>, Error> {
    // Counting first: where IMAP is off, the first command meets the refusal, and a list has no ear for one.
    let counted = session.status("INBOX", "(MESSAGES UNSEEN)").await?;
    let folders = session
        .list(None, Some("*"))
        .await?
        .try_fold(0_usize, async |count, _name| Ok(count + 1))
        .await?;
    let unread = counted.unseen.filter(|_| folders > 0);
    Ok(unread.map(|unread| Seen {
        folders,
        inbox: Inbox {
            unread,
            total: counted.exists,
        },
    }))
}

/// What an error of the library's means. Its own words are never kept: they may hold what was sent.
fn problem(line: &Line<'_>, error: &Error) -> Problem {
    match error {
        Error::No(said) => line.refused(&format!("NO {}", words(said)), Place::Imap),
        Error::Bad(said) => line.refused(&format!("BAD {}", words(said)), Place::Imap),
        Error::Io(error) => line.broken(error),
        Error::ConnectionLost => line.problem(ProblemKind::AnswerInterrupted),
        _ => line.problem(ProblemKind::AnswerNotMicrosofts),
    }
}

/// The server's words in what the library makes of them: `code: None, info: Some("AUTHENTICATE failed.")`.
fn words(said: &str) -> &str {
    let behind = said.split_once("Some(\"").map_or(said, |(_, behind)| behind);
    behind.rsplit_once("\")").map_or(behind, |(words, _)| words)
}
