//! From the text of a guide file to a [`Guide`] that keeps every promise of the format.
//!
//! The TOML tree is read by hand and not by `serde`: whoever writes a guide needs the line, the allowed names
//! and the nearest one for each slip, and a derived reader has only a sentence to give.

mod field;
mod source;
mod step;
mod table;
mod writing;

use self::field::Field;
use self::source::Source;
use self::step::Pages;
use self::table::Table;
use self::writing::Writing;
use super::error::{Fault, GuideError};
use super::model::{Audience, Erp, Guide, HandOverField, Localized, RedirectTemplate, Registration};
use super::picture::Pictures;
use crate::check::CheckId;
use crate::text::Language;
use crate::value::ValueKind;
use toml::de::DeTable;
use url::Url;

/// The version of the format that is read here.
const FORMAT: i64 = 1;

/// No guide comes near it; a file that does is something else, and is not worth a parser's time.
const MAX_BYTES: usize = 256 * 1024;

/// More lines than this nobody looks through.
const MAX_CHECK_LIST: usize = 12;

/// Permissions of Microsoft Graph without which a check cannot pass, whatever the person does.
const NEEDED: &[(CheckId, &str)] = &[
    (CheckId::Account, "User.Read"),
    (CheckId::MailAccepted, "Mail.Send"),
];

/// Reads a guide.
///
/// # Errors
/// The first thing in `source` that the format does not allow, with its line. `file_name` is only for the
/// message; `pictures` are the image files that lie beside it.
pub fn parse(file_name: &str, source: &str, pictures: &Pictures) -> Result<Guide, GuideError> {
    let source = Source::new(file_name, source, pictures);
    if source.text().len() > MAX_BYTES {
        return Err(source.fault(
            0,
            Fault::TooBig {
                bytes: source.text().len(),
                max: MAX_BYTES,
            },
        ));
    }
    let tree = DeTable::parse(source.text()).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        source.fault(
            at,
            Fault::Syntax {
                message: error.message().to_owned(),
            },
        )
    })?;
    guide(&source, tree.get_ref())
}

fn guide<'a>(source: &'a Source<'a>, tree: &'a DeTable<'a>) -> Result<Guide, GuideError> {
    let keys = &[
        "format",
        "id",
        "languages",
        "name",
        "summary",
        "erp",
        "registration",
        "checks",
        "steps",
        "repairs",
        "hand_over",
        "check_list",
    ];
    let root = Table::root(source, tree, keys)?;
    let format = root.required("format")?;
    match format.number()? {
        FORMAT => {}
        found => {
            return Err(format.fault(Fault::UnknownFormat {
                found,
                expected: FORMAT,
            }));
        }
    }
    let id = root.required("id")?.id()?;
    let languages = languages(&root)?;
    let text = |key, writing| root.required(key)?.localized(&languages, writing);
    let name = text("name", Writing::Label)?;
    let summary = text("summary", Writing::Sentence)?;
    let erp = erp(&root, &languages)?;
    let registration = registration(&root, &languages)?;
    let checks = checks(&root, &registration)?;
    let step_list = root.required("steps")?;
    let repair_list = root.optional("repairs");
    let Pages {
        steps,
        repairs,
        asked,
    } = step::read_all(&step_list, repair_list.as_ref(), &languages)?;
    let lists = [
        (&step_list, &*steps),
        (repair_list.as_ref().unwrap_or(&step_list), &*repairs),
    ];
    step::check_ways(&lists)?;
    let hand_over = hand_over(&root, &languages, &asked)?;
    let check_list = check_list(&root, &languages)?;
    Ok(Guide {
        id,
        name,
        summary,
        erp,
        registration,
        checks,
        steps,
        repairs,
        hand_over,
        check_list,
    })
}

fn languages(root: &Table<'_>) -> Result<Vec<Language>, GuideError> {
    root.required("languages")?
        .distinct("language", Field::name::<Language>)
}

