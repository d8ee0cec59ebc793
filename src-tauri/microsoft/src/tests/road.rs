//! Whatever happens on the road has a name, at every call.

use super::{Call, always, kinds, microsoft, request, tenant_id};
use crate::{Means, Microsoft, Proof};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use url::Url;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::problem::ProblemKind;
use vincula_lab::{Lab, LabConfig};
use vincula_testbed::{Authority, Certificate, Fault, FaultServer};
use wiremock::{MockServer, ResponseTemplate};

const JSON: &str = "application/json";
const PAGE: &str = "<html><body>Acepta las condiciones del hotel</body></html>";

async fn expect(answer: ResponseTemplate, kind: ProblemKind) {
    assert_eq!(kinds(answer.clone()).await, [kind; Call::ALL.len()], "{answer:?}");
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_nothing_is_sent_elsewhere() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = MockServer::start().await;
        let there = format!("{}/stolen", elsewhere.uri());
        let answer = ResponseTemplate::new(status).insert_header("Location", there.as_str());
        expect(answer, ProblemKind::AnswerNotMicrosofts).await;
        assert_eq!(elsewhere.received_requests().await.unwrap().len(), 0);
    }
}

#[tokio::test]
async fn a_page_in_microsofts_place_is_named() {
    for status in [200, 201, 202, 204, 400, 403, 404, 511] {
        let answer = ResponseTemplate::new(status).set_body_raw(PAGE, "text/html");
        let server = always(answer).await;
        for call in Call::ALL {
            if call.succeeds_by(status) {
                continue;
            }
            let kind = call.problem(&microsoft(&server.uri())).await.kind;
            // 511 is the status of networks that want a login first (RFC 6585).
            assert_eq!(kind, ProblemKind::AnswerNotMicrosofts, "{call:?} {status}");
        }
    }
}

#[tokio::test]
async fn json_of_another_shape_is_not_microsofts() {
    for body in [
        "{}",
        "[]",
        "null",
        "\"ok\"",
        "{\"hello\":1}",
        "\u{FEFF}{}",
        "{\"error\":",
        "nonsense",
    ] {
        let server = always(ResponseTemplate::new(400).set_body_raw(body, JSON)).await;
        for call in Call::ALL {
            assert_eq!(
                call.problem(&microsoft(&server.uri())).await.kind,
                ProblemKind::AnswerNotMicrosofts,
                "{call:?} {body}"
            );
        }
    }
}

#[tokio::test]
async fn json_that_breaks_off_is_an_interrupted_answer() {
    for body in [
        "",
        "{",
        "{\"access_token\":\"abc",
        "{\"token_type\":\"Bearer\",\"issuer\":\"x\",",
        "{\"userPrincipalName\":\"ana@e",
    ] {
        let server = always(ResponseTemplate::new(200).set_body_raw(body, JSON)).await;
        for call in Call::ALL {
            // These two read a status and no body.
            if matches!(call, Call::SendMail | Call::Delete) {
                continue;
            }
            assert_eq!(
                call.problem(&microsoft(&server.uri())).await.kind,
                ProblemKind::AnswerInterrupted,
                "{call:?} {body}"
            );
        }
    }
}

#[tokio::test]
async fn more_than_a_mebibyte_is_not_read() {
    for status in [200, 400, 500] {
        let answer = ResponseTemplate::new(status).set_body_raw(vec![b' '; 1024 * 1024 + 1], JSON);
        expect(answer, ProblemKind::AnswerNotMicrosofts).await;
    }
}

#[tokio::test]
async fn each_status_that_says_enough_has_its_name() {
    for (status, kind) in [
        (407, ProblemKind::ProxyRefused),
        (408, ProblemKind::TooSlow),
        (429, ProblemKind::TooManyRequests),
        (500, ProblemKind::MicrosoftUnavailable),
        (502, ProblemKind::MicrosoftUnavailable),
        (503, ProblemKind::MicrosoftUnavailable),
        (504, ProblemKind::MicrosoftUnavailable),
    ] {
        expect(ResponseTemplate::new(status), kind).await;
        expect(
            ResponseTemplate::new(status).set_body_raw(PAGE, "text/html"),
            kind,
        )
        .await;
        expect(
            ResponseTemplate::new(status).set_body_raw("{\"x\":1}", JSON),
            kind,
        )
        .await;
    }
}

#[tokio::test]
async fn the_time_that_microsoft_asks_for_is_kept_where_it_is_one() {
    for (header, expected) in [
        ("7", Some(7)),
        ("0", Some(0)),
        ("1000000000", Some(86_400)),
        ("Wed, 21 Oct 2020 07:28:00 GMT", Some(0)),
        ("-1", None),
        ("soon", None),
    ] {
        let server = always(ResponseTemplate::new(429).insert_header("Retry-After", header)).await;
        let problem = Call::Tenant.problem(&microsoft(&server.uri())).await;
        assert_eq!(problem.evidence.retry_after_seconds, expected, "{header}");
        assert_eq!(problem.evidence.status, Some(429));
        assert_eq!(problem.evidence.host.as_deref(), Some("127.0.0.1"));
    }
}

#[tokio::test]
async fn a_port_on_which_nobody_listens_refuses() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let microsoft = microsoft(&format!("http://{address}"));
    for call in Call::ALL {
        let problem = call.problem(&microsoft).await;
        assert_eq!(problem.kind, ProblemKind::ConnectionRefused, "{call:?}");
        assert_eq!(problem.evidence.host.as_deref(), Some("127.0.0.1"));
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_on_the_wire_is_named() {
    for part in [
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"issuer\":",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"iss",
        "not http at all\r\n\r\n",
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let counterpart = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut buffer = [0; 4096];
                let _read = stream.read(&mut buffer).await;
                let _written = stream.write_all(part.as_bytes()).await;
            }
        });
        let microsoft = microsoft(&format!("http://{address}"));
        for call in Call::ALL {
            assert_eq!(
                call.problem(&microsoft).await.kind,
                ProblemKind::AnswerInterrupted,
                "{call:?} {part:?}"
            );
        }
        counterpart.abort();
    }
}

