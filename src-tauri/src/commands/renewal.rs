//! Renewing a secret: begin, give up, handed over, over. The new value itself comes in as every secret does.

use super::setups::id;
use crate::desk::Desk;
use crate::view;
use crate::wire::{Fault, SetupView};
use tauri::State;

/// Begins to renew the secret, or goes on where it was left.
#[tauri::command]
pub(super) async fn begin_renewal(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let id = id(&setup)?;
    desk.drop_run(&id).await;
    let setup = vincula_assistant::begin_renewal(&desk.setups, &desk.clock, &id)?;
    view::setup(&desk, &setup).await
}

/// Gives the renewal up: the old secret stays.
#[tauri::command]
pub(super) async fn cancel_renewal(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let id = id(&setup)?;
    desk.drop_run(&id).await;
    let setup = vincula_assistant::cancel_renewal(&desk.setups, &*desk.secrets, &desk.clock, &id).await?;
    view::setup(&desk, &setup).await
}

/// The ERP has the new secret.
#[tauri::command]
pub(super) async fn renewal_handed_over(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let setup = vincula_assistant::renewal_handed_over(&desk.setups, &desk.clock, &id(&setup)?)?;
    view::setup(&desk, &setup).await
}

/// The old secret is gone, or the person leaves it: the renewal is over.
#[tauri::command]
pub(super) async fn finish_renewal(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let id = id(&setup)?;
    let setup = vincula_assistant::finish_renewal(&desk.setups, &*desk.secrets, &desk.clock, &id).await?;
    view::setup(&desk, &setup).await
}
