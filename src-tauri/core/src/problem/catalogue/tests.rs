//! Every line of the tables is read, and every code has an answer.

use super::table::{TABLES, Tables};
use super::{Code, Signs, entries, of_entra, of_status};
use crate::problem::{Family, Place, ProblemKind};
use crate::text::{Language, find};
use std::collections::BTreeMap;

#[test]
fn every_line_of_the_tables_is_read() {
    let (tables, unread) = Tables::read();
    assert_eq!(unread, Vec::<&str>::new());
    assert!(tables.finder.is_some());
}

#[test]
fn every_phrase_is_written_as_it_is_looked_for_and_stands_once() {
    let mut seen = BTreeMap::new();
    for phrase in &TABLES.phrases {
        assert_eq!(super::Folded::of(phrase.text).text(), phrase.text);
        assert_eq!(phrase.text.trim(), phrase.text);
        let key = (phrase.needs, phrase.text);
        assert!(seen.insert(key, phrase.kind).is_none(), "{key:?}");
        if let Some(code) = phrase.needs {
            let is_known = code.strip_prefix("AADSTS").map_or_else(
                || TABLES.is_graph(code),
                |number| number.parse().is_ok_and(|number| TABLES.is_entra(number)),
            );
            assert!(is_known, "{code}");
        }
    }
}

/// The words of a cause, all of them there.
fn is_worded(kind: ProblemKind) -> bool {
    let id = kind.text_id();
    Language::ALL.into_iter().all(|language| {
        ["", ".do", ".button", ".it"].into_iter().all(|attribute| {
            find(language, &format!("{id}{attribute}"), &[]).is_some_and(|text| !text.trim().is_empty())
        })
    })
}

#[test]
fn every_code_has_an_answer_in_every_language_at_every_place() {
    let mut table: BTreeMap<Family, [usize; 3]> = BTreeMap::new();
    let (mut all, mut named) = (0, 0);
    for entry in entries() {
        let mut signs = Signs::default();
        match entry.code {
            Code::Entra(number) => signs.entra(number),
            Code::Graph(name) => signs.graph(name),
            Code::Smtp(code) => signs.smtp_at(code, 0),
        }
        for place in Place::ALL {
            let verdict = signs.judge(place).unwrap();
            assert!(is_worded(verdict.kind), "{}", entry.code);
            assert_eq!(verdict.code, Some(entry.code.to_string()));
            assert!(!verdict.kind.who().as_str().is_empty());
            assert!(!verdict.kind.remedy().step().is_empty());
        }
        all += 1;
        let row = table.entry(entry.kind.family()).or_default();
        row[0] += 1;
        row[1] += usize::from(!entry.kind.is_general());
        row[2] += usize::from(entry.kind == ProblemKind::Unexpected);
        named += usize::from(!entry.kind.is_general());
    }
    println!(
        "{:14}{:>7}{:>14}{:>10}",
        "family", "codes", "hand-written", "general"
    );
    for (family, [codes, hand_written, _]) in &table {
        let name = format!("{family:?}");
        println!(
            "{name:14}{codes:>7}{hand_written:>14}{:>10}",
            codes - hand_written
        );
    }
    println!("{:14}{all:>7}{named:>14}{:>10}", "all", all - named);
    assert!(all >= 1_400, "{all} codes");
    // A code without a family has none at any place: only what means «not found» of anything.
    assert!(table.get(&Family::Unknown).is_none_or(|row| row[0] <= 4));
}

#[test]
fn the_same_code_means_something_else_at_another_place() {
    for (code, place, kind) in [
        (65004, Place::Authorize, ProblemKind::ConsentDeclined),
        (65004, Place::AdminConsent, ProblemKind::AdminConsentDeclined),
        (50011, Place::Authorize, ProblemKind::RedirectNotRegistered),
        (50011, Place::Token, ProblemKind::RedirectChanged),
        (700_016, Place::Token, ProblemKind::ApplicationUnknown),
        (700_016, Place::Msa, ProblemKind::UnknownToConsumers),
    ] {
        assert_eq!(of_entra(code, place), Some(kind), "{code} at {place:?}");
    }
    assert_eq!(of_entra(99_999_999, Place::Token), None);
}

#[test]
fn what_stands_beside_a_code_decides_too() {
    let judged = |error: &str, status: u16| {
        let mut signs = Signs::default();
        signs.entra(9_002_313);
        signs.name(error);
        signs.status(status);
        signs.judge(Place::Token).unwrap().kind
    };
    assert_eq!(judged("invalid_request", 400), ProblemKind::RequestMalformed);
    assert_eq!(judged("invalid_grant", 400), ProblemKind::GrantTrouble);
    let mut signs = Signs::default();
    signs.graph("ResourceNotFound");
    assert_eq!(signs.judge(Place::Graph).unwrap().kind, ProblemKind::Unexpected);
    signs.status(404);
    assert_eq!(
        signs.judge(Place::Graph).unwrap().kind,
        ProblemKind::MailboxMissing
    );
}

#[test]
fn an_unpublished_code_falls_back_to_the_name_then_to_the_status_then_to_the_truth() {
    let mut signs = Signs::default();
    signs.entra(123_456);
    let verdict = signs.judge(Place::Token).unwrap();
    assert_eq!(verdict.kind, ProblemKind::Unexpected);
    assert_eq!(verdict.code.as_deref(), Some("AADSTS123456"));
    signs.status(503);
    assert_eq!(
        signs.judge(Place::Token).unwrap().kind,
        ProblemKind::MicrosoftUnavailable
    );
    signs.name("invalid_grant");
    let verdict = signs.judge(Place::Token).unwrap();
    assert_eq!(verdict.kind, ProblemKind::GrantTrouble);
    assert_eq!(verdict.code.as_deref(), Some("AADSTS123456"));
    assert_eq!(Signs::default().judge(Place::Token), None);
}

#[test]
fn a_flood_of_signs_is_bounded() {
    let mut signs = Signs::default();
    for code in 0..100_000 {
        signs.entra(code % 1_000_000);
    }
    signs.words(&super::Folded::of(&"timed out ".repeat(10_000)));
    assert!(format!("{signs:?}").len() < 20_000);
}

#[test]
fn a_status_tells_something_only_where_it_does() {
    assert_eq!(of_status(302), Some(ProblemKind::AnswerNotMicrosofts));
    assert_eq!(of_status(599), Some(ProblemKind::MicrosoftUnavailable));
    assert_eq!(of_status(200), None);
    assert_eq!(of_status(418), None);
}
