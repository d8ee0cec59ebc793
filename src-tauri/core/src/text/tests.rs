//! The texts: every one that a type may ask for is there, in every language.

use super::{Language, find, text};
use crate::check::{CheckId, SkipReason, UnknownReason};
use crate::problem::{Place, ProblemKind, Who};
use crate::surface::{DeadEnd, SurfaceKind};
use crate::value::{Refusal, ValueKind};
use fluent_bundle::FluentResource;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The identifiers in a file, `message` and `message.attribute`, each with the variables that its text takes.
pub(super) fn identifiers(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut message = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split_once('=').map(|(name, _)| name.trim_end());
        let is_name =
            |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if let Some(name) = name.filter(|name| is_name(name)) {
            name.clone_into(&mut message);
            found.push((message.clone(), BTreeSet::new()));
        } else if let Some(attribute) = name
            .and_then(|name| name.trim_start().strip_prefix('.'))
            .filter(|name| is_name(name))
        {
            found.push((format!("{message}.{attribute}"), BTreeSet::new()));
        }
        if let Some((_, variables)) = found.last_mut() {
            let names = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                    .collect::<String>()
            });
            variables.extend(names);
        }
    }
    found
}

fn all(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    language
        .sources()
        .iter()
        .flat_map(|(_, source)| identifiers(source))
        .collect()
}

fn missing(ids: impl IntoIterator<Item = String>) -> Vec<String> {
    let ids: Vec<String> = ids.into_iter().collect();
    let of = |language| {
        ids.iter()
            .filter(move |id| find(language, id, &[]).is_none_or(|text| text.trim().is_empty()))
    };
    Language::ALL
        .into_iter()
        .flat_map(|language| of(language).map(move |id| format!("{language:?}: {id}")))
        .collect()
}

/// The name of a variant in JSON, as text identifiers have it.
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap()
        .replace('_', "-")
}

#[test]
fn every_file_is_read_without_a_word() {
    for language in Language::ALL {
        for (file, source) in language.sources() {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                panic!("{language:?} {file}: {errors:?}");
            }
        }
    }
}

#[test]
fn the_reader_of_these_tests_sees_messages_attributes_and_variables() {
    let seen = identifiers(
        "# a = b\na-b = x { $one }\n    .do = y\n    and { $two-x } = z\nc =\n    { $n ->\n        [one] 1\n       *[other] 2\n    }\n",
    );
    let names: Vec<_> = seen
        .iter()
        .map(|(id, variables)| (id.as_str(), variables.len()))
        .collect();
    assert_eq!(names, [("a-b", 1), ("a-b.do", 1), ("c", 1)]);
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    let spanish = all(Language::Es);
    let english = all(Language::En);
    assert!(spanish.len() > 100, "only {} texts were read", spanish.len());
    let differing: Vec<_> = spanish
        .keys()
        .chain(english.keys())
        .filter(|id| spanish.get(*id) != english.get(*id))
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn every_text_that_these_tests_see_is_one_that_the_program_finds() {
    for language in Language::ALL {
        // A message may consist of attributes alone.
        let ids = all(language);
        let lost: Vec<_> = ids
            .keys()
            .filter(|id| find(language, id, &[]).is_none())
            .collect();
        let lost: Vec<_> = lost
            .iter()
            .filter(|id| !ids.keys().any(|other| other.starts_with(&format!("{id}."))))
            .collect();
        assert!(lost.is_empty(), "{language:?}: {lost:?}");
    }
}

#[test]
fn no_identifier_stands_twice_in_a_language() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for (file, source) in language.sources() {
            for (id, _) in identifiers(source) {
                assert!(seen.insert(id.clone()), "{language:?} {file}: {id}");
            }
        }
    }
}

