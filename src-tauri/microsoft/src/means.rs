//! How a client reaches its cloud, and how long it may take.

use reqwest::dns::Resolve;
use rustls::pki_types::CertificateDer;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// How a client reaches its cloud, and how long it may take. The default is the program's; whoever tries the road
/// itself makes the bounds shorter and brings a road of their own.
#[derive(Clone)]
pub struct Means {
    /// Time to connect, TLS included.
    pub connect: Duration,
    /// Time for the whole call.
    pub whole: Duration,
    /// Authorities that are trusted beside those of this machine, in DER.
    pub roots: Vec<CertificateDer<'static>>,
    /// The proxy; this machine's own where there is none here.
    pub proxy: Option<Url>,
    /// Who finds the addresses of names; this machine where there is nobody here.
    pub names: Option<Arc<dyn Resolve>>,
}

impl Default for Means {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(30),
            roots: Vec::new(),
            proxy: None,
            names: None,
        }
    }
}
