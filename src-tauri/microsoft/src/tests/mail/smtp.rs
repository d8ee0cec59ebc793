//! Handing in by SMTP: what is said, and what each refusal of Exchange Online's means.

use super::super::TOKEN;
use super::{Opening, Script, Step};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vincula_core::problem::ProblemKind;

const GREETING: Step = (
    "",
    "220 MAD.prod.outlook.com Microsoft ESMTP MAIL Service ready\r\n",
);
const OFFERS: Step = (
    "EHLO",
    "250-MAD.prod.outlook.com Hello\r\n250-SIZE 157286400\r\n250-STARTTLS\r\n250 8BITMIME\r\n",
);
const STARTTLS: Step = ("STARTTLS", "220 2.0.0 SMTP server ready\r\n");
const OFFERS_MORE: Step = (
    "EHLO",
    "250-MAD.prod.outlook.com Hello\r\n250-AUTH LOGIN XOAUTH2\r\n250 8BITMIME\r\n",
);
const SIGNED_IN: Step = ("AUTH", "235 2.7.0 Authentication successful\r\n");

macro_rules! script {
    ($($step:expr),* $(,)?) => {{
        static STEPS: &[Step] = &[GREETING, OFFERS, STARTTLS, OFFERS_MORE, $($step),*];
        STEPS
    }};
}

#[tokio::test]
async fn a_mail_is_handed_in_once_and_over_an_encrypted_connection() {
    let steps = script![
        SIGNED_IN,
        ("MAIL", "250 2.1.0 Sender OK\r\n"),
        ("RCPT", "250 2.1.5 Recipient OK\r\n"),
        ("DATA", "354 Start mail input; end with <CRLF>.<CRLF>\r\n"),
        (".", "250 2.0.0 OK <id@prod.outlook.com>\r\n"),
        ("QUIT", "221 2.0.0 Service closing transmission channel\r\n"),
    ];
    let server = Script::start(Opening::Bare, steps).await;
    server.submit().await.unwrap();
    let heard = server.heard();
    let response = STANDARD.encode(format!("user=ana@empresa.es\x01auth=Bearer {TOKEN}\x01\x01"));
    let commands: Vec<&str> = heard.iter().map(String::as_str).take(6).collect();
    assert_eq!(
        commands,
        [
            "EHLO [127.0.0.1]",
            "STARTTLS",
            "EHLO [127.0.0.1]",
            &format!("AUTH XOAUTH2 {response}"),
            "MAIL FROM:<ana@empresa.es>",
            "RCPT TO:<ana@empresa.es>",
        ]
    );
    let written = heard.join("\n");
    for line in [
        "From: ana@empresa.es",
        "To: ana@empresa.es",
        "Subject: Prueba",
        "Hola",
    ] {
        assert!(heard.iter().any(|heard| heard == line), "{line} in {written}");
    }
    assert_eq!(heard.iter().filter(|line| *line == "DATA").count(), 1);
}

#[tokio::test]
async fn each_refusal_of_the_sign_in_has_its_cause_and_none_repeats_the_token() {
    refused([
        (
            script![(
                "AUTH",
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [MAD.prod.outlook.com 2026-11-25T10:00:00.000Z 08DB]\r\n"
            )],
            ProblemKind::SmtpOffForCompany,
            Some("5.7.139"),
        ),
        (
            script![(
                "AUTH",
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.\r\n"
            )],
            ProblemKind::SmtpOffForMailbox,
            Some("5.7.139"),
        ),
        (
            script![(
                "AUTH",
                "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.\r\n"
            )],
            ProblemKind::SmtpBlockedByDefaults,
            Some("5.7.139"),
        ),
        (
            script![(
                "AUTH",
                "535 5.7.3 Authentication unsuccessful [MAD.prod.outlook.com]\r\n"
            )],
            ProblemKind::SmtpLoginFailed,
            Some("5.7.3"),
        ),
        (
            script![
                ("AUTH", "334 eyJzdGF0dXMiOiI0MDAifQ==\r\n"),
                ("*", "535 5.7.3 Authentication unsuccessful\r\n")
            ],
            ProblemKind::SmtpLoginFailed,
            Some("5.7.3"),
        ),
        (
            script![("AUTH", "432 4.3.2 Concurrent connections limit exceeded.\r\n")],
            ProblemKind::TooManyRequests,
            Some("4.3.2"),
        ),
        (
            script![("AUTH", "535 canary.access.token\r\n")],
            ProblemKind::SmtpLoginFailed,
            Some("535"),
        ),
        (
            script![("AUTH", "250 fine\r\n")],
            ProblemKind::AnswerNotMicrosofts,
            None,
        ),
        (script![("AUTH", "")], ProblemKind::AnswerInterrupted, None),
        (
            script![("AUTH", "535-5.7.3 Authent")],
            ProblemKind::AnswerInterrupted,
            None,
        ),
    ])
    .await;
}

