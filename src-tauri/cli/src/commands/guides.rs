//! `vincula guides` and `vincula guide …`

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use std::path::Path;
use vincula_assistant::{DataFolder, guides_beside, machine_guides, read_guide};
use vincula_core::guide::{self, Guide, Origin, Permission};
use vincula_core::text::text;

#[derive(Serialize)]
struct GuideLine<'a> {
    id: &'a str,
    name: &'a str,
    erp: &'a str,
    permissions: Vec<String>,
    application_permissions: Vec<String>,
    checks: &'a [vincula_core::check::CheckId],
    origin: Origin,
}

pub(crate) fn list(language: Spoken, json: bool) -> Result<Exit, Failure> {
    let (added, faults) = guides_beside(&DataFolder::of_this_user()?, &machine_guides());
    let built_in = guide::built_in().iter().map(|guide| (guide, Origin::BuiltIn));
    let all = built_in.chain(added.iter().map(|added| (&added.guide, added.origin)));
    let lines: Vec<GuideLine<'_>> = all.map(|(guide, origin)| line(guide, origin, language)).collect();
    if json {
        output::json(&lines)?;
    } else {
        for guide in &lines {
            let origin = match guide.origin {
                Origin::BuiltIn => "guide-origin-built-in",
                Origin::Added => "guide-origin-added",
                Origin::Machine => "guide-origin-machine",
            };
            let origin = text(language.0, origin, &[]);
            output::say(&format!("{:<16}{} ({origin})", guide.id, guide.name))?;
        }
    }
    for fault in &faults {
        output::note(&fault.to_string());
    }
    Ok(Exit::Passed)
}

fn line(guide: &Guide, origin: Origin, language: Spoken) -> GuideLine<'_> {
    GuideLine {
        id: &guide.id,
        name: guide.name.get(language.0),
        erp: &guide.erp.name,
        permissions: written(&guide.registration.delegated_permissions),
        application_permissions: written(&guide.registration.application_permissions),
        checks: &guide.checks,
        origin,
    }
}

fn written(permissions: &[Permission]) -> Vec<String> {
    permissions.iter().map(ToString::to_string).collect()
}

/// Reads a guide as the program would, and says what it offers.
pub(crate) fn check(file: &Path, language: Spoken) -> Result<Exit, Failure> {
    match read_guide(file) {
        Ok(guide) => {
            let (steps, name) = (guide.steps.len(), guide.name.get(language.0));
            let words = [("name", name), ("steps", &steps.to_string())];
            output::say(&text(language.0, "guide-good", &words))?;
            Ok(Exit::Passed)
        }
        Err(fault) => {
            output::note(&fault.to_string());
            Ok(Exit::Failed)
        }
    }
}
