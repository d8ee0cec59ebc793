//! The steps of a guide, each by itself and as a sequence.

use super::super::error::{Fault, GuideError};
use super::super::model::{Callout, Localized, Scene, SceneImage, Step, StepKind, Symptom};
use super::super::names::NameKind;
use super::super::registration::{Registration, VendorApp};
use super::super::scene::{self, SCENES};
use super::field::Field;
use super::table::Table;
use super::writing::Writing;
use crate::text::Language;
use crate::value::ValueKind;

/// More than four things to do are two pages.
const MAX_ACTIONS: usize = 4;

/// Longer than an hour is not a step.
const MAX_MINUTES: u8 = 60;

/// Values without which no check can run.
fn indispensable(registration: &Registration) -> &'static [ValueKind] {
    match registration.vendor() {
        // The platform Web has a secret always.
        None => &[ValueKind::ClientId, ValueKind::ClientSecret],
        Some(VendorApp { client_id: None, .. }) => &[ValueKind::ClientId],
        Some(VendorApp {
            client_id: Some(_), ..
        }) => &[],
    }
}

const KEYS: &[&str] = &[
    "id", "minutes", "kind", "scene", "image", "portal", "asks", "gives", "task", "title", "lead", "place",
    "actions", "result", "warning", "symptoms",
];

/// More than this nobody reads who is stuck.
const MAX_SYMPTOMS: usize = 8;

/// Whether a step may ask for this value. The ERP's address and the mailbox are asked for before the first
/// step, because the pages show them; the redirect URI is computed.
pub(super) fn may_ask(value: ValueKind) -> bool {
    matches!(
        value,
        ValueKind::ClientId | ValueKind::TenantId | ValueKind::ClientSecret
    )
}

/// What earlier steps have said.
#[derive(Default)]
struct Earlier {
    ids: Vec<(String, usize)>,
    asked: Vec<(ValueKind, usize)>,
}

impl Earlier {
    fn has_asked(&self, value: ValueKind) -> bool {
        self.asked.iter().any(|(asked, _)| *asked == value)
    }
}

/// The pages of a guide, and every value that they ask for.
pub(super) struct Pages {
    pub(super) steps: Vec<Step>,
    pub(super) repairs: Vec<Step>,
    pub(super) asked: Vec<ValueKind>,
}

/// The steps in order, the repairs, and every value that the steps ask for.
pub(super) fn read_all(
    list: &Field<'_>,
    repairs: Option<&Field<'_>>,
    languages: &[Language],
    registration: &Registration,
) -> Result<Pages, GuideError> {
    let entries = list.entries()?;
    let mut earlier = Earlier::default();
    let mut steps = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let place = if index + 1 == entries.len() {
            Place::Last
        } else {
            Place::Before
        };
        steps.push(read(entry, place, languages, registration, &mut earlier)?);
    }
    if steps.last().is_none_or(|last| last.kind != StepKind::Prove) {
        return Err(entries.last().unwrap_or(list).fault(Fault::ProveMissing));
    }
    let missing = |value: &&ValueKind| !earlier.has_asked(**value);
    if let Some(value) = indispensable(registration).iter().find(missing) {
        return Err(list.fault(Fault::NeverAsked { value: *value }));
    }
    let mut off_the_way = Vec::new();
    for entry in repairs.map(Field::entries).transpose()?.unwrap_or_default() {
        off_the_way.push(read(
            &entry,
            Place::Repair,
            languages,
            registration,
            &mut earlier,
        )?);
    }
    Ok(Pages {
        steps,
        repairs: off_the_way,
        asked: earlier.asked.into_iter().map(|(value, _)| value).collect(),
    })
}

/// Where a step stands, which decides what it may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Last,
    Repair,
}

