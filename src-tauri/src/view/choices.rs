//! What was decided for the person, as the page shows it.

use super::name;
use crate::wire::{ChoicesView, QuestionView};
use serde::Serialize;
use vincula_core::choices::{Account, Choice, Choices, Owner, Snag};
use vincula_core::cloud::CloudId;
use vincula_core::guide::{Audience, Guide};
use vincula_core::setup::Setup;

pub(crate) const ACCOUNTS: [Account; 2] = [Account::Work, Account::Personal];
pub(crate) const OWNERS: [Owner; 2] = [Owner::Own, Owner::Shared];
pub(crate) const AUDIENCES: [Audience; 4] = [
    Audience::MultiTenantAndPersonal,
    Audience::MultiTenant,
    Audience::SingleTenant,
    Audience::PersonalOnly,
];

pub(crate) fn choices(setup: &Setup, guide: &Guide) -> ChoicesView {
    let choices = Choices::of(setup, guide);
    let snags = choices.snags(setup, guide);
    let is_shared = choices.owner.taken == Owner::Shared;
    ChoicesView {
        questions: vec![
            question("account", &choices.account, &ACCOUNTS),
            question("owner", &choices.owner, &OWNERS),
            question("audience", &choices.audience, &AUDIENCES),
            question("cloud", &choices.cloud, &CloudId::ALL),
        ],
        signs_in: setup.chosen.signs_in.as_ref().map(ToString::to_string),
        asks_signs_in: is_shared && !snags.contains(&Snag::SharedNeedsOwnSignIn),
        snags: snags.iter().map(name).collect(),
    }
}

fn question<T: Serialize>(question: &str, choice: &Choice<T>, answers: &[T]) -> QuestionView {
    QuestionView {
        question: question.to_owned(),
        taken: name(&choice.taken),
        why: name(&choice.why),
        answers: answers.iter().map(name).collect(),
    }
}
