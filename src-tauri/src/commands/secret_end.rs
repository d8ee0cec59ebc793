//! The day on which a secret ends, and the reminder of it.

use super::errand::kept;
use super::setups::id;
use crate::desk::{Desk, guide_of};
use crate::view;
use crate::wire::{Fault, SecretEndView, SetupView};
use tauri::State;
use vincula_assistant::{Clock as _, OFFERED, SecretEnd, SetupStore as _, note_secret_end, reminder};

/// Notes when the secret ends.
#[tauri::command]
pub(super) async fn set_secret_end(
    desk: State<'_, Desk>,
    setup: String,
    end: SecretEndView,
) -> Result<SetupView, Fault> {
    let end = match end {
        SecretEndView::AfterDays { days } if OFFERED.contains(&days) => SecretEnd::AfterDays(days),
        SecretEndView::AfterDays { .. } => return Err(Fault::NoSecretEnd),
        SecretEndView::On { day } => SecretEnd::On(day.parse().map_err(|_| Fault::NoSecretEnd)?),
    };
    let setup = note_secret_end(&desk.setups, &desk.clock, &id(&setup)?, end)?;
    view::setup(&desk, &setup).await
}

/// Keeps the reminders as a calendar file and says where it is.
#[tauri::command]
pub(super) async fn keep_reminder(desk: State<'_, Desk>, setup: String) -> Result<String, Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    let guide = guide_of(&setup)?;
    let file = reminder(&setup, guide, desk.language(), desk.clock.now()).ok_or(Fault::NoSecretEnd)?;
    kept("vincula.ics", file).await
}