fn read(
    entry: &Field<'_>,
    place: Place,
    languages: &[Language],
    registration: &Registration,
    earlier: &mut Earlier,
) -> Result<Step, GuideError> {
    let mut table = entry.table(KEYS)?;
    let id = id(&table, earlier)?;
    let list = if place == Place::Repair {
        "repairs"
    } else {
        "steps"
    };
    table.rename(format!("{list}.{id}"));
    let text = |key, writing| table.required(key)?.localized(languages, writing);
    let kind = kind(&table, &id, place)?;
    Ok(Step {
        minutes: table.required("minutes")?.number_in(1, MAX_MINUTES)?,
        task: text("task", Writing::Heading)?,
        title: text("title", Writing::Heading)?,
        lead: text("lead", Writing::Instruction)?,
        place: text("place", Writing::Heading)?,
        actions: actions(&table, &id, languages)?,
        result: text("result", Writing::Instruction)?,
        warning: table
            .optional("warning")
            .map(|f| f.localized(languages, Writing::Instruction))
            .transpose()?,
        symptoms: symptoms(&table, &id, languages)?,
        scene: scene(&table, languages)?,
        portal: table.optional("portal").map(|field| field.name()).transpose()?,
        // Before `asks`: a page cannot give what it asks for itself.
        gives: gives(&table, earlier)?,
        asks: if place == Place::Repair {
            refuse_asks(&table)?
        } else {
            asks(&table, kind, registration, earlier)?
        },
        kind,
        id,
    })
}

fn id(table: &Table<'_>, earlier: &mut Earlier) -> Result<String, GuideError> {
    let field = table.required("id")?;
    let id = field.id()?;
    if let Some((_, first_line)) = earlier.ids.iter().find(|(known, _)| *known == id) {
        return Err(field.fault(Fault::Duplicate {
            what: "step id",
            name: id,
            first_line: *first_line,
        }));
    }
    earlier.ids.push((id.clone(), field.line()));
    Ok(id)
}

fn kind(table: &Table<'_>, step: &str, place: Place) -> Result<StepKind, GuideError> {
    let Some(field) = table.optional("kind") else {
        return Ok(StepKind::Portal);
    };
    match field.name()? {
        StepKind::Prove if place != Place::Last => Err(field.fault(Fault::ProveNotLast {
            step: step.to_owned(),
        })),
        kind => Ok(kind),
    }
}

fn actions(table: &Table<'_>, step: &str, languages: &[Language]) -> Result<Vec<Localized>, GuideError> {
    let list = table.required("actions")?;
    let entries = list.entries()?;
    if !(1..=MAX_ACTIONS).contains(&entries.len()) {
        let (step, found) = (step.to_owned(), entries.len());
        return Err(list.fault(Fault::TooManyActions {
            step,
            found,
            max: MAX_ACTIONS,
        }));
    }
    entries
        .iter()
        .map(|entry| entry.localized(languages, Writing::Instruction))
        .collect()
}

fn symptoms(table: &Table<'_>, step: &str, languages: &[Language]) -> Result<Vec<Symptom>, GuideError> {
    let Some(list) = table.optional("symptoms") else {
        return Ok(Vec::new());
    };
    let entries = list.entries()?;
    if entries.len() > MAX_SYMPTOMS {
        return Err(list.fault(Fault::TooManySymptoms {
            step: step.to_owned(),
            found: entries.len(),
            max: MAX_SYMPTOMS,
        }));
    }
    let read = |entry: &Field<'_>| {
        let table = entry.table(&["says", "fix", "goes_to"])?;
        Ok(Symptom {
            says: table
                .required("says")?
                .localized(languages, Writing::Instruction)?,
            fix: table
                .required("fix")?
                .localized(languages, Writing::Instruction)?,
            goes_to: table.optional("goes_to").map(|field| field.id()).transpose()?,
        })
    };
    entries.iter().map(read).collect()
}

