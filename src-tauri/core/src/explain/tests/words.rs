//! What is said of an explanation: in both languages, with a time to wait, sharper where more is known.

use crate::explain::{Context, explain};
use crate::problem::catalogue::{Code, entries};
use crate::problem::{Circumstances, Place, ProblemKind, SecretSeen};
use crate::text::Language;
use std::time::Duration;

fn kind(text: &str) -> ProblemKind {
    explain(text, &Context::default()).problem.kind
}

#[test]
fn every_published_code_alone_gives_problem_who_step_and_text_in_both_languages() {
    let mut all = 0;
    for entry in entries() {
        // A reply such as `550` may be anybody's: only its longer forms are codes by themselves.
        let found = explain(&entry.code.to_string(), &Context::default());
        assert_eq!(
            found.code(),
            Some(entry.code.to_string().as_str()),
            "{}",
            entry.code
        );
        let expected = match entry.code {
            Code::Entra(_) => {
                [Place::Authorize, Place::Token, Place::Graph, Place::Network].contains(&found.place)
            }
            Code::Graph(_) => found.place == Place::Graph,
            Code::Smtp(_) => found.place == Place::Smtp,
        };
        assert!(expected, "{}: {:?}", entry.code, found.place);
        assert!(!found.problem.kind.who().as_str().is_empty());
        assert!(!found.problem.kind.remedy().step().is_empty());
        for language in Language::ALL {
            let words = found.words(language);
            for text in [
                &words.what,
                &words.action,
                &words.button,
                &words.it,
                &words.who,
                &words.retry,
                &words.place,
            ] {
                assert!(
                    !text.is_empty() && !text.contains("problem-") && !text.contains("retry-"),
                    "{text}"
                );
            }
        }
        let is_linked = matches!(entry.code, Code::Entra(_));
        assert_eq!(found.link.is_some(), is_linked, "{}", entry.code);
        all += 1;
    }
    assert!(all >= 1_400);
}

#[test]
fn a_code_of_entras_alone_is_read_with_and_without_its_prefix() {
    for entry in entries() {
        if let Code::Entra(number) = entry.code {
            let bare = explain(&number.to_string(), &Context::default());
            let full = explain(&format!("AADSTS{number}"), &Context::default());
            assert_eq!(bare, full, "{number}");
            assert_eq!(
                bare.link,
                Some(format!("https://login.microsoftonline.com/error?code={number}"))
            );
        }
    }
}

#[test]
fn what_is_known_of_the_setup_makes_it_sharper() {
    let known = |known: Circumstances| Context { place: None, known };
    let secret = known(Circumstances {
        secret: Some(SecretSeen::Unusual),
        ..Circumstances::default()
    });
    assert_eq!(
        explain("AADSTS7000215", &secret).problem.kind,
        ProblemKind::SecretOddShape
    );
    let recent = known(Circumstances {
        since_redirect_saved: Some(Duration::from_mins(2)),
        ..Circumstances::default()
    });
    let found = explain("AADSTS50011", &recent);
    assert_eq!(found.problem.kind, ProblemKind::RedirectTooNew);
    assert_eq!(found.words(Language::En).retry, "Try again in 5 minutes.");
}

#[test]
fn the_place_that_is_known_wins_over_what_the_text_looks_like() {
    let at = |place| Context {
        place: Some(place),
        ..Context::default()
    };
    assert_eq!(
        explain("AADSTS65004", &at(Place::AdminConsent)).problem.kind,
        ProblemKind::AdminConsentDeclined
    );
    assert_eq!(
        explain("AADSTS65004", &at(Place::Authorize)).problem.kind,
        ProblemKind::ConsentDeclined
    );
}

#[test]
fn a_time_to_wait_is_microsofts_or_the_usual_one() {
    for (text, says) in [
        (
            "HTTP/1.1 429 Too Many Requests\nRetry-After: 600",
            "Try again in 10 minutes.",
        ),
        (
            "HTTP/1.1 429 Too Many Requests\nRetry-After: 7200",
            "Try again in 2 hours.",
        ),
        (
            "HTTP/1.1 429 Too Many Requests\nRetry-After: 9999999",
            "Try again in a while.",
        ),
        ("HTTP/1.1 429 Too Many Requests", "Try again in a minute."),
        ("AADSTS50053", "Try again in 30 minutes."),
        ("ErrorMailboxMoveInProgress", "Try again in an hour."),
        ("AADSTS65004", "You can try again now."),
        ("AADSTS7000215", "Try again once it is fixed."),
    ] {
        assert_eq!(
            explain(text, &Context::default()).words(Language::En).retry,
            says,
            "{text}"
        );
    }
}

#[test]
fn microsofts_sentence_is_kept_and_nothing_around_it() {
    for (text, said) in [
        (
            "hola AADSTS65004: User declined to consent to access the app. Trace ID: 188cb9ad-2b40-4f55-9a39-5f4a5c210100",
            "AADSTS65004: User declined to consent to access the app.",
        ),
        (
            r#"{"error_description":"AADSTS53003: Access has been blocked by Conditional Access policies.\r\nTrace ID: x","error_codes":[53003]}"#,
            "AADSTS53003: Access has been blocked by Conditional Access policies.",
        ),
        (
            r#"{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}"#,
            "Access is denied. Check credentials and try again.",
        ),
        (
            "2026-05-24 secret=x 530 5.7.57 Client not authenticated to send mail.\nQUIT",
            "5.7.57 Client not authenticated to send mail.",
        ),
    ] {
        let found = explain(text, &Context::default());
        assert_eq!(found.problem.evidence.text.as_deref(), Some(said));
    }
}

#[test]
fn what_other_programs_say_is_not_repeated() {
    for text in [
        "Connection timed out for user ana with clave perro",
        "no space left on device while saving perro",
        "403 Forbidden perro",
    ] {
        let found = explain(text, &Context::default());
        assert_eq!(found.problem.evidence.text, None, "{text}");
    }
}

#[test]
fn the_more_telling_of_two_codes_decides_wherever_it_stands() {
    for text in [
        "AADSTS70002: Error validating credentials. AADSTS54005: OAuth2 Authorization code was already redeemed",
        "\"error_codes\":[54005,70002]",
        "AADSTS54005: already redeemed (AADSTS70002)",
    ] {
        assert_eq!(kind(text), ProblemKind::CodeUsed, "{text}");
    }
}
