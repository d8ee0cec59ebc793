//! Exchange Online's IMAP server by script: its own words where it refuses, which Dovecot cannot be made to say.
//!
//! Source: office-developer-exchange-docs `how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth.md`; captured
//! conversations.

use super::authority::MailAuthority;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How long it stays silent before it gives up; longer than any test waits.
const SILENCE: Duration = Duration::from_mins(10);

/// What it does to whoever connects. It looks at no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImapManner {
    /// `NO AUTHENTICATE failed.`: the token is wrong, or IMAP is not for this mailbox.
    Refuses,
    /// It signs in, then `BAD User is authenticated but not connected.` and hangs up: IMAP is off, or the mailbox is
    /// another's.
    NotConnected,
    /// `BAD Request is throttled.` with a time to wait, to everything after the sign-in.
    Throttles,
    /// `NO Server Unavailable. 15` at the sign-in: too many connections.
    Unavailable,
    /// It hangs up in place of a greeting.
    DropsAtConnect,
    /// It hangs up at the sign-in.
    DropsAtAuthenticate,
    /// It signs in and hangs up at the next command.
    DropsAfterwards,
    /// It never greets.
    SilentAtConnect,
    /// It never answers the sign-in.
    SilentAtAuthenticate,
    /// It signs in and never answers again.
    SilentAfterwards,
}

/// A server on this machine. It ends with the test: nobody is let in any more.
pub struct ScriptedImap {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

impl ScriptedImap {
    /// Starts it, with a certificate of this authority for `localhost`.
    ///
    /// # Panics
    /// Where no port can be had.
    #[must_use]
    pub fn start(authority: &MailAuthority, manner: ImapManner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port can be had");
        let address = listener.local_addr().expect("it has an address");
        let tls = authority.server();
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let tls = Arc::clone(&tls);
                // A client that leaves in the middle is the test's business.
                thread::spawn(move || talk(connection, tls, manner).ok());
            }
        });
        Self { address, stopped }
    }

    /// The port on `localhost`.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for ScriptedImap {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the accepting thread, which then sees that it is over.
        let _ = TcpStream::connect(self.address);
    }
}

type Line = BufReader<StreamOwned<ServerConnection, TcpStream>>;

const GREETING: &str =
    "* OK The Microsoft Exchange IMAP4 service is ready. [VgBpAG4AYwB1AGwAYQAgAEwAYQBiAA==]";
const CAPABILITY: &str = "* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN \
                          IDLE NAMESPACE LITERAL+";

fn talk(connection: TcpStream, tls: Arc<ServerConfig>, manner: ImapManner) -> io::Result<()> {
    let connection = StreamOwned::new(ServerConnection::new(tls).map_err(io::Error::other)?, connection);
    let mut line = BufReader::new(connection);
    match manner {
        ImapManner::DropsAtConnect => return shake_hands(&mut line),
        ImapManner::SilentAtConnect => {
            shake_hands(&mut line)?;
            thread::sleep(SILENCE);
            return Ok(());
        }
        _ => say(&mut line, GREETING)?,
    }
    let mut signed_in = false;
    while let Some(said) = hear(&mut line)? {
        let (tag, rest) = said.split_once(' ').unwrap_or((&said, ""));
        let (command, arguments) = rest.split_once(' ').unwrap_or((rest, ""));
        match command.to_ascii_uppercase().as_str() {
            "CAPABILITY" => {
                say(&mut line, CAPABILITY)?;
                say(&mut line, &format!("{tag} OK CAPABILITY completed."))?;
            }
            "LOGOUT" => {
                say(
                    &mut line,
                    "* BYE Microsoft Exchange Server IMAP4 server signing off.",
                )?;
                return say(&mut line, &format!("{tag} OK LOGOUT completed."));
            }
            "AUTHENTICATE" if !signed_in => {
                // Without an initial response the client is asked for one (RFC 4959).
                if !arguments.contains(' ') {
                    say(&mut line, "+ ")?;
                    hear(&mut line)?;
                }
                match manner {
                    ImapManner::Refuses => say(&mut line, &format!("{tag} NO AUTHENTICATE failed."))?,
                    ImapManner::Unavailable => say(&mut line, &format!("{tag} NO Server Unavailable. 15"))?,
                    ImapManner::DropsAtAuthenticate => return Ok(()),
                    ImapManner::SilentAtAuthenticate => thread::sleep(SILENCE),
                    _ => {
                        signed_in = true;
                        say(&mut line, &format!("{tag} OK AUTHENTICATE completed."))?;
                    }
                }
            }
            _ if !signed_in => say(
                &mut line,
                &format!("{tag} BAD Command received in Invalid state."),
            )?,
            _ => match manner {
                ImapManner::Throttles => say(
                    &mut line,
                    &format!("{tag} BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds"),
                )?,
                ImapManner::SilentAfterwards => thread::sleep(SILENCE),
                ImapManner::NotConnected => {
                    say(
                        &mut line,
                        &format!("{tag} BAD User is authenticated but not connected."),
                    )?;
                    return say(&mut line, "* BYE Connection closed. 14");
                }
                _ => return Ok(()),
            },
        }
    }
    Ok(())
}

/// TLS alone, without a word.
fn shake_hands(line: &mut Line) -> io::Result<()> {
    let stream = line.get_mut();
    stream.conn.complete_io(&mut stream.sock).map(drop)
}

fn say(line: &mut Line, text: &str) -> io::Result<()> {
    let stream = line.get_mut();
    write!(stream, "{text}\r\n").and_then(|()| stream.flush())
}

fn hear(line: &mut Line) -> io::Result<Option<String>> {
    let mut said = String::new();
    let read = line.read_line(&mut said)?;
    Ok((read > 0).then(|| said.trim_end().to_owned()))
}
