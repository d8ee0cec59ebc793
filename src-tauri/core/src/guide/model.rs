//! What one ERP integration needs, as data: the shape of a guide once it has been read and checked.

use super::ending::{Access, Question, Support};
use super::picture::Image;
use super::registration::Registration;
use crate::check::CheckId;
use crate::text::Language;
use crate::value::ValueKind;
use std::collections::BTreeMap;

/// A text in every language that the guide declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized(pub(super) BTreeMap<Language, String>);

impl Localized {
    /// The text in `language`. A checked guide has every language that it declares; where a guide was written
    /// in fewer languages than the program speaks, the first that it has.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.0
            .get(&language)
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }
}

/// One ERP integration, read from a guide file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The guide's name for programs: lower-case letters, digits and `-`.
    pub id: String,
    /// What the person chooses on the first page, such as «Correo de Cloud Gestion».
    pub name: Localized,
    /// One sentence under the name.
    pub summary: Localized,
    /// The system that will use the values.
    pub erp: Erp,
    /// What has to be registered in Microsoft Entra.
    pub registration: Registration,
    /// What has to be proven, in this order. What every run proves is not listed: see [`Self::run_checks`].
    pub checks: Vec<CheckId>,
    /// What the person does, in this order.
    pub steps: Vec<Step>,
    /// Steps that are not on the way: where a problem or a symptom sends the person to mend one thing.
    pub repairs: Vec<Step>,
    /// What leaves Vincula at the end, in the order of the ERP's form. Empty where the vendor's own application
    /// needs nothing from the customer.
    pub hand_over: Vec<HandOverField>,
    /// The vendor's support, where the values go to it and not into a form.
    pub support: Option<Support>,
    /// What the person can look through at the end, line by line: «El Client ID está en el ERP».
    pub check_list: Vec<Localized>,
    /// What people ask before they begin, answered in place.
    pub questions: Vec<Question>,
    /// What ends the access, and how it is taken away and given again.
    pub access: Option<Access>,
}

impl Guide {
    /// Everything that a run proves, in order: this machine first, whatever the guide is about, then its own checks.
    pub fn run_checks(&self) -> impl Iterator<Item = CheckId> {
        [CheckId::Machine].into_iter().chain(self.checks.iter().copied())
    }

    /// The step of this id, on the way or off it.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.all_steps().find(|step| step.id == id)
    }

    /// Every step: those on the way, then the repairs.
    pub fn all_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().chain(&self.repairs)
    }

    /// Whether a step is off the way.
    #[must_use]
    pub fn is_repair(&self, id: &str) -> bool {
        self.repairs.iter().any(|step| step.id == id)
    }
}

/// The system that will use the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erp {
    /// The product's name, the same in every language.
    pub name: String,
    /// Where in the ERP the values go, as the ERP shows it.
    pub place: Localized,
    /// An address such as the person's own one looks.
    pub address_example: String,
}

/// One thing to do, one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The step's name for programs, unique in the guide.
    pub id: String,
    /// Minutes that a person without experience needs.
    pub minutes: u8,
    /// The line of the task list: «Crear el Client Secret».
    pub task: Localized,
    /// The heading of the page.
    pub title: Localized,
    /// One sentence under the heading.
    pub lead: Localized,
    /// «Dónde estás»: the page's name as Microsoft shows it.
    pub place: Localized,
    /// «Qué pulsar»: one to four short lines. `**bold**` marks a label of the screen, `` `code` `` something to
    /// write there exactly, which the page gives to copy; [`Localized::runs`] tells them apart.
    pub actions: Vec<Localized>,
    /// «Qué verás».
    pub result: Localized,
    /// What goes wrong most often here, where there is such a thing.
    pub warning: Option<Localized>,
    /// The screen beside the text.
    pub scene: Scene,
    /// The portal's page that «Abrir esta página en Azure» opens, where its address is known.
    pub portal: Option<PortalPage>,
    /// Values that the person pastes on this page.
    pub asks: Vec<ValueKind>,
    /// Values that this page gives to copy.
    pub gives: Vec<ValueKind>,
    /// What people say when they are stuck here, and what helps.
    pub symptoms: Vec<Symptom>,
    /// Whether this is the step in which the assistant proves the values and hands them over.
    pub kind: StepKind,
}

/// The screen that is shown beside the text of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Drawn by the page, by its name in [`super::scene::SCENES`].
    Drawn(String),
    /// An image file that lies beside the guide.
    Image(SceneImage),
}

/// An image file with the numbers that tie it to the lines of its step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneImage {
    /// The image.
    pub image: Image,
    /// What it shows, for who cannot see it.
    pub alt: Localized,
    /// The numbers on it.
    pub callouts: Vec<Callout>,
}

/// A number on an image: where the line of the same number is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Callout {
    /// The line of the step, from 1.
    pub line: u8,
    /// From the left edge, in per cent of the width.
    pub x: u8,
    /// From the upper edge, in per cent of the height.
    pub y: u8,
}

/// What somebody says who is stuck in a step, and what helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symptom {
    /// In the person's own words: «El botón sale gris».
    pub says: Localized,
    /// What to do about it.
    pub fix: Localized,
    /// The step or repair where it is mended, where that is another page.
    pub goes_to: Option<String>,
}

/// Who works in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The person, in Microsoft's portal.
    Portal,
    /// The person, in the ERP or with something to read: no page of the portal belongs to it.
    Erp,
    /// An administrator, who approves what the application asks for: the page has the link for it.
    Approve,
    /// The assistant: checks, sign-in, test mail, hand-over. Exactly one, the last.
    Prove,
}

/// A page of Microsoft's portal whose address is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortalPage {
    /// The portal's first page.
    Home,
    /// Microsoft Entra ID, overview.
    EntraOverview,
    /// App registrations.
    AppRegistrations,
    /// The form of a new registration.
    NewRegistration,
    /// The application's overview.
    AppOverview,
    /// The application's certificates and secrets.
    Credentials,
    /// The application's authentication.
    Authentication,
    /// The application's API permissions.
    ApiPermissions,
}

/// One field of the ERP's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOverField {
    /// The field's label in the ERP.
    pub label: Localized,
    /// What goes into it.
    pub value: ValueKind,
}
