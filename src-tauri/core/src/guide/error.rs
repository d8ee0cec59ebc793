//! Why a guide file is refused: for its author, who reads English and has the file open.

use super::format::Format;
use super::names::{Expected, NameKind};
use super::permission::{Permission, Resource};
use super::picture::NotAnImage;
use super::template::RedirectFault;
use crate::check::CheckId;
use crate::text::Language;
use crate::value::{Refusal, ValueKind};
use thiserror::Error;

/// Why a guide file is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: {what}")]
pub struct GuideError {
    /// The file's name, as the caller gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: Fault,
}

/// What is wrong with a guide file. Each is explained in `docs/GUIDE_FORMAT.md`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The file is larger than any guide.
    #[error("the guide is too big: {bytes} bytes; at most {max} are read")]
    TooBig {
        /// The file's size.
        bytes: usize,
        /// The limit.
        max: usize,
    },
    /// Not TOML.
    #[error("not valid TOML: {message}")]
    Syntax {
        /// What the TOML reader says.
        message: String,
    },
    /// A format that this program does not read.
    #[error("unknown guide format {found}; expected one of {}", formats())]
    UnknownFormat {
        /// The file's.
        found: i64,
    },
    /// A key that came with a newer format than the file's.
    #[error("{field:?} in {table} needs format = {format}; write that at the top of the file")]
    NeedsFormat {
        /// The key.
        field: &'static str,
        /// Where it stands.
        table: String,
        /// The format that it came with.
        format: i64,
    },
    /// A key that this table does not have.
    #[error("unknown field {field:?} in {table}{}", Expected(field, expected))]
    UnknownField {
        /// The key.
        field: String,
        /// Where it stands.
        table: String,
        /// The keys that the table has.
        expected: &'static [&'static str],
    },
    /// A key that this table must have.
    #[error("missing field {field:?} in {table}")]
    MissingField {
        /// The key.
        field: &'static str,
        /// Where it should stand.
        table: String,
    },
    /// A value of another type.
    #[error("wrong type for {field}: expected {expected}, found {found}")]
    WrongType {
        /// The key, with its table.
        field: String,
        /// What was expected.
        expected: &'static str,
        /// What TOML type was found.
        found: &'static str,
    },
    /// A number outside its bounds.
    #[error("{field} is out of range: {found}; expected {min} to {max}")]
    OutOfRange {
        /// The key, with its table.
        field: String,
        /// The number.
        found: i64,
        /// The smallest allowed.
        min: i64,
        /// The greatest allowed.
        max: i64,
    },
    /// A list that needs something in it.
    #[error("{field} is empty; expected at least one entry")]
    EmptyList {
        /// The key, with its table.
        field: String,
    },
    /// A name that is none of the known ones.
    #[error("unknown {kind} {found:?}{}", Expected(found, expected))]
    UnknownName {
        /// What it should name.
        kind: NameKind,
        /// The name.
        found: String,
        /// The known ones.
        expected: Vec<&'static str>,
    },
    /// A step with a drawn screen and an image.
    #[error("a step shows either a \"scene\" or an \"image\", not both")]
    SceneTwice,
    /// An image file that is not there.
    #[error("there is no image file {found:?} beside the guide{}", beside(there))]
    NoSuchImage {
        /// The file's name.
        found: String,
        /// The image files that are there.
        there: Vec<String>,
    },
    /// A file that cannot stand beside a step.
    #[error("the image {found:?} cannot be shown: {why}")]
    BadImage {
        /// The file's name.
        found: String,
        /// What is wrong with it.
        why: NotAnImage,
    },
    /// More lines than anybody looks through.
    #[error("check_list has {found} lines; at most {max} are shown")]
    CheckListTooLong {
        /// How many it has.
        found: usize,
        /// How many are shown.
        max: usize,
    },
    /// A text without one of the declared languages.
    #[error(
        "{text} is missing in language {:?}; the guide declares {}",
        missing.code(),
        declared.iter().map(|l| l.code()).collect::<Vec<_>>().join(", ")
    )]
    MissingLanguage {
        /// Which text.
        text: String,
        /// The language that it lacks.
        missing: Language,
        /// The languages of the guide.
        declared: Vec<Language>,
    },
    /// A name for programs with other characters.
    #[error(
        "{field} {found:?} is not a name; expected 1 to 40 characters of a-z, 0-9 and \"-\", a letter first"
    )]
    BadId {
        /// The key, with its table.
        field: String,
        /// The name.
        found: String,
    },
    /// The same thing a second time.
    #[error("duplicate {what} {name:?}; the first one is on line {first_line}")]
    Duplicate {
        /// What is there twice.
        what: &'static str,
        /// Its name.
        name: String,
        /// Where the first one is.
        first_line: usize,
    },
    /// Checks in an order in which errors do not surface.
    #[error("check {:?} is out of order; it must come before {:?}", check.as_str(), after.as_str())]
    CheckOutOfOrder {
        /// The check that comes too late.
        check: CheckId,
        /// The check that stands before it.
        after: CheckId,
    },
    /// A check that cannot pass with these permissions.
    #[error(
        "check {:?} needs the permission {} in registration.delegated_permissions",
        check.as_str(),
        one_of(*resource, names)
    )]
    CheckNeedsPermission {
        /// The check.
        check: CheckId,
        /// What the permission opens.
        resource: Resource,
        /// The permissions, of which it needs one.
        names: &'static [&'static str],
    },
    /// A check of the application by itself, which may do nothing by itself.
    #[error("check \"app_permissions\" needs registration.application_permissions")]
    CheckNeedsApplicationPermission,
    /// A check of the secret where there is none.
    #[error("check {:?} needs a secret; the vendor's own application has none", check.as_str())]
    CheckNeedsSecret {
        /// The check.
        check: CheckId,
    },
    /// Not the name of a permission.
    #[error(
        "{found:?} is not a permission name; expected a name of Microsoft Graph, such as \"Mail.Send\", or one of Exchange Online, such as \"https://outlook.office.com/SMTP.Send\""
    )]
    BadPermission {
        /// The name.
        found: String,
    },
    /// What a retired permission is replaced by is not asked for.
    #[error("{:?} replaces a retired permission and is in neither list of permissions", permission.to_string())]
    ReplacementNotAsked {
        /// The permission.
        permission: Permission,
    },
    /// Not a Client ID.
    #[error("bad Client ID {found:?}: {why}")]
    BadClientId {
        /// What stands there.
        found: String,
        /// Why it is refused.
        why: Refusal,
    },
    /// A key of the customer's registration beside the vendor's own application.
    #[error("{field:?} in registration does not go with registration.vendor, which has redirect_uris")]
    NotOfVendor {
        /// The key.
        field: &'static str,
    },
    /// A question for what the vendor's own application has or does not need.
    #[error(
        "a step asks for {:?}; {}",
        value.as_str(),
        if *value == ValueKind::ClientSecret {
            "the vendor's own application has no secret"
        } else {
            "registration.vendor names it already"
        }
    )]
    VendorHasIt {
        /// The value.
        value: ValueKind,
    },
    /// Support that nobody can reach.
    #[error("support needs a \"mail\" or a \"phone\"")]
    SupportUnreachable,
    /// A list with nothing in it or too much.
    #[error("{field} has {found} entries; it may have 1 to {max}")]
    TooManyLines {
        /// The key, with its table.
        field: String,
        /// How many it has.
        found: usize,
        /// The limit.
        max: usize,
    },
    /// A redirect URI that Entra would not take.
    #[error("bad redirect URI {found:?}: {why}")]
    BadRedirect {
        /// The template.
        found: String,
        /// Why it is refused.
        why: RedirectFault,
    },
    /// Not the address of an ERP.
    #[error("bad address {found:?} in erp.address_example; expected an https:// address with a host")]
    BadAddress {
        /// The address.
        found: String,
    },
    /// An example that the redirect URI does not fit.
    #[error("erp.address_example {found:?} does not fit the redirect URI {template:?}")]
    AddressDoesNotFit {
        /// The address.
        found: String,
        /// The redirect URI.
        template: String,
    },
    /// A text with nothing in it.
    #[error("{text} is empty; leave the field out where it may be left out, or write it")]
    EmptyText {
        /// Which text.
        text: String,
    },
    /// A text longer than its place on a page.
    #[error("{text} is too long: {chars} characters; at most {max} fit")]
    TextTooLong {
        /// Which text.
        text: String,
        /// How long it is.
        chars: usize,
        /// The limit.
        max: usize,
    },
    /// A character that is not for reading.
    #[error("{text} contains the control character U+{code:04X}; a text is one line of readable characters")]
    ControlCharacter {
        /// Which text.
        text: String,
        /// The character.
        code: u32,
    },
    /// A mark where the text is shown as it is.
    #[error("{text} contains {mark}, which is not allowed here; this text is shown without marks")]
    MarkNotAllowed {
        /// Which text.
        text: String,
        /// The mark.
        mark: &'static str,
    },
    /// A mark without its other half.
    #[error("unbalanced {mark} in {text}; every mark is opened and closed around something")]
    UnbalancedMark {
        /// Which text.
        text: String,
        /// The mark.
        mark: &'static str,
    },
    /// A placeholder that nothing replaces.
    #[error("unknown placeholder {{{found}}} in {text}{}", Expected(found, expected))]
    UnknownPlaceholder {
        /// Which text.
        text: String,
        /// What stands between the braces.
        found: String,
        /// What may stand there.
        expected: &'static [&'static str],
    },
    /// A page with too much on it.
    #[error("step {step:?} has {found} actions; a page has 1 to {max}")]
    TooManyActions {
        /// The step.
        step: String,
        /// How many it has.
        found: usize,
        /// The limit.
        max: usize,
    },
    /// More symptoms than anybody reads.
    #[error("step {step:?} has {found} symptoms; a page has at most {max}")]
    TooManySymptoms {
        /// The step.
        step: String,
        /// How many it has.
        found: usize,
        /// The limit.
        max: usize,
    },
    /// A symptom leads to a page that is not there.
    #[error("no step {found:?}; a symptom's goes_to names a step or a repair of this guide")]
    NoSuchStep {
        /// The name.
        found: String,
    },
    /// No step that proves.
    #[error("no step with kind = \"prove\"; the last step must be one")]
    ProveMissing,
    /// A step that proves before the end.
    #[error("step {step:?} has kind = \"prove\" and is not the last step")]
    ProveNotLast {
        /// The step.
        step: String,
    },
    /// A value that no step may ask for.
    #[error(
        "a step cannot ask for {:?}: {}; it may ask for client_id, tenant_id, client_secret",
        value.as_str(),
        if *value == ValueKind::RedirectUri { "it is computed" } else { "it is asked for before the first step" }
    )]
    CannotAsk {
        /// The value.
        value: ValueKind,
    },
    /// The step that proves asks for something.
    #[error("the step with kind = \"prove\" asks for {:?}; by then every value must be there", value.as_str())]
    ProveAsks {
        /// The value.
        value: ValueKind,
    },
    /// A repair asks for something.
    #[error("a repair asks for {:?}; values are asked for in the steps", value.as_str())]
    RepairAsks {
        /// The value.
        value: ValueKind,
    },
    /// The secret on a page.
    #[error("a step cannot give \"client_secret\": the secret is handed over at the end only")]
    CannotGiveSecret,
    /// A value to copy that nobody has pasted by then.
    #[error("a step cannot give {:?}: no earlier step asks for it", value.as_str())]
    GivenBeforeAsked {
        /// The value.
        value: ValueKind,
    },
    /// A value without which nothing can be proven.
    #[error("no step asks for {:?}, without which nothing can be proven", value.as_str())]
    NeverAsked {
        /// The value.
        value: ValueKind,
    },
    /// A value that leaves and never came.
    #[error("hand_over of {:?}, which no step asks for", value.as_str())]
    HandOverNotAsked {
        /// The value.
        value: ValueKind,
    },
}

/// The versions of the format that are read.
fn formats() -> String {
    Format::ALL
        .map(|format| format!("format = {}", format.number()))
        .join(", ")
}

/// Permissions as a guide writes them.
fn one_of(resource: Resource, names: &[&str]) -> String {
    let of = match resource {
        Resource::ExchangeOnline => Permission::exchange,
        Resource::OpenId | Resource::Graph => Permission::graph,
    };
    let written: Vec<String> = names
        .iter()
        .map(|name| format!("{:?}", of(name).to_string()))
        .collect();
    written.join(" or ")
}

/// The end of a message: what lies beside the guide.
fn beside(there: &[String]) -> String {
    match there {
        [] => "; there is none at all".to_owned(),
        names => format!("; there are {}", names.join(", ")),
    }
}
