//! `vincula guides` and `vincula guide …`

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use std::path::Path;
use vincula_assistant::{DataFolder, guides_beside, read_guide};
use vincula_core::guide::{self, Guide};
use vincula_core::text::text;

#[derive(Serialize)]
struct GuideLine<'a> {
    id: &'a str,
    name: &'a str,
    erp: &'a str,
    permissions: Vec<String>,
    checks: &'a [vincula_core::check::CheckId],
    origin: Origin,
}

/// Where a guide comes from.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Origin {
    BuiltIn,
    Added,
}

pub(crate) fn list(language: Spoken, json: bool) -> Result<Exit, Failure> {
    let (added, faults) = guides_beside(&DataFolder::of_this_user()?);
    let built_in = guide::built_in().iter().map(|guide| (guide, Origin::BuiltIn));
    let all = built_in.chain(added.iter().map(|guide| (guide, Origin::Added)));
    let lines: Vec<GuideLine<'_>> = all.map(|(guide, origin)| line(guide, origin, language)).collect();
    if json {
        output::json(&lines)?;
    } else {
        for guide in &lines {
            output::say(&format!("{}  {}", guide.id, guide.name))?;
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
        permissions: guide
            .registration
            .delegated_permissions
            .iter()
            .map(ToString::to_string)
            .collect(),
        checks: &guide.checks,
        origin,
    }
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