/// Every page that a symptom leads to exists.
pub(super) fn check_ways(lists: &[(&Field<'_>, &[Step])]) -> Result<(), GuideError> {
    let steps = || lists.iter().flat_map(|(_, steps)| steps.iter());
    for (field, list) in lists {
        for symptom in list.iter().flat_map(|step| &step.symptoms) {
            if let Some(id) = &symptom.goes_to
                && !steps().any(|step| step.id == *id)
            {
                return Err(field.fault(Fault::NoSuchStep { found: id.clone() }));
            }
        }
    }
    Ok(())
}

fn scene(table: &Table<'_>, languages: &[Language]) -> Result<Scene, GuideError> {
    let Some(image) = table.optional("image") else {
        let field = table.required("scene")?;
        let name = field.string()?;
        if scene::exists(name) {
            return Ok(Scene::Drawn(name.to_owned()));
        }
        return Err(field.unknown(NameKind::Scene, name, SCENES.iter().copied()));
    };
    if table.optional("scene").is_some() {
        return Err(image.fault(Fault::SceneTwice));
    }
    let lines = table.required("actions")?.entries()?.len();
    let table = image.table(&["file", "alt", "callouts"])?;
    let callouts = table
        .optional("callouts")
        .map(|list| list.entries())
        .transpose()?;
    Ok(Scene::Image(SceneImage {
        image: table.required("file")?.image()?,
        alt: table.required("alt")?.localized(languages, Writing::Sentence)?,
        callouts: callouts
            .unwrap_or_default()
            .iter()
            .map(|entry| callout(entry, lines))
            .collect::<Result<_, _>>()?,
    }))
}

/// A number on an image, which belongs to one of the step's `lines`.
fn callout(entry: &Field<'_>, lines: usize) -> Result<Callout, GuideError> {
    let table = entry.table(&["line", "x", "y"])?;
    let percent = |key| table.required(key)?.number_in(0, 100);
    Ok(Callout {
        line: table
            .required("line")?
            .number_in(1, u8::try_from(lines).unwrap_or(u8::MAX))?,
        x: percent("x")?,
        y: percent("y")?,
    })
}

/// The values of a list such as `asks`, which may be missing or empty.
fn values<'a>(table: &Table<'a>, key: &'static str) -> Result<Vec<(ValueKind, Field<'a>)>, GuideError> {
    let entries = table
        .optional(key)
        .map(|list| list.entries())
        .transpose()?
        .unwrap_or_default();
    entries
        .into_iter()
        .map(|entry| Ok((entry.name()?, entry)))
        .collect()
}

fn asks(
    table: &Table<'_>,
    kind: StepKind,
    registration: &Registration,
    earlier: &mut Earlier,
) -> Result<Vec<ValueKind>, GuideError> {
    let mut asks = Vec::new();
    for (value, field) in values(table, "asks")? {
        if !may_ask(value) {
            return Err(field.fault(Fault::CannotAsk { value }));
        }
        if kind == StepKind::Prove {
            return Err(field.fault(Fault::ProveAsks { value }));
        }
        if is_vendors(value, registration) {
            return Err(field.fault(Fault::VendorHasIt { value }));
        }
        if let Some((_, first_line)) = earlier.asked.iter().find(|(asked, _)| *asked == value) {
            let (name, first_line) = (value.as_str().to_owned(), *first_line);
            return Err(field.fault(Fault::Duplicate {
                what: "question for",
                name,
                first_line,
            }));
        }
        earlier.asked.push((value, field.line()));
        asks.push(value);
    }
    Ok(asks)
}

/// Whether the vendor's own application leaves nothing to ask: it has no secret, and the guide may name its Client ID.
fn is_vendors(value: ValueKind, registration: &Registration) -> bool {
    registration.vendor().is_some_and(|vendor| match value {
        ValueKind::ClientSecret => true,
        ValueKind::ClientId => vendor.client_id.is_some(),
        _ => false,
    })
}

/// A repair mends something in the portal: its values were asked for on the way.
fn refuse_asks(table: &Table<'_>) -> Result<Vec<ValueKind>, GuideError> {
    match values(table, "asks")?.first() {
        Some((value, field)) => Err(field.fault(Fault::RepairAsks { value: *value })),
        None => Ok(Vec::new()),
    }
}

fn gives(table: &Table<'_>, earlier: &Earlier) -> Result<Vec<ValueKind>, GuideError> {
    let mut gives: Vec<ValueKind> = Vec::new();
    for (value, field) in values(table, "gives")? {
        if value == ValueKind::ClientSecret {
            return Err(field.fault(Fault::CannotGiveSecret));
        }
        if may_ask(value) && !earlier.has_asked(value) {
            return Err(field.fault(Fault::GivenBeforeAsked { value }));
        }
        if gives.contains(&value) {
            let (name, first_line) = (value.as_str().to_owned(), field.line());
            return Err(field.fault(Fault::Duplicate {
                what: "value to copy",
                name,
                first_line,
            }));
        }
        gives.push(value);
    }
    Ok(gives)
}
