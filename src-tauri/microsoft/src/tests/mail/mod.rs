//! IMAP and SMTP against a server that says what it is told to, line by line.

mod imap;
mod road;
mod smtp;

use super::{mail, token};
use crate::{Means, Microsoft, Seen};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use vincula_core::cloud::{Cloud, MailServer};
use vincula_core::problem::Problem;
use vincula_core::value::Mailbox;

/// One step of a script: the server waits for a line that begins like this, and answers. An empty beginning waits for
/// nothing; `{tag}` in an answer is the tag of the line.
type Step = (&'static str, &'static str);

/// How the server begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// Encrypted, as IMAP is.
    Encrypted,
    /// Bare until `STARTTLS`, as submission is.
    Bare,
}

/// A server that follows a script, once for every connection.
struct Script {
    port: u16,
    root: CertificateDer<'static>,
    heard: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Drop for Script {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Script {
    async fn start(opening: Opening, steps: &'static [Step]) -> Self {
        Self::start_as("localhost", opening, steps).await
    }

    async fn start_as(name: &str, opening: Opening, steps: &'static [Step]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (root, acceptor) = certificates(name);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&heard);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that goes away ends its own talk only.
                let _ended = serve(stream, &acceptor, opening, steps, &notes).await;
            }
        });
        Self {
            port,
            root,
            heard,
            task,
        }
    }

    /// The lines that it was told, without the tags of IMAP.
    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    fn client(&self) -> Microsoft {
        client(vec![self.root.clone()])
    }

    async fn look(&self) -> Result<Seen, Problem> {
        let server = at(self.port);
        let (client, token) = (self.client(), token().await);
        client.look_by_imap(&server, &account(), &token).await
    }

    async fn submit(&self) -> Result<(), Problem> {
        let server = at(self.port);
        let (client, token) = (self.client(), token().await);
        client.submit(&server, &account(), &token, &mail()).await
    }
}

fn account() -> Mailbox {
    Mailbox::parse("ana@empresa.es").unwrap()
}

/// A server at a port of this machine.
fn at(port: u16) -> MailServer {
    let cloud = Cloud::global().with_lab_mail(Some(port), None);
    cloud.imap.unwrap()
}

fn client(roots: Vec<CertificateDer<'static>>) -> Microsoft {
    let means = Means {
        roots,
        connect: Duration::from_secs(2),
        whole: Duration::from_secs(3),
        ..Means::default()
    };
    Microsoft::by(Cloud::global(), &means).unwrap()
}

async fn serve(
    stream: TcpStream,
    acceptor: &TlsAcceptor,
    opening: Opening,
    steps: &[Step],
    heard: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let (steps, stream) = match opening {
        Opening::Encrypted => (steps, stream),
        Opening::Bare => {
            let upgrade = steps.iter().position(|(waits, _)| *waits == "STARTTLS");
            let (bare, encrypted) = steps.split_at(upgrade.map_or(steps.len(), |at| at + 1));
            let stream = follow(stream, bare, heard).await?;
            if encrypted.is_empty() {
                return Ok(());
            }
            (encrypted, stream)
        }
    };
    let stream = acceptor.accept(stream).await?;
    follow(stream, steps, heard).await?;
    Ok(())
}

async fn follow<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    steps: &[Step],
    heard: &Mutex<Vec<String>>,
) -> std::io::Result<S> {
    let mut stream = BufReader::new(stream);
    for (waits, answer) in steps {
        let mut tag = String::new();
        while !waits.is_empty() {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(stream.into_inner());
            }
            let line = line.trim_end().to_owned();
            let is_tag =
                |word: &str| word.len() == 5 && word.starts_with('A') && word[1..].parse::<u32>().is_ok();
            let told = match line.split_once(' ') {
                Some((word, rest)) if is_tag(word) => {
                    word.clone_into(&mut tag);
                    rest.to_owned()
                }
                _ => line,
            };
            let is_it = told.starts_with(waits) || *waits == "*";
            heard.lock().unwrap().push(told);
            if is_it {
                break;
            }
        }
        stream.write_all(answer.replace("{tag}", &tag).as_bytes()).await?;
        stream.flush().await?;
    }
    Ok(stream.into_inner())
}

fn certificates(name: &str) -> (CertificateDer<'static>, TlsAcceptor) {
    let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params
        .distinguished_name
        .push(DnType::CommonName, "Autoridad de la prueba");
    let key = KeyPair::generate().unwrap();
    let root = params.self_signed(&key).unwrap().der().clone();
    let issuer = Issuer::new(params, key);
    let key = KeyPair::generate().unwrap();
    let server = CertificateParams::new(vec![name.to_owned()]).unwrap();
    let certificate = server.signed_by(&key, &issuer).unwrap().der().clone();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    (root, TlsAcceptor::from(Arc::new(server)))
}
