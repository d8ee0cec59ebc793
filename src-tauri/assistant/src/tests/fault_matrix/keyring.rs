//! The keyring, which refuses in each of its ways.

use super::super::secrets::Fake;
use super::house::House;
use super::trouble::Line;
use super::{Found, holds, is_silent_about, is_told};
use crate::{GiveFault, Run, SecretFault, SecretPlace, SecretStore, SecretVault, SetupStore as _, give};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::guide;
use vincula_core::problem::Problem;
use vincula_core::value::{ClientSecret, ValueKind};
use vincula_testbed::Authority;

const FAULTS: [SecretFault; 8] = SecretFault::ALL;
const NEWER: &str = "yyy8Q~0123456789012345678901234567890123";

/// What is asked of a keyring.
#[derive(Clone, Copy, Debug)]
enum Call {
    Set,
    SetInVault,
    Get,
    Delete,
}

pub(super) async fn columns() -> Vec<(&'static str, Vec<(String, Found)>)> {
    let house = House::built(&Authority::new()).await;
    house.mend().await;
    let calls = [
        ("keyring set", Call::Set),
        ("vault set", Call::SetInVault),
        ("keyring get", Call::Get),
        ("keyring delete", Call::Delete),
    ];
    let mut columns = Vec::new();
    for (name, call) in calls {
        let mut column = Vec::new();
        for fault in FAULTS {
            column.push((format!("keyring {fault:?}"), cell(&house, call, fault).await));
        }
        columns.push((name, column));
    }
    columns
}

async fn cell(house: &House, call: Call, fault: SecretFault) -> Found {
    let id = &house.setup.id;
    let keyring = Fake::default();
    let parsed = ClientSecret::parse(&house.secret).map_err(|refusal| refusal.to_string())?;
    keyring
        .save(id, parsed)
        .await
        .map_err(|fault| fault.to_string())?;
    house
        .setups
        .update(id, &mut |setup| {
            setup.clone_from(&house.setup);
        })
        .map_err(|fault| fault.to_string())?;

    keyring.set(Some(fault));
    let told = match call {
        Call::Set => set(house, &keyring, fault).await?,
        Call::SetInVault => return in_vault(house, &keyring, fault).await,
        Call::Get => get(house, &keyring).await?,
        Call::Delete => {
            let refused = keyring.delete(id).await.err();
            holds(refused == Some(fault), || format!("{refused:?}"))?;
            fault.kind().into()
        }
    };
    is_told(told.kind)?;
    is_silent_about(&house.secret, &told)?;
    is_silent_about(NEWER, &told)?;

    keyring.set(None);
    let kept = kept(&keyring, house).await?;
    holds(kept == house.secret, || "the secret is another one".to_owned())?;
    match call {
        Call::Get => {
            let mut run = run(house)?;
            run.check(&with(house, &keyring)).await;
            holds(run.failure().is_none(), || format!("again: {:?}", run.failure()))?;
        }
        Call::Delete => keyring.delete(id).await.map_err(|fault| fault.to_string())?,
        Call::Set | Call::SetInVault => {
            let again = given(house, &keyring).await;
            again.map_err(|fault| format!("again: {fault}"))?;
        }
    }
    Ok(told.kind.as_str().to_owned())
}

/// A new secret that the keyring refuses: nothing is changed.
async fn set(house: &House, keyring: &Fake, fault: SecretFault) -> Result<Problem, String> {
    let refused = given(house, keyring).await;
    let is_named = matches!(&refused, Err(GiveFault::Secret(found)) if *found == fault);
    holds(is_named, || format!("{refused:?}"))?;
    let setup = house
        .setups
        .load(&house.setup.id)
        .map_err(|fault| fault.to_string())?;
    holds(setup == house.setup, || "the setup was changed".to_owned())?;
    Ok(fault.kind().into())
}

/// With memory behind it, nothing fails: the secret is kept for this session, and the place says so.
async fn in_vault(house: &House, keyring: &Fake, fault: SecretFault) -> Found {
    let vault = SecretVault::new(keyring.clone());
    if fault == SecretFault::Disk {
        let refused = given(house, &vault).await;
        let is_named = matches!(&refused, Err(GiveFault::Secret(found)) if *found == fault);
        holds(is_named, || format!("{refused:?}"))?;
        return Ok(fault.kind().as_str().to_owned());
    }
    given(house, &vault).await.map_err(|fault| fault.to_string())?;
    let held = vault
        .load(&house.setup.id)
        .await
        .map_err(|fault| fault.to_string())?;
    let is_held = held.is_some_and(|(secret, place)| {
        secret.expose() == NEWER && place == SecretPlace::InsteadOfKeyring(fault)
    });
    holds(is_held, || "memory does not hold it".to_owned())?;
    keyring.set(None);
    given(house, &vault)
        .await
        .map_err(|fault| format!("again: {fault}"))?;
    let kept = kept(keyring, house).await?;
    holds(kept == NEWER, || "again: the keyring does not hold it".to_owned())?;
    Ok("kept in memory".to_owned())
}

async fn get(house: &House, keyring: &Fake) -> Result<Problem, String> {
    let mut run = run(house)?;
    run.check(&with(house, keyring)).await;
    let outcome = run.lines().find(|(check, _)| *check == CheckId::Secret);
    match outcome {
        Some((_, Some(Outcome::Failed { problem }))) => Ok(problem.clone()),
        other => Err(format!("{other:?}")),
    }
}

fn run(house: &House) -> Result<Run, String> {
    let guide = guide::find("cloud-gestion").ok_or("no guide")?.clone();
    Run::new(house.setup.clone(), guide).map_err(|refusal| refusal.to_string())
}

fn with<'a>(house: &'a House, secrets: &'a dyn SecretStore) -> crate::Host<'a> {
    crate::Host {
        secrets,
        ..house.host(Line::Plain)
    }
}

async fn given(house: &House, secrets: &dyn SecretStore) -> Result<(), GiveFault> {
    let clock = house.host(Line::Plain).clock;
    let kind = ValueKind::ClientSecret;
    let given = give(&house.setups, secrets, clock, &house.setup.id, kind, NEWER);
    given.await.map(drop)
}

async fn kept(keyring: &Fake, house: &House) -> Result<String, String> {
    let kept = keyring.load(&house.setup.id).await;
    let kept = kept.map_err(|fault| fault.to_string())?.ok_or("no secret")?;
    Ok(kept.0.expose().to_owned())
}
