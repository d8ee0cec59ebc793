//! Renewing a secret: same application, new value, test, hand-over.
//!
//! The order is the promise. The old secret stays the setup's own, and usable, until Microsoft has accepted a mail sent
//! with the new one; only then is it replaced, and only then is the person told that the old one can be removed. The
//! key of the new secret is in the setup's file before the secret is in the keyring, so that every end of the program
//! leaves something that can be gone on with, and nothing that nobody knows of.

use crate::edit::GiveFault;
use crate::ports::{Clock, SecretFault, SecretStore, SetupFault, SetupStore};
use crate::run::{Run, keep_verification};
use vincula_core::health::can_renew;
use vincula_core::setup::{Renewal, RenewalStage, Setup, SetupId};
use vincula_core::value::ClientSecret;

/// Why a renewal could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RenewalFault {
    /// There is nothing to renew: the setup never worked, or has no application.
    #[error("this setup never worked, so that its secret cannot be renewed")]
    NothingToRenew,
    /// The setup could not be read or kept.
    #[error(transparent)]
    Setup(#[from] SetupFault),
    /// The keyring refuses.
    #[error(transparent)]
    Secret(#[from] SecretFault),
}

/// Begins to renew the secret, or goes on where it was left.
///
/// # Errors
/// Where there is nothing to renew, or the setup could not be kept.
pub fn begin_renewal(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    id: &SetupId,
) -> Result<Setup, RenewalFault> {
    let setup = setups.load(id)?;
    if !can_renew(&setup) {
        return Err(RenewalFault::NothingToRenew);
    }
    if setup.open_renewal().is_some() {
        return Ok(setup);
    }
    let fresh = new_id()?;
    let now = clock.now();
    Ok(setups.update(id, &mut |setup| {
        // One that is over but for its end keeps its key: what may still lie under it is replaced, not left behind.
        let key = setup
            .renewal
            .take()
            .map_or_else(|| fresh.clone(), |over| over.key);
        setup.renewal = Some(Renewal {
            key,
            since: now,
            old_ends: setup.secret_ends,
            stage: RenewalStage::Asks,
        });
        setup.updated_at = now;
    })?)
}

/// Takes the new secret, or another one in its place. Nothing that the setup has is touched.
pub(crate) async fn give_renewed(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    setup: &Setup,
    raw: &str,
) -> Result<Setup, GiveFault> {
    let secret = ClientSecret::parse(raw)?;
    secrets.save(setup.secret_in_hand(), secret).await?;
    let now = clock.now();
    Ok(setups.update(&setup.id, &mut |setup| {
        if let Some(renewal) = &mut setup.renewal {
            renewal.stage = RenewalStage::Proves {
                given: now,
                ends: None,
            };
        }
        setup.updated_at = now;
    })?)
}

/// Ends a stage of a run: what it showed is kept with the setup. Where it proved a new secret, that secret is the
/// setup's own from now on and the run goes on with it; where a new secret failed, the setup is as it was, because its
/// own secret was not asked about.
///
/// # Errors
/// Where the keyring or the disk refuses; the run and the renewal are then where they were.
pub async fn note_run(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    run: &mut Run,
) -> Result<Setup, RenewalFault> {
    let id = run.setup().id.clone();
    let now = clock.now();
    let verification = run.verification(now);
    if !run.proves_renewal() {
        return Ok(keep_verification(setups, clock, run)?);
    }
    let setup = setups.load(&id)?;
    let key = setup.secret_in_hand().clone();
    // Given up or begun anew meanwhile: what was proven belongs to nobody.
    if !verification.proven || !run.proves(&key) {
        return Ok(setup);
    }
    let Some((secret, _)) = secrets.load(&key).await? else {
        return Ok(setup);
    };
    secrets.save(&id, secret).await?;
    let setup = setups.update(&id, &mut |setup| {
        setup.renewed();
        setup.verified(verification.clone());
        setup.updated_at = now;
    })?;
    // Left behind, it would go with the end of the renewal.
    let _kept_for_later = secrets.delete(&key).await;
    run.go_on_with(setup.clone());
    Ok(setup)
}

/// The ERP has the new secret.
///
/// # Errors
/// Where the setup could not be kept.
pub fn renewal_handed_over(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    id: &SetupId,
) -> Result<Setup, SetupFault> {
    setups.update(id, &mut |setup| {
        if let Some(renewal) = &mut setup.renewal
            && renewal.stage == RenewalStage::HandOver
        {
            renewal.stage = RenewalStage::RemoveOld;
            setup.updated_at = clock.now();
        }
    })
}

/// Ends a renewal whose new secret is the setup's own. One that is still open stays.
///
/// # Errors
/// Where the keyring or the disk refuses.
pub async fn finish_renewal(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    id: &SetupId,
) -> Result<Setup, RenewalFault> {
    let setup = setups.load(id)?;
    match &setup.renewal {
        Some(renewal) if !renewal.stage.is_open() => close(setups, secrets, clock, &setup, renewal).await,
        _ => Ok(setup),
    }
}

/// Gives a renewal up: the new secret is forgotten, the old one is the setup's own as before. Once the new one is the
/// setup's own there is nothing to go back to, and this only ends it.
///
/// # Errors
/// Where the keyring or the disk refuses.
pub async fn cancel_renewal(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    id: &SetupId,
) -> Result<Setup, RenewalFault> {
    let setup = setups.load(id)?;
    match &setup.renewal {
        Some(renewal) => close(setups, secrets, clock, &setup, renewal).await,
        None => Ok(setup),
    }
}

/// The secret first: a renewal without a secret can be seen and ended again, a secret without a renewal could not.
async fn close(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    setup: &Setup,
    renewal: &Renewal,
) -> Result<Setup, RenewalFault> {
    secrets.delete(&renewal.key).await?;
    Ok(setups.update(&setup.id, &mut |setup| {
        setup.renewal = None;
        setup.updated_at = clock.now();
    })?)
}

/// A random name, which nothing else has.
pub(crate) fn new_id() -> Result<SetupId, SetupFault> {
    SetupId::parse(&uuid::Uuid::new_v4().to_string()).map_err(|_| SetupFault::Damaged)
}
