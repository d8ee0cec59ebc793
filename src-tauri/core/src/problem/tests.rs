//! What is kept as evidence, and what each cause asks for.

use super::{Evidence, Family, Problem, ProblemKind, Remedy, Retry, Who};

#[test]
fn every_text_of_the_evidence_is_bounded_and_without_control_characters() {
    let flood = || Some("a\u{0}\u{1b}[31m\n".repeat(100_000));
    let evidence = Evidence {
        code: flood(),
        trace_id: flood(),
        correlation_id: flood(),
        timestamp: flood(),
        host: flood(),
        text: flood(),
        expected: flood(),
        found: flood(),
        ..Evidence::default()
    };
    let json = serde_json::to_string(&Problem::new(ProblemKind::Unexpected, evidence)).unwrap();
    assert!(json.len() < 6_000, "{}", json.len());
    assert!(!json.contains("\\u00") && !json.contains("\\n"), "{json}");
}

#[test]
fn a_blank_text_is_none() {
    assert_eq!(Evidence::default().with_text(" \r\n\t ").text, None);
    assert_eq!(
        Evidence::default().with_text(" x\r\ny ").text.as_deref(),
        Some("x  y")
    );
}

#[test]
fn a_comparison_is_bounded_where_it_becomes_a_problem() {
    let evidence = Evidence::comparing("ana@empresa.es", "x".repeat(5_000));
    let problem = Problem::new(ProblemKind::WrongAccount, evidence);
    assert_eq!(problem.evidence.expected.as_deref(), Some("ana@empresa.es"));
    assert_eq!(problem.evidence.found.map(|found| found.len()), Some(1_000));
}

#[test]
fn a_problem_without_evidence_is_its_name_alone() {
    let problem = Problem::from(ProblemKind::WindowClosed);
    assert_eq!(
        serde_json::to_string(&problem).unwrap(),
        r#"{"kind":"window_closed"}"#
    );
    assert_eq!(
        serde_json::from_str::<Problem>(r#"{"kind":"window_closed"}"#).unwrap(),
        problem
    );
}

#[test]
fn whoever_must_act_has_an_action_that_fits() {
    for kind in ProblemKind::ALL {
        let waits = kind.remedy() == Remedy::Wait;
        assert_eq!(
            waits,
            matches!(kind.who(), Who::Microsoft | Who::Time),
            "{kind:?}"
        );
        assert_eq!(waits, kind.retry() == Retry::Later, "{kind:?}");
        assert_eq!(waits, kind.wait().is_some(), "{kind:?}");
        if matches!(
            kind.remedy(),
            Remedy::CorrectValue(_) | Remedy::RegisterRedirect | Remedy::ChangeAudience
        ) {
            assert_eq!(
                (kind.who(), kind.retry()),
                (Who::You, Retry::AfterFix),
                "{kind:?}"
            );
        }
        if kind.remedy() == Remedy::AskIt {
            assert_eq!((kind.who(), kind.retry()), (Who::It, Retry::AfterFix), "{kind:?}");
        }
    }
}

#[test]
fn every_family_has_a_general_cause_of_its_own_and_most_causes_are_hand_written() {
    for family in Family::ALL {
        assert_eq!(family.general().family(), family);
    }
    let hand_written = ProblemKind::ALL.into_iter().filter(|kind| !kind.is_general());
    assert_eq!(
        hand_written.clone().count() + Family::ALL.len(),
        ProblemKind::ALL.len()
    );
    assert!(hand_written.count() >= 60);
}
