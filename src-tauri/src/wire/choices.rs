//! What was decided for the person, and what they decide otherwise.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was decided for a setup (`choice-<question>-<taken>`), each with its reason (`why-<why>`).
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ChoicesView {
    /// Each decision, in the order in which they are asked.
    pub questions: Vec<QuestionView>,
    /// Which account sends as the shared mailbox, where that was said.
    pub signs_in: Option<String>,
    /// Whether it has to be said.
    pub asks_signs_in: bool,
    /// What cannot work as it is decided (`snag-<name>`), the most important first.
    pub snags: Vec<String>,
}

/// One decision.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct QuestionView {
    /// `account`, `owner`, `audience` or `cloud`.
    pub question: String,
    /// What was decided.
    pub taken: String,
    /// Why.
    pub why: String,
    /// What may be chosen.
    pub answers: Vec<String>,
}

/// What the person decides.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "decision", rename_all = "snake_case")]
#[ts(export)]
pub enum DecisionView {
    /// An answer to one of the questions, by its name.
    Answer {
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
    /// Which account sends as the shared mailbox.
    SignsIn {
        /// Its address.
        mailbox: String,
    },
    /// Everything as Vincula would decide it.
    AsVincula,
}
