//! Values in and out: paste, type, copy. A secret comes in by the clipboard and goes out by it; the page sees
//! its length.

use super::setups::id;
use crate::clipboard::History;
use crate::desk::Desk;
use crate::view;
use crate::wire::{Fault, PastedDetail, Verdict};
use jiff::civil::Date;
use tauri::State;
use vincula_assistant::{GiveFault, SecretEnd, SetupStore as _, give, note_secret_end};
use vincula_core::recognise::{Kind, Values, recognise};
use vincula_core::setup::SetupId;
use vincula_core::value::{ClientId, ClientSecret, Refusal, SecretShape, TenantId, ValueKind};
use zeroize::Zeroizing;

/// The longest text that the page may hand over to be copied, in characters: the details of a problem.
const LONGEST_TEXT: usize = 4_000;

/// Reads a value of the first page from the clipboard, before there is a setup.
#[tauri::command]
pub(super) async fn paste_detail(desk: State<'_, Desk>, kind: ValueKind) -> Result<PastedDetail, Fault> {
    let raw = desk.clipboard.read().await?;
    let other = match kind {
        ValueKind::ErpAddress => ValueKind::Mailbox,
        ValueKind::Mailbox => ValueKind::ErpAddress,
        _ => return Err(Fault::NotNow),
    };
    Ok(match detail(&raw, kind) {
        // A mail from the ERP's support or the ERP's own page, copied whole, holds both.
        Ok(text) => PastedDetail::Accepted {
            text,
            other: detail(&raw, other).ok(),
        },
        Err(reason) => PastedDetail::Refused {
            reason: reason.as_str().to_owned(),
        },
    })
}

/// A value of the first page in a text.
fn detail(raw: &str, kind: ValueKind) -> Result<String, Refusal> {
    let found = recognise(raw, Some(kind));
    let text = match kind {
        ValueKind::ErpAddress => found.values.erp_address.map(String::from),
        _ => found.values.mailbox.map(String::from),
    };
    text.ok_or(found.refusal.unwrap_or(Refusal::NotRecognised))
}

/// Reads a value of a setup from the clipboard.
#[tauri::command]
pub(super) async fn paste_value(
    desk: State<'_, Desk>,
    setup: String,
    kind: ValueKind,
) -> Result<Verdict, Fault> {
    let raw = desk.clipboard.read().await?;
    let mut verdict = take(&desk, &id(&setup)?, kind, &raw).await?;
    if let Verdict::Accepted {
        also,
        clipboard_cleared,
        ..
    } = &mut verdict
    {
        let secret = ValueKind::ClientSecret;
        if kind == secret || also.iter().any(|name| name == secret.as_str()) {
            *clipboard_cleared = desk.clipboard.clear_if_still(raw).await;
        }
    }
    Ok(verdict)
}

/// Whether the clipboard holds what the page asks for, for the page to offer it. Nothing of the text is given away or
/// kept; a secret is offered only where it has today's shape, since anything else may be anything.
#[tauri::command]
pub(super) async fn peek_clipboard(desk: State<'_, Desk>, kind: ValueKind) -> Result<bool, Fault> {
    let raw = match desk.clipboard.read().await {
        Ok(raw) => raw,
        Err(Fault::ClipboardEmpty) => return Ok(false),
        Err(fault) => return Err(fault),
    };
    let found = recognise(&raw, Some(kind));
    let is_usual = |secret: &ClientSecret| secret.shape() == SecretShape::Current;
    Ok(found.accepted()
        && (kind != ValueKind::ClientSecret || found.values.secret.as_ref().is_some_and(is_usual)))
}

/// Takes a value that was typed, where the clipboard cannot be read.
#[tauri::command]
pub(super) async fn enter_value(
    desk: State<'_, Desk>,
    setup: String,
    kind: ValueKind,
    text: String,
) -> Result<Verdict, Fault> {
    take(&desk, &id(&setup)?, kind, &Zeroizing::new(text)).await
}

/// Takes the wanted value out of a text, and what came with it.
async fn take(desk: &Desk, id: &SetupId, kind: ValueKind, raw: &str) -> Result<Verdict, Fault> {
    let found = recognise(raw, Some(kind));
    if let Some(refusal) = found.refusal {
        return Ok(refused(refusal, raw));
    }
    let is_block = found.kind == Kind::RegistrationBlock;
    let ends = found.values.expires.as_deref().and_then(day);
    let values = texts(found.values);
    let is_renewal = desk.setups.load(id)?.open_renewal().is_some();
    let belongs = |other: ValueKind| match kind {
        _ if other == kind => true,
        // The application stays: a block of another one would change what the ERP has.
        ValueKind::ClientSecret if is_renewal => false,
        _ if is_block => true,
        // The two stand side by side in the portal: who copies the page means both.
        ValueKind::ClientId | ValueKind::TenantId => {
            matches!(other, ValueKind::ClientId | ValueKind::TenantId)
        }
        _ => false,
    };
    let mut last = None;
    let mut also = Vec::new();
    let mut is_cleaned = false;
    for (other, text) in values.into_iter().filter(|(other, _)| belongs(*other)) {
        match give(&desk.setups, &*desk.secrets, &desk.clock, id, other, &text).await {
            Ok(setup) => last = Some(setup),
            Err(GiveFault::Refused(refusal)) => return Ok(refused(refusal, raw)),
            Err(GiveFault::Setup(fault)) => return Err(fault.into()),
            Err(GiveFault::Secret(fault)) => return Err(fault.into()),
        }
        if other == kind {
            is_cleaned = text.len() != raw.len();
        } else {
            also.push(other.as_str().to_owned());
        }
    }
    let Some(setup) = last else {
        return Ok(refused(Refusal::NotRecognised, raw));
    };
    let setup = match ends {
        Some(day) if is_block => note_secret_end(&desk.setups, &desk.clock, id, SecretEnd::On(day))?,
        _ => setup,
    };
    desk.drop_run(id).await;
    Ok(Verdict::Accepted {
        setup: Box::new(view::setup(desk, &setup).await?),
        cleaned: is_cleaned && also.is_empty(),
        also,
        clipboard_cleared: false,
    })
}

/// The day in what the registration script prints, which may go on with a time.
fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// The values that a setup can be given. The secret comes first: where it cannot be kept, nothing else changes.
fn texts(values: Values) -> Vec<(ValueKind, Zeroizing<String>)> {
    let secret = values.secret.as_ref().map(|secret| secret.expose().to_owned());
    let all = [
        (ValueKind::ClientSecret, secret),
        (ValueKind::ClientId, values.client_id.map(String::from)),
        (ValueKind::TenantId, values.tenant_id.map(String::from)),
        (ValueKind::Mailbox, values.mailbox.map(String::from)),
        (ValueKind::ErpAddress, values.erp_address.map(String::from)),
    ];
    all.into_iter()
        .filter_map(|(kind, text)| Some((kind, Zeroizing::new(text?))))
        .collect()
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
