//! `vincula setup …`

use super::files;
use crate::arguments::SetupCommand;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use vincula_assistant::{
    Decision, GiveFault, SecretEnd, SetupFault, SetupStore as _, archive, decide, delete_setup, duplicate,
    give, new_setup, note_secret_end, rename, unarchive,
};
use vincula_core::choices::Owner;
use vincula_core::guide;
use vincula_core::setup::{SetupFile, SetupId, SetupName};
use vincula_core::value::{ErpAddress, Mailbox, ValueKind};

pub(crate) async fn run(context: &Context, command: SetupCommand) -> Result<Exit, Failure> {
    match command {
        SetupCommand::New {
            guide,
            erp,
            mailbox,
            cloud,
            client_id,
            tenant_id,
        } => {
            let guide = guide::find(&guide).ok_or(Failure::NoSuchGuide(guide))?;
            let erp = ErpAddress::parse(&erp).map_err(|why| Failure::Refused { what: "--erp", why })?;
            let mailbox = Mailbox::parse(&mailbox).map_err(|why| Failure::Refused {
                what: "--mailbox",
                why,
            })?;
            let setup = new_setup(&context.setups, &context.clock, guide, erp, mailbox, None)
                .map_err(|fault| failure("--erp", fault))?;
            let values = [(ValueKind::ClientId, client_id), (ValueKind::TenantId, tenant_id)];
            decide(&context.setups, &context.clock, &setup.id, Decision::Cloud(cloud))?;
            if let Err(failure) = set(context, &setup.id, &values).await {
                // All or nothing: a half-made setup would be left behind by every typing error.
                context.setups.delete(&setup.id)?;
                return Err(failure);
            }
            output::say(setup.id.as_str())?;
        }
        SetupCommand::Set {
            setup,
            erp,
            mailbox,
            cloud,
            client_id,
            tenant_id,
            secret_ends,
            sent_by,
            audience,
            as_vincula,
        } => {
            let setup = context.setup(&setup)?;
            let values = [
                (ValueKind::ErpAddress, erp),
                (ValueKind::Mailbox, mailbox),
                (ValueKind::ClientId, client_id),
                (ValueKind::TenantId, tenant_id),
            ];
            set(context, &setup.id, &values).await?;
            let sender = sent_by.map(|address| Mailbox::parse(&address)).transpose();
            let sender = sender.map_err(|why| Failure::Refused {
                what: "--sent-by",
                why,
            })?;
            let decisions = [
                as_vincula.then_some(Decision::AsVincula),
                cloud.map(Decision::Cloud),
                audience.map(Decision::Audience),
                sender.as_ref().map(|_| Decision::Owner(Owner::Shared)),
                sender.map(Decision::SignsIn),
            ];
            for decision in decisions.into_iter().flatten() {
                decide(&context.setups, &context.clock, &setup.id, decision)?;
            }
            if let Some(day) = secret_ends {
                note_secret_end(&context.setups, &context.clock, &setup.id, SecretEnd::On(day))?;
            }
        }
        SetupCommand::List { json } => list(context, json)?,
        SetupCommand::Show { setup, json } => show(context, &setup, json)?,
        SetupCommand::Export {
            setup,
            with_secret,
            out,
        } => return super::setup_file::export(context, &setup, with_secret, out.as_deref()).await,
        SetupCommand::Import { file, again } => {
            return super::setup_file::import(context, &file, again).await;
        }
        SetupCommand::Rename { setup, name } => call(context, &setup, name.as_deref())?,
        SetupCommand::Duplicate { setup } => {
            let setup = context.setup(&setup)?;
            let copy = duplicate(&context.setups, &context.clock, &setup.id, context.language)?;
            output::say(copy.id.as_str())?;
        }
        SetupCommand::Archive { setup } => {
            let setup = context.setup(&setup)?;
            archive(&context.setups, &context.clock, &setup.id)?;
        }
        SetupCommand::Unarchive { setup } => {
            let setup = context.setup(&setup)?;
            unarchive(&context.setups, &setup.id)?;
        }
        SetupCommand::Delete { setup } => {
            let id = context.id(&setup)?;
            delete_setup(&context.setups, &context.keyring, &id).await?;
        }
    }
    Ok(Exit::Passed)
}