#[test]
fn every_problem_says_what_happened_what_to_do_and_what_its_button_does() {
    let ids = ProblemKind::ALL.into_iter().flat_map(|kind| {
        let id = format!("problem-{}", kind.as_str().replace('_', "-"));
        [
            id.clone(),
            format!("{id}.do"),
            format!("{id}.button"),
            format!("{id}.it"),
        ]
    });
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn no_two_causes_say_the_same() {
    for language in Language::ALL {
        for attribute in ["", ".it"] {
            let mut seen = BTreeMap::new();
            for kind in ProblemKind::ALL {
                let id = format!("problem-{}{attribute}", kind.as_str().replace('_', "-"));
                if let Some(other) = seen.insert(text(language, &id, &[]), kind) {
                    panic!("{language:?}: {kind:?} and {other:?} share a text");
                }
            }
        }
    }
}

#[test]
fn every_surface_has_a_name_and_every_dead_end_one_sentence() {
    let surfaces = SurfaceKind::ALL.map(|kind| format!("surface-{}", kind.as_str().replace('_', "-")));
    let ends = DeadEnd::ALL.map(|why| format!("dead-end-{}", why.as_str().replace('_', "-")));
    assert_eq!(
        missing(surfaces.into_iter().chain(ends.clone())),
        Vec::<String>::new()
    );
    for language in Language::ALL {
        for id in &ends {
            let said = text(language, id, &[]);
            assert_eq!(said.matches(['.', '!', '?']).count(), 1, "{said}");
            assert!(said.ends_with('.'), "{said}");
        }
    }
}

#[test]
fn every_refusal_check_value_and_person_has_its_text() {
    let refusals = Refusal::ALL
        .into_iter()
        .map(|why| format!("refusal-{}", why.as_str().replace('_', "-")));
    let checks = CheckId::ALL
        .into_iter()
        .map(|check| format!("check-{}", check.as_str().replace('_', "-")));
    let values = ValueKind::ALL
        .into_iter()
        .map(|kind| format!("value-{}", kind.as_str().replace('_', "-")));
    let people = Who::ALL.map(|who| format!("who-{}", who.as_str()));
    let places = Place::ALL.map(|place| format!("place-{}", place.as_str()));
    let skips = [
        SkipReason::EarlierFailure,
        SkipReason::ValueNotGiven,
        SkipReason::ProvenElsewhere,
        SkipReason::NotAsked,
    ];
    let unknowns = [UnknownReason::AnswerNotUnderstood, UnknownReason::NotYetSeen];
    let ids = refusals.chain(checks).chain(values).chain(people).chain(places);
    let ids = ids.chain(skips.map(|why| format!("skip-{}", name(why))));
    let ids = ids.chain(unknowns.map(|why| format!("unknown-{}", name(why))));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_kind_of_problem_is_named_in_json_as_in_its_texts() {
    let names: BTreeSet<_> = ProblemKind::ALL.into_iter().map(ProblemKind::as_str).collect();
    assert_eq!(names.len(), ProblemKind::ALL.len());
    for kind in ProblemKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
    for check in CheckId::ALL {
        assert_eq!(serde_json::to_value(check).unwrap(), check.as_str());
    }
}

#[test]
fn a_missing_text_is_its_identifier_and_is_told() {
    assert_eq!(text(Language::Es, "no-such-text", &[]), "no-such-text");
    assert_eq!(find(Language::Es, "no-such-text", &[]), None);
    assert_eq!(
        find(Language::En, "problem-secret-wrong.no-such-attribute", &[]),
        None
    );
    assert_eq!(
        missing(["no-such-text".to_owned()]),
        ["Es: no-such-text", "En: no-such-text"]
    );
}

#[test]
fn a_value_is_put_into_a_text_as_it_is() {
    for hostile in ["<b>x</b>", "{ $from }", "a\u{202E}b", "\"}\n.do = x"] {
        assert!(text(Language::Es, "test-mail-subject", &[("marker", hostile)]).contains(hostile));
    }
}

#[test]
fn a_language_is_found_by_any_usual_code() {
    for (code, expected) in [
        ("es", Some(Language::Es)),
        ("es-ES", Some(Language::Es)),
        ("es_MX.UTF-8", Some(Language::Es)),
        ("ES", Some(Language::Es)),
        ("en-GB", Some(Language::En)),
        ("en.UTF-8", Some(Language::En)),
        ("ca-ES", None),
        ("C", None),
        ("C.UTF-8", None),
        ("", None),
        ("eng", None),
        ("est", None),
    ] {
        assert_eq!(Language::from_code(code), expected, "{code}");
    }
    assert_eq!(Language::default(), Language::Es);
}
