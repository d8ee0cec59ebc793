//! Who has to be told today that a secret ends, once for each threshold.

use super::{SecretLife, Warning};
use crate::setup::Setup;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the person was told last about the end of a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// The last day that it was about: another secret is another matter.
    pub ends: Date,
    /// How near it was.
    pub warning: Warning,
}

/// What the person has to be told today and was not told yet. Whoever was away for two thresholds is told once, of
/// the nearer one.
#[must_use]
pub fn due(setup: &Setup, today: Date) -> Option<Reminded> {
    // A new secret is on its way, or the setup is out of the way: nobody has to be told.
    if setup.archived_at.is_some() || setup.renewal.is_some() {
        return None;
    }
    let (ends, warning) = match SecretLife::on(setup.secret_ends, today) {
        SecretLife::Ends { ends, warning, .. } => (ends, warning),
        SecretLife::Ended { ends, .. } => (ends, Warning::Ended),
        SecretLife::Unknown | SecretLife::Lasts { .. } => return None,
    };
    let was_told = setup
        .reminded
        .is_some_and(|told| told.ends == ends && told.warning >= warning);
    (!was_told).then_some(Reminded { ends, warning })
}
