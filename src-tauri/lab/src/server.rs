//! Starting and stopping a lab.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::middleware;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use url::Url;

use crate::certificate::{self, CertificateError};
use crate::cloud::Cloud;
use crate::entra::failure::Wording;
use crate::language::{DescriptionFormat, Language};
use crate::web::{self, Dropped};
use crate::world::World;
use crate::{admin, entra, graph, introspection, portal};

/// How a lab is to run.
#[derive(Clone, Debug, Default)]
pub struct LabConfig {
    /// The TCP port on 127.0.0.1; 0 for any free one.
    pub port: u16,
    /// Whether to serve https with an authority of the lab's own.
    pub https: bool,
    /// The language of the pages where the browser prefers none that the lab speaks.
    pub language: Language,
    /// The layout of error descriptions.
    pub description_format: DescriptionFormat,
    /// Whose names it answers with.
    pub cloud: Cloud,
}

/// Why a lab did not start.
#[derive(Debug, thiserror::Error)]
pub enum LabError {
    /// The port is taken or not allowed.
    #[error("cannot listen on 127.0.0.1:{port}: {source}")]
    Listen {
        /// The port that was asked for.
        port: u16,
        /// The system's reason.
        source: io::Error,
    },
    /// Https could not be set up.
    #[error("cannot serve https: {0}")]
    Https(#[from] CertificateError),
    /// The own address is no URL; this does not happen.
    #[error("cannot name its own address: {0}")]
    Address(#[from] url::ParseError),
}

/// A running lab. Dropping it closes the listener and every connection.
#[derive(Debug)]
pub struct Lab {
    world: World,
    base: Url,
    authority_pem: Option<String>,
    task: JoinHandle<()>,
}

impl Lab {
    /// Binds 127.0.0.1 and serves until the lab is dropped or stopped.
    ///
    /// # Errors
    ///
    /// If the port cannot be bound, or a certificate cannot be made.
    pub async fn start(config: LabConfig) -> Result<Self, LabError> {
        let port = config.port;
        let listen = |source| LabError::Listen { port, source };
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let bound = listener.local_addr().map_err(listen)?.port();
        let certified = if config.https {
            Some(certificate::certify()?)
        } else {
            None
        };
        let scheme = if config.https { "https" } else { "http" };
        let base = Url::parse(&format!("{scheme}://localhost:{bound}/"))?;
        let wording = Wording {
            format: config.description_format,
            cloud: config.cloud,
        };
        let world = World::new(base.clone(), config.language, wording);
        let acceptor = certified
            .as_ref()
            .map(|certified| TlsAcceptor::from(Arc::clone(&certified.server)));
        let task = tokio::spawn(serve(listener, acceptor, router(&world)));
        Ok(Self {
            world,
            base,
            authority_pem: certified.map(|certified| certified.authority_pem),
            task,
        })
    }

    /// `http://localhost:PORT/`, the root of both Entra and Graph.
    #[must_use]
    pub fn base_url(&self) -> Url {
        self.base.clone()
    }

    /// The certificate (PEM) that a client must trust; none under plain http.
    #[must_use]
    pub fn certificate_authority_pem(&self) -> Option<&str> {
        self.authority_pem.as_deref()
    }

    /// The state of the lab.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Stops, and returns when the listener and all connections are closed.
    pub async fn stop(mut self) {
        self.task.abort();
        // The task was aborted on purpose: its error says only that.
        drop((&mut self.task).await);
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn router(world: &World) -> Router {
    Router::new()
        .merge(entra::routes())
        .merge(graph::routes())
        .merge(portal::routes())
        .merge(admin::routes())
        .merge(introspection::routes())
        .layer(middleware::from_fn_with_state(world.clone(), web::gate))
        .with_state(world.clone())
}

async fn serve(listener: TcpListener, acceptor: Option<TlsAcceptor>, router: Router) {
    // The set aborts its tasks when this future is dropped.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    connections.spawn(connection(stream, acceptor.clone(), router.clone()));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, acceptor: Option<TlsAcceptor>, router: Router) {
    // Small answers must not wait for more.
    drop(stream.set_nodelay(true));
    match acceptor {
        None => talk(stream, router).await,
        Some(acceptor) => {
            if let Ok(stream) = acceptor.accept(stream).await {
                talk(stream, router).await;
            }
        }
    }
}

async fn talk<S>(stream: S, router: Router)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = TowerToHyperService::new(router);
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let answer = service.call(request);
        async move {
            let Ok(response) = answer.await;
            // An error instead of an answer makes the connection close without one.
            if response.extensions().get::<Dropped>().is_some() {
                return Err(io::Error::from(io::ErrorKind::ConnectionAborted));
            }
            Ok(response)
        }
    });
    let builder = auto::Builder::new(TokioExecutor::new());
    // A connection that breaks is the client's business.
    drop(builder.serve_connection(TokioIo::new(stream), service).await);
}
