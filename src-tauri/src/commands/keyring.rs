//! The keyring: waiting for it, trying it again, and forgetting everything.

use super::setups::id;
use crate::desk::Desk;
use crate::view;
use crate::wire::{Fault, ForgottenView, SetupView};
use tauri::State;
use tauri::ipc::Channel;
use vincula_assistant::{SecretPlace, SetupStore as _, forget_everything as forget};

/// Tells the page when the keyring keeps a call waiting, and when it does no more.
#[tauri::command(async)]
pub(super) fn hear_keyring(desk: State<'_, Desk>, waits: Channel<bool>) {
    desk.keyring.heard_by(waits);
}

/// The person does not want to wait for the keyring.
#[tauri::command(async)]
pub(super) fn give_up_keyring(desk: State<'_, Desk>) {
    desk.keyring.give_up();
}

/// Asks the keyring again: for the secret, or to keep the one that is in memory because it was refused.
#[tauri::command]
pub(super) async fn try_keyring(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    if let Some((secret, SecretPlace::InsteadOfKeyring(_))) = desk.secrets.load(&setup.id).await? {
        desk.secrets.save(&setup.id, secret).await?;
    }
    view::setup(&desk, &setup).await
}

/// Deletes every setup, every secret of ours and what the person chose, and says what is left.
#[tauri::command]
pub(super) async fn forget_everything(desk: State<'_, Desk>) -> Result<ForgottenView, Fault> {
    desk.forget_runs().await;
    let forgotten = forget(desk.data(), &*desk.secrets).await;
    desk.forget_choices();
    Ok(view::forgotten(&forgotten))
}
