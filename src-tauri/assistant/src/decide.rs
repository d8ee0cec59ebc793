//! The person decides otherwise than Vincula would: see `vincula_core::choices`.

use crate::ports::{Clock, SetupFault, SetupStore};
use vincula_core::choices::{Account, Chosen, Owner};
use vincula_core::cloud::CloudId;
use vincula_core::guide::Audience;
use vincula_core::setup::{Setup, SetupId};
use vincula_core::value::Mailbox;

/// One decision of the person's.
#[derive(Clone, Debug)]
pub enum Decision {
    /// Whose account the mailbox is.
    Account(Account),
    /// Who opens the mailbox.
    Owner(Owner),
    /// Which account sends as the shared mailbox.
    SignsIn(Mailbox),
    /// Who may sign in to the application.
    Audience(Audience),
    /// In which of Microsoft's clouds the organisation is.
    Cloud(CloudId),
    /// Everything as Vincula would decide it.
    AsVincula,
}

/// Keeps a decision. One that changes something makes the last proof void.
///
/// # Errors
/// Where it could not be kept; the setup is then as it was.
pub fn decide(
    setups: &dyn SetupStore,
    clock: &dyn Clock,
    id: &SetupId,
    decision: Decision,
) -> Result<Setup, SetupFault> {
    let mut decision = Some(decision);
    setups.update(id, &mut |setup| {
        let before = (setup.chosen.clone(), setup.cloud);
        match decision.take() {
            Some(Decision::Account(account)) => setup.chosen.account = Some(account),
            Some(Decision::Owner(owner)) => setup.chosen.owner = Some(owner),
            Some(Decision::SignsIn(mailbox)) => setup.chosen.signs_in = Some(mailbox),
            Some(Decision::Audience(audience)) => setup.chosen.audience = Some(audience),
            Some(Decision::Cloud(cloud)) => setup.cloud = cloud,
            Some(Decision::AsVincula) => {
                setup.chosen = Chosen::default();
                setup.cloud = CloudId::default();
            }
            None => {}
        }
        if before != (setup.chosen.clone(), setup.cloud) {
            setup.unprove();
            setup.updated_at = clock.now();
        }
    })
}
