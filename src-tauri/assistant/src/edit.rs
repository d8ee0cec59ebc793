//! Beginning a setup, and giving it its values.

use crate::ports::{Clock, SecretFault, SecretPlace, SecretStore, SetupFault, SetupStore, try_update};
use crate::renewal::{give_renewed, new_id};
use vincula_core::guide::{self, Guide};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::value::{
    ClientId, ClientSecret, ErpAddress, Mailbox, Refusal, SecretShape, TenantId, ValueKind,
};

/// Why a value was not taken. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum GiveFault {
    /// It is not such a value.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// It could not be kept.
    #[error(transparent)]
    Setup(#[from] SetupFault),
    /// The secret could not be kept.
    #[error(transparent)]
    Secret(#[from] SecretFault),
}

/// What may be told of a secret that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Where it is kept.
    pub place: SecretPlace,
    /// Its length in characters.
    pub length: usize,
    /// Its shape.
    pub shape: SecretShape,
}

impl Held {
    /// What may be told of this secret.
    #[must_use]
    pub fn of(secret: &ClientSecret, place: SecretPlace) -> Self {
        Self {
            place,
            length: secret.length(),
            shape: secret.shape(),
        }
    }
}

/// Begins a setup and keeps it, with a Client ID where one came before the setup did, as with a vendor's link.
///
/// # Errors
/// Where the address gives no redirect URI that Entra would take, or the setup could not be kept.
pub fn new_setup(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    guide: &Guide,
    erp_address: ErpAddress,
    mailbox: Mailbox,
    client_id: Option<ClientId>,
) -> Result<Setup, GiveFault> {
    let mut setup = begin(clock, guide, erp_address, mailbox)?;
    setup.client_id = client_id;
    Ok(setups.save(&setup)?)
}

/// A setup that is kept nowhere yet.
pub(crate) fn begin(
    clock: &dyn Clock,
    guide: &Guide,
    erp_address: ErpAddress,
    mailbox: Mailbox,
) -> Result<Setup, GiveFault> {
    guide.registration.redirect_uri.for_erp(&erp_address)?;
    Ok(Setup::new(
        new_id()?,
        &guide.id,
        erp_address,
        mailbox,
        clock.now(),
    ))
}

/// Gives a setup one value, as pasted or typed, and keeps it. A new value makes the last proof void; a secret that is
/// given while the old one is being renewed does not: it is the new one, and waits for its own proof.
///
/// # Errors
/// Where it is refused or could not be kept; the setup is then as it was.
pub async fn give(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    id: &SetupId,
    kind: ValueKind,
    raw: &str,
) -> Result<Setup, GiveFault> {
    if kind == ValueKind::ClientSecret {
        // A secret without a setup could not be found again.
        let setup = setups.load(id)?;
        if setup.open_renewal().is_some() {
            return give_renewed(setups, secrets, clock, &setup, raw).await;
        }
        secrets.save(id, ClientSecret::parse(raw)?).await?;
    }
    let now = clock.now();
    try_update(setups, id, |setup| {
        match kind {
            ValueKind::ErpAddress => {
                let address = ErpAddress::parse(raw)?;
                if let Some(guide) = guide::find(&setup.guide) {
                    guide.registration.redirect_uri.for_erp(&address)?;
                }
                setup.erp_address = address;
            }
            ValueKind::Mailbox => setup.mailbox = Mailbox::parse(raw)?,
            ValueKind::ClientId => setup.client_id = Some(ClientId::parse(raw)?),
            ValueKind::TenantId => setup.tenant_id = Some(TenantId::parse(raw)?),
            ValueKind::ClientSecret => {
                setup.given.client_secret = Some(now);
                // It was the end of the one before.
                setup.secret_ends = None;
            }
            // It follows from the guide and the ERP's address; nobody gives it.
            ValueKind::RedirectUri => return Err(Refusal::NotAnAddress.into()),
        }
        setup.unprove();
        setup.updated_at = now;
        Ok(())
    })
}
