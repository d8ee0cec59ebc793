//! What is registered in Microsoft Entra, by the customer or by the vendor.

use super::super::error::{Fault, GuideError};
use super::super::format::Format;
use super::super::permission::Permission;
use super::super::registration::{
    Audience, Platform, RedirectTemplate, Registrar, Registration, Retired, VendorApp,
};
use super::field::Field;
use super::table::Table;
use super::writing::Writing;
use crate::surface::SurfaceKind;
use crate::text::Language;

/// More retired names than this no manual has.
const MAX_RETIRED: usize = 20;

const KEYS: &[&str] = &[
    "app_name",
    "audience",
    "platform",
    "redirect_uri",
    "shared_mailboxes",
    "delegated_permissions",
    "application_permissions",
    "retired",
    "vendor",
];

pub(super) fn read(root: &Table<'_>, languages: &[Language]) -> Result<Registration, GuideError> {
    let table = root.required("registration")?.table(KEYS)?;
    let audience: Audience = table.required("audience")?.name()?;
    let who = match table.since(Format::Two, "vendor")? {
        Some(vendor) => of_vendor(&table, &vendor, audience)?,
        None => of_customer(&table, audience)?,
    };
    let delegated_permissions = table
        .required("delegated_permissions")?
        .distinct("permission", Field::permission)?;
    let application_permissions = table
        .since(Format::Two, "application_permissions")?
        .map(|list| list.distinct("permission", Field::permission))
        .transpose()?
        .unwrap_or_default();
    let asked = [&*delegated_permissions, &*application_permissions];
    Ok(Registration {
        app_name: table.required("app_name")?.localized(languages, Writing::Label)?,
        audience,
        registrar: who.registrar,
        platform: who.platform,
        redirect_uri: who.redirect_uri,
        shared_mailboxes: table
            .optional("shared_mailboxes")
            .map(|field| field.name())
            .transpose()?
            .unwrap_or_default(),
        retired: table
            .since(Format::Two, "retired")?
            .map(|list| list.lines(MAX_RETIRED, |entry| retired(entry, languages, &asked.concat())))
            .transpose()?
            .unwrap_or_default(),
        delegated_permissions,
        application_permissions,
    })
}

/// What differs by who registers.
struct Who {
    registrar: Registrar,
    platform: Platform,
    redirect_uri: RedirectTemplate,
}

fn of_customer(table: &Table<'_>, audience: Audience) -> Result<Who, GuideError> {
    let redirect = table.required("redirect_uri")?;
    let found = redirect.string()?;
    let redirect_uri = RedirectTemplate::parse(found, audience).map_err(|why| {
        redirect.fault(Fault::BadRedirect {
            found: found.to_owned(),
            why,
        })
    })?;
    Ok(Who {
        registrar: Registrar::Customer,
        platform: table.required("platform")?.name()?,
        redirect_uri,
    })
}

fn of_vendor(table: &Table<'_>, vendor: &Field<'_>, audience: Audience) -> Result<Who, GuideError> {
    // The vendor's table says both, so that here they could only contradict it.
    for key in ["platform", "redirect_uri"] {
        if let Some(field) = table.optional(key) {
            return Err(field.fault(Fault::NotOfVendor { field: key }));
        }
    }
    let vendor = vendor.table(&["client_id", "redirect_uris"])?;
    let addresses = vendor.required("redirect_uris")?;
    let templates = addresses.distinct("redirect URI", |entry| {
        let found = entry.string()?;
        RedirectTemplate::of_vendor(found, audience).map_err(|why| {
            entry.fault(Fault::BadRedirect {
                found: found.to_owned(),
                why,
            })
        })
    })?;
    let mut surfaces: Vec<SurfaceKind> = templates.iter().flat_map(RedirectTemplate::surfaces).collect();
    surfaces.sort_unstable();
    surfaces.dedup();
    let first = templates.into_iter().next();
    let redirect_uri = first.ok_or_else(|| {
        addresses.fault(Fault::EmptyList {
            field: "registration.vendor.redirect_uris".to_owned(),
        })
    })?;
    Ok(Who {
        registrar: Registrar::Vendor(VendorApp {
            client_id: vendor
                .optional("client_id")
                .map(|field| field.client_id())
                .transpose()?,
            surfaces,
        }),
        platform: Platform::MobileAndDesktop,
        redirect_uri,
    })
}

fn retired(entry: &Field<'_>, languages: &[Language], asked: &[Permission]) -> Result<Retired, GuideError> {
    let table = entry.table(&["was", "api", "now", "why", "still"])?;
    let now = |field: &Field<'_>| {
        let permission = field.permission()?;
        if asked.contains(&permission) {
            Ok(permission)
        } else {
            Err(field.fault(Fault::ReplacementNotAsked { permission }))
        }
    };
    Ok(Retired {
        was: table.required("was")?.text(Writing::Label)?,
        api: table.required("api")?.text(Writing::Label)?,
        now: table
            .required("now")?
            .entries()?
            .iter()
            .map(now)
            .collect::<Result<_, _>>()?,
        why: table
            .required("why")?
            .localized(languages, Writing::Instruction)?,
        still: table
            .optional("still")
            .map(|field| field.localized(languages, Writing::Instruction))
            .transpose()?,
    })
}
