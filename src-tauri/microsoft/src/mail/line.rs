//! The way to a mail server. It is always direct: no HTTP proxy carries IMAP or SMTP, so that a network that lets
//! nothing but its proxy out is told as such.

use crate::means::Means;
use crate::road::Road;
use crate::routes::Routes;
use reqwest::dns::{Name, Resolve};
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use url::Url;
use vincula_core::cloud::MailServer;
use vincula_core::problem::{Problem, ProblemKind};

/// How mail servers are reached, and whose certificates are believed: as for every other call.
#[derive(Clone)]
pub(crate) struct Lines {
    connect: Duration,
    whole: Duration,
    trust: TlsConnector,
    names: Option<Arc<dyn Resolve>>,
    routes: Routes,
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lines(…)")
    }
}

/// The way to one mail server.
pub(super) struct Line<'l> {
    lines: &'l Lines,
    server: &'l MailServer,
    pub(super) road: Road,
}

impl Lines {
    pub(crate) fn by(means: &Means, mut trust: ClientConfig, routes: Routes) -> Self {
        // What HTTP calls itself in the handshake is nothing for a mail server.
        trust.alpn_protocols.clear();
        Self {
            connect: means.connect,
            whole: means.whole,
            trust: TlsConnector::from(Arc::new(trust)),
            names: means.names.clone(),
            routes,
        }
    }

    pub(super) fn to<'l>(&'l self, server: &'l MailServer) -> Line<'l> {
        // A proxy would carry a web page of the same host: IT looks there first.
        let page = Url::parse(&format!("https://{}/", server.host)).ok();
        let proxy = page.and_then(|page| self.routes.proxy(&page));
        Line {
            lines: self,
            server,
            road: Road {
                host: Some(server.to_string()),
                proxy,
            },
        }
    }
}

impl Line<'_> {
    /// Ends a whole talk by the bound of a call.
    ///
    /// # Errors
    /// What the talk ended with, or [`TooSlow`](ProblemKind::TooSlow).
    pub(super) async fn within_bound<T>(
        &self,
        talk: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        let ended = timeout(self.lines.whole, talk).await;
        ended.unwrap_or_else(|_| Err(self.problem(ProblemKind::TooSlow)))
    }

    /// A bare connection to the server.
    pub(super) async fn connect(&self) -> Result<TcpStream, Problem> {
        let connected = timeout(self.lines.connect, self.reach()).await;
        connected.unwrap_or_else(|_| Err(self.problem(ProblemKind::MailPortBlocked)))
    }

    /// The connection, encrypted; the certificate must be the server's own.
    pub(super) async fn encrypt(&self, stream: TcpStream) -> Result<TlsStream<TcpStream>, Problem> {
        let name = ServerName::try_from(self.server.host.clone())
            .map_err(|_| self.problem(ProblemKind::NameUnknown))?;
        let shaken = timeout(self.lines.connect, self.lines.trust.connect(name, stream)).await;
        let shaken = shaken.map_err(|_| self.problem(ProblemKind::TooSlow))?;
        shaken.map_err(|error| self.of_handshake(&error))
    }

    /// What it means that the connection failed in the middle of a talk.
    pub(super) fn broken(&self, error: &io::Error) -> Problem {
        let kind = match error.kind() {
            // More than is ever read, or no mail server's words.
            io::ErrorKind::InvalidData | io::ErrorKind::Other => ProblemKind::AnswerNotMicrosofts,
            io::ErrorKind::TimedOut => ProblemKind::TooSlow,
            _ => ProblemKind::AnswerInterrupted,
        };
        self.problem(kind)
    }

    pub(super) fn problem(&self, kind: ProblemKind) -> Problem {
        Problem::new(kind, self.road.evidence())
    }

    async fn reach(&self) -> Result<TcpStream, Problem> {
        let addresses = self.addresses().await?;
        let mut left = u32::try_from(addresses.len()).unwrap_or(u32::MAX);
        let mut last = ProblemKind::NameUnknown;
        for address in addresses {
            // An address that swallows everything leaves time for the others.
            let share = self.lines.connect / left.max(1);
            left = left.saturating_sub(1);
            match timeout(share, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => {
                    // A talk of short lines, each of which is waited for.
                    let _unhurried = stream.set_nodelay(true);
                    return Ok(stream);
                }
                Ok(Err(error)) if error.kind() == io::ErrorKind::NetworkDown => last = ProblemKind::Offline,
                Ok(Err(_)) | Err(_) => last = ProblemKind::MailPortBlocked,
            }
        }
        Err(self.problem(last))
    }

    async fn addresses(&self) -> Result<Vec<SocketAddr>, Problem> {
        let MailServer { host, port } = self.server;
        let found = match &self.lines.names {
            Some(names) => match host.parse::<Name>() {
                Ok(name) => names.resolve(name).await.ok().map(|found| {
                    let at = |mut address: SocketAddr| {
                        address.set_port(*port);
                        address
                    };
                    found.map(at).collect()
                }),
                Err(_) => None,
            },
            None => lookup_host((host.as_str(), *port))
                .await
                .ok()
                .map(Iterator::collect),
        };
        found.ok_or_else(|| {
            // Where a proxy finds the names, this machine need not know any.
            let kind = match self.road.proxy {
                Some(_) => ProblemKind::MailPortBlocked,
                None => ProblemKind::NameUnknown,
            };
            self.problem(kind)
        })
    }

    fn of_handshake(&self, error: &io::Error) -> Problem {
        self.road
            .of_certificate(error)
            .unwrap_or_else(|| self.broken(error))
    }
}
