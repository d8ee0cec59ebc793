//! «No tengo permisos»: somebody else does the registration, here or elsewhere.

use super::setups::id;
use crate::clipboard::History;
use crate::desk::{Desk, guide_of};
use crate::view;
use crate::wire::{Fault, SetupView};
use tauri::State;
use vincula_assistant::{
    ErrandFault, SetupStore as _, accept, answer, ask, it_message as message_for_it, stop_waiting,
    take_answer,
};
use vincula_core::errand::{NotAnErrand, Request};
use vincula_core::text::text;
use zeroize::Zeroizing;

/// A message for the company's IT, ready to send, with the request that their own Vincula understands.
#[tauri::command(async)]
pub(super) fn it_message(desk: State<'_, Desk>, setup: &str) -> Result<String, Fault> {
    message(&desk, setup)
}

/// Copies the message; from then on the setup waits.
#[tauri::command]
pub(super) async fn copy_it_message(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let message = message(&desk, &setup)?;
    desk.clipboard
        .write(Zeroizing::new(message), History::Keep)
        .await?;
    waits(&desk, &setup).await
}

/// The person goes on alone.
#[tauri::command]
pub(super) async fn go_on_alone(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let setup = stop_waiting(&desk.setups, &id(&setup)?)?;
    view::setup(&desk, &setup).await
}

/// Reads somebody's request from the clipboard and begins a setup for it.
#[tauri::command]
pub(super) async fn paste_request(desk: State<'_, Desk>) -> Result<SetupView, Fault> {
    let raw = desk.clipboard.read().await?;
    let setup = accept(&desk.setups, &desk.clock, &raw)?;
    view::setup(&desk, &setup).await
}

/// Copies the sealed answer and gives its passphrase, which is shown once and kept nowhere.
#[tauri::command]
pub(super) async fn copy_answer(desk: State<'_, Desk>, setup: String) -> Result<String, Fault> {
    let (sealed, passphrase) = answer(&desk.setups, &*desk.secrets, &id(&setup)?).await?;
    desk.clipboard
        .write(Zeroizing::new(sealed), History::LeaveOut)
        .await?;
    Ok(passphrase.expose().to_owned())
}

/// Reads the sealed answer from the clipboard and opens it with what was told.
#[tauri::command]
pub(super) async fn paste_answer(
    desk: State<'_, Desk>,
    setup: String,
    passphrase: String,
) -> Result<SetupView, Fault> {
    let passphrase = Zeroizing::new(passphrase);
    let sealed = desk.clipboard.read().await?;
    let id = id(&setup)?;
    let setup = take_answer(
        &desk.setups,
        &*desk.secrets,
        &desk.clock,
        &id,
        &sealed,
        &passphrase,
    )
    .await?;
    desk.drop_run(&id).await;
    view::setup(&desk, &setup).await
}

fn message(desk: &Desk, setup: &str) -> Result<String, Fault> {
    let setup = desk.setups.load(&id(setup)?)?;
    let redirect = view::redirect_uri(&setup)?;
    let message = message_for_it(guide_of(&setup)?, &setup, &redirect, desk.language());
    let request = text(desk.language(), "it-message-request", &[]);
    Ok(format!("{message}\n\n{request}\n\n{}\n", Request::of(&setup)))
}

async fn waits(desk: &Desk, setup: &str) -> Result<SetupView, Fault> {
    let id = id(setup)?;
    ask(&desk.setups, &desk.clock, &id)?;
    view::setup(desk, &desk.setups.load(&id)?).await
}

impl From<ErrandFault> for Fault {
    fn from(fault: ErrandFault) -> Self {
        match fault {
            ErrandFault::NotAnErrand(NotAnErrand::Missing) => Self::ErrandMissing,
            ErrandFault::NotAnErrand(NotAnErrand::Damaged) => Self::ErrandDamaged,
            ErrandFault::NotAnErrand(NotAnErrand::TooNew | NotAnErrand::UnknownGuide) => Self::GuideNotFound,
            ErrandFault::NotAPassphrase(_) | ErrandFault::WrongPassphrase => Self::WrongPassphrase,
            ErrandFault::AnotherRequest => Self::AnotherRequest,
            ErrandFault::NotReady => Self::NothingToAnswer,
            ErrandFault::Unsealed => Self::Internal,
            ErrandFault::Setup(fault) => fault.into(),
            ErrandFault::Secret(fault) => fault.into(),
        }
    }
}
