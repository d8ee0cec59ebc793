//! A mail server: its name, by which its certificate is judged, and its port.

/// A mail server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
}

impl MailServer {
    /// IMAP over TLS (RFC 8314, section 3.2).
    pub(super) fn imap(host: &str) -> Self {
        Self {
            host: host.to_owned(),
            port: 993,
        }
    }

    /// Submission with `STARTTLS` (RFC 6409).
    pub(super) fn submission(host: &str) -> Self {
        Self {
            host: host.to_owned(),
            port: 587,
        }
    }

    pub(super) fn on_this_machine(port: u16) -> Self {
        Self {
            host: "localhost".to_owned(),
            port,
        }
    }
}

impl std::fmt::Display for MailServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}
