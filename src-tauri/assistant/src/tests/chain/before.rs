//! What Entra, the road or the setup itself tells without the person.

use super::super::bench::{Bench, NOBODYS_SECRET, REDIRECT};
use super::{Scenario, spoil};
use crate::SecretStore as _;
use std::time::Duration;
use tokio::net::TcpListener;
use url::Url;
use vincula_core::check::CheckId;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::problem::ProblemKind;
use vincula_core::value::{ClientId, TenantId};
use vincula_lab::{Audience, Forced, Lab, LabConfig, Place, Redirect};
use vincula_microsoft::Microsoft;

const NOBODY: &str = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";

pub(super) fn scenarios() -> impl Iterator<Item = Scenario> {
    machine()
        .into_iter()
        .chain(organisation())
        .chain(application())
        .chain(secret())
}

/// The other host stays where it is: only Graph is asked elsewhere.
fn graph_at(bench: &mut Bench, graph: Url) {
    let cloud = Cloud {
        graph,
        ..bench.microsoft.cloud().clone()
    };
    bench.microsoft = Microsoft::new(cloud).unwrap();
}

fn force(bench: &Bench, place: Place, fault: Forced) {
    bench.lab.world().force(place, fault);
}

fn page() -> Forced {
    Forced::Body(200, "text/html".to_owned(), "<p>Wi-Fi del hotel</p>".to_owned())
}

fn code(code: &str) -> Forced {
    Forced::Code(code.to_owned())
}

fn machine() -> Vec<Scenario> {
    use CheckId::Machine as check;
    vec![
        Scenario {
            what: "Entra's host refuses",
            spoil: spoil!(|bench| bench.road.cut().await),
            check,
            kind: ProblemKind::ConnectionRefused,
        },
        Scenario {
            what: "Graph's host refuses",
            spoil: spoil!(|bench| {
                let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
                let address = format!("http://{}/", closed.local_addr().unwrap());
                drop(closed);
                graph_at(bench, Url::parse(&address).unwrap());
            }),
            check,
            kind: ProblemKind::ConnectionRefused,
        },
        Scenario {
            what: "the name of Graph's host is not found",
            spoil: spoil!(|bench| {
                let unknown = format!("http://{}.invalid/", "a".repeat(64));
                graph_at(bench, Url::parse(&unknown).unwrap());
            }),
            check,
            kind: ProblemKind::NameUnknown,
        },
        Scenario {
            what: "Graph's certificate is signed by a stranger",
            spoil: spoil!(|bench| {
                let config = LabConfig {
                    https: true,
                    ..LabConfig::default()
                };
                let stranger = Lab::start(config).await.unwrap();
                graph_at(bench, stranger.base_url());
                // It serves until the test's runtime ends.
                std::mem::forget(stranger);
            }),
            check,
            kind: ProblemKind::NotTrusted,
        },
        Scenario {
            what: "this machine is six minutes ahead",
            spoil: spoil!(|bench| bench.clock.advance(360)),
            check,
            kind: ProblemKind::ClockWrong,
        },
        Scenario {
            what: "this machine is six minutes late, as Entra tells it",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::DateSkew(360))),
            check,
            kind: ProblemKind::ClockWrong,
        },
        Scenario {
            what: "this machine is a day late",
            spoil: spoil!(|bench| bench.clock.advance(-86_400)),
            check,
            kind: ProblemKind::ClockWrong,
        },
        Scenario {
            what: "a hotel's page answers for Entra",
            spoil: spoil!(|bench| force(bench, Place::Metadata, page())),
            check,
            kind: ProblemKind::AnswerNotMicrosofts,
        },
        Scenario {
            what: "the proxy asks for a password",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::Status(407, None))),
            check,
            kind: ProblemKind::ProxyRefused,
        },
        Scenario {
            what: "Entra's answer is dropped",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::Drop)),
            check,
            kind: ProblemKind::AnswerInterrupted,
        },
        Scenario {
            what: "Entra's answer is cut half-way",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::Truncate(50))),
            check,
            kind: ProblemKind::AnswerInterrupted,
        },
        Scenario {
            what: "Entra's host hangs",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::Hang(Duration::from_mins(1)))),
            check,
            kind: ProblemKind::TooSlow,
        },
    ]
}