#[tokio::test]
async fn each_refusal_of_the_mail_has_its_cause() {
    refused([
        (
            script![
                SIGNED_IN,
                ("MAIL", "530 5.7.57 Client not authenticated to send mail.\r\n")
            ],
            ProblemKind::SmtpNotSignedIn,
            Some("5.7.57"),
        ),
        (
            script![
                SIGNED_IN,
                ("MAIL", "250 2.1.0 Sender OK\r\n"),
                ("RCPT", "550 5.1.1 Recipient not found\r\n")
            ],
            ProblemKind::RecipientWrong,
            Some("5.1.1"),
        ),
        (
            script![
                SIGNED_IN,
                ("MAIL", "250 2.1.0 Sender OK\r\n"),
                ("RCPT", "250 2.1.5 Recipient OK\r\n"),
                ("DATA", "354 Start mail input\r\n"),
                (
                    ".",
                    "554 5.2.252 SendAsDenied; ana@empresa.es not allowed to send as info@empresa.es; STOREDRV.Submission\r\n"
                )
            ],
            ProblemKind::SendAsDenied,
            Some("5.2.252"),
        ),
    ])
    .await;
}

/// Every script ends with this cause and this code, and the token is nowhere in it.
async fn refused<const COUNT: usize>(
    expected: [(&'static [Step], ProblemKind, Option<&'static str>); COUNT],
) {
    for (steps, kind, code) in expected {
        let server = Script::start(Opening::Bare, steps).await;
        let problem = server.submit().await.unwrap_err();
        assert_eq!(problem.kind, kind, "{steps:?}");
        assert_eq!(problem.evidence.code.as_deref(), code, "{steps:?}");
        assert!(!format!("{problem:?}").contains("canary"), "{problem:?}");
    }
}

#[tokio::test]
async fn without_encryption_nothing_is_said_at_all() {
    static STRIPPED: &[Step] = &[
        GREETING,
        (
            "EHLO",
            "250-MAD.prod.outlook.com Hello\r\n250 AUTH LOGIN XOAUTH2\r\n",
        ),
        ("QUIT", "221 bye\r\n"),
    ];
    static REFUSED: &[Step] = &[
        GREETING,
        OFFERS,
        (
            "STARTTLS",
            "454 4.7.0 TLS not available due to temporary reason\r\n",
        ),
    ];
    // What a stranger puts in behind the reply is not believed: the handshake comes first, and meets it.
    static PUSHED: &[Step] = &[
        GREETING,
        OFFERS,
        ("STARTTLS", "220 ready\r\n250-AUTH XOAUTH2\r\n250 injected\r\n"),
        OFFERS_MORE,
        ("AUTH", "535 5.7.3 Authentication unsuccessful\r\n"),
    ];
    for (steps, kind) in [
        (STRIPPED, ProblemKind::EncryptionFailed),
        (REFUSED, ProblemKind::MicrosoftUnavailable),
        (PUSHED, ProblemKind::SmtpLoginFailed),
    ] {
        let server = Script::start(Opening::Bare, steps).await;
        let problem = server.submit().await.unwrap_err();
        let heard = server.heard().join(" ");
        if steps == PUSHED {
            assert!(
                [kind, ProblemKind::EncryptionFailed].contains(&problem.kind),
                "{problem:?}"
            );
            continue;
        }
        assert_eq!(problem.kind, kind);
        assert!(!heard.contains("AUTH "), "{heard}");
    }
}

#[tokio::test]
async fn a_server_without_our_way_to_sign_in_gets_no_token() {
    static STEPS: &[Step] = &[
        GREETING,
        OFFERS,
        STARTTLS,
        ("EHLO", "250-MAD.prod.outlook.com Hello\r\n250 AUTH LOGIN\r\n"),
    ];
    let server = Script::start(Opening::Bare, STEPS).await;
    let problem = server.submit().await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::MailServerTrouble);
    assert!(!server.heard().join(" ").contains("AUTH"));
}
