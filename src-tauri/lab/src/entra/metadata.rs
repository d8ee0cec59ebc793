//! The `OpenID` metadata of a tenant.
//!
//! Source: entra-docs `v2-protocols-oidc.md`; the field set is that of the live document.

use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::authority;
use super::failure::{Failure, Trace};
use crate::cloud::Cloud;
use crate::web;
use crate::world::grant::Authority;
use crate::world::scenario::Forced;
use crate::world::{State, World};

/// `GET /{tenant}/v2.0/.well-known/openid-configuration`.
pub(crate) async fn document(
    Shared(world): Shared<World>,
    Path(segment): Path<String>,
    headers: HeaderMap,
    forced: Option<Extension<Forced>>,
) -> Response {
    let state = world.lock();
    let trace = Trace::of_request(state.now(), &headers);
    let refuse = |failure: &Failure| {
        let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_REQUEST);
        web::json(status, &failure.json(&trace, state.wording), &trace)
    };
    if let Some(Extension(Forced::Code(code))) = forced {
        return refuse(&Failure::forced(&code, None, &segment));
    }
    match authority::resolve(&state, &segment) {
        Ok(authority) => {
            let body = body(&state, &segment, &authority);
            web::cacheable_json(&body, &trace)
        }
        Err(failure) => refuse(&failure.with_error("invalid_tenant")),
    }
}

/// The signing keys. The lab signs with none, and says so by an empty set.
pub(crate) async fn keys() -> Json<Value> {
    Json(json!({ "keys": [] }))
}

fn body(state: &State, segment: &str, authority: &Authority) -> Value {
    let base = state.base.as_str().trim_end_matches('/');
    let own_host = base.split_once("://").map_or(base, |(_, host)| host);
    let cloud = state.wording.cloud;
    // An ordinary lab names its own host: nothing that it says may lead to the real Microsoft. One that plays a
    // national cloud names that cloud, because the two of the US government differ in nothing else.
    let graph_host = match cloud {
        Cloud::Global => own_host,
        national => national.graph_host(),
    };
    let tenant = match authority {
        Authority::Tenant(id) => id.clone(),
        _ => segment.to_ascii_lowercase(),
    };
    // The documents of `common` and `organizations` carry this placeholder literally.
    let issuer = authority.tenant_id().unwrap_or("{tenantid}");
    let region = matches!(authority, Authority::Tenant(_)).then_some("EU");
    json!({
        "token_endpoint": format!("{base}/{tenant}/oauth2/v2.0/token"),
        "token_endpoint_auth_methods_supported":
            ["client_secret_post", "private_key_jwt", "client_secret_basic"],
        "jwks_uri": format!("{base}/{tenant}/discovery/v2.0/keys"),
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": format!("{}/{issuer}/v2.0", state.issuer()),
        "request_uri_parameter_supported": false,
        "userinfo_endpoint": format!("{base}/oidc/userinfo"),
        "authorization_endpoint": format!("{base}/{tenant}/oauth2/v2.0/authorize"),
        "device_authorization_endpoint": format!("{base}/{tenant}/oauth2/v2.0/devicecode"),
        "http_logout_supported": true,
        "frontchannel_logout_supported": true,
        "end_session_endpoint": format!("{base}/{tenant}/oauth2/v2.0/logout"),
        "claims_supported": [
            "sub", "iss", "cloud_instance_name", "cloud_instance_host_name", "cloud_graph_host_name",
            "msgraph_host", "aud", "exp", "iat", "auth_time", "acr", "nonce", "preferred_username", "name",
            "tid", "ver", "at_hash", "c_hash", "email"
        ],
        "kerberos_endpoint": format!("{base}/{tenant}/kerberos"),
        "tenant_region_scope": region,
        "cloud_instance_name": cloud.instance_name(),
        "cloud_graph_host_name": "graph.windows.net",
        "msgraph_host": graph_host,
        "rbac_url": "https://pas.windows.net"
    })
}
