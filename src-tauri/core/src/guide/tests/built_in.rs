//! The guides that come with the program keep every promise that a page makes.

use crate::check::CheckId;
use crate::guide::built_in::SOURCES;
use crate::guide::model::{Guide, Localized, Step, StepKind};
use crate::guide::{Fields, Pictures, built_in, find, parse};
use crate::registration_script::{PermissionKind, permission_id};
use crate::text::Language;

const FIELDS: Fields<'_> = Fields {
    app_name: "ERP Correo",
    redirect_uri: "https://acme.example/callback.php",
    erp_name: "Cloud Gestion",
    mailbox: "ana@acme.example",
    account_types: "Cualquier inquilino",
    signs_in: "",
    erp_address: "https://acme.example",
};

fn texts(step: &Step) -> Vec<&Localized> {
    let mut texts = vec![&step.title, &step.lead, &step.place];
    texts.extend(&step.actions);
    texts.push(&step.result);
    texts.extend(&step.warning);
    texts
}

#[test]
fn every_file_is_read_without_a_word() {
    for (file, source) in SOURCES {
        if let Err(error) = parse(file, source, &Pictures::default()) {
            panic!("{error}");
        }
    }
    assert_eq!(built_in().len(), SOURCES.len());
    assert_eq!(
        find("cloud-gestion").map(|guide| guide.id.as_str()),
        Some("cloud-gestion")
    );
    assert_eq!(find("nobody"), None);
}

#[test]
fn every_text_is_there_in_every_language() {
    for guide in built_in() {
        let labels = [
            &guide.name,
            &guide.summary,
            &guide.erp.place,
            &guide.registration.app_name,
        ];
        let handed = guide.hand_over.iter().map(|field| &field.label);
        let pages = guide
            .steps
            .iter()
            .flat_map(|step| texts(step).into_iter().chain([&step.task]));
        for text in labels.into_iter().chain(handed).chain(pages) {
            for language in Language::ALL {
                assert!(
                    text.0.contains_key(&language),
                    "{} without {}",
                    guide.id,
                    language.code()
                );
            }
        }
    }
}

#[test]
fn no_page_is_long() {
    for guide in built_in() {
        for step in guide.all_steps() {
            assert!((1..=4).contains(&step.actions.len()), "{}", step.id);
            for language in Language::ALL {
                let page: Vec<String> = texts(step)
                    .iter()
                    .map(|text| text.plain(language, &FIELDS))
                    .collect();
                let words = page.join(" ").split_whitespace().count();
                assert!(words <= 90, "{} {}: {words} words", step.id, language.code());
            }
        }
    }
}

#[test]
fn what_has_to_be_typed_can_be_copied_and_what_is_pressed_is_a_label() {
    for step in built_in()
        .iter()
        .flat_map(Guide::all_steps)
        .filter(|step| step.kind == StepKind::Portal)
    {
        for language in Language::ALL {
            let marked = step
                .actions
                .iter()
                .any(|action| action.get(language).contains("**"));
            assert!(marked, "{} names no label in {}", step.id, language.code());
        }
    }
}

#[test]
fn the_cloud_gestion_guide_is_the_shortest_way_through_its_makers_steps() {
    let guide = find("cloud-gestion").unwrap();
    let steps: Vec<&str> = guide.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(
        steps,
        [
            "portal",
            "registration",
            "client-secret",
            "mail-permission",
            "prove"
        ]
    );
    let repairs: Vec<&str> = guide.repairs.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(repairs, ["redirect-uri"]);
    let minutes: u32 = guide.steps.iter().map(|step| u32::from(step.minutes)).sum();
    assert!((15..=20).contains(&minutes), "{minutes} minutes");
}

/// Words that our voice does not use (see the project's rules for texts).
#[test]
fn the_spanish_voice_is_ours() {
    for text in built_in()
        .iter()
        .flat_map(|guide| guide.all_steps().flat_map(texts))
    {
        let spanish = text.get(Language::Es).to_lowercase();
        for word in ["por favor", "ups", "inválid", "usted", "haga clic", "callback"] {
            assert!(!spanish.contains(word), "{spanish}");
        }
    }
}

#[test]
fn four_systems_are_offered_and_each_is_proven_by_what_it_needs() {
    let proven = |id: &str| {
        let checks = find(id).unwrap().checks.iter();
        checks.map(|check| check.as_str()).collect::<Vec<_>>().join(" ")
    };
    let ids: Vec<&str> = built_in().iter().map(|guide| guide.id.as_str()).collect();
    assert_eq!(ids, ["cloud-gestion", "mycrmweb", "nocobase", "ev4"]);
    assert_eq!(
        proven("mycrmweb"),
        "tenant application secret app_permissions sign_in account permissions calendar contacts"
    );
    assert_eq!(
        proven("nocobase"),
        "tenant application secret sign_in account permissions imap smtp mail_arrived"
    );
    assert_eq!(
        proven("ev4"),
        "tenant application sign_in account permissions inbox imap"
    );
}

#[test]
fn a_calendar_asks_for_no_mail_and_an_inbox_for_nothing_to_send() {
    let asked = |id: &str| {
        let registration = &find(id).unwrap().registration;
        let all = registration
            .delegated_permissions
            .iter()
            .chain(&registration.application_permissions);
        all.map(|permission| permission.name().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(!asked("mycrmweb").iter().any(|name| name.starts_with("Mail.")));
    assert!(!asked("ev4").iter().any(|name| name.contains("Send")));
    assert!(!asked("nocobase").iter().any(|name| name.starts_with("Mail.")));
}

#[test]
fn every_permission_has_microsofts_number() {
    for guide in built_in() {
        let registration = &guide.registration;
        for (kind, permissions) in [
            (PermissionKind::Delegated, &registration.delegated_permissions),
            (PermissionKind::Application, &registration.application_permissions),
        ] {
            for permission in permissions {
                let id = permission_id(kind, permission.name());
                assert!(id.is_some(), "{} {permission}", guide.id);
            }
        }
    }
}

#[test]
fn every_run_looks_at_the_machine_first_and_no_guide_lists_it() {
    for guide in built_in() {
        assert!(!guide.checks.contains(&CheckId::Machine), "{}", guide.id);
        let run: Vec<CheckId> = guide.run_checks().collect();
        assert_eq!(run[0], CheckId::Machine);
        assert_eq!(run[1..], guide.checks);
        assert!(run.is_sorted(), "in the order in which errors surface");
    }
}
