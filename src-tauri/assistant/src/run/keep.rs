//! What a run proved is kept with its setup.

use super::Run;
use crate::ports::{Clock, SetupFault, SetupStore};
use vincula_core::setup::Setup;

/// Keeps what a run has proven so far. The setup may have moved on since the run began: to another step, which is no
/// matter, or to another value, by another program. Then the run proves something else, and nothing is kept.
///
/// # Errors
/// Where the setup could not be read or kept.
pub fn keep_verification(setups: &dyn SetupStore, clock: &dyn Clock, run: &Run) -> Result<Setup, SetupFault> {
    let now = clock.now();
    setups.update(&run.setup().id, &mut |setup| {
        if has_the_same_values(setup, run.setup()) {
            setup.verified(run.verification(now));
            setup.updated_at = now;
        }
    })
}

pub(crate) fn has_the_same_values(one: &Setup, other: &Setup) -> bool {
    one.erp_address == other.erp_address
        && one.mailbox == other.mailbox
        && one.cloud == other.cloud
        && one.tenant_id == other.tenant_id
        && one.client_id == other.client_id
        && one.chosen == other.chosen
        && one.given.client_secret == other.given.client_secret
}
