//! Setups: begin, open, go on, delete.

use crate::desk::{Desk, guide_of};
use crate::links;
use crate::view;
use crate::wire::{Fault, SetupSummary, SetupView};
use tauri::State;
use vincula_assistant::{Clock as _, SetupFault, SetupStore as _, new_setup, try_update};
use vincula_core::guide;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::value::{ClientId, ErpAddress, Mailbox, Refusal, ValueKind};

/// Begins a setup, with the Client ID that a link proposed, where one did.
#[tauri::command]
pub(super) async fn create_setup(
    desk: State<'_, Desk>,
    guide: String,
    erp_address: String,
    mailbox: String,
    client_id: Option<String>,
) -> Result<SetupView, Fault> {
    let guide = guide::find(&guide).ok_or(Fault::GuideNotFound)?;
    let (erp_address, mailbox) = details(&erp_address, &mailbox)?;
    let client_id = client_id.map(|id| ClientId::parse(&id)).transpose();
    let client_id = client_id.map_err(|why| refused(ValueKind::ClientId, why))?;
    let setup = new_setup(&desk.setups, &desk.clock, guide, erp_address, mailbox, client_id)
        .map_err(address_fault)?;
    view::setup(&desk, &setup).await
}

/// Changes the values of the first page. What was proven with the old ones is void.
#[tauri::command]
pub(super) async fn change_details(
    desk: State<'_, Desk>,
    setup: String,
    erp_address: String,
    mailbox: String,
) -> Result<SetupView, Fault> {
    let id = id(&setup)?;
    let (erp_address, mailbox) = details(&erp_address, &mailbox)?;
    let now = desk.clock.now();
    let change = |setup: &mut Setup| {
        let registration = &guide_of(setup)?.registration;
        registration
            .redirect_uri
            .for_erp(&erp_address)
            .map_err(|refusal| address_fault(refusal.into()))?;
        setup.erp_address = erp_address.clone();
        setup.mailbox = mailbox.clone();
        setup.unprove();
        setup.updated_at = now;
        Ok::<_, Fault>(())
    };
    change(&mut desk.setups.load(&id)?)?;
    desk.drop_run(&id).await;
    let setup = try_update(&desk.setups, &id, change)?;
    view::setup(&desk, &setup).await
}

/// One setup, to go on with.
#[tauri::command]
pub(super) async fn open_setup(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    // Whoever opens it wants to know how it is now: a keyring that refused before is asked again, and the view says
    // what it answered.
    let _told_by_the_view = desk.secrets.load(&setup.id).await;
    view::setup(&desk, &setup).await
}

/// The setups of this user.
#[tauri::command(async)]
pub(super) fn list_setups(desk: State<'_, Desk>) -> Result<Vec<SetupSummary>, Fault> {
    view::summaries(&desk)
}

/// Deletes a setup and every secret of it.
#[tauri::command]
pub(super) async fn delete_setup(desk: State<'_, Desk>, setup: String) -> Result<(), Fault> {
    let id = id(&setup)?;
    if let Err(fault @ SetupFault::TooNew) = desk.setups.load(&id) {
        return Err(fault.into());
    }
    desk.drop_run(&id).await;
    Ok(vincula_assistant::delete_setup(&desk.setups, &*desk.secrets, &id).await?)
}

/// Notes that a step is done.
#[tauri::command]
pub(super) async fn step_done(
    desk: State<'_, Desk>,
    setup: String,
    step: String,
) -> Result<SetupView, Fault> {
    let now = desk.clock.now();
    let setup = try_update(&desk.setups, &id(&setup)?, |setup| {
        known_step(setup, &step)?;
        let guide = guide_of(setup)?;
        if let Some(repair) = guide.repairs.iter().find(|repair| repair.id == step) {
            setup.go_on();
            if repair.gives.contains(&ValueKind::RedirectUri) {
                setup.redirect_saved(now);
            }
        } else {
            setup.mark_done(&step);
        }
        setup.updated_at = now;
        Ok::<_, Fault>(())
    })?;
    view::setup(&desk, &setup).await
}

/// Notes that the person went to a step, so that they find themselves there again.
#[tauri::command]
pub(super) async fn go_to_step(
    desk: State<'_, Desk>,
    setup: String,
    step: String,
) -> Result<SetupView, Fault> {
    let setup = try_update(&desk.setups, &id(&setup)?, |setup| {
        known_step(setup, &step)?;
        setup.current_step = Some(step.clone());
        setup.updated_at = desk.clock.now();
        Ok::<_, Fault>(())
    })?;
    view::setup(&desk, &setup).await
}

/// Opens a step's page of the portal in the person's browser.
#[tauri::command(async)]
pub(super) fn open_portal(desk: State<'_, Desk>, setup: &str, step: &str) -> Result<(), Fault> {
    let setup = desk.setups.load(&id(setup)?)?;
    let step = known_step(&setup, step)?;
    let page = step.portal.ok_or(Fault::NotNow)?;
    let microsoft = desk.microsoft(&setup)?;
    let cloud = microsoft.cloud();
    let address = guide::address(
        page,
        &cloud.portal,
        setup.client_id.as_ref().map(ClientId::as_str),
    );
    links::open_portal(cloud, &address)
}

/// Reads the id of a setup; what is not an id names no setup.
pub(super) fn id(text: &str) -> Result<SetupId, Fault> {
    SetupId::parse(text).map_err(|_| Fault::SetupNotFound)
}

fn known_step(setup: &Setup, step: &str) -> Result<&'static guide::Step, Fault> {
    guide_of(setup)?.step(step).ok_or(Fault::NotNow)
}

/// Both values of the first page, or every reason why not.
fn details(erp_address: &str, mailbox: &str) -> Result<(ErpAddress, Mailbox), Fault> {
    match (ErpAddress::parse(erp_address), Mailbox::parse(mailbox)) {
        (Ok(erp_address), Ok(mailbox)) => Ok((erp_address, mailbox)),
        (erp_address, mailbox) => {
            let reasons = [
                (ValueKind::ErpAddress, erp_address.err()),
                (ValueKind::Mailbox, mailbox.err()),
            ];
            let refused = reasons
                .into_iter()
                .filter_map(|(kind, refusal)| Some((kind.as_str().to_owned(), refusal?.as_str().to_owned())))
                .collect();
            Err(Fault::ValuesRefused { refused })
        }
    }
}

fn refused(what: ValueKind, why: Refusal) -> Fault {
    Fault::ValuesRefused {
        refused: vec![(what.as_str().to_owned(), why.as_str().to_owned())],
    }
}

fn address_fault(fault: vincula_assistant::GiveFault) -> Fault {
    match fault {
        vincula_assistant::GiveFault::Refused(why) => refused(ValueKind::ErpAddress, why),
        vincula_assistant::GiveFault::Setup(fault) => fault.into(),
        vincula_assistant::GiveFault::Secret(fault) => fault.into(),
    }
}
