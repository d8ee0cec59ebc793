//! One person asks, another does the registration, and the values come back. See `vincula_core::errand`.
//!
//! The secret leaves a machine only inside a sealed answer ([`crate::seal`]), and enters one only through [`take_answer`],
//! which checks everything before it changes anything.

use crate::edit::{GiveFault, begin};
use crate::ports::{Clock, SecretFault, SecretStore, SetupFault, SetupStore, try_update};
use crate::seal::{self, SealFault};
use vincula_core::errand::{Answer, NotAPassphrase, NotAnErrand, Passphrase, Request};
use vincula_core::guide::{self, StepKind};
use vincula_core::setup::{Helper, Setup, SetupId, Waiting};

/// Why an errand could not be done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ErrandFault {
    /// The text holds no request or answer that can be used.
    #[error(transparent)]
    NotAnErrand(#[from] NotAnErrand),
    /// What was given as passphrase cannot be one.
    #[error(transparent)]
    NotAPassphrase(#[from] NotAPassphrase),
    /// The passphrase does not open this answer.
    #[error("this passphrase does not open this answer")]
    WrongPassphrase,
    /// The answer belongs to another setup.
    #[error("this answer belongs to another request")]
    AnotherRequest,
    /// Nobody asked for this setup, or the Client ID or the secret is still missing.
    #[error("there is nothing to answer with yet: the Client ID or the secret is missing")]
    NotReady,
    /// The machine gives no random bytes, or the answer could not be sealed.
    #[error("the answer could not be sealed on this machine")]
    Unsealed,
    /// A setup could not be read or kept.
    #[error(transparent)]
    Setup(#[from] SetupFault),
    /// The keyring.
    #[error(transparent)]
    Secret(#[from] SecretFault),
}

impl ErrandFault {
    /// Whether the machine is in the way: its disk, its keyring or its random source.
    #[must_use]
    pub fn is_of_the_machine(&self) -> bool {
        matches!(self, Self::Setup(_) | Self::Secret(_) | Self::Unsealed)
    }
}

impl From<SealFault> for ErrandFault {
    fn from(fault: SealFault) -> Self {
        match fault {
            SealFault::Missing => Self::NotAnErrand(NotAnErrand::Missing),
            SealFault::Damaged | SealFault::TooMuchWork => Self::NotAnErrand(NotAnErrand::Damaged),
            SealFault::WrongPassphrase => Self::WrongPassphrase,
            SealFault::Unsealed => Self::Unsealed,
        }
    }
}

impl From<GiveFault> for ErrandFault {
    fn from(fault: GiveFault) -> Self {
        match fault {
            GiveFault::Refused(_) => Self::NotAnErrand(NotAnErrand::Damaged),
            GiveFault::Setup(fault) => Self::Setup(fault),
            GiveFault::Secret(fault) => Self::Secret(fault),
        }
    }
}

/// Makes the request of a setup, which waits from now on, for this person where they were named.
///
/// # Errors
/// Where the setup could not be read or kept.
pub fn ask(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    id: &SetupId,
    who: Option<Helper>,
) -> Result<Request, ErrandFault> {
    let (since, mut who) = (clock.now(), who);
    let setup = setups.update(id, &mut |setup| {
        let waiting = setup.waiting.get_or_insert(Waiting { since, who: None });
        waiting.who = who.take().or(waiting.who.take());
    })?;
    Ok(Request::of(&setup))
}

/// The person goes on alone.
///
/// # Errors
/// Where the setup could not be read or kept.
pub fn stop_waiting(setups: &dyn SetupStore, id: &SetupId) -> Result<Setup, ErrandFault> {
    Ok(setups.update(id, &mut |setup| setup.waiting = None)?)
}

/// Begins a setup for somebody else's request; the one begun before, where it was accepted already.
///
/// # Errors
/// Where the text holds no request, or the setup could not be kept.
pub fn accept(setups: &dyn SetupStore, clock: &dyn Clock, text: &str) -> Result<Setup, ErrandFault> {
    let request = Request::parse(text)?;
    let known = setups.list()?.into_iter();
    let mut known = known.filter(|setup| setup.asked_by.as_ref() == Some(&request.setup));
    if let Some(setup) = known.next() {
        return Ok(setup);
    }
    let guide = guide::find(&request.guide).ok_or(NotAnErrand::UnknownGuide)?;
    let mut setup = begin(clock, guide, request.erp_address, request.mailbox)?;
    setup.cloud = request.cloud;
    setup.asked_by = Some(request.setup);
    Ok(setups.save(&setup)?)
}

/// Seals the answer to the request that a setup was begun for. The passphrase is made here and kept nowhere.
///
/// # Errors
/// Where the setup answers no request, a value is missing, or the keyring cannot be read.
pub async fn answer(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    id: &SetupId,
) -> Result<(String, Passphrase), ErrandFault> {
    let setup = setups.load(id)?;
    let (Some(asked_by), Some(client_id)) = (setup.asked_by, setup.client_id) else {
        return Err(ErrandFault::NotReady);
    };
    let (secret, _) = secrets.load(id).await?.ok_or(ErrandFault::NotReady)?;
    let answer = Answer {
        setup: asked_by,
        erp_address: setup.erp_address,
        mailbox: setup.mailbox,
        client_id,
        tenant_id: setup.tenant_id,
        secret_ends: setup.secret_ends,
        secret,
    };
    let written = answer.write()?;
    Ok(seal::seal(written).await?)
}

/// Takes the answer to a setup's request: the values are kept and the registration counts as done.
///
/// # Errors
/// Where the answer cannot be opened or belongs elsewhere; nothing is changed then.
pub async fn take_answer(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    id: &SetupId,
    sealed: &str,
    passphrase: &str,
) -> Result<Setup, ErrandFault> {
    let passphrase = Passphrase::parse(passphrase)?;
    let opened = seal::open(sealed, &passphrase).await?;
    let answer = Answer::parse(&opened)?;
    let now = clock.now();
    let enter = |setup: &mut Setup| {
        // Asked again with other details, an older answer would prove something else.
        let belongs = answer.setup == setup.id
            && answer.mailbox == setup.mailbox
            && answer.erp_address == setup.erp_address;
        if !belongs {
            return Err(ErrandFault::AnotherRequest);
        }
        let guide = guide::find(&setup.guide).ok_or(NotAnErrand::UnknownGuide)?;
        setup.client_id = Some(answer.client_id.clone());
        setup.tenant_id = answer.tenant_id.clone().or(setup.tenant_id.take());
        setup.secret_ends = answer.secret_ends;
        for step in guide.steps.iter().filter(|step| step.kind == StepKind::Portal) {
            setup.mark_done(&step.id);
        }
        setup.waiting = None;
        setup.unprove();
        setup.updated_at = now;
        Ok(())
    };
    enter(&mut setups.load(id)?)?;
    // The secret first: where it cannot be kept, nothing changes. Where the setup cannot, the secret is put back.
    // What a keyring does not give, nobody could put back.
    let replaced = secrets.load(id).await.ok().flatten();
    secrets.save(id, answer.secret).await?;
    let taken = try_update(setups, id, enter);
    if taken.is_err() {
        match replaced {
            Some((secret, _)) => secrets.save(id, secret).await.map(|_| ())?,
            None => secrets.delete(id).await?,
        }
    }
    taken
}
