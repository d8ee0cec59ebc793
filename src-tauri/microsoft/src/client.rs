//! The client of one Microsoft cloud.

use crate::answer::Answer;
use crate::reach::Routes;
use crate::road;
use reqwest::RequestBuilder;
use std::time::Duration;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::problem::{Evidence, Problem, ProblemKind};

/// Time to connect, TLS included.
const CONNECT: Duration = Duration::from_secs(10);
/// Time for the whole call.
const WHOLE: Duration = Duration::from_secs(30);

/// The client of one Microsoft cloud.
#[derive(Clone, Debug)]
pub struct Microsoft {
    pub(crate) http: reqwest::Client,
    pub(crate) cloud: Cloud,
    pub(crate) routes: Routes,
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
    /// A client of `cloud`.
    ///
    /// # Errors
    /// A [`Problem`] where the machine's TLS set-up cannot be used.
    pub fn new(cloud: Cloud) -> Result<Self, Problem> {
        // The first call of the process decides; the same provider again is no error.
        let _already_installed = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .user_agent(concat!("Vincula/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .build()
            .map_err(|error| road::problem(&error, cloud.login.host_str()))?;
        let routes = Routes::of_system();
        Ok(Self { http, cloud, routes })
    }

    /// A client of another cloud over the same connections.
    #[must_use]
    pub fn in_cloud(&self, cloud: Cloud) -> Self {
        Self {
            http: self.http.clone(),
            routes: self.routes.clone(),
            cloud,
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
        let request = request.build().map_err(|error| road::problem(&error, None))?;
        let host = request.url().host_str().map(str::to_owned);
        let response = self
            .http
            .execute(request)
            .await
            .map_err(|error| road::problem(&error, host.as_deref()))?;
        Answer::read(response, host.as_deref()).await
    }
}
