//! Any text as an address of our own scheme: what is taken of it can be written down and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vincula_core::deep_link::{DeepLink, SetupLink};

fuzz_target!(|text: &str| {
    // Whole, and as what stands behind the beginning that most inputs would never hit upon.
    check(text);
    check(&format!("app.vincula://setup?guide=cloud-gestion&{text}"));
    check(&format!("app.vincula://setup?guide=ev4&{text}"));
});

fn check(address: &str) {
    let Ok(DeepLink::Setup(link)) = DeepLink::parse(address) else {
        return;
    };
    for field in &link.refused {
        assert!(field.name.len() <= 32 && field.name.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    let taken = SetupLink {
        refused: Vec::new(),
        ..link
    };
    assert_eq!(DeepLink::parse(&taken.to_string()), Ok(DeepLink::Setup(taken)));
}
