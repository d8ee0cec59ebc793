//! A new secret in the place of the old one: same application, new value, tested, handed over.
//!
//! The new secret is kept under a key of its own until it is proven. Until then the setup's own secret, which the ERP
//! uses, is not touched: whoever stops half-way has lost nothing.

use super::{Setup, SetupId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A renewal that has begun and is not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// Under which key the new secret is kept until it is proven. It is noted before anything is kept there, so that
    /// no secret is ever left behind without a name.
    pub key: SetupId,
    /// When it began.
    pub since: Timestamp,
    /// The last day of the secret that is replaced: in the portal the two stand in one list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_ends: Option<Date>,
    /// How far it has come.
    #[serde(flatten)]
    pub stage: RenewalStage,
}

/// How far a renewal has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum RenewalStage {
    /// There is no new secret yet.
    Asks,
    /// The new secret is there and not proven.
    Proves {
        /// When it was given.
        given: Timestamp,
        /// Its last day, where that was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends: Option<Date>,
    },
    /// The new secret works and is the setup's own; the ERP still has the old one.
    HandOver,
    /// The ERP has the new secret: the old one can be removed in the portal.
    RemoveOld,
}

impl RenewalStage {
    /// Whether the setup's own secret is still the old one.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Asks | Self::Proves { .. })
    }

    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::Proves { .. } => "proves",
            Self::HandOver => "hand_over",
            Self::RemoveOld => "remove_old",
        }
    }
}

impl Setup {
    /// The renewal, while the setup's own secret is still the old one.
    #[must_use]
    pub fn open_renewal(&self) -> Option<&Renewal> {
        self.renewal.as_ref().filter(|renewal| renewal.stage.is_open())
    }

    /// Under which key the secret is kept that the person works on: the new one while it is being renewed, else the
    /// setup's own.
    #[must_use]
    pub fn secret_in_hand(&self) -> &SetupId {
        self.open_renewal().map_or(&self.id, |renewal| &renewal.key)
    }

    /// The last day of the secret in hand.
    #[must_use]
    pub fn end_in_hand(&self) -> Option<Date> {
        match self.open_renewal().map(|renewal| renewal.stage) {
            Some(RenewalStage::Proves { ends, .. }) => ends,
            Some(_) => None,
            None => self.secret_ends,
        }
    }

    /// Notes the last day of the secret in hand, as far as there is one.
    pub fn note_end_in_hand(&mut self, day: Date) {
        match self.renewal.as_mut().map(|renewal| &mut renewal.stage) {
            Some(RenewalStage::Proves { ends, .. }) => *ends = Some(day),
            Some(RenewalStage::Asks) => {}
            _ => self.secret_ends = Some(day),
        }
    }

    /// Every key under which a secret of this setup may be kept. Whoever deletes the setup forgets them all; whoever
    /// looks for secrets without a setup counts them in.
    pub fn secret_keys(&self) -> impl Iterator<Item = &SetupId> {
        std::iter::once(&self.id).chain(self.renewal.as_ref().map(|renewal| &renewal.key))
    }

    /// The new secret is proven and is the setup's own from now on.
    pub fn renewed(&mut self) {
        if let Some(renewal) = &mut self.renewal
            && let RenewalStage::Proves { given, ends } = renewal.stage
        {
            renewal.stage = RenewalStage::HandOver;
            self.given.client_secret = Some(given);
            self.secret_ends = ends;
        }
    }
}
