//! The permissions of the script are those of the guide, by a table that holds what it says.

use super::{SHELLS, ScriptFault, Values, guide, redirect, script, setup};
use crate::choices::Owner;
use crate::guide::{Audience, Permission, SharedMailboxes, find};
use crate::registration_script::{PermissionKind, permission_id, write};
use crate::text::Language;
use crate::value::Mailbox;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_table_holds_each_permission_once_with_a_guid_and_names_its_source() {
    let text = include_str!("../../../data/graph_permissions.json");
    let table: BTreeMap<String, serde_json::Value> = serde_json::from_str(text).unwrap();
    assert!(table["source"].as_str().unwrap().contains("commit"));
    for (kind, key, least) in [
        (PermissionKind::Delegated, "delegated", 48),
        (PermissionKind::Application, "application", 32),
    ] {
        let names = table[key].as_object().unwrap();
        assert!(names.len() >= least, "{key}");
        let mut seen = BTreeSet::new();
        for name in names.keys() {
            let id = permission_id(kind, name).unwrap();
            let lengths = id.split('-').map(str::len);
            assert!(lengths.eq([8, 4, 4, 4, 12]), "{name}: {id}");
            assert!(seen.insert(id), "{name}: {id} stands twice");
        }
    }
}

#[test]
fn a_permission_of_the_person_is_not_that_of_the_application() {
    let delegated = permission_id(PermissionKind::Delegated, "Mail.Send");
    assert_eq!(delegated, Some("e383f46e-2787-4529-855e-0e479a3ffac0"));
    let application = permission_id(PermissionKind::Application, "Mail.Send");
    assert_eq!(application, Some("b633e1c5-b582-4048-a93e-9f11b44c7e96"));
    assert_eq!(permission_id(PermissionKind::Application, "openid"), None);
    assert_eq!(permission_id(PermissionKind::Delegated, "mail.send"), None);
}

#[test]
fn the_script_asks_for_the_guides_permissions_and_for_no_other() {
    let wanted: BTreeSet<&str> = guide()
        .registration
        .delegated_permissions
        .iter()
        .map(|permission| permission_id(PermissionKind::Delegated, permission.name()).unwrap())
        .collect();
    for shell in SHELLS {
        let script = script(shell, Language::Es);
        let graph = "00000003-0000-0000-c000-000000000000";
        let found: BTreeSet<&str> = script
            .split('\'')
            .filter(|part| part.len() == 36 && part.split('-').count() == 5 && *part != graph)
            .collect();
        assert_eq!(found, wanted, "{shell:?}");
    }
}

#[test]
fn an_unknown_permission_is_named_and_no_script_is_written() {
    let mut guide = guide().clone();
    guide
        .registration
        .delegated_permissions
        .push(Permission::graph("Mail.SendEverything"));
    let (setup, redirect) = (setup(), redirect());
    for shell in SHELLS {
        assert_eq!(
            write(
                &Values::of(&setup, &guide, &redirect, Language::Es),
                shell,
                Language::Es
            ),
            Err(ScriptFault::UnknownPermission("Mail.SendEverything".to_owned()))
        );
    }
}

#[test]
fn what_was_decided_for_the_setup_is_what_the_script_registers() {
    let mut guide = guide().clone();
    guide.registration.shared_mailboxes = SharedMailboxes::SendAs;
    let mut setup = setup();
    setup.chosen.owner = Some(Owner::Shared);
    setup.chosen.signs_in = Some(Mailbox::parse("marta@soler.example").unwrap());
    setup.chosen.audience = Some(Audience::SingleTenant);
    let redirect = redirect();
    for shell in SHELLS {
        let values = Values::of(&setup, &guide, &redirect, Language::Es);
        let script = write(&values, shell, Language::Es).unwrap();
        assert!(
            script.contains("a367ab51-6b49-43bf-a716-a1fb06d2a174"),
            "Mail.Send.Shared"
        );
        assert!(script.contains("'AzureADMyOrg'"), "{script}");
    }
}

#[test]
fn no_script_leaves_out_what_the_guide_asks_for() {
    let (setup, redirect) = (setup(), redirect());
    for (id, fault) in [
        ("mycrmweb", Some(ScriptFault::ApplicationPermissions)),
        ("ev4", Some(ScriptFault::VendorsOwn)),
        ("nocobase", None),
    ] {
        let values = Values::of(&setup, find(id).unwrap(), &redirect, Language::Es);
        for shell in SHELLS {
            assert_eq!(write(&values, shell, Language::Es).err(), fault, "{id}");
        }
    }
}
