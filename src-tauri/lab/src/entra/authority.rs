//! Which directory the `{tenant}` of a path means, and whether an application and a person may use it.

use super::failure::Failure;
use crate::world::State;
use crate::world::application::{Application, Audience};
use crate::world::directory::{CONSUMERS_TENANT, User};
use crate::world::grant::Authority;

/// Resolves a name, a GUID or a verified domain.
pub(crate) fn resolve(state: &State, segment: &str) -> Result<Authority, Failure> {
    let lower = segment.to_ascii_lowercase();
    match lower.as_str() {
        "common" => return Ok(Authority::Common),
        "organizations" => return Ok(Authority::Organizations),
        "consumers" | CONSUMERS_TENANT => return Ok(Authority::Consumers),
        _ => {}
    }
    let found = state
        .tenants
        .iter()
        .find(|tenant| tenant.id == lower || tenant.domain.eq_ignore_ascii_case(&lower));
    match found {
        Some(tenant) => Ok(Authority::Tenant(tenant.id.clone())),
        None => Err(Failure::published(90002, &[("tenant_name", segment)]).with_error("invalid_request")),
    }
}

/// The application, if it exists for this directory and its audience allows the path.
///
/// Source: `SupportArticles` 700016 and 50194; entra-docs `v2-oauth2-auth-code-flow.md`.
pub(crate) fn application<'a>(
    state: &'a State,
    authority: &Authority,
    client_id: &str,
) -> Result<&'a Application, Failure> {
    let Some(application) = state.application(client_id) else {
        return Err(not_found(state, authority, client_id));
    };
    let id = application.client_id.as_str();
    let name = application.name.as_str();
    let personal_only = application.audience == Audience::PersonalOnly;
    match authority {
        Authority::Common | Authority::Organizations if application.audience == Audience::SingleTenant => {
            Err(Failure::published(
                50194,
                &[("appId", id), ("appName", name), ("time", "10/15/2018")],
            ))
        }
        Authority::Common | Authority::Tenant(_) if personal_only => {
            Err(Failure::published(9_002_346, &[("appId", id), ("appName", name)]))
        }
        Authority::Organizations if personal_only => Err(Failure::published(
            9_002_331,
            &[("principalId", id), ("principalName", name)],
        )),
        Authority::Consumers
            if matches!(
                application.audience,
                Audience::SingleTenant | Audience::MultiTenant
            ) =>
        {
            Err(Failure::published(
                9_002_332,
                &[("principalId", id), ("principalName", name)],
            ))
        }
        Authority::Tenant(tenant)
            if application.audience == Audience::SingleTenant && application.home_tenant != *tenant =>
        {
            Err(not_found(state, authority, client_id))
        }
        _ => Ok(application),
    }
}

fn not_found(state: &State, authority: &Authority, client_id: &str) -> Failure {
    let directory = match authority {
        Authority::Tenant(id) => state
            .tenant(id)
            .map_or(id.as_str(), |tenant| tenant.name.as_str()),
        // Microsoft names the directory of personal accounts by its id.
        Authority::Common | Authority::Organizations | Authority::Consumers => CONSUMERS_TENANT,
    };
    Failure::published(
        700_016,
        &[("appIdentifier", client_id), ("tenantName", directory)],
    )
}

/// Why a person may not go on with this application.
#[derive(Clone, Debug)]
pub(crate) enum Misfit {
    /// Said beside the address field: another account can be typed at once.
    Inline { es: &'static str, en: &'static str },
    /// A page from which nothing leads on.
    Page(Failure),
}

/// Whether this person may sign in here.
pub(crate) fn person(
    state: &State,
    authority: &Authority,
    application: &Application,
    user: &User,
) -> Result<(), Misfit> {
    const NO_PERSONAL: Misfit = Misfit::Inline {
        es: "No puede iniciar sesión aquí con una cuenta personal. Use su cuenta profesional o educativa.",
        en: "You can't sign in here with a personal account. Use your work or school account instead.",
    };
    if user.is_personal() && !state.wording.cloud.knows_personal_accounts() {
        return Err(NO_PERSONAL);
    }
    match authority {
        Authority::Consumers if !user.is_personal() => Err(Misfit::Inline {
            es: "Esa cuenta de Microsoft no existe. Escriba una cuenta personal.",
            en: "That Microsoft account doesn't exist. Enter a personal account.",
        }),
        Authority::Organizations if user.is_personal() => Err(NO_PERSONAL),
        Authority::Common
            if user.is_personal()
                && matches!(
                    application.audience,
                    Audience::SingleTenant | Audience::MultiTenant
                ) =>
        {
            Err(NO_PERSONAL)
        }
        Authority::Tenant(tenant) if user.tenant_id() != tenant => {
            let provider = if user.is_personal() {
                "live.com".to_owned()
            } else {
                format!(
                    "https://{}/{}/",
                    state.wording.cloud.token_issuer_host(),
                    user.tenant_id()
                )
            };
            let name = state
                .tenant(tenant)
                .map_or(tenant.as_str(), |known| known.name.as_str());
            Err(Misfit::Page(Failure::published(
                50020,
                &[
                    ("email", &user.address),
                    ("idp", &provider),
                    ("tenant", name),
                    ("appId", &application.client_id),
                    ("appName", &application.name),
                ],
            )))
        }
        _ => Ok(()),
    }
}
