//! The client of one Microsoft cloud.

use crate::answer::Answer;
use crate::mail::Lines;
use crate::means::Means;
use crate::road::Road;
use crate::routes::Routes;
use crate::trust;
use jiff::Timestamp;
use reqwest::RequestBuilder;
use std::sync::Arc;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::problem::{Evidence, Problem, ProblemKind};

/// The client of one Microsoft cloud.
#[derive(Clone, Debug)]
pub struct Microsoft {
    pub(crate) http: reqwest::Client,
    pub(crate) cloud: Cloud,
    pub(crate) lines: Lines,
    routes: Routes,
}

/// What a question about the registration proved. A known «no» is a [`Problem`] instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It holds.
    Holds,
    /// The answer is neither a yes nor a known no.
    NotUnderstood,
}

impl Microsoft {
    /// A client of `cloud`, over this machine's own road and within the program's bounds.
    ///
    /// # Errors
    /// A [`Problem`] where the machine's TLS set-up cannot be used.
    pub fn new(cloud: Cloud) -> Result<Self, Problem> {
        Self::by(cloud, &Means::default())
    }

    /// A client of `cloud` by these means.
    ///
    /// # Errors
    /// A [`Problem`] where they cannot be used.
    pub fn by(cloud: Cloud, means: &Means) -> Result<Self, Problem> {
        let road = Road {
            host: cloud.login.host_str().map(str::to_owned),
            ..Road::default()
        };
        let unusable = |_| {
            let evidence = Evidence {
                host: road.host.clone(),
                ..Evidence::default()
            };
            Problem::new(ProblemKind::EncryptionFailed, evidence)
        };
        let trust = trust::configuration(&means.roots).map_err(unusable)?;
        let mut builder = reqwest::Client::builder()
            .user_agent(concat!("Vincula/", env!("CARGO_PKG_VERSION")))
            .tls_backend_preconfigured(trust.clone())
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(means.connect)
            .timeout(means.whole);
        let mut routes = Routes::of_system();
        if let Some(proxy) = &means.proxy {
            builder =
                builder.proxy(reqwest::Proxy::all(proxy.clone()).map_err(|error| road.problem(&error))?);
            routes = Routes::through(proxy);
        }
        if let Some(names) = &means.names {
            builder = builder.dns_resolver(Arc::clone(names));
        }
        Ok(Self {
            http: builder.build().map_err(|error| road.problem(&error))?,
            cloud,
            lines: Lines::by(means, trust, routes.clone()),
            routes,
        })
    }

    /// A client of another cloud over the same connections.
    #[must_use]
    pub fn in_cloud(&self, cloud: Cloud) -> Self {
        Self {
            cloud,
            ..self.clone()
        }
    }

    /// The cloud that this client talks to.
    #[must_use]
    pub fn cloud(&self) -> &Cloud {
        &self.cloud
    }

    /// The problem that something belongs to `other` and not to this client's cloud.
    pub(crate) fn another_cloud(&self, other: CloudId) -> Problem {
        let evidence = Evidence::comparing(self.cloud.id.as_str(), other.as_str());
        Problem::new(ProblemKind::AnotherCloud, evidence)
    }

    /// Sends a request and reads its answer within the bounds.
    pub(crate) async fn ask(&self, request: RequestBuilder) -> Result<Answer, Problem> {
        let request = request.build().map_err(|error| Road::default().problem(&error))?;
        let road = Road::to(request.url(), &self.routes);
        let response = self
            .http
            .execute(request)
            .await
            .map_err(|error| road.problem(&error))?;
        Answer::read(response, road, Timestamp::now()).await
    }
}