/// Gives a setup a name of its own, or takes it back.
fn call(context: &Context, beginning: &str, name: Option<&str>) -> Result<(), Failure> {
    let setup = context.setup(beginning)?;
    let name = name.map(SetupName::parse).transpose();
    let name = name.map_err(|why| Failure::Refused {
        what: "the name",
        why,
    })?;
    rename(&context.setups, &setup.id, name.as_ref())?;
    Ok(())
}

async fn set(context: &Context, id: &SetupId, values: &[(ValueKind, Option<String>)]) -> Result<(), Failure> {
    for (kind, value) in values {
        if let Some(value) = value {
            give(
                &context.setups,
                &context.keyring,
                &context.clock,
                id,
                *kind,
                value,
            )
            .await
            .map_err(|fault| failure(kind.as_str(), fault))?;
        }
    }
    Ok(())
}

pub(super) fn failure(what: &'static str, fault: GiveFault) -> Failure {
    match fault {
        GiveFault::Refused(why) => Failure::Refused { what, why },
        GiveFault::Setup(fault) => fault.into(),
        GiveFault::Secret(fault) => fault.into(),
    }
}

fn list(context: &Context, json: bool) -> Result<(), Failure> {
    let survey = context.setups.survey()?;
    files::tell(&survey, context.language);
    if json {
        return Ok(output::json(&survey.setups)?);
    }
    for setup in &survey.setups {
        let proven = setup
            .verification
            .as_ref()
            .is_some_and(|verification| verification.proven);
        let mark = if proven { "✓" } else { "–" };
        output::say(&format!(
            "{}  {mark}  {}  {}  {}",
            setup.id, setup.guide, setup.mailbox, setup.erp_address
        ))?;
    }
    for (id, newer) in &survey.newer {
        let known = newer.known.as_ref().map_or_else(
            || "–".to_owned(),
            |setup| format!("{}  {}  {}", setup.guide, setup.mailbox, setup.erp_address),
        );
        output::say(&format!("{id}  ↑  {known}"))?;
    }
    Ok(())
}

fn show(context: &Context, beginning: &str, json: bool) -> Result<(), Failure> {
    let id = context.id(beginning)?;
    let setup = match context.setups.load(&id) {
        // What is known of it may be looked at; its form is the newer version's own business.
        Err(SetupFault::TooNew) if !json => {
            let newer = context.setups.survey()?.newer;
            let known = newer.into_iter().find(|(newer, _)| *newer == id);
            let known = known.and_then(|(_, newer)| newer.known);
            files::say_problem(SetupFault::TooNew.kind(), context.language);
            *known.ok_or(SetupFault::TooNew)?
        }
        read => read?,
    };
    if json {
        return Ok(output::json(&SetupFile::of(&setup).map_err(SetupFault::from)?)?);
    }
    let redirect = guide::find(&setup.guide)
        .and_then(|guide| guide.registration.redirect_uri.for_erp(&setup.erp_address).ok());
    let given = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let rows = [
        ("id", setup.id.to_string()),
        ("name", given(setup.name.map(String::from))),
        ("guide", setup.guide.clone()),
        ("erp_address", setup.erp_address.to_string()),
        ("mailbox", setup.mailbox.to_string()),
        ("cloud", setup.cloud.to_string()),
        ("redirect_uri", given(redirect.map(String::from))),
        ("client_id", given(setup.client_id.map(String::from))),
        ("tenant_id", given(setup.tenant_id.map(String::from))),
        ("secret_ends", given(setup.secret_ends.map(|day| day.to_string()))),
        (
            "verified",
            given(setup.verification.filter(|v| v.proven).map(|v| v.at.to_string())),
        ),
    ];
    for (name, value) in rows {
        output::say(&format!("{name:<13} {value}"))?;
    }
    Ok(())
}
