//! The first question to each host: what it brings, and how a fault of the road is named.

use super::{always, microsoft, tenant_id};
use crate::{Microsoft, Proof};
use jiff::Timestamp;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use url::Url;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::problem::{Problem, ProblemKind};
use vincula_lab::{Forced, Lab, LabConfig, Place};
use wiremock::ResponseTemplate;

async fn lab(https: bool) -> (Lab, Microsoft) {
    let lab = Lab::start(LabConfig {
        https,
        ..LabConfig::default()
    })
    .await
    .unwrap();
    let microsoft = microsoft(lab.base_url().as_str());
    (lab, microsoft)
}

/// A client that finds both hosts at `address`, which need not be on this machine: nothing is sent there.
fn at(address: &str) -> Microsoft {
    let there = Url::parse(address).unwrap();
    let cloud = Cloud {
        login: there.clone(),
        graph: there,
        ..Cloud::of(CloudId::Global)
    };
    Microsoft::new(cloud).unwrap()
}

/// The faults of both hosts.
async fn faults(microsoft: &Microsoft) -> [Problem; 2] {
    let (entra, graph) = tokio::join!(microsoft.hear_entra(None), microsoft.graph_reached());
    [entra.exists.unwrap_err(), graph.unwrap_err()]
}

#[tokio::test]
async fn one_question_tells_the_time_and_whether_the_organisation_exists() {
    let (lab, microsoft) = lab(false).await;
    let practice = lab.world().seed_practice();
    let known = vincula_core::value::TenantId::parse(&practice.tenant_id).unwrap();
    let heard = microsoft.hear_entra(Some(&known)).await;
    assert_eq!(heard.exists, Ok(Proof::Holds));
    let off = Timestamp::now().duration_since(heard.date.unwrap());
    assert!(off.as_secs().abs() <= 2, "{off:?}");
    assert_eq!(lab.world().requests().len(), 1);

    let unknown = microsoft.hear_entra(Some(&tenant_id())).await;
    assert_eq!(unknown.exists.unwrap_err().kind, ProblemKind::TenantUnknown);
    assert!(unknown.date.is_some(), "a refusal tells the time as well");

    assert_eq!(microsoft.hear_entra(None).await.exists, Ok(Proof::Holds));
    assert_eq!(microsoft.graph_reached().await, Ok(Proof::Holds));
}

#[tokio::test]
async fn a_date_that_cannot_be_read_is_no_date() {
    const DATE: &str = "Sun, 24 May 2026 13:34:39 GMT";
    for (date, age, read) in [
        (DATE, "0", Some("2026-05-24T13:34:39Z")),
        // A cache on the way kept it for an hour.
        (DATE, "3600", Some("2026-05-24T14:34:39Z")),
        (DATE, "-1", None),
        (DATE, "long", None),
        ("yesterday", "0", None),
        ("", "0", None),
        ("Sun, 24 May 99999 13:34:39 GMT", "0", None),
    ] {
        let answer = ResponseTemplate::new(400)
            .insert_header("Date", date)
            .insert_header("Age", age);
        let server = always(answer).await;
        let heard = microsoft(&server.uri()).hear_entra(None).await;
        assert_eq!(heard.date, read.map(|text| text.parse().unwrap()), "{date} {age}");
    }
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_told_from_a_host_that_refuses() {
    // Longer than the names that exist (RFC 1035, section 2.3.4): no name server has to be asked.
    let unknown = format!("http://{}.invalid/", "a".repeat(64));
    for problem in faults(&at(&unknown)).await {
        assert_eq!(problem.kind, ProblemKind::NameUnknown);
        assert!(
            problem
                .evidence
                .host
                .is_some_and(|host| host.ends_with(".invalid"))
        );
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = listener.local_addr().unwrap();
    drop(listener);
    for problem in faults(&at(&format!("http://{closed}/"))).await {
        assert_eq!(problem.kind, ProblemKind::ConnectionRefused);
        assert_eq!(problem.evidence.host.as_deref(), Some("127.0.0.1"));
        assert_eq!(problem.evidence.proxy, None);
    }
}

#[tokio::test]
async fn the_issuer_of_a_certificate_that_is_not_trusted_is_named_and_nothing_is_asked() {
    let (lab, microsoft) = lab(true).await;
    for problem in faults(&microsoft).await {
        assert_eq!(problem.kind, ProblemKind::NotTrusted);
        let issuer = problem.evidence.found.unwrap();
        assert_eq!(issuer, "Vincula practice lab authority");
    }
    assert_eq!(lab.world().requests(), []);
}

#[tokio::test]
async fn a_host_that_hangs_is_given_up_after_five_seconds() {
    let (lab, microsoft) = lab(false).await;
    lab.world()
        .force(Place::Metadata, Forced::Hang(Duration::from_mins(1)));
    lab.world()
        .force(Place::Graph, Forced::Hang(Duration::from_mins(1)));
    let began = Instant::now();
    for problem in faults(&microsoft).await {
        assert_eq!(problem.kind, ProblemKind::TooSlow);
    }
    let took = began.elapsed();
    assert!(took < Duration::from_secs(8), "both at once: {took:?}");
}

#[tokio::test]
async fn what_graph_says_is_no_fault_of_the_road_unless_the_road_said_it() {
    let (lab, microsoft) = lab(false).await;
    let page = |status| Forced::Body(status, "text/html".to_owned(), "<p>Wi-Fi</p>".to_owned());
    for (forced, expected) in [
        (Forced::Status(503, None), Ok(Proof::Holds)),
        (Forced::Status(429, Some("7".to_owned())), Ok(Proof::Holds)),
        (page(200), Ok(Proof::NotUnderstood)),
        (page(403), Ok(Proof::NotUnderstood)),
        (Forced::Status(404, None), Ok(Proof::NotUnderstood)),
        (Forced::Status(407, None), Err(ProblemKind::ProxyRefused)),
        (Forced::Drop, Err(ProblemKind::AnswerInterrupted)),
    ] {
        lab.world().force_once(Place::Graph, forced.clone());
        let told = microsoft.graph_reached().await.map_err(|problem| problem.kind);
        assert_eq!(told, expected, "{forced:?}");
    }
}
