//! Reading by IMAP: what is said, and what each refusal of Exchange Online's means.

use super::super::TOKEN;
use super::{Opening, Script, Step};
use crate::{Inbox, Seen};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vincula_core::problem::ProblemKind;

const GREETING: Step = (
    "",
    "* OK The Microsoft Exchange IMAP4 service is ready. [TABPADU=]\r\n",
);
const ASKED: Step = ("AUTHENTICATE XOAUTH2", "+ \r\n");

/// Steps that live as long as the server.
macro_rules! script {
    ($($step:expr),+ $(,)?) => {{
        static STEPS: &[Step] = &[$($step),+];
        STEPS
    }};
}

#[tokio::test]
async fn the_inbox_is_counted_the_folders_are_listed_and_nothing_is_opened() {
    let steps = script![
        GREETING,
        ASKED,
        ("dXNlcj", "A0001 OK AUTHENTICATE completed.\r\n"),
        (
            "STATUS",
            "* STATUS INBOX (MESSAGES 41 UNSEEN 3)\r\n{tag} OK STATUS completed.\r\n"
        ),
        (
            "LIST",
            "* LIST (\\HasNoChildren) \"/\" INBOX\r\n* LIST (\\HasChildren) \"/\" Archivo\r\n{tag} OK LIST completed.\r\n"
        ),
        (
            "LOGOUT",
            "* BYE Microsoft Exchange Server IMAP4 server signing off.\r\n{tag} OK LOGOUT completed.\r\n"
        ),
    ];
    let server = Script::start(Opening::Encrypted, steps).await;
    let seen = server.look().await.unwrap();
    let inbox = Inbox { unread: 3, total: 41 };
    assert_eq!(seen, Seen { folders: 2, inbox });
    let heard = server.heard();
    let response = STANDARD.encode(format!("user=ana@empresa.es\x01auth=Bearer {TOKEN}\x01\x01"));
    assert_eq!(
        heard,
        [
            "AUTHENTICATE XOAUTH2",
            &response,
            "STATUS \"INBOX\" (MESSAGES UNSEEN)",
            "LIST \"\" *",
            "LOGOUT"
        ]
    );
}

#[tokio::test]
async fn the_reason_of_a_refusal_is_taken_note_of_with_an_empty_line() {
    let steps = script![
        GREETING,
        ASKED,
        ("dXNlcj", "+ eyJzdGF0dXMiOiI0MDAifQ==\r\n"),
        ("*", "A0001 NO AUTHENTICATE failed.\r\n"),
    ];
    let server = Script::start(Opening::Encrypted, steps).await;
    let problem = server.look().await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::ImapLoginFailed);
    assert_eq!(server.heard().last().map(String::as_str), Some(""));
    assert!(!format!("{problem:?}").contains("canary"));
}

#[tokio::test]
async fn each_refusal_has_its_cause_and_none_repeats_the_token() {
    let expected = [
        (
            script![GREETING, ASKED, ("dXNlcj", "A0001 NO AUTHENTICATE failed.\r\n")],
            ProblemKind::ImapLoginFailed,
        ),
        (
            script![
                GREETING,
                ASKED,
                (
                    "dXNlcj",
                    "A0001 BAD User is authenticated but not connected.\r\n* BYE Connection closed. 14\r\n"
                )
            ],
            ProblemKind::ImapOff,
        ),
        (
            script![
                GREETING,
                ASKED,
                ("dXNlcj", "A0001 OK AUTHENTICATE completed.\r\n"),
                (
                    "STATUS",
                    "{tag} BAD User is authenticated but not connected.\r\n* BYE Connection closed. 14\r\n"
                )
            ],
            ProblemKind::ImapOff,
        ),
        (
            script![
                GREETING,
                ASKED,
                ("dXNlcj", "A0001 NO [UNAVAILABLE] Server Unavailable. 15\r\n")
            ],
            ProblemKind::MicrosoftUnavailable,
        ),
        (
            script![
                GREETING,
                ASKED,
                ("dXNlcj", "A0001 OK AUTHENTICATE completed.\r\n"),
                (
                    "STATUS",
                    "{tag} BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds\r\n"
                )
            ],
            ProblemKind::TooManyRequests,
        ),
        (
            script![("", "* BYE Too many simultaneous connections. (Maximum: 16)\r\n")],
            ProblemKind::TooManyRequests,
        ),
        (
            script![
                ("", "* OK ready\r\n"),
                ASKED,
                ("dXNlcj", "A0001 NO dXNlcj canary.access.token\r\n")
            ],
            ProblemKind::MailServerTrouble,
        ),
        (
            script![GREETING, ASKED, ("dXNlcj", "")],
            ProblemKind::AnswerInterrupted,
        ),
        (script![("", "* OK rea")], ProblemKind::AnswerInterrupted),
        (
            script![("", "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")],
            ProblemKind::AnswerNotMicrosofts,
        ),
    ];
    for (steps, kind) in expected {
        let server = Script::start(Opening::Encrypted, steps).await;
        let problem = server.look().await.unwrap_err();
        assert_eq!(problem.kind, kind, "{steps:?}");
        let host = problem.evidence.host.as_deref().unwrap();
        assert!(host.starts_with("localhost:"), "{host}");
        assert!(!format!("{problem:?}").contains("canary"), "{problem:?}");
    }
}

#[tokio::test]
async fn a_count_or_a_folder_that_does_not_come_is_none() {
    for steps in [
        script![
            GREETING,
            ASKED,
            ("dXNlcj", "A0001 OK AUTHENTICATE completed.\r\n"),
            (
                "STATUS",
                "* STATUS INBOX (MESSAGES 41)\r\n{tag} OK STATUS completed.\r\n"
            ),
            ("LIST", "* LIST () \"/\" INBOX\r\n{tag} OK LIST completed.\r\n"),
            ("LOGOUT", "{tag} OK LOGOUT completed.\r\n"),
        ],
        script![
            GREETING,
            ASKED,
            ("dXNlcj", "A0001 OK AUTHENTICATE completed.\r\n"),
            (
                "STATUS",
                "* STATUS INBOX (MESSAGES 41 UNSEEN 3)\r\n{tag} OK STATUS completed.\r\n"
            ),
            ("LIST", "{tag} BAD no\r\n"),
            ("LOGOUT", "{tag} OK LOGOUT completed.\r\n"),
        ],
    ] {
        let server = Script::start(Opening::Encrypted, steps).await;
        assert_eq!(
            server.look().await.unwrap_err().kind,
            ProblemKind::AnswerNotMicrosofts
        );
    }
}

#[test]
fn what_the_library_would_say_of_a_token_in_a_log_is_not_compiled_in() {
    assert!(log::STATIC_MAX_LEVEL < log::LevelFilter::Trace);
}
