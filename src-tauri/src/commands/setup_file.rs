//! A setup goes to another machine as a file, and comes from one. One command opens every file of Vincula's: a person
//! has a file and one button.

use super::errand::kept;
use super::setups::id;
use crate::desk::{Desk, locked};
use crate::view;
use crate::wire::{Fault, KeptSealed, OpenedView, SetupView};
use tauri::State;
use vincula_assistant::{
    Opened, SealFault, SetupFileFault, export, export_sealed, import, open_file as open, unseal,
};
use vincula_core::setup_file::NotASetupFile;
use zeroize::Zeroizing;

/// Keeps a setup without its secret in a file, and says where it is.
#[tauri::command]
pub(super) async fn keep_setup_file(desk: State<'_, Desk>, setup: String) -> Result<String, Fault> {
    let (file, text) = export(&desk.setups, &id(&setup)?)?;
    kept(file.file_name("json"), text).await
}

/// Keeps a setup with its secret in a sealed file; its passphrase is shown once and kept nowhere.
#[tauri::command]
pub(super) async fn keep_sealed_setup(desk: State<'_, Desk>, setup: String) -> Result<KeptSealed, Fault> {
    let (file, sealed, passphrase) = export_sealed(&desk.setups, &*desk.secrets, &id(&setup)?).await?;
    Ok(KeptSealed {
        path: kept(file.file_name("age.txt"), sealed).await?,
        passphrase: passphrase.expose().to_owned(),
    })
}

/// Opens a file of Vincula's. A request begins its setup; of a setup nothing is kept before the person decides.
#[tauri::command]
pub(super) async fn open_file(desk: State<'_, Desk>, text: String) -> Result<OpenedView, Fault> {
    let opened = open(&desk.setups, &desk.clock, &text)?;
    show(&desk, opened).await
}

/// Opens what is sealed with the passphrase that was told. Sealed, it may pass through the page.
#[tauri::command]
pub(super) async fn unseal_file(
    desk: State<'_, Desk>,
    text: String,
    passphrase: String,
) -> Result<OpenedView, Fault> {
    let passphrase = Zeroizing::new(passphrase);
    let opened = unseal(&desk.setups, &*desk.secrets, &desk.clock, &text, &passphrase).await?;
    show(&desk, opened).await
}

/// Keeps the setup that was opened last: the person has seen what it says.
#[tauri::command]
pub(super) async fn import_setup(desk: State<'_, Desk>) -> Result<SetupView, Fault> {
    let opened = locked(&desk.import).take().ok_or(Fault::NotNow)?;
    let setup = import(&desk.setups, &*desk.secrets, &desk.clock, opened).await?;
    view::setup(&desk, &setup).await
}

/// Forgets what was opened, its secret too: the person does not want it.
#[tauri::command(async)]
pub(super) fn forget_import(desk: State<'_, Desk>) {
    *locked(&desk.import) = None;
}

async fn show(desk: &Desk, opened: Opened) -> Result<OpenedView, Fault> {
    Ok(match opened {
        Opened::Sealed => OpenedView::Sealed,
        Opened::Import(import) => {
            let view = Box::new(view::import(&import));
            // Held here until the person decides: a secret in it never reaches the page.
            *locked(&desk.import) = Some(*import);
            OpenedView::Import { import: view }
        }
        Opened::Answered(setup) => {
            desk.drop_run(&setup.id).await;
            let setup = Box::new(view::setup(desk, &setup).await?);
            OpenedView::Setup { setup }
        }
        Opened::Request(setup) => {
            let setup = Box::new(view::setup(desk, &setup).await?);
            OpenedView::Setup { setup }
        }
    })
}

impl From<SetupFileFault> for Fault {
    fn from(fault: SetupFileFault) -> Self {
        match fault {
            SetupFileFault::NotASetupFile(fault) => fault.into(),
            SetupFileFault::NotAPassphrase(_) | SetupFileFault::Seal(SealFault::WrongPassphrase) => {
                Self::WrongPassphrase
            }
            SetupFileFault::Seal(SealFault::Missing) => Self::NotOurs,
            SetupFileFault::Seal(SealFault::Damaged | SealFault::TooMuchWork) => Self::FileDamaged,
            SetupFileFault::Seal(SealFault::Unsealed) => Self::Internal,
            SetupFileFault::NoSecret => Self::NoSecretToExport,
            SetupFileFault::Answer => Self::AnswerOfAnother,
            SetupFileFault::Errand(fault) => fault.into(),
            SetupFileFault::Setup(fault) => fault.into(),
            SetupFileFault::Secret(fault) => fault.into(),
        }
    }
}

impl From<NotASetupFile> for Fault {
    fn from(fault: NotASetupFile) -> Self {
        match fault {
            NotASetupFile::NotOurs | NotASetupFile::TooLarge => Self::NotOurs,
            NotASetupFile::Damaged => Self::FileDamaged,
            NotASetupFile::TooNew => Self::FileTooNew,
            NotASetupFile::UnknownField { name } => Self::FileNotUnderstood { name },
            NotASetupFile::SecretInTheOpen => Self::SecretInTheOpen,
            NotASetupFile::UnknownGuide { guide } => Self::UnknownGuide { guide },
            NotASetupFile::Refused { what, .. } => Self::FileValueRefused {
                what: what.as_str().to_owned(),
            },
        }
    }
}
