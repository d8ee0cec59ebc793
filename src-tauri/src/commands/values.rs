//! Values in and out: paste, type, copy. A secret comes in by the clipboard and goes out by it; the page sees
//! its length.

use super::setups::id;
use crate::clipboard::History;
use crate::desk::{Desk, guide_of};
use crate::view;
use crate::wire::{Fault, PastedDetail, Verdict};
use tauri::State;
use vincula_assistant::{GiveFault, SetupStore as _, give, it_message as message_for_it};
use vincula_core::setup::SetupId;
use vincula_core::value::{ClientId, ErpAddress, Mailbox, Refusal, TenantId, ValueKind};
use zeroize::Zeroizing;

/// The longest text that the page may hand over to be copied, in characters: the details of a problem.
const LONGEST_TEXT: usize = 4_000;

/// Reads a value of the first page from the clipboard, before there is a setup.
#[tauri::command]
pub(super) async fn paste_detail(desk: State<'_, Desk>, kind: ValueKind) -> Result<PastedDetail, Fault> {
    let raw = desk.clipboard.read().await?;
    let value = match kind {
        ValueKind::ErpAddress => ErpAddress::parse(&raw).map(String::from),
        ValueKind::Mailbox => Mailbox::parse(&raw).map(String::from),
        _ => return Err(Fault::NotNow),
    };
    Ok(match value {
        Ok(text) => PastedDetail::Accepted { text },
        Err(refusal) => PastedDetail::Refused {
            reason: refusal.as_str().to_owned(),
        },
    })
}

/// Reads a value of a setup from the clipboard.
#[tauri::command]
pub(super) async fn paste_value(
    desk: State<'_, Desk>,
    setup: String,
    kind: ValueKind,
) -> Result<Verdict, Fault> {
    let raw = desk.clipboard.read().await?;
    take(&desk, &id(&setup)?, kind, raw).await
}

/// Takes a value that was typed, where the clipboard cannot be read.
#[tauri::command]
pub(super) async fn enter_value(
    desk: State<'_, Desk>,
    setup: String,
    kind: ValueKind,
    text: String,
) -> Result<Verdict, Fault> {
    take(&desk, &id(&setup)?, kind, Zeroizing::new(text)).await
}

async fn take(desk: &Desk, id: &SetupId, kind: ValueKind, raw: Zeroizing<String>) -> Result<Verdict, Fault> {
    match give(&desk.setups, &*desk.secrets, &desk.clock, id, kind, &raw).await {
        Ok(setup) => {
            desk.drop_run(id).await;
            let view = view::setup(desk, &setup).await?;
            let kept = match kind {
                ValueKind::ClientId => view.client_id.as_ref().map(String::len),
                ValueKind::TenantId => view.tenant_id.as_ref().map(String::len),
                ValueKind::ClientSecret => view.secret.as_ref().map(|secret| secret.length as usize),
                _ => None,
            };
            Ok(Verdict::Accepted {
                setup: Box::new(view),
                cleaned: kept.is_some_and(|kept| kept != raw.len()),
            })
        }
        Err(GiveFault::Refused(refusal)) => Ok(refused(refusal, &raw)),
        Err(GiveFault::Setup(fault)) => Err(fault.into()),
        Err(GiveFault::Secret(fault)) => Err(fault.into()),
    }
}

fn refused(refusal: Refusal, raw: &str) -> Verdict {
    let length = u32::try_from(raw.trim().chars().count()).unwrap_or(u32::MAX);
    Verdict::Refused {
        reason: refusal.as_str().to_owned(),
        length,
    }
}

/// Copies a value of a setup; resolves once the clipboard really holds it.
#[tauri::command]
pub(super) async fn copy_value(desk: State<'_, Desk>, setup: String, kind: ValueKind) -> Result<(), Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    let text = |value: Option<&str>| {
        value
            .map(|value| Zeroizing::new(value.to_owned()))
            .ok_or(Fault::NothingToCopy)
    };
    let (value, history) = match kind {
        ValueKind::ErpAddress => (text(Some(setup.erp_address.authority()))?, History::Keep),
        ValueKind::Mailbox => (text(Some(setup.mailbox.as_str()))?, History::Keep),
        ValueKind::ClientId => (
            text(setup.client_id.as_ref().map(ClientId::as_str))?,
            History::Keep,
        ),
        ValueKind::TenantId => (
            text(setup.tenant_id.as_ref().map(TenantId::as_str))?,
            History::Keep,
        ),
        ValueKind::RedirectUri => (text(Some(view::redirect_uri(&setup)?.as_str()))?, History::Keep),
        ValueKind::ClientSecret => {
            let secret = desk.secrets.load(&setup.id).await?.ok_or(Fault::NothingToCopy)?.0;
            (text(Some(secret.expose()))?, History::LeaveOut)
        }
    };
    desk.clipboard.write(value, history).await
}

/// Copies a text that the page shows, such as a word to type in the portal. Never a secret: the page has none.
#[tauri::command]
pub(super) async fn copy_text(desk: State<'_, Desk>, text: String) -> Result<(), Fault> {
    if text.is_empty() || text.chars().count() > LONGEST_TEXT {
        return Err(Fault::NothingToCopy);
    }
    desk.clipboard.write(Zeroizing::new(text), History::Keep).await
}

/// A message for the company's IT, ready to send.
#[tauri::command(async)]
pub(super) fn it_message(desk: State<'_, Desk>, setup: &str) -> Result<String, Fault> {
    let setup = desk.setups.load(&id(setup)?)?;
    Ok(message_for_it(
        guide_of(&setup)?,
        &setup,
        &view::redirect_uri(&setup)?,
        desk.language(),
    ))
}

/// Copies the message for the company's IT.
#[tauri::command]
pub(super) async fn copy_it_message(desk: State<'_, Desk>, setup: String) -> Result<(), Fault> {
    let message = it_message(desk.clone(), &setup)?;
    desk.clipboard.write(Zeroizing::new(message), History::Keep).await
}
