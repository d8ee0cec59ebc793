//! `vincula guides`

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use vincula_core::guide;

#[derive(Serialize)]
struct GuideLine<'a> {
    id: &'a str,
    name: &'a str,
    erp: &'a str,
    permissions: &'a [String],
    checks: &'a [vincula_core::check::CheckId],
}

pub(crate) fn list(language: Spoken, json: bool) -> Result<Exit, Failure> {
    let line = |guide: &'static guide::Guide| GuideLine {
        id: &guide.id,
        name: guide.name.get(language.0),
        erp: &guide.erp.name,
        permissions: &guide.registration.delegated_permissions,
        checks: &guide.checks,
    };
    let lines: Vec<GuideLine<'_>> = guide::built_in().iter().map(line).collect();
    if json {
        output::json(&lines)?;
    } else {
        for guide in &lines {
            output::say(&format!("{}  {}", guide.id, guide.name))?;
        }
    }
    Ok(Exit::Passed)
}
