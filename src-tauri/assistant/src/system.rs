//! The system's own clock, random source and language.

use crate::ports::Clock;
use jiff::Timestamp;
use vincula_core::sign_in::Entropy;
use vincula_core::text::Language;

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Random bytes of the operating system, for one sign-in.
///
/// # Errors
/// Where the operating system gives none; a sign-in without them would be unsafe and is not begun.
pub fn entropy() -> Result<Entropy, getrandom::Error> {
    let mut bytes = [0; 64];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// The language that the system asks for; Spanish where it asks for one that Vincula does not speak.
#[must_use]
pub fn system_language() -> Language {
    sys_locale::get_locale()
        .as_deref()
        .and_then(Language::from_code)
        .unwrap_or_default()
}
