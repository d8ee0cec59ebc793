//! The script is what the guide says, in every shell and language, and no value breaks out of its quotes.

mod names;
mod permissions;
mod quoting;
mod scripts;

use super::{ScriptFault, Shell, Values, write};
use crate::guide::Guide;
use crate::text::Language;
use crate::value::RedirectUri;

const SHELLS: [Shell; 2] = [Shell::Bash, Shell::PowerShell];

fn guide() -> &'static Guide {
    crate::guide::find("cloud-gestion").unwrap()
}

fn redirect() -> RedirectUri {
    RedirectUri::parse("https://soler.cloudgestion1.app/includes/ventas/mail/Microsoft/oauth_callback.php")
        .unwrap()
}

fn script(shell: Shell, language: Language) -> String {
    let redirect = redirect();
    write(
        guide(),
        &Values::of(guide(), &redirect, language),
        shell,
        language,
    )
    .unwrap()
}

fn named(name: &str, shell: Shell) -> Result<String, ScriptFault> {
    let redirect = redirect();
    let values = Values {
        app_name: name,
        ..Values::of(guide(), &redirect, Language::Es)
    };
    write(guide(), &values, shell, Language::Es)
}
