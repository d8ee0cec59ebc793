//! From the text of a guide file to a [`Guide`] that keeps every promise of the format.
//!
//! The TOML tree is read by hand and not by `serde`: whoever writes a guide needs the line, the allowed names
//! and the nearest one for each slip, and a derived reader has only a sentence to give.

mod ending;
mod field;
mod registration;
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
use super::format::Format;
use super::model::{Erp, Guide, HandOverField, Localized};
use super::permission::{Permission, Resource};
use super::picture::Pictures;
use super::registration::{RedirectTemplate, Registration};
use crate::check::CheckId;
use crate::text::Language;
use crate::value::{ErpAddress, ValueKind};
use toml::de::DeTable;
use url::Url;

/// No guide comes near it; a file that does is something else, and is not worth a parser's time.
const MAX_BYTES: usize = 256 * 1024;

/// More lines than this nobody looks through.
const MAX_CHECK_LIST: usize = 12;

/// Delegated permissions of which a check needs one, or it cannot pass, whatever the person does.
const NEEDED: &[(CheckId, Resource, &[&str])] = &[
    (CheckId::Account, Resource::Graph, &["User.Read"]),
    (CheckId::Calendar, Resource::Graph, &["Calendars.ReadWrite"]),
    (CheckId::Contacts, Resource::Graph, &["Contacts.ReadWrite"]),
    (
        CheckId::Inbox,
        Resource::Graph,
        &["Mail.Read", "Mail.ReadBasic", "Mail.ReadWrite"],
    ),
    (
        CheckId::Imap,
        Resource::ExchangeOnline,
        &["IMAP.AccessAsUser.All"],
    ),
    (CheckId::MailAccepted, Resource::Graph, &["Mail.Send"]),
    (CheckId::Smtp, Resource::ExchangeOnline, &["SMTP.Send"]),
];

/// Checks that need the secret.
const WITH_SECRET: [CheckId; 2] = [CheckId::Secret, CheckId::AppPermissions];

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
    let format = format(&Table::unknown(&source, tree.get_ref()))?;
    guide(&source.in_format(format), tree.get_ref())
}

/// The version of the format, before any other key is looked at: a newer one may have any.
fn format(root: &Table<'_>) -> Result<Format, GuideError> {
    let field = root.required("format")?;
    let found = field.number()?;
    Format::of(found).ok_or_else(|| field.fault(Fault::UnknownFormat { found }))
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
        "support",
        "check_list",
        "questions",
        "access",
    ];
    let root = Table::root(source, tree, keys)?;
    let id = root.required("id")?.id()?;
    let languages = languages(&root)?;
    let text = |key, writing| root.required(key)?.localized(&languages, writing);
    let name = text("name", Writing::Label)?;
    let summary = text("summary", Writing::Sentence)?;
    let registration = registration::read(&root, &languages)?;
    let erp = erp(&root, &languages, &registration.redirect_uri)?;
    let checks = checks(&root, &registration)?;
    let step_list = root.required("steps")?;
    let repair_list = root.optional("repairs");
    let Pages {
        steps,
        repairs,
        asked,
    } = step::read_all(&step_list, repair_list.as_ref(), &languages, &registration)?;
    let lists = [
        (&step_list, &*steps),
        (repair_list.as_ref().unwrap_or(&step_list), &*repairs),
    ];
    step::check_ways(&lists)?;
    let hand_over = hand_over(&root, &languages, &asked, &registration)?;
    let check_list = check_list(&root, &languages)?;
    let support = ending::support(&root, &languages)?;
    let questions = ending::questions(&root, &languages)?;
    let access = ending::access(&root, &languages)?;
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
        support,
        check_list,
        questions,
        access,
    })
}

fn languages(root: &Table<'_>) -> Result<Vec<Language>, GuideError> {
    root.required("languages")?
        .distinct("language", Field::name::<Language>)
}

fn erp(root: &Table<'_>, languages: &[Language], redirect: &RedirectTemplate) -> Result<Erp, GuideError> {
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
    let fits = ErpAddress::parse(&address_example).is_ok_and(|erp| redirect.for_erp(&erp).is_ok());
    if !fits {
        return Err(address.fault(Fault::AddressDoesNotFit {
            found: address_example,
            template: redirect.as_str().to_owned(),
        }));
    }
    Ok(Erp {
        name: name.text(Writing::Label)?,
        place: table.required("place")?.localized(languages, Writing::Label)?,
        address_example,
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
    for &(check, resource, names) in NEEDED {
        let is_needed =
            |permission: &Permission| permission.resource() == resource && names.contains(&permission.name());
        if checks.contains(&check) && !registration.delegated_permissions.iter().any(is_needed) {
            return Err(list.fault(Fault::CheckNeedsPermission {
                check,
                resource,
                names,
            }));
        }
    }
    if checks.contains(&CheckId::AppPermissions) && registration.application_permissions.is_empty() {
        return Err(list.fault(Fault::CheckNeedsApplicationPermission));
    }
    if registration.vendor().is_some()
        && let Some(check) = WITH_SECRET.into_iter().find(|check| checks.contains(check))
    {
        return Err(list.fault(Fault::CheckNeedsSecret { check }));
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
    registration: &Registration,
) -> Result<Vec<HandOverField>, GuideError> {
    // The vendor's own application has its values already.
    if registration.vendor().is_some() && root.optional("hand_over").is_none() {
        return Ok(Vec::new());
    }
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
