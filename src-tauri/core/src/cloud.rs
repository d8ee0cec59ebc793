//! Where Microsoft is. The client reaches another cloud, or the lab, by changing this and nothing else.

mod id;
mod issuers;
mod lab_place;
mod mail_server;

#[cfg(test)]
mod tests;

pub use id::{CloudId, NotACloud};
pub use issuers::Issuers;
pub use lab_place::LabPlace;
pub use mail_server::MailServer;

use crate::sign_in::Scopes;
use url::Url;

/// The endpoints of one Microsoft cloud, or of a lab that plays it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// Which cloud this is, or which one the lab plays.
    pub id: CloudId,
    /// Entra: `https://login.microsoftonline.com/`
    pub login: Url,
    /// Microsoft Graph: `https://graph.microsoft.com/`
    pub graph: Url,
    /// The portal: `https://portal.azure.com/`
    pub portal: Url,
    /// What stands before a permission's name in a scope: `https://graph.microsoft.com/`
    pub graph_scope_prefix: &'static str,
    /// The same for Exchange Online, whose tokens IMAP and SMTP take: `https://outlook.office.com/`
    pub outlook_scope_prefix: &'static str,
    /// Where mailboxes are read by IMAP, encrypted from the first byte; a lab may play none.
    pub imap: Option<MailServer>,
    /// Where programs hand in mail by SMTP and `STARTTLS`; a lab may play none.
    pub smtp: Option<MailServer>,
    /// Who may call itself the issuer of an answer.
    pub issuers: Issuers,
}

/// The address given for a lab is not one on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a lab must be on this machine: http(s)://localhost:PORT or 127.0.0.1")]
pub struct NotLoopback;

impl Cloud {
    /// Microsoft's global cloud, which serves GCC as well.
    #[must_use]
    pub fn global() -> Self {
        Self::of(CloudId::Global)
    }

    /// One of Microsoft's clouds.
    ///
    /// # Panics
    /// Never: the addresses are constants, and a test parses them.
    #[must_use]
    pub fn of(id: CloudId) -> Self {
        let endpoints = id.endpoints();
        Self {
            id,
            login: constant(endpoints.login),
            graph: constant(endpoints.graph),
            portal: constant(endpoints.portal),
            graph_scope_prefix: endpoints.graph_scope_prefix,
            outlook_scope_prefix: endpoints.outlook_scope_prefix,
            imap: Some(MailServer::imap(endpoints.imap_host)),
            smtp: Some(MailServer::submission(endpoints.smtp_host)),
            issuers: Issuers::of(endpoints.issuer_hosts.iter().map(|host| https(host))),
        }
    }

    /// A lab on this machine, which plays all the hosts of the cloud `id` from one address. It uses that cloud's
    /// names where it names something, such as a scope.
    ///
    /// # Errors
    /// [`NotLoopback`], so that a secret can never be sent to somebody else's «lab».
    pub fn lab(id: CloudId, base: &Url) -> Result<Self, NotLoopback> {
        if !is_of_this_machine(base) {
            return Err(NotLoopback);
        }
        let at = |path: &str| base.join(path).map_err(|_| NotLoopback);
        let mut lab = Self {
            login: at("/")?,
            graph: at("/")?,
            portal: at("/practice")?,
            imap: None,
            smtp: None,
            ..Self::of(id)
        };
        // An ordinary lab is its own issuer, so that any client can be tried with it; one that plays a national
        // cloud takes that cloud's name, by which alone it can be told from the global one.
        if id == CloudId::Global {
            lab.issuers.add_this_machine();
        }
        Ok(lab)
    }

    /// The same lab with mail servers at these ports of this machine. There is no way to name another host, so that
    /// a token cannot be sent to somebody else's.
    #[must_use]
    pub fn with_lab_mail(self, imap: Option<u16>, smtp: Option<u16>) -> Self {
        Self {
            imap: imap.map(MailServer::on_this_machine),
            smtp: smtp.map(MailServer::on_this_machine),
            ..self
        }
    }

    /// An address below Entra's host.
    #[must_use]
    pub fn login_endpoint(&self, path: &str) -> Url {
        below(&self.login, path)
    }

    /// An address below Graph's host.
    #[must_use]
    pub fn graph_endpoint(&self, path: &str) -> Url {
        below(&self.graph, path)
    }

    /// Whether `host` is one of this cloud's own sign-in hosts.
    #[must_use]
    pub fn is_login_host(&self, host: &str) -> bool {
        self.login.host_str() == Some(host) || self.id.endpoints().login_hosts.contains(&host)
    }

    /// The other cloud that `granted` names a permission of: a token for it opens nothing here.
    #[must_use]
    pub fn another_cloud_of(&self, granted: &Scopes) -> Option<CloudId> {
        let names = |id: CloudId, scope: &str| {
            let endpoints = id.endpoints();
            [endpoints.graph_scope_prefix, endpoints.outlook_scope_prefix]
                .iter()
                .any(|prefix| begins_with(scope, prefix))
        };
        CloudId::ALL
            .into_iter()
            .filter(|id| *id != self.id)
            .find(|id| granted.iter().any(|scope| names(*id, scope)))
    }

    /// The other cloud that an organisation's metadata name: by their issuer, or by the host of their Graph, which
    /// alone tells the two clouds of the US government apart.
    #[must_use]
    pub fn another_cloud_of_metadata(&self, issuer: &str, graph_host: Option<&str>) -> Option<CloudId> {
        let others = || CloudId::ALL.into_iter().filter(|id| *id != self.id);
        let issuer = Url::parse(issuer).ok();
        let by_graph = others().find(|id| {
            graph_host.is_some_and(|host| constant(id.endpoints().graph).host_str() == Some(host))
        });
        let by_issuer = issuer
            .filter(|issuer| !self.issuers.admit(issuer))
            .and_then(|issuer| others().find(|id| Self::of(*id).issuers.admit(&issuer)));
        by_graph.or(by_issuer)
    }
}

/// Whether an address is one of this machine, by every name that it has for itself.
fn is_of_this_machine(address: &Url) -> bool {
    matches!(address.scheme(), "http" | "https")
        && matches!(address.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"))
}

/// Scopes compare without case.
fn begins_with(scope: &str, prefix: &str) -> bool {
    scope
        .get(..prefix.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix))
}

/// `path` is ours: segments of a known shape, never input.
fn below(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    url.set_path(path);
    url
}

#[expect(clippy::expect_used, reason = "a constant of the table, parsed by a test")]
fn constant(address: &'static str) -> Url {
    Url::parse(address).expect("a constant address")
}

#[expect(clippy::expect_used, reason = "a constant of the table, parsed by a test")]
fn https(host: &'static str) -> Url {
    Url::parse(&format!("https://{host}/")).expect("a constant host")
}
