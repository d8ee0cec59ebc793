//! Fills a template: comments, texts and values, each put in once and never read again.

use super::quote::quote;
use super::{Shell, Values};
use crate::guide::Audience;
use crate::text::{Language, text};
use std::fmt::Write as _;

const BASH: &str = include_str!("template.sh");
const POWERSHELL: &str = include_str!("template.ps1");

/// Where a comment is wrapped, in characters, its indent included.
const WIDTH: usize = 100;

/// The script in `shell`. Each permission is its name and its GUID.
pub(super) fn fill(
    shell: Shell,
    language: Language,
    values: &Values<'_>,
    permissions: &[(&str, &str)],
) -> String {
    let template = match shell {
        Shell::Bash => BASH,
        Shell::PowerShell => POWERSHELL,
    };
    let mut script = String::with_capacity(template.len() * 2);
    for line in template.lines() {
        let (indent, content) = line.split_at(line.len() - line.trim_start().len());
        if let Some(note) = content.strip_prefix("#: ") {
            comment(
                &mut script,
                indent,
                &text(language, &format!("script-note-{note}"), &[]),
            );
        } else if content == "@{permission-ids}" {
            for (name, id) in permissions {
                let _ = writeln!(script, "{indent}{} # {name}", quote(shell, id));
            }
        } else if content == "@{scopes}" {
            for (name, _) in permissions {
                let _ = writeln!(script, "{indent}{}", quote(shell, name));
            }
        } else {
            script.push_str(indent);
            literals(&mut script, content, |id| {
                quote(
                    shell,
                    &value(values, id).unwrap_or_else(|| text(language, &format!("script-{id}"), &[])),
                )
            });
            script.push('\n');
        }
    }
    script
}

fn value(values: &Values<'_>, id: &str) -> Option<String> {
    Some(match id {
        "name" => values.app_name.to_owned(),
        "redirect" => values.redirect_uri.as_str().to_owned(),
        "audience" => audience(values.audience).to_owned(),
        "tenant" => values.tenant_id.map_or_else(String::new, ToString::to_string),
        _ => return None,
    })
}

fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::SingleTenant => "AzureADMyOrg",
        Audience::MultiTenant => "AzureADMultipleOrgs",
        Audience::MultiTenantAndPersonal => "AzureADandPersonalMicrosoftAccount",
        Audience::PersonalOnly => "PersonalMicrosoftAccount",
    }
}

/// A comment of as many lines as it takes. Its text is ours: no value of the person ever stands in one.
fn comment(script: &mut String, indent: &str, note: &str) {
    let mut line = format!("{indent}#");
    for word in note.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(script, "{line}");
            line = format!("{indent}#");
        }
        line.push(' ');
        line.push_str(word);
    }
    let _ = writeln!(script, "{line}");
}

/// A line of the template with each `@{id}` replaced. PowerShell's own `@{ key = value }` has a blank there.
fn literals(script: &mut String, line: &str, literal: impl Fn(&str) -> String) {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("@{") {
        script.push_str(before);
        match after.split_once('}') {
            Some((id, tail)) if is_id(id) => {
                script.push_str(&literal(id));
                rest = tail;
            }
            _ => {
                script.push_str("@{");
                rest = after;
            }
        }
    }
    script.push_str(rest);
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}
