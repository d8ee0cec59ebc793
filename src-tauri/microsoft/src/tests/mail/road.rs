//! Whatever happens on the way to a mail server has a name.

use super::{Opening, Script, Step, account, at, client};
use crate::tests::{mail, token};
use crate::{Means, Microsoft};
use std::time::{Duration, Instant};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use url::Url;
use vincula_core::cloud::{Cloud, MailServer};
use vincula_core::problem::{Problem, ProblemKind};

static GREETING: &[Step] = &[("", "* OK ready\r\n")];
static HELLO: &[Step] = &[
    ("", "220 ready\r\n"),
    ("EHLO", "250-x\r\n250 STARTTLS\r\n"),
    ("STARTTLS", "220 go\r\n"),
    ("EHLO", "250 AUTH XOAUTH2\r\n"),
];

/// What both calls come to at one server.
async fn problems(client: &Microsoft, server: &MailServer) -> [Problem; 2] {
    let token = token().await;
    [
        client.look_by_imap(server, &account(), &token).await.unwrap_err(),
        client
            .submit(server, &account(), &token, &mail())
            .await
            .unwrap_err(),
    ]
}

/// A port on which nobody listens.
async fn closed() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap().port()
}

#[tokio::test]
async fn a_port_that_nobody_can_reach_is_named_with_the_proxy_that_cannot_carry_it() {
    let server = at(closed().await);
    for problem in problems(&client(Vec::new()), &server).await {
        assert_eq!(problem.kind, ProblemKind::MailPortBlocked);
        assert_eq!(problem.evidence.host, Some(server.to_string()));
        assert_eq!(problem.evidence.proxy, None);
    }
    let means = Means {
        proxy: Some(Url::parse("http://proxy.empresa.es:3128").unwrap()),
        ..Means::default()
    };
    let behind = Microsoft::by(Cloud::global(), &means).unwrap();
    for problem in problems(&behind, &server).await {
        assert_eq!(problem.kind, ProblemKind::MailPortBlocked);
        assert_eq!(problem.evidence.proxy.as_deref(), Some("proxy.empresa.es:3128"));
    }
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_told_unless_only_the_proxy_knows_names() {
    let server = MailServer {
        // Longer than the names that exist (RFC 1035, section 2.3.4): no name server has to be asked.
        host: format!("{}.invalid", "a".repeat(64)),
        port: 993,
    };
    for problem in problems(&client(Vec::new()), &server).await {
        assert_eq!(problem.kind, ProblemKind::NameUnknown);
    }
    let means = Means {
        proxy: Some(Url::parse("http://proxy.empresa.es:3128").unwrap()),
        ..Means::default()
    };
    for problem in problems(&Microsoft::by(Cloud::global(), &means).unwrap(), &server).await {
        assert_eq!(problem.kind, ProblemKind::MailPortBlocked);
    }
}

#[tokio::test]
async fn a_certificate_that_is_not_believed_is_named_with_its_issuer_and_no_token_is_sent() {
    for (opening, steps) in [(Opening::Encrypted, GREETING), (Opening::Bare, HELLO)] {
        let server = Script::start(opening, steps).await;
        let stranger = client(Vec::new());
        let token = token().await;
        let place = at(server.port);
        let problem = match opening {
            Opening::Encrypted => stranger
                .look_by_imap(&place, &account(), &token)
                .await
                .unwrap_err(),
            Opening::Bare => stranger
                .submit(&place, &account(), &token, &mail())
                .await
                .unwrap_err(),
        };
        assert_eq!(problem.kind, ProblemKind::NotTrusted);
        assert_eq!(problem.evidence.found.as_deref(), Some("Autoridad de la prueba"));
        assert!(!server.heard().join(" ").contains("AUTH"));
    }
}

#[tokio::test]
async fn a_certificate_of_another_name_is_not_the_servers() {
    let imap = Script::start_as("otro.example", Opening::Encrypted, GREETING).await;
    assert_eq!(
        imap.look().await.unwrap_err().kind,
        ProblemKind::CertificateOfAnother
    );
    let smtp = Script::start_as("otro.example", Opening::Bare, HELLO).await;
    assert_eq!(
        smtp.submit().await.unwrap_err().kind,
        ProblemKind::CertificateOfAnother
    );
}

#[tokio::test]
async fn a_server_that_says_nothing_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = at(listener.local_addr().unwrap().port());
    let silent = tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            held.push(stream);
        }
    });
    let began = Instant::now();
    for problem in problems(&client(Vec::new()), &server).await {
        assert_eq!(problem.kind, ProblemKind::TooSlow);
    }
    // Two calls, each bounded by three seconds.
    assert!(began.elapsed() < Duration::from_secs(10));
    silent.abort();
}

#[tokio::test]
async fn something_that_is_no_mail_server_is_not_microsofts() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = at(listener.local_addr().unwrap().port());
    let page = tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let _written = stream
                .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n<html>Wi-Fi</html>")
                .await;
            held.push(stream);
        }
    });
    let [imap, smtp] = problems(&client(Vec::new()), &server).await;
    assert_eq!(imap.kind, ProblemKind::EncryptionFailed);
    assert_eq!(smtp.kind, ProblemKind::AnswerNotMicrosofts);
    page.abort();
}
