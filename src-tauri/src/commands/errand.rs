//! «No tengo permisos»: somebody else does the registration, here or elsewhere.

use super::setups::id;
use crate::clipboard::History;
use crate::desk::{Desk, guide_of};
use crate::links;
use crate::view;
use crate::wire::{Fault, KeptRequest, KeptSealed, SetupView};
use tauri::State;
use vincula_assistant::{
    ErrandFault, SetupStore as _, accept, answer, ask, it_message as message_for_it, keep_file, stop_waiting,
    take_answer,
};
use vincula_core::errand::{NotAnErrand, Request};
use vincula_core::setup::Helper;
use vincula_core::text::text;
use vincula_core::value::Mailbox;
use zeroize::Zeroizing;

/// Windows passes on no longer address.
/// Source: <https://support.microsoft.com/topic/maximum-url-length-is-2-083-characters-in-internet-explorer-174e7c8a-6666-f4e0-6fd6-908b53c12246>
const LONGEST_MAIL_ADDRESS: usize = 2_000;

/// A message for the company's IT, ready to send, with the request that their own Vincula understands.
#[tauri::command(async)]
pub(super) fn it_message(desk: State<'_, Desk>, setup: &str) -> Result<String, Fault> {
    message(&desk, setup)
}

/// Copies the message; from then on the setup waits, for this person where they were named.
#[tauri::command]
pub(super) async fn copy_it_message(
    desk: State<'_, Desk>,
    setup: String,
    who: String,
) -> Result<SetupView, Fault> {
    let message = message(&desk, &setup)?;
    desk.clipboard
        .write(Zeroizing::new(message), History::Keep)
        .await?;
    waits(&desk, &setup, &who).await
}

/// Opens a new mail with the message in the person's own mail program. The message is on the clipboard too: a long
/// one does not fit into the address that opens a mail.
#[tauri::command]
pub(super) async fn mail_it_message(
    desk: State<'_, Desk>,
    setup: String,
    who: String,
) -> Result<SetupView, Fault> {
    let message = message(&desk, &setup)?;
    let address = mail_to(&desk, &who, &message);
    desk.clipboard
        .write(Zeroizing::new(message), History::Keep)
        .await?;
    blocking(move || links::open_mail(&address)).await?;
    waits(&desk, &setup, &who).await
}

/// Keeps the request in a file and says where it is; from then on the setup waits.
#[tauri::command]
pub(super) async fn keep_request(
    desk: State<'_, Desk>,
    setup: String,
    who: String,
) -> Result<KeptRequest, Fault> {
    let message = message(&desk, &setup)?;
    let path = kept("vincula.txt", message).await?;
    let setup = Box::new(waits(&desk, &setup, &who).await?);
    Ok(KeptRequest { setup, path })
}

/// The person goes on alone.
#[tauri::command]
pub(super) async fn go_on_alone(desk: State<'_, Desk>, setup: String) -> Result<SetupView, Fault> {
    let setup = stop_waiting(&desk.setups, &id(&setup)?)?;
    view::setup(&desk, &setup).await
}

/// Reads somebody's request from the clipboard and begins a setup for it.
#[tauri::command]
pub(super) async fn paste_request(desk: State<'_, Desk>) -> Result<SetupView, Fault> {
    let raw = desk.clipboard.read().await?;
    let setup = accept(&desk.setups, &desk.clock, &raw)?;
    view::setup(&desk, &setup).await
}

/// Copies the sealed answer and gives its passphrase, which is shown once and kept nowhere.
#[tauri::command]
pub(super) async fn copy_answer(desk: State<'_, Desk>, setup: String) -> Result<String, Fault> {
    let (sealed, passphrase) = answer(&desk.setups, &*desk.secrets, &id(&setup)?).await?;
    desk.clipboard
        .write(Zeroizing::new(sealed), History::LeaveOut)
        .await?;
    Ok(passphrase.expose().to_owned())
}

/// Keeps the sealed answer in a file; its passphrase is shown once and kept nowhere.
#[tauri::command]
pub(super) async fn keep_answer(desk: State<'_, Desk>, setup: String) -> Result<KeptSealed, Fault> {
    let (sealed, passphrase) = answer(&desk.setups, &*desk.secrets, &id(&setup)?).await?;
    Ok(KeptSealed {
        path: kept("vincula.age.txt", sealed).await?,
        passphrase: passphrase.expose().to_owned(),
    })
}