#[tokio::test]
async fn a_certificate_that_this_machine_does_not_trust_is_named() {
    let lab = Lab::start(LabConfig {
        https: true,
        ..LabConfig::default()
    })
    .await
    .unwrap();
    let microsoft = microsoft(lab.base_url().as_str());
    for call in Call::ALL {
        assert_eq!(
            call.problem(&microsoft).await.kind,
            ProblemKind::NotTrusted,
            "{call:?}"
        );
    }
    assert_eq!(lab.world().requests(), []);
}

#[tokio::test]
async fn the_question_about_the_application_proves_nothing_by_somebody_elses_answer() {
    for answer in [
        ResponseTemplate::new(200).set_body_raw(PAGE, "text/html"),
        ResponseTemplate::new(302).insert_header("Location", "https://hotel.example/login"),
        ResponseTemplate::new(302).insert_header("Location", "https://erp.example.evil.com/cb.php?error=x"),
        ResponseTemplate::new(302).insert_header("Location", "::"),
        ResponseTemplate::new(302),
        ResponseTemplate::new(400).set_body_raw("AADSTS999999: ?", "text/html"),
    ] {
        let server = always(answer).await;
        let microsoft = microsoft(&server.uri());
        let request = request(microsoft.cloud(), &super::client_id());
        assert_eq!(
            microsoft.application_known(&request).await,
            Ok(Proof::NotUnderstood)
        );
    }
}

#[tokio::test]
async fn another_organisations_metadata_prove_nothing() {
    let body = serde_json::json!({"issuer": "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"});
    let server = always(ResponseTemplate::new(200).set_body_json(body)).await;
    assert_eq!(
        microsoft(&server.uri())
            .hear_entra(Some(&tenant_id()))
            .await
            .exists,
        Ok(Proof::NotUnderstood)
    );
}

#[tokio::test]
async fn a_slow_answer_within_the_bound_is_an_answer() {
    let body = serde_json::json!({"issuer": format!("https://x/{}/v2.0", tenant_id())});
    let answer = ResponseTemplate::new(200)
        .set_body_json(body)
        .set_delay(Duration::from_millis(300));
    let server = always(answer).await;
    assert_eq!(
        microsoft(&server.uri())
            .hear_entra(Some(&tenant_id()))
            .await
            .exists,
        Ok(Proof::Holds)
    );
}

/// A client of a lab under TLS that is reached through this proxy.
fn behind(proxy: &FaultServer, there: &FaultServer, authority: &Authority) -> Microsoft {
    let means = Means {
        roots: vec![authority.root()],
        proxy: Some(Url::parse(&proxy.base_url()).unwrap()),
        ..Means::default()
    };
    let cloud = Cloud::lab(CloudId::Global, &Url::parse(&there.base_url()).unwrap()).unwrap();
    Microsoft::by(cloud, &means).unwrap()
}

#[tokio::test]
async fn a_proxy_that_refuses_its_tunnel_or_is_not_there_is_named() {
    let lab = Lab::start(LabConfig::default()).await.unwrap();
    let port = lab.base_url().port().unwrap();
    let authority = Authority::new();
    let there = FaultServer::before_with_tls(port, &authority).await;
    let proxy = FaultServer::before(port).await;
    let microsoft = behind(&proxy, &there, &authority);
    for (fault, kind) in [
        (Fault::Status(407), ProblemKind::ProxyRefused),
        (Fault::Status(502), ProblemKind::ProxyDown),
        (Fault::EarlyClose, ProblemKind::ProxyDown),
        (Fault::Reset, ProblemKind::ProxyDown),
        (Fault::Refused, ProblemKind::ProxyDown),
    ] {
        proxy.misbehave(fault).await;
        let problem = Call::Tenant.problem(&microsoft).await;
        assert_eq!(problem.kind, kind, "{fault}");
        let place = proxy.base_url().replace("http://", "").replace('/', "");
        assert_eq!(problem.evidence.proxy, Some(place));
    }
    proxy.behave().await;
    assert_eq!(there.asked("", ""), 0);
    let problem = Call::Tenant.problem(&microsoft).await;
    assert_eq!(problem.kind, ProblemKind::TenantUnknown);
    assert_eq!(there.asked("/openid-configuration", ""), 1);
}

#[tokio::test]
async fn a_filter_that_opens_tls_is_named_by_its_certificate() {
    let lab = Lab::start(LabConfig::default()).await.unwrap();
    let authority = Authority::new();
    let there = FaultServer::before_with_tls(lab.base_url().port().unwrap(), &authority).await;
    let means = Means {
        roots: vec![authority.root()],
        ..Means::default()
    };
    let cloud = Cloud::lab(CloudId::Global, &Url::parse(&there.base_url()).unwrap()).unwrap();
    let microsoft = Microsoft::by(cloud, &means).unwrap();
    there.misbehave(Fault::Tls(Certificate::Untrusted)).await;
    for call in Call::ALL {
        let problem = call.problem(&microsoft).await;
        assert_eq!(problem.kind, ProblemKind::NotTrusted, "{call:?}");
        assert_eq!(problem.evidence.found.as_deref(), Some(Authority::STRANGER));
    }
    assert_eq!(lab.world().requests(), []);
}
