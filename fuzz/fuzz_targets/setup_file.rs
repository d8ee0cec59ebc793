//! Any text as a setup file, plain or opened: what is taken of it can be written down and read back the same, and a
//! plain file never holds a secret.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vincula_core::file_kind::FileKind;
use vincula_core::setup_file::{MOST, NotASetupFile, PortableSetup, WithSecret};

/// The beginning that most inputs would never hit upon.
const BEGUN: &str = "{\"vincula_setup\": 1, \"guide\": \"cloud-gestion\", \"erp_address\": \"a.example\", \
                     \"mailbox\": \"a@b.example\"";

fuzz_target!(|text: &str| {
    check(text);
    check(&format!("{BEGUN}, {text}}}"));
});

fn check(text: &str) {
    let plain = PortableSetup::parse(text);
    if let Ok(setup) = &plain {
        let written = setup.write().unwrap();
        assert!(written.len() <= MOST && !written.contains("client_secret"));
        assert_eq!(FileKind::of(&written), Some(FileKind::Setup));
        assert_eq!(PortableSetup::parse(&written).as_ref(), Ok(setup));
    }
    if let Err(NotASetupFile::UnknownField { name } | NotASetupFile::UnknownGuide { guide: name }) = &plain {
        assert!(name.len() <= 32 && name.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    if let Ok(whole) = WithSecret::parse(text) {
        assert_eq!(plain, Err(NotASetupFile::SecretInTheOpen));
        let back = WithSecret::parse(&whole.write().unwrap()).unwrap();
        assert_eq!(back.setup, whole.setup);
        assert_eq!(back.secret.expose(), whole.secret.expose());
    }
}
