//! Names that `az`, a terminal or a reader would take for something else are refused before any script exists.

use super::{SHELLS, ScriptFault, named};
use crate::registration_script::NameFault;

#[test]
fn a_name_that_could_be_read_as_something_else_is_refused_with_its_reason() {
    let long = "x".repeat(91);
    for (name, fault) in [
        ("", NameFault::Empty),
        ("  ", NameFault::Empty),
        (long.as_str(), NameFault::TooLong),
        ("ERP\nrm -rf ~", NameFault::Invisible),
        ("ERP\u{1b}[201~", NameFault::Invisible),
        ("ERP\u{202E}oerroC", NameFault::Invisible),
        ("Marta's ERP", NameFault::Apostrophe),
        ("--help", NameFault::OptionOrFile),
        ("@/etc/passwd", NameFault::OptionOrFile),
        ("x=@/etc/passwd", NameFault::OptionOrFile),
    ] {
        for shell in SHELLS {
            assert_eq!(named(name, shell), Err(ScriptFault::Name(fault)), "{name:?}");
        }
    }
}

#[test]
fn a_strange_name_that_az_takes_is_taken() {
    for name in [
        "ERP «Correo» 📧",
        "$(reboot) `reboot` \"; reboot; #",
        "O’Brien",
        "50 % \\",
        "a@b",
    ] {
        for shell in SHELLS {
            assert!(named(name, shell).is_ok(), "{name:?}");
        }
    }
}
