//! A customer's case: a company in the lab with one registered application, an ERP, and a user's session.

use crate::{ErpHost, Road, Session, guides_application};
use std::time::Duration;
use vincula_lab::{Lab, LabConfig, NewSecret, Practice, RegisteredApplication};

/// The longest life of a secret that Entra's portal offers.
const TWO_YEARS: Duration = Duration::from_hours(730 * 24);

/// A customer's case, in which everything is right. A test changes what it is about.
pub struct Customer {
    /// The lab, with its sample company.
    pub lab: Lab,
    /// The road to the lab, which can be closed.
    pub road: Road,
    /// The names of the sample company.
    pub sample: Practice,
    /// The registered application.
    pub application: RegisteredApplication,
    /// Its secret.
    pub secret: NewSecret,
    /// The ERP's host, which nobody may call.
    pub erp: ErpHost,
    /// The user's session.
    pub session: Session,
}

impl Customer {
    /// A case in this session.
    ///
    /// # Panics
    /// Where the lab cannot be started.
    pub async fn in_session(session: Session) -> Self {
        // A test's own HTTP clients need one; the same provider a second time is no error.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let lab = Lab::start(LabConfig::default()).await.expect("the lab starts");
        let sample = lab.world().seed_practice();
        let erp = ErpHost::start();
        let application = guides_application(&sample.tenant_id, &redirect_uri(&erp));
        let application = lab.world().register_application(application);
        let secret = lab.world().add_secret(&application.client_id, "ERP", TWO_YEARS);
        let road = Road::to(lab.base_url().port().expect("the lab has a port"));
        Self {
            lab,
            road,
            sample,
            application,
            secret,
            erp,
            session,
        }
    }

    /// The address under which programs reach the lab: over the road.
    #[must_use]
    pub fn lab_address(&self) -> String {
        format!("http://localhost:{}/", self.road.port())
    }

    /// The redirect URI of the ERP.
    #[must_use]
    pub fn redirect_uri(&self) -> String {
        redirect_uri(&self.erp)
    }

    /// One more secret of the application.
    #[must_use]
    pub fn new_secret(&self) -> NewSecret {
        self.lab
            .world()
            .add_secret(&self.application.client_id, "ERP 2", TWO_YEARS)
    }
}

fn redirect_uri(erp: &ErpHost) -> String {
    format!(
        "https://{}/includes/ventas/mail/Microsoft/oauth_callback.php",
        erp.erp_address()
    )
}