fn erp(root: &Table<'_>, languages: &[Language]) -> Result<Erp, GuideError> {
    let table = root
        .required("erp")?
        .table(&["name", "place", "address_example"])?;
    let name = table.required("name")?;
    let address = table.required("address_example")?;
    let address_example = address.string()?.to_owned();
    let sound = Url::parse(&address_example).is_ok_and(|url| url.scheme() == "https" && url.has_host());
    if !sound {
        return Err(address.fault(Fault::BadAddress {
            found: address_example,
        }));
    }
    Ok(Erp {
        name: name.text(Writing::Label)?,
        place: table.required("place")?.localized(languages, Writing::Label)?,
        address_example,
    })
}

fn registration(root: &Table<'_>, languages: &[Language]) -> Result<Registration, GuideError> {
    let keys = &[
        "app_name",
        "audience",
        "platform",
        "redirect_uri",
        "shared_mailboxes",
        "delegated_permissions",
    ];
    let table = root.required("registration")?.table(keys)?;
    let audience: Audience = table.required("audience")?.name()?;
    let redirect = table.required("redirect_uri")?;
    let found = redirect.string()?;
    let redirect_uri = RedirectTemplate::parse(found, audience).map_err(|why| {
        redirect.fault(Fault::BadRedirect {
            found: found.to_owned(),
            why,
        })
    })?;
    Ok(Registration {
        app_name: table.required("app_name")?.localized(languages, Writing::Label)?,
        audience,
        platform: table.required("platform")?.name()?,
        redirect_uri,
        shared_mailboxes: table
            .optional("shared_mailboxes")
            .map(|field| field.name())
            .transpose()?
            .unwrap_or_default(),
        delegated_permissions: table
            .required("delegated_permissions")?
            .distinct("permission", Field::permission)?,
    })
}

fn checks(root: &Table<'_>, registration: &Registration) -> Result<Vec<CheckId>, GuideError> {
    let list = root.required("checks")?;
    let checks = list.distinct("check", Field::name::<CheckId>)?;
    for (entry, pair) in list.entries()?.iter().skip(1).zip(checks.windows(2)) {
        if let [after, check] = *pair
            && check < after
        {
            return Err(entry.fault(Fault::CheckOutOfOrder { check, after }));
        }
    }
    for &(check, permission) in NEEDED {
        let granted = registration
            .delegated_permissions
            .iter()
            .any(|name| name == permission);
        if checks.contains(&check) && !granted {
            return Err(list.fault(Fault::CheckNeedsPermission { check, permission }));
        }
    }
    Ok(checks)
}

/// The lines of the list at the end, which a guide may leave out.
fn check_list(root: &Table<'_>, languages: &[Language]) -> Result<Vec<Localized>, GuideError> {
    let Some(list) = root.optional("check_list") else {
        return Ok(Vec::new());
    };
    let entries = list.entries()?;
    if entries.len() > MAX_CHECK_LIST {
        return Err(list.fault(Fault::CheckListTooLong {
            found: entries.len(),
            max: MAX_CHECK_LIST,
        }));
    }
    entries
        .iter()
        .map(|entry| entry.localized(languages, Writing::Instruction))
        .collect()
}

fn hand_over(
    root: &Table<'_>,
    languages: &[Language],
    asked: &[ValueKind],
) -> Result<Vec<HandOverField>, GuideError> {
    let list = root.required("hand_over")?;
    list.distinct("hand-over of", |entry| {
        let table = entry.table(&["label", "value"])?;
        let field = table.required("value")?;
        let value: ValueKind = field.name()?;
        if step::may_ask(value) && !asked.contains(&value) {
            return Err(field.fault(Fault::HandOverNotAsked { value }));
        }
        Ok(value)
    })?;
    list.entries()?
        .iter()
        .map(|entry| {
            let table = entry.table(&["label", "value"])?;
            Ok(HandOverField {
                label: table.required("label")?.localized(languages, Writing::Label)?,
                value: table.required("value")?.name()?,
            })
        })
        .collect()
}
