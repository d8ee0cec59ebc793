//! «¿Te ha salido un error? Pégalo aquí.»

use super::setups::id;
use crate::desk::{Desk, guide_of};
use crate::view;
use crate::wire::{Fault, ProblemView};
use tauri::State;
use vincula_assistant::SetupStore as _;
use vincula_core::explain::{Context, explain};
use vincula_core::problem::Circumstances;

/// Says what an error on the clipboard means. What was secret in it is never given back.
#[tauri::command]
pub(super) async fn explain_pasted(desk: State<'_, Desk>, setup: String) -> Result<ProblemView, Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    let raw = desk.clipboard.read().await?;
    let context = Context {
        place: None,
        known: Circumstances {
            account: Some(setup.mailbox.account_kind()),
            client_id: setup.client_id.clone(),
            tenant_id: setup.tenant_id.clone(),
            redirect_uri: view::redirect_uri(&setup).ok(),
            ..Circumstances::default()
        },
    };
    Ok(view::problem(&explain(&raw, &context).problem, guide_of(&setup)?))
}