/// Reads the sealed answer from the clipboard and opens it with what was told.
#[tauri::command]
pub(super) async fn paste_answer(
    desk: State<'_, Desk>,
    setup: String,
    passphrase: String,
) -> Result<SetupView, Fault> {
    let passphrase = Zeroizing::new(passphrase);
    let sealed = desk.clipboard.read().await?;
    take(&desk, &setup, &sealed, &passphrase).await
}

/// Opens the sealed answer in a file that the person opened. Sealed, it may pass through the page.
#[tauri::command]
pub(super) async fn open_answer(
    desk: State<'_, Desk>,
    setup: String,
    text: String,
    passphrase: String,
) -> Result<SetupView, Fault> {
    take(&desk, &setup, &text, &Zeroizing::new(passphrase)).await
}

async fn take(desk: &Desk, setup: &str, sealed: &str, passphrase: &str) -> Result<SetupView, Fault> {
    let id = id(setup)?;
    let setup = take_answer(&desk.setups, &*desk.secrets, &desk.clock, &id, sealed, passphrase).await?;
    desk.drop_run(&id).await;
    view::setup(desk, &setup).await
}

fn message(desk: &Desk, setup: &str) -> Result<String, Fault> {
    let setup = desk.setups.load(&id(setup)?)?;
    let redirect = view::redirect_uri(&setup)?;
    let microsoft = desk.microsoft(&setup)?;
    let message = message_for_it(
        guide_of(&setup)?,
        &setup,
        &redirect,
        microsoft.cloud(),
        desk.language(),
    );
    // Whoever approves the vendor's application has nothing to register, and nothing to send back.
    if guide_of(&setup)?.registration.vendor().is_some() {
        return Ok(message);
    }
    let request = text(desk.language(), "it-message-request", &[]);
    Ok(format!("{message}\n\n{request}\n\n{}\n", Request::of(&setup)))
}

/// The address that opens a new mail (RFC 6068).
fn mail_to(desk: &Desk, who: &str, message: &str) -> String {
    let say = |id| text(desk.language(), id, &[]);
    let to = Mailbox::parse(who).map(String::from).unwrap_or_default();
    let write = |body: &str| {
        let escape = |text: &str| -> String {
            url::form_urlencoded::byte_serialize(text.replace('\n', "\r\n").as_bytes())
                .collect::<String>()
                .replace('+', "%20")
        };
        format!(
            "mailto:{to}?subject={}&body={}",
            escape(&say("it-message-subject")),
            escape(body)
        )
    };
    let whole = write(message);
    if whole.len() <= LONGEST_MAIL_ADDRESS {
        whole
    } else {
        write(&say("it-mail-paste"))
    }
}

async fn waits(desk: &Desk, setup: &str, who: &str) -> Result<SetupView, Fault> {
    let id = id(setup)?;
    ask(&desk.setups, &desk.clock, &id, Helper::parse(who))?;
    view::setup(desk, &desk.setups.load(&id)?).await
}

/// Keeps a text in a file of this name in the person's folder for downloads.
pub(super) async fn kept(name: impl Into<String>, text: String) -> Result<String, Fault> {
    let name = name.into();
    let path = blocking(move || keep_file(&name, &text).map_err(|_| Fault::FileNotKept)).await?;
    Ok(path.display().to_string())
}

/// Disks and other programs may take their time.
async fn blocking<T: Send + 'static>(
    act: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(act)
        .await
        .map_err(|_| Fault::Internal)?
}

impl From<ErrandFault> for Fault {
    fn from(fault: ErrandFault) -> Self {
        match fault {
            ErrandFault::NotAnErrand(NotAnErrand::Missing) => Self::ErrandMissing,
            ErrandFault::NotAnErrand(NotAnErrand::Damaged) => Self::ErrandDamaged,
            ErrandFault::NotAnErrand(NotAnErrand::TooNew | NotAnErrand::UnknownGuide) => Self::GuideNotFound,
            ErrandFault::NotAPassphrase(_) | ErrandFault::WrongPassphrase => Self::WrongPassphrase,
            ErrandFault::AnotherRequest => Self::AnotherRequest,
            ErrandFault::NotReady => Self::NothingToAnswer,
            ErrandFault::Unsealed => Self::Internal,
            ErrandFault::Setup(fault) => fault.into(),
            ErrandFault::Secret(fault) => fault.into(),
        }
    }
}
