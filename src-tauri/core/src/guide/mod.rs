//! The guide as data: everything that one ERP integration needs, in one file that its vendor writes.
//!
//! A guide says what the person reads and does, what has to be registered in Microsoft Entra, what has to be
//! proven and which values leave Vincula at the end. The program holds no sentence and no rule about one
//! particular ERP: another ERP is another file, and `docs/GUIDE_FORMAT.md` is all that its author reads.
//!
//! Reading is strict. A file comes from outside and is shown to somebody who cannot tell a slip from an
//! instruction, so that a guide is either right in every declared language or refused with its line, what is
//! wrong there and what was expected.
//!
//! ```text
//! TOML ──parse──▶ Guide ──▶ pages (Localized + Fields), registration (RedirectTemplate), checks, hand-over
//! ```

mod built_in;
mod ending;
mod error;
mod fill;
mod format;
mod model;
mod names;
mod nearest;
mod parse;
mod permission;
mod picture;
mod portal;
mod registration;
mod template;

pub mod scene;

#[cfg(test)]
mod tests;

pub use built_in::{AddedGuide, Origin, add, added, built_in, find, origin};
pub use ending::{Access, Question, Support};
pub use error::{Fault, GuideError};
pub use fill::{Fields, PLACEHOLDERS, Run, RunKind};
pub use model::{
    Callout, Erp, Guide, HandOverField, Localized, PortalPage, Scene, SceneImage, Step, StepKind, Symptom,
};
pub use names::NameKind;
pub use parse::parse;
pub use permission::{Permission, Resource};
pub use picture::{Image, ImageKind, NotAnImage, Pictures};
pub use portal::address;
pub use registration::{
    Audience, Platform, RedirectTemplate, Registrar, Registration, Retired, SharedMailboxes, VendorApp,
};
pub use template::RedirectFault;
