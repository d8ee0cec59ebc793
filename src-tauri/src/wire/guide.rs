//! A guide, as the page shows it.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A text in each language: `{ es: "…", en: "…" }`.
///
/// In a step's texts `**bold**` marks a label of the screen and `` `code` `` something to write there exactly,
/// which the page offers to copy. Placeholders (`{app_name}`, `{redirect_uri}`, `{erp_name}`, `{mailbox}`,
/// `{erp_address}` …) are for the page to fill, after it has split the marks: a value may hold a mark's character.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct TextView(pub BTreeMap<String, String>);

/// One ERP integration.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct GuideView {
    /// The guide's id.
    pub id: String,
    /// Where it comes from.
    pub origin: GuideOrigin,
    /// «Correo de Cloud Gestion».
    pub name: TextView,
    /// One sentence.
    pub summary: TextView,
    /// The ERP's name.
    pub erp_name: String,
    /// Where in the ERP the values go.
    pub erp_place: TextView,
    /// An address such as the person's own one looks.
    pub erp_address_example: String,
    /// The name for the application to register: the value of `{app_name}`.
    pub app_name: TextView,
    /// Minutes for the whole, by hand.
    pub minutes: u16,
    /// The delegated permissions that will be asked for, as the guide writes them: Graph's by their names, Exchange
    /// Online's with its address before it.
    pub permissions: Vec<String>,
    /// What the application may do by itself, in the same notation.
    pub application_permissions: Vec<String>,
    /// Who registers the application.
    pub registered_by: RegisteredBy,
    /// Whether the sign-in works only with the organisation's tenant id.
    pub needs_tenant: bool,
    /// Permissions of the vendor's manual that Microsoft has retired.
    pub retired: Vec<RetiredView>,
    /// The names of the checks, in order (`check-<name>`).
    pub checks: Vec<String>,
    /// The steps, in order.
    pub steps: Vec<StepView>,
    /// Steps off the way: where a problem or a symptom sends the person to mend one thing.
    pub repairs: Vec<StepView>,
    /// The fields of the ERP's form, in its order.
    pub hand_over: Vec<HandOverFieldView>,
    /// The vendor's support, where the values go to it and not into a form.
    pub support: Option<SupportView>,
    /// What the person can look through at the end.
    pub check_list: Vec<TextView>,
    /// What people ask, with the answers.
    pub questions: Vec<GuideQuestionView>,
    /// What ends the access, and how it is taken away and given again.
    pub access: Option<AccessView>,
}

/// Where a guide comes from.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum GuideOrigin {
    /// The program.
    BuiltIn,
    /// The person's own folder.
    Added,
    /// The folder of this machine, which an administrator fills.
    Machine,
}

/// Who registers the application.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RegisteredBy {
    /// The customer.
    Customer,
    /// The vendor, once for everybody.
    Vendor,
}

/// A permission of the vendor's manual that Microsoft has retired.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct RetiredView {
    /// Its name in the manual.
    pub was: String,
    /// The API that it belonged to.
    pub api: String,
    /// What does its job today, as the guide writes it.
    pub now: Vec<String>,
    /// Why it is not asked for.
    pub why: TextView,
    /// Where the vendor's own module may need it still.
    pub still: Option<TextView>,
}

/// The vendor's support.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct SupportView {
    /// Who it is.
    pub name: String,
    /// Its mail address.
    pub mail: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// What to ask for.
    pub says: TextView,
}

/// A question with its answer.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct GuideQuestionView {
    /// The question.
    pub asks: TextView,
    /// The answer.
    pub answer: TextView,
}

/// What ends the access, and how it is taken away and given again.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct AccessView {
    /// What ends it, and what the person notices.
    pub ends: TextView,
    /// How to take it away.
    pub revoke: Vec<TextView>,
    /// How to give it again.
    pub again: Vec<TextView>,
}

/// One step: one page.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers one question that the page asks"
)]
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct StepView {
    /// The step's id.
    pub id: String,
    /// Minutes that it takes.
    pub minutes: u8,
    /// The line of the task list.
    pub task: TextView,
    /// The heading.
    pub title: TextView,
    /// One sentence under the heading.
    pub lead: TextView,
    /// «Dónde estás».
    pub place: TextView,
    /// «Qué pulsar», one to four lines.
    pub actions: Vec<TextView>,
    /// «Qué verás».
    pub result: TextView,
    /// What goes wrong most often here.
    pub warning: Option<TextView>,
    /// What people say who are stuck here, and what helps.
    pub symptoms: Vec<SymptomView>,
    /// The screen beside the text.
    pub scene: SceneView,
    /// Whether «Abrir esta página en Azure» has an address.
    pub opens_portal: bool,
    /// The names of the values that the person pastes here (`client_id`, `client_secret` …).
    pub asks: Vec<String>,
    /// The names of the values that this page gives to copy (`redirect_uri` …).
    pub gives: Vec<String>,
    /// Whether this is the last step, in which the assistant proves the values and hands them over.
    pub proves: bool,
    /// Whether an administrator approves here, by a link.
    pub approves: bool,
    /// Whether permissions are granted here, so that what was retired is said.
    pub grants: bool,
}

/// The screen beside the text of a step.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "scene", rename_all = "snake_case")]
#[ts(export)]
pub enum SceneView {
    /// Drawn by the page.
    Drawn {
        /// Its name.
        name: String,
    },
    /// An image of the guide's own.
    Image {
        /// The image.
        image: ImageView,
    },
}

/// An image with the numbers on it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ImageView {
    /// Its address, which holds the whole image (`data:`).
    pub address: String,
    /// What it shows.
    pub alt: TextView,
    /// The numbers on it.
    pub callouts: Vec<CalloutView>,
}

/// A number on an image.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
pub struct CalloutView {
    /// The line that it belongs to, from 1.
    pub line: u8,
    /// From the left edge, in per cent.
    pub x: u8,
    /// From the upper edge, in per cent.
    pub y: u8,
}

/// One field of the ERP's form.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct HandOverFieldView {
    /// The field's label in the ERP.
    pub label: TextView,
    /// The name of the value that goes into it.
    pub value: String,
}

/// What somebody says who is stuck in a step.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct SymptomView {
    /// In their own words.
    pub says: TextView,
    /// What to do about it.
    pub fix: TextView,
    /// The step or repair that mends it, where that is another page.
    pub goes_to: Option<String>,
}
