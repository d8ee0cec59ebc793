//! The script is what the guide says, in every shell and language, and no value breaks out of its quotes.

mod names;
mod permissions;
mod quoting;
mod scripts;

use super::{ScriptFault, Shell, Values, write};
use crate::guide::Guide;
use crate::setup::{Setup, SetupId};
use crate::text::Language;
use crate::value::{ErpAddress, Mailbox, RedirectUri};

const SHELLS: [Shell; 2] = [Shell::Bash, Shell::PowerShell];

fn guide() -> &'static Guide {
    crate::guide::find("cloud-gestion").unwrap()
}

fn setup() -> Setup {
    Setup::new(
        SetupId::parse("0b1d1f9c-3c1f-4a52-9d65-0123456789ab").unwrap(),
        "cloud-gestion",
        ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
        Mailbox::parse("ventas@soler.example").unwrap(),
        "2026-11-24T10:00:00Z".parse().unwrap(),
    )
}

fn redirect() -> RedirectUri {
    RedirectUri::parse("https://soler.cloudgestion1.app/includes/ventas/mail/Microsoft/oauth_callback.php")
        .unwrap()
}

fn script(shell: Shell, language: Language) -> String {
    let (setup, redirect) = (setup(), redirect());
    write(&Values::of(&setup, guide(), &redirect, language), shell, language).unwrap()
}

fn named(name: &str, shell: Shell) -> Result<String, ScriptFault> {
    let (setup, redirect) = (setup(), redirect());
    let values = Values {
        app_name: name,
        ..Values::of(&setup, guide(), &redirect, Language::Es)
    };
    write(&values, shell, Language::Es)
}
