//! The person decides otherwise than Vincula would.

use super::setups::id;
use crate::desk::Desk;
use crate::view::{self, ACCOUNTS, AUDIENCES, OWNERS};
use crate::wire::{DecisionView, Fault, SetupView};
use serde::Serialize;
use tauri::State;
use vincula_assistant::{Decision, decide};
use vincula_core::cloud::CloudId;
use vincula_core::value::{Mailbox, ValueKind};

/// Keeps a decision of the person's. What was proven otherwise is void.
#[tauri::command]
pub(super) async fn decide_otherwise(
    desk: State<'_, Desk>,
    setup: String,
    decision: DecisionView,
) -> Result<SetupView, Fault> {
    let id = id(&setup)?;
    let decision = match decision {
        DecisionView::Answer { question, answer } => answered(&question, &answer).ok_or(Fault::Internal)?,
        DecisionView::SignsIn { mailbox } => Decision::SignsIn(Mailbox::parse(&mailbox).map_err(refused)?),
        DecisionView::AsVincula => Decision::AsVincula,
    };
    desk.drop_run(&id).await;
    let setup = decide(&desk.setups, &desk.clock, &id, decision)?;
    view::setup(&desk, &setup).await
}

/// The answer to a question, by their names.
fn answered(question: &str, answer: &str) -> Option<Decision> {
    Some(match question {
        "account" => Decision::Account(named(&ACCOUNTS, answer)?),
        "owner" => Decision::Owner(named(&OWNERS, answer)?),
        "audience" => Decision::Audience(named(&AUDIENCES, answer)?),
        "cloud" => Decision::Cloud(named(&CloudId::ALL, answer)?),
        _ => return None,
    })
}

fn named<T: Copy + Serialize>(answers: &[T], name: &str) -> Option<T> {
    answers.iter().copied().find(|answer| view::name(answer) == name)
}

fn refused(refusal: vincula_core::value::Refusal) -> Fault {
    Fault::ValuesRefused {
        refused: vec![(
            ValueKind::Mailbox.as_str().to_owned(),
            refusal.as_str().to_owned(),
        )],
    }
}