fn organisation() -> Vec<Scenario> {
    use CheckId::Tenant as check;
    vec![
        Scenario {
            what: "nobody's tenant id",
            spoil: spoil!(|bench| bench.setup.tenant_id = TenantId::parse(NOBODY).ok()),
            check,
            kind: ProblemKind::TenantUnknown,
        },
        Scenario {
            what: "the Client ID stands where the tenant id belongs",
            spoil: spoil!(|bench| bench.setup.tenant_id = TenantId::parse(&bench.client_id).ok()),
            check,
            kind: ProblemKind::ClientIdAsTenant,
        },
        Scenario {
            what: "the organisation lives in another cloud",
            spoil: spoil!(|bench| {
                *bench = Bench::in_cloud(CloudId::Global, vincula_lab::Cloud::UsGovHigh).await;
            }),
            check,
            kind: ProblemKind::AnotherCloud,
        },
        Scenario {
            what: "Entra is down",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::Status(503, None))),
            check,
            kind: ProblemKind::MicrosoftUnavailable,
        },
        Scenario {
            what: "Entra asks to wait",
            spoil: spoil!(|bench| force(bench, Place::Metadata, Forced::Status(429, Some("7".to_owned())))),
            check,
            kind: ProblemKind::TooManyRequests,
        },
    ]
}

fn application() -> Vec<Scenario> {
    use CheckId::Application as check;
    vec![
        Scenario {
            what: "no Client ID",
            spoil: spoil!(|bench| bench.setup.client_id = None),
            check,
            kind: ProblemKind::ClientIdMissing,
        },
        Scenario {
            what: "nobody's Client ID",
            spoil: spoil!(|bench| bench.setup.client_id = ClientId::parse(NOBODY).ok()),
            check,
            kind: ProblemKind::ApplicationUnknown,
        },
        Scenario {
            what: "the application was deleted",
            spoil: spoil!(|bench| bench.lab.world().delete_application(&bench.client_id)),
            check,
            kind: ProblemKind::ApplicationUnknown,
        },
        Scenario {
            what: "the redirect URI has one slash too many",
            spoil: spoil!(|bench| {
                bench.lab.world().remove_redirects(&bench.client_id);
                let other = Redirect::web(format!("{REDIRECT}/"));
                bench.lab.world().add_redirect(&bench.client_id, other);
            }),
            check,
            kind: ProblemKind::RedirectNotRegistered,
        },
        Scenario {
            what: "no redirect URI at all",
            spoil: spoil!(|bench| bench.lab.world().remove_redirects(&bench.client_id)),
            check,
            kind: ProblemKind::RedirectNotRegistered,
        },
        Scenario {
            what: "the registration admits its own organisation only",
            spoil: spoil!(|bench| bench
                .lab
                .world()
                .set_audience(&bench.client_id, Audience::SingleTenant)),
            check,
            kind: ProblemKind::SingleTenantOnly,
        },
        Scenario {
            what: "the application is disabled",
            spoil: spoil!(|bench| force(bench, Place::Authorize, code("AADSTS7000112"))),
            check,
            kind: ProblemKind::ApplicationDisabled,
        },
        Scenario {
            what: "the sign-in endpoint is down",
            spoil: spoil!(|bench| force(bench, Place::Authorize, Forced::Status(503, None))),
            check,
            kind: ProblemKind::MicrosoftUnavailable,
        },
        Scenario {
            what: "the sign-in endpoint asks to wait",
            spoil: spoil!(|bench| force(
                bench,
                Place::Authorize,
                Forced::Status(429, Some("soon".to_owned()))
            )),
            check,
            kind: ProblemKind::TooManyRequests,
        },
    ]
}

fn secret() -> Vec<Scenario> {
    use CheckId::Secret as check;
    vec![
        Scenario {
            what: "no secret",
            spoil: spoil!(|bench| bench.secrets.delete(&bench.setup.id).await.unwrap()),
            check,
            kind: ProblemKind::SecretMissing,
        },
        Scenario {
            what: "nobody's secret",
            spoil: spoil!(|bench| bench.give_secret(NOBODYS_SECRET).await),
            check,
            kind: ProblemKind::SecretOfAnother,
        },
        Scenario {
            what: "the secret was deleted in the portal",
            spoil: spoil!(|bench| bench.lab.world().remove_secrets(&bench.client_id)),
            check,
            kind: ProblemKind::SecretOfAnother,
        },
        Scenario {
            what: "the secret has expired",
            spoil: spoil!(|bench| bench.lab.world().expire_secrets(&bench.client_id)),
            check,
            kind: ProblemKind::SecretExpired,
        },
        Scenario {
            what: "the token endpoint is down",
            spoil: spoil!(|bench| force(bench, Place::Token, Forced::Status(500, None))),
            check,
            kind: ProblemKind::MicrosoftUnavailable,
        },
        Scenario {
            what: "the token endpoint asks to wait",
            spoil: spoil!(|bench| force(bench, Place::Token, Forced::Status(429, None))),
            check,
            kind: ProblemKind::TooManyRequests,
        },
    ]
}
