//! What crosses the border between Rust and the page: every type that a command takes or gives.
//!
//! `ui/src/ipc/types/` is generated from these types by a test and committed. Identifiers here are names
//! (`client_secret`, `secret_wrong`); the page looks their sentences up in the same Fluent files as Rust.
//! Nothing here can hold a client secret, a code or a token: a secret crosses only as [`SecretView`].

mod app;
mod choices;
mod errand;
mod fault;
mod files;
mod forgotten;
mod guide;
mod health;
mod look;
mod prove;
mod script;
mod setup;

pub use app::{AppView, PracticeView, ProposalView, WindowShape};
pub use choices::{ChoicesView, DecisionView, QuestionView};
pub use errand::{ImportView, KeptRequest, KeptSealed, OpenedView};
pub use fault::Fault;
pub use files::{EndingView, FilesView, MishapView, NewerView, UnreadView};
pub use forgotten::{ForgottenView, LeftView};
pub use guide::{
    AccessView, CalloutView, GuideOrigin, GuideQuestionView, GuideView, HandOverFieldView, ImageView,
    RegisteredBy, RetiredView, SceneView, StepView, SupportView, SymptomView, TextView,
};
pub use health::{HealthView, LastRunView, RenewalView};
pub use look::{ColoursView, LettersView, LookView, MotionView};
pub use prove::{
    AccountView, ApprovalView, ArrivalAnswer, CheckView, EvidenceView, NextAction, OutcomeView, ProblemView,
    ProveEvent, RemedyView, ReportView, SignInEvent, WayView,
};
pub use script::ScriptShell;
pub use setup::{PastedDetail, SecretEndView, SecretPlace, SecretView, SetupSummary, SetupView, Verdict};
