//! The scripts as they are, and what holds in all of them.

use super::{SHELLS, Shell, named, script};
use crate::registration_script::quote::quote;
use crate::text::{Language, find};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

const TEMPLATES: [&str; 2] = [include_str!("../template.sh"), include_str!("../template.ps1")];

#[test]
fn the_scripts_of_the_built_in_guide() {
    for (shell, ending) in [(Shell::Bash, "sh"), (Shell::PowerShell, "ps1")] {
        for language in Language::ALL {
            insta::assert_snapshot!(
                format!("cloud-gestion.{}.{ending}", language.code()),
                script(shell, language)
            );
        }
    }
}

#[test]
fn shellcheck_has_nothing_to_say() {
    for language in Language::ALL {
        let process = Command::new("shellcheck")
            .args(["--shell=bash", "--severity=style", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut process) = process else {
            println!("skipped: shellcheck is not installed");
            return;
        };
        let mut input = process.stdin.take().unwrap();
        input.write_all(script(Shell::Bash, language).as_bytes()).unwrap();
        drop(input);
        let output = process.wait_with_output().unwrap();
        let words = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{language:?}: {words}");
    }
}

#[test]
fn nothing_is_deleted_and_a_secret_is_always_appended() {
    for shell in SHELLS {
        let script = script(shell, Language::En);
        let code: Vec<&str> = script
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .collect();
        let code = code.join("\n").replace("', '", " ");
        for kind in ["app", "sp", "credential", "permission", "owner"] {
            assert!(!code.contains(&format!("{kind} delete")), "{shell:?}");
            assert!(!code.contains(&format!("{kind} remove")), "{shell:?}");
        }
        assert!(!code.contains("admin-consent"), "it fails inside Cloud Shell");
        assert!(code.contains("credential reset --id"), "{shell:?}");
        let resets = code.split("credential reset").skip(1);
        assert!(
            resets
                .into_iter()
                .all(|call| call.lines().next().is_some_and(|line| line.contains("--append"))),
            "{shell:?}"
        );
    }
}

#[test]
fn every_comment_and_sentence_has_its_text_and_every_text_its_place() {
    let mut used = BTreeSet::new();
    for line in TEMPLATES.iter().flat_map(|template| template.lines()) {
        if let Some(note) = line.trim_start().strip_prefix("#: ") {
            used.insert(format!("script-note-{note}"));
        }
        for part in line.split("@{").skip(1) {
            let id = part.split('}').next().unwrap();
            if id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                used.insert(format!("script-{id}"));
            }
        }
    }
    for value in [
        "name",
        "redirect",
        "audience",
        "tenant",
        "permission-ids",
        "scopes",
    ] {
        assert!(used.remove(&format!("script-{value}")), "{value}");
    }
    for language in Language::ALL {
        let missing: Vec<_> = used
            .iter()
            .filter(|id| find(language, id, &[]).is_none())
            .collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
        let (_, source) = language
            .sources()
            .iter()
            .find(|(file, _)| *file == "script.ftl")
            .unwrap();
        let written = source.lines().filter_map(|line| line.split_once(" = "));
        let unused: Vec<_> = written
            .map(|(id, _)| id)
            .filter(|id| !used.contains(*id))
            .collect();
        assert!(unused.is_empty(), "{language:?}: {unused:?}");
    }
}

#[test]
fn a_terminal_takes_the_script_as_it_is_pasted() {
    for shell in SHELLS {
        for language in Language::ALL {
            let script = script(shell, language);
            assert!(!script.contains("@{name}") && !script.contains("#: "));
            // A tab would ask for completions.
            assert!(script.chars().all(|c| c == '\n' || !c.is_control()));
            assert!(script.ends_with(match shell {
                Shell::Bash => "\n)\n",
                Shell::PowerShell => "\n}\n",
            }));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_name_stands_in_its_literal_and_nowhere_else(name in "[A-Za-z«»📧$()`\"’‘;|&<>#!{}\\\\@ ñ]{1,60}") {
        for shell in SHELLS {
            let Ok(script) = named(&name, shell) else { continue };
            let literal = quote(shell, &name);
            let plain = named("PLAIN-NAME", shell).unwrap();
            // The same script but for the one literal.
            prop_assert_eq!(script, plain.replacen("'PLAIN-NAME'", &literal, 1));
        }
    }
}
