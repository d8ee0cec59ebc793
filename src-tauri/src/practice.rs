//! Practice: the built-in lab in place of Microsoft.

use crate::wire::PracticeView;
use vincula_lab::{Lab, LabConfig, LabError};

/// The lab of this session, with a sample company in it.
pub(crate) struct PracticeLab {
    /// Runs while this lives.
    pub(crate) lab: Lab,
    /// What to enter while practising.
    pub(crate) view: PracticeView,
}

/// An ERP address of the sample company. `.example` belongs to nobody (RFC 2606), so that nothing is ever
/// reached by it.
const ERP_ADDRESS: &str = "ferreteriasoler.example";

impl PracticeLab {
    pub(crate) async fn start() -> Result<Self, LabError> {
        let lab = Lab::start(LabConfig::default()).await?;
        let sample = lab.world().seed_practice();
        let portal = lab
            .base_url()
            .join("practice")
            .map_or_else(|_| String::new(), String::from);
        let view = PracticeView {
            erp_address: ERP_ADDRESS.to_owned(),
            mailbox: sample.work_user,
            portal,
        };
        Ok(Self { lab, view })
    }
}
