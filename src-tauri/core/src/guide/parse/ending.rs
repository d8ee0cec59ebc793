//! What stands beside the way: support, questions, the end of the access.

use super::super::ending::{Access, Question, Support};
use super::super::error::{Fault, GuideError};
use super::super::format::Format;
use super::super::model::Localized;
use super::field::Field;
use super::table::Table;
use super::writing::Writing;
use crate::text::Language;

/// More questions than this nobody looks through.
const MAX_QUESTIONS: usize = 12;

/// More lines than this are more than one thing to do.
const MAX_LINES: usize = 4;

pub(super) fn support(root: &Table<'_>, languages: &[Language]) -> Result<Option<Support>, GuideError> {
    let Some(field) = root.since(Format::Two, "support")? else {
        return Ok(None);
    };
    let table = field.table(&["name", "mail", "phone", "says"])?;
    let label = |key| {
        table
            .optional(key)
            .map(|field| field.text(Writing::Label))
            .transpose()
    };
    let (mail, phone) = (label("mail")?, label("phone")?);
    if mail.is_none() && phone.is_none() {
        return Err(field.fault(Fault::SupportUnreachable));
    }
    Ok(Some(Support {
        name: table.required("name")?.text(Writing::Label)?,
        mail,
        phone,
        says: table
            .required("says")?
            .localized(languages, Writing::Instruction)?,
    }))
}

pub(super) fn questions(root: &Table<'_>, languages: &[Language]) -> Result<Vec<Question>, GuideError> {
    let Some(list) = root.since(Format::Two, "questions")? else {
        return Ok(Vec::new());
    };
    list.lines(MAX_QUESTIONS, |entry| {
        let table = entry.table(&["asks", "answer"])?;
        let text = |key| table.required(key)?.localized(languages, Writing::Instruction);
        Ok(Question {
            asks: text("asks")?,
            answer: text("answer")?,
        })
    })
}

pub(super) fn access(root: &Table<'_>, languages: &[Language]) -> Result<Option<Access>, GuideError> {
    let Some(field) = root.since(Format::Two, "access")? else {
        return Ok(None);
    };
    let table = field.table(&["ends", "revoke", "again"])?;
    let line = |field: &Field<'_>| field.localized(languages, Writing::Instruction);
    let lines = |key| -> Result<Vec<Localized>, GuideError> { table.required(key)?.lines(MAX_LINES, line) };
    Ok(Some(Access {
        ends: line(&table.required("ends")?)?,
        revoke: lines("revoke")?,
        again: lines("again")?,
    }))
}
