//! What can be asked about a registration, against the lab.

use super::{REDIRECT, SECRET, client_id, microsoft, request, secret, tenant_id};
use crate::{Microsoft, Proof};
use std::time::Duration;
use vincula_core::problem::ProblemKind;
use vincula_core::value::{ClientId, Mailbox, TenantId};
use vincula_lab::{Audience, Lab, LabConfig, Practice, Redirect};
use vincula_testbed::guides_application;

const YEAR: Duration = Duration::from_hours(365 * 24);

/// A lab with one application in it.
pub(super) struct Stage {
    pub(super) lab: Lab,
    pub(super) microsoft: Microsoft,
    pub(super) practice: Practice,
    pub(super) client_id: ClientId,
    pub(super) secret: String,
}

impl Stage {
    pub(super) async fn set() -> Self {
        let lab = Lab::start(LabConfig::default()).await.unwrap();
        let practice = lab.world().seed_practice();
        let application = guides_application(&practice.tenant_id, REDIRECT);
        let application = lab.world().register_application(application);
        let client_id = ClientId::parse(&application.client_id).unwrap();
        let secret = lab.world().add_secret(client_id.as_str(), "ERP", YEAR).value;
        let microsoft = microsoft(lab.base_url().as_str());
        Self {
            lab,
            microsoft,
            practice,
            client_id,
            secret,
        }
    }

    pub(super) fn tenant(&self) -> TenantId {
        TenantId::parse(&self.practice.tenant_id).unwrap()
    }

    async fn application_known(&self, client_id: &ClientId) -> Result<Proof, ProblemKind> {
        let request = request(self.microsoft.cloud(), client_id);
        self.microsoft
            .application_known(&request)
            .await
            .map_err(|problem| problem.kind)
    }

    async fn secret_accepted(&self, client_id: &ClientId, text: &str) -> Result<Proof, ProblemKind> {
        let answer = self
            .microsoft
            .secret_accepted(&self.tenant(), client_id, &secret(text))
            .await;
        answer.map_err(|problem| problem.kind)
    }
}

#[tokio::test]
async fn an_organisation_exists_or_not() {
    let stage = Stage::set().await;
    assert_eq!(
        stage.microsoft.hear_entra(Some(&stage.tenant())).await.exists,
        Ok(Proof::Holds)
    );
    let problem = stage
        .microsoft
        .hear_entra(Some(&tenant_id()))
        .await
        .exists
        .unwrap_err();
    assert_eq!(problem.kind, ProblemKind::TenantUnknown);
    assert_eq!(problem.evidence.code.as_deref(), Some("AADSTS90002"));
}

#[tokio::test]
async fn a_registration_is_known_or_its_fault_is_named() {
    let stage = Stage::set().await;
    let world = stage.lab.world();
    let own = &stage.client_id;
    assert_eq!(stage.application_known(own).await, Ok(Proof::Holds));
    assert_eq!(
        stage.application_known(&client_id()).await,
        Err(ProblemKind::ApplicationUnknown)
    );

    world.remove_redirects(own.as_str());
    assert_eq!(
        stage.application_known(own).await,
        Err(ProblemKind::RedirectNotRegistered)
    );
    world.add_redirect(own.as_str(), Redirect::web("https://erp.example/CB.php"));
    assert_eq!(
        stage.application_known(own).await,
        Err(ProblemKind::RedirectNotRegistered)
    );
    world.add_redirect(own.as_str(), Redirect::web(REDIRECT));
    assert_eq!(stage.application_known(own).await, Ok(Proof::Holds));

    world.set_audience(own.as_str(), Audience::SingleTenant);
    assert_eq!(
        stage.application_known(own).await,
        Err(ProblemKind::SingleTenantOnly)
    );
    world.set_audience(own.as_str(), Audience::PersonalOnly);
    assert_eq!(
        stage.application_known(own).await,
        Err(ProblemKind::PersonalAccountsOnly)
    );
    world.set_audience(own.as_str(), Audience::MultiTenantAndPersonal);
    assert_eq!(stage.application_known(own).await, Ok(Proof::Holds));
}

#[tokio::test]
async fn a_secret_is_accepted_or_its_fault_is_named() {
    let stage = Stage::set().await;
    let own = &stage.client_id;
    assert_eq!(stage.secret_accepted(own, &stage.secret).await, Ok(Proof::Holds));
    assert_eq!(
        stage.secret_accepted(own, SECRET).await,
        Err(ProblemKind::SecretWrong)
    );
    // An unknown application proves nothing about the secret.
    assert_eq!(
        stage.secret_accepted(&client_id(), &stage.secret).await,
        Ok(Proof::NotUnderstood)
    );
    stage.lab.world().expire_secrets(own.as_str());
    assert_eq!(
        stage.secret_accepted(own, &stage.secret).await,
        Err(ProblemKind::SecretExpired)
    );
    let fresh = stage.lab.world().add_secret(own.as_str(), "ERP 2", YEAR);
    assert_eq!(stage.secret_accepted(own, &fresh.value).await, Ok(Proof::Holds));
}

#[tokio::test]
async fn a_domain_leads_to_its_organisation_or_to_none() {
    let stage = Stage::set().await;
    let of = async |address: &str| stage.microsoft.tenant_of(&Mailbox::parse(address).unwrap()).await;
    assert_eq!(of(&stage.practice.work_user).await, Ok(Some(stage.tenant())));
    assert_eq!(of("ana@outlook.com").await, Ok(None));
    let problem = of("ana@nobody.example").await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::TenantUnknown);
}
