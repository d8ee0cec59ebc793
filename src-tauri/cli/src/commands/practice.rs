//! `vincula practice`: the whole job once, against the built-in lab, with the lab's sample person in the
//! person's part. Nothing is kept.

use super::lab::lab_language;
use super::verify;
use crate::arguments::Spoken;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::surface::SamplePerson;
use std::time::Duration;
use vincula_assistant::{
    DataFolder, Patience, SecretStore, SessionSecrets, SetupStore as _, give, new_setup,
};
use vincula_core::choices;
use vincula_core::cloud::LabPlace;
use vincula_core::guide::{self, Fields};
use vincula_core::text::text;
use vincula_core::value::{ErpAddress, Mailbox, ValueKind};
use vincula_lab::{Audience, Lab, LabConfig, NewApplication, Practice, Redirect};

/// An ERP address of the sample company; `.example` belongs to nobody (RFC 2606).
const ERP_ADDRESS: &str = "erp.ferreteriasoler.example";
/// How long the practice secret lives: the portal's 24 months.
const SECRET_LIFE: Duration = Duration::from_hours(730 * 24);

pub(crate) async fn run(language: Spoken, json: bool) -> Result<Exit, Failure> {
    let lab = Lab::start(LabConfig {
        language: lab_language(language.0),
        ..LabConfig::default()
    })
    .await?;
    let sample = lab.world().seed_practice();
    let folder = tempfile::tempdir()?;
    let context = Context::over(
        &DataFolder::at(folder.path())?,
        Some(LabPlace::at(lab.base_url())),
        language,
        Patience::default().whole,
    )?;
    let guide =
        guide::find("cloud-gestion").ok_or_else(|| Failure::NoSuchGuide("cloud-gestion".to_owned()))?;
    let refused = |why| Failure::Refused {
        what: "practice",
        why,
    };
    let erp = ErpAddress::parse(ERP_ADDRESS).map_err(refused)?;
    let mailbox = Mailbox::parse(&sample.work_user).map_err(refused)?;
    let failure = |fault| super::setup::failure("practice", fault);
    let setup =
        new_setup(&context.setups, &context.clock, guide, erp, mailbox.clone(), None).map_err(failure)?;
    let redirect = guide
        .registration
        .redirect_uri
        .for_erp(&setup.erp_address)
        .map_err(refused)?;

    output::note(&text(
        language.0,
        "practice-begins",
        &[("lab", lab.base_url().as_str())],
    ));
    let types = choices::account_types(choices::audience(&setup, guide), language.0);
    let fields = Fields {
        app_name: guide.registration.app_name.get(language.0),
        redirect_uri: redirect.as_str(),
        erp_name: &guide.erp.name,
        mailbox: setup.mailbox.as_str(),
        erp_address: setup.erp_address.authority(),
        account_types: &types,
        signs_in: choices::signs_in(&setup, guide).as_str(),
    };
    for (number, step) in guide.steps.iter().enumerate() {
        output::note(&format!(
            "{}. {}",
            number + 1,
            step.title.plain(language.0, &fields)
        ));
    }
    let secrets = SessionSecrets::default();
    register(
        &lab,
        &sample,
        guide,
        redirect.as_str(),
        &context,
        &secrets,
        &setup.id,
    )
    .await?;
    let setup = context.setups.load(&setup.id)?;
    let surface = SamplePerson {
        address: sample.work_user.clone(),
    };
    let run = verify::prove(
        &context,
        setup,
        &secrets,
        &surface,
        &mailbox,
        Duration::from_mins(1),
    )
    .await?;
    if let Some(mail) = lab.world().mailbox(mailbox.as_str()).last() {
        output::note(&text(
            language.0,
            "practice-arrived",
            &[("to", mailbox.as_str()), ("subject", &mail.subject)],
        ));
    }
    verify::finish(&context, &run, json)
}

/// What the person does in the portal, done in the lab; the values go the same way as a paste.
async fn register(
    lab: &Lab,
    sample: &Practice,
    guide: &guide::Guide,
    redirect: &str,
    context: &Context,
    secrets: &dyn SecretStore,
    setup: &vincula_core::setup::SetupId,
) -> Result<(), Failure> {
    let world = lab.world();
    let application = world.register_application(NewApplication {
        name: guide.registration.app_name.get(context.language).to_owned(),
        home_tenant: sample.tenant_id.clone(),
        audience: Audience::MultiTenantAndPersonal,
        redirects: vec![Redirect::web(redirect)],
        permissions: guide
            .registration
            .delegated_permissions
            .iter()
            .map(ToString::to_string)
            .collect(),
    });
    let secret = world.add_secret(&application.client_id, "ERP", SECRET_LIFE);
    let values = [
        (ValueKind::ClientId, application.client_id.as_str()),
        (ValueKind::TenantId, application.tenant_id.as_str()),
        (ValueKind::ClientSecret, secret.value.as_str()),
    ];
    for (kind, value) in values {
        give(&context.setups, secrets, &context.clock, setup, kind, value)
            .await
            .map_err(|fault| super::setup::failure("practice", fault))?;
    }
    Ok(())
}
