//! The fast path of an administrator: the registration as a script for Azure Cloud Shell, and one paste back.

use super::setups::id;
use crate::clipboard::History;
use crate::desk::{Desk, guide_of};
use crate::links;
use crate::view;
use crate::wire::{Fault, ScriptShell, SetupView};
use tauri::State;
use url::Url;
use vincula_assistant::{Clock as _, SetupStore as _, try_update};
use vincula_core::guide::StepKind;
use vincula_core::registration_script::{Shell, Values, write};
use zeroize::Zeroizing;

/// Source: <https://learn.microsoft.com/azure/cloud-shell/overview>
const CLOUD_SHELL: &str = "https://shell.azure.com/";

/// Copies the script that registers what a setup needs. It holds no secret: Azure makes that when it runs.
#[tauri::command]
pub(super) async fn copy_script(
    desk: State<'_, Desk>,
    setup: String,
    shell: ScriptShell,
) -> Result<(), Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    let guide = guide_of(&setup)?;
    let redirect_uri = view::redirect_uri(&setup)?;
    let language = desk.language();
    let values = Values::of(&setup, guide, &redirect_uri, language);
    let shell = match shell {
        ScriptShell::Bash => Shell::Bash,
        ScriptShell::Powershell => Shell::PowerShell,
    };
    let script = write(&values, shell, language).map_err(|_| Fault::NothingToCopy)?;
    desk.clipboard.write(Zeroizing::new(script), History::Keep).await
}

/// Opens Azure Cloud Shell in the person's browser. A lab has none.
#[tauri::command(async)]
pub(super) fn open_cloud_shell(desk: State<'_, Desk>) -> Result<(), Fault> {
    if desk.is_lab() {
        return Err(Fault::NotNow);
    }
    let page = Url::parse(CLOUD_SHELL).map_err(|_| Fault::BrowserUnavailable)?;
    links::open_https(&page)
}

/// Notes that all that is done in the portal is done: the script did it, and its values are here.
#[tauri::command]
pub(super) async fn portal_steps_done(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let id = id(&setup)?;
    if desk.secrets.load(&id).await?.is_none() {
        return Err(Fault::NotNow);
    }
    let setup = try_update(&desk.setups, &id, |setup| {
        if setup.client_id.is_none() {
            return Err(Fault::NotNow);
        }
        let steps = &guide_of(setup)?.steps;
        for step in steps.iter().filter(|step| step.kind == StepKind::Portal) {
            setup.mark_done(&step.id);
        }
        setup.updated_at = desk.clock.now();
        Ok(())
    })?;
    view::setup(&desk, &setup).await
}
