//! What the application may do by itself, without anybody who signs in: only an administrator grants it.

use super::before::proven;
use super::patience::asked;
use super::{Host, Run};
use vincula_core::check::{CheckId, Outcome, SkipReason};
use vincula_core::guide::Resource;
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::value::{ClientId, ClientSecret, TenantId};
use vincula_microsoft::{Microsoft, Proof};

impl Run {
    /// Asks for a token of the application's own, and whether it carries what the guide needs.
    pub(super) async fn ask_application(
        &mut self,
        host: &Host<'_>,
        client_id: &ClientId,
        tenant: Option<&TenantId>,
    ) {
        let wanted = self.wanted_by_itself();
        let setup = self.setup.id.clone();
        let question = async {
            let (Some(tenant), Ok(Some((secret, _)))) = (tenant, host.secrets.load(&setup).await) else {
                return Outcome::Skipped {
                    why: SkipReason::ValueNotGiven,
                };
            };
            let question = || carries(host.microsoft, tenant, client_id, &secret, &wanted);
            proven(asked(host, CheckId::AppPermissions, question).await)
        };
        self.ask(host, CheckId::AppPermissions, question).await;
    }

    /// The permissions of the application itself, by the service that they open.
    fn wanted_by_itself(&self) -> Vec<(Resource, Vec<String>)> {
        let all = &self.guide.registration.application_permissions;
        [Resource::Graph, Resource::ExchangeOnline]
            .into_iter()
            .map(|resource| {
                let own = all.iter().filter(|permission| permission.resource() == resource);
                (
                    resource,
                    own.map(|permission| permission.name().to_owned()).collect(),
                )
            })
            .filter(|(_, names): &(_, Vec<String>)| !names.is_empty())
            .collect()
    }
}

/// Whether the application's own tokens carry all of `wanted`. One request for each service.
async fn carries(
    microsoft: &Microsoft,
    tenant: &TenantId,
    client_id: &ClientId,
    secret: &ClientSecret,
    wanted: &[(Resource, Vec<String>)],
) -> Result<Proof, Problem> {
    for (resource, names) in wanted {
        let prefix = match resource {
            Resource::ExchangeOnline => microsoft.cloud().outlook_scope_prefix,
            Resource::OpenId | Resource::Graph => microsoft.cloud().graph_scope_prefix,
        };
        let granted = microsoft.as_itself(tenant, client_id, secret, prefix).await?;
        let Some(roles) = granted.token.roles() else {
            return Ok(Proof::NotUnderstood);
        };
        let is_there = |name: &&String| roles.iter().any(|role| role.eq_ignore_ascii_case(name));
        let missing: Vec<&str> = names
            .iter()
            .filter(|name| !is_there(name))
            .map(String::as_str)
            .collect();
        if !missing.is_empty() {
            let evidence = Evidence::comparing(missing.join(" "), roles.join(" "));
            return Err(Problem::new(ProblemKind::AdminApprovalNeeded, evidence));
        }
    }
    Ok(Proof::Holds)
}
