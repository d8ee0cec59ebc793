//! A setup comes in.

use super::SetupFileFault;
use crate::edit::begin;
use crate::errand::{accept, take_answer};
use crate::ports::{Clock, SecretStore, SetupFault, SetupStore};
use crate::seal;
use vincula_core::errand::{Answer, NotAnErrand, Passphrase};
use vincula_core::file_kind::FileKind;
use vincula_core::setup::Setup;
use vincula_core::setup_file::{MARK, NotASetupFile, PortableSetup, WithSecret};
use vincula_core::value::{ClientSecret, ValueKind};

/// A setup as its file says it. Nothing of it is kept yet.
#[derive(Debug)]
pub struct Import {
    setup: PortableSetup,
    secret: Option<ClientSecret>,
    known: Option<Setup>,
}

impl Import {
    fn of(
        setups: &dyn SetupStore,
        setup: PortableSetup,
        secret: Option<ClientSecret>,
    ) -> Result<Self, SetupFault> {
        let mut all = setups.list()?.into_iter();
        let known = all.find(|known| setup.is_same_as(known));
        Ok(Self { setup, secret, known })
    }

    /// What it says.
    #[must_use]
    pub fn setup(&self) -> &PortableSetup {
        &self.setup
    }

    /// Whether its secret came with it.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.secret.is_some()
    }

    /// The setup on this machine that is the same one, where there is one.
    #[must_use]
    pub fn known(&self) -> Option<&Setup> {
        self.known.as_ref()
    }
}

/// What a file turned out to be.
#[derive(Debug)]
pub enum Opened {
    /// Something sealed: it takes a passphrase, and [`unseal`].
    Sealed,
    /// A setup, about which the person decides.
    Import(Box<Import>),
    /// The setup for somebody's request: begun, or the one begun before.
    Request(Box<Setup>),
    /// The setup whose request was answered: its values are kept.
    Answered(Box<Setup>),
}

/// Opens whatever file of Vincula's a person has: a setup, somebody's request, or something sealed.
///
/// # Errors
/// Why it cannot be used; nothing is changed then.
pub fn open_file(setups: &dyn SetupStore, clock: &dyn Clock, text: &str) -> Result<Opened, SetupFileFault> {
    match FileKind::of(text) {
        Some(FileKind::Sealed) => Ok(Opened::Sealed),
        Some(FileKind::Request) => Ok(Opened::Request(Box::new(accept(setups, clock, text)?))),
        Some(FileKind::Setup) => {
            let setup = PortableSetup::parse(text)?;
            Ok(Opened::Import(Box::new(Import::of(setups, setup, None)?)))
        }
        None => Err(NotASetupFile::NotOurs.into()),
    }
}

/// Opens a sealed file: a setup with its secret, or the answer to the request of a setup on this machine, which is
/// taken.
///
/// # Errors
/// Why it cannot be used; nothing is changed then.
pub async fn unseal(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    text: &str,
    passphrase: &str,
) -> Result<Opened, SetupFileFault> {
    let opened = seal::open(text, &Passphrase::parse(passphrase)?).await?;
    if opened.contains(MARK) {
        let WithSecret { setup, secret } = WithSecret::parse(&opened)?;
        return Ok(Opened::Import(Box::new(Import::of(setups, setup, Some(secret))?)));
    }
    let asked = match Answer::parse(&opened) {
        Ok(answer) => answer.setup,
        Err(NotAnErrand::Missing) => return Err(NotASetupFile::NotOurs.into()),
        Err(fault) => return Err(fault.into()),
    };
    drop(opened);
    match take_answer(setups, secrets, clock, &asked, text, passphrase).await {
        Ok(setup) => Ok(Opened::Answered(Box::new(setup))),
        Err(crate::ErrandFault::Setup(SetupFault::NotFound)) => Err(SetupFileFault::Answer),
        Err(fault) => Err(fault.into()),
    }
}

/// Keeps a setup that came in a file, under a new id. What was proven elsewhere is not proven here.
///
/// # Errors
/// Where the keyring or the disk refuses; nothing is kept then.
pub async fn import(
    setups: &dyn SetupStore,
    secrets: &dyn SecretStore,
    clock: &dyn Clock,
    import: Import,
) -> Result<Setup, SetupFileFault> {
    let file = import.setup;
    let mut setup = begin(clock, file.guide, file.erp_address.clone(), file.mailbox.clone())?;
    let guide = file.guide;
    file.fill(&mut setup);
    if import.secret.is_none() {
        // Its step was done elsewhere, and has to be done here.
        let asks_secret = |id: &String| {
            let step = guide.step(id);
            step.is_some_and(|step| step.asks.contains(&ValueKind::ClientSecret))
        };
        setup.steps_done.retain(|id| !asks_secret(id));
    }
    // The secret first, so that no setup lacks what came with it. Where the setup cannot be kept, it goes again.
    let has_secret = import.secret.is_some();
    if let Some(secret) = import.secret {
        secrets.save(&setup.id, secret).await?;
    }
    if let Err(fault) = setups.save(&setup) {
        if has_secret {
            secrets.delete(&setup.id).await?;
        }
        return Err(fault.into());
    }
    Ok(setup)
}
