//! An application by itself: client credentials, application permissions, and what Graph lets it do.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Method;
use serde_json::{Value, json};
use vincula_lab::{Audience, Behaviour, Ending, ItemKind, LabConfig};

use crate::bench::{Answer, Bench, CALLBACK, query};
use crate::contents::{contact, event, graph};

const DEFAULT: &str = "https://graph.microsoft.com/.default";

pub(crate) fn claims(token: &str) -> Value {
    let part = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

async fn ask(bench: &Bench, tenant: &str, changes: &[(&str, &str)]) -> Answer {
    let mut form = vec![
        ("client_id", bench.app.client_id.as_str()),
        ("grant_type", "client_credentials"),
        ("scope", DEFAULT),
        ("client_secret", bench.secret.value.as_str()),
    ];
    for (name, value) in changes {
        form.retain(|field| field.0 != *name);
        form.push((name, value));
    }
    form.retain(|field| !field.1.is_empty());
    bench.post_token(tenant, &form).await
}

async fn token(bench: &Bench) -> String {
    let answer = ask(bench, &bench.practice.tenant_id, &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_token_has_roles_and_no_scp() {
    let bench = Bench::new().await;
    let world = bench.lab.world();
    world.set_application_permissions(
        &bench.app.client_id,
        &["Calendars.ReadWrite", "Contacts.ReadWrite", "IMAP.AccessAsApp"],
    );
    // Registered is not agreed to.
    assert_eq!(claims(&token(&bench).await).get("roles"), None);

    world.grant_admin_consent(&bench.app.client_id);
    let answer = ask(&bench, &bench.practice.tenant_id, &[]).await;
    let keys: Vec<_> = answer
        .body
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        ["token_type", "expires_in", "ext_expires_in", "access_token"]
    );
    let token = claims(answer.body["access_token"].as_str().unwrap());
    assert_eq!(
        token["roles"],
        json!(["Calendars.ReadWrite", "Contacts.ReadWrite"])
    );
    assert_eq!((token.get("scp"), &token["idtyp"]), (None, &json!("app")));
    assert_eq!(token["aud"], "https://graph.microsoft.com");
    assert_eq!(token["tid"], bench.practice.tenant_id.as_str());

    let exchange = ("scope", "https://outlook.office365.com/.default");
    let answer = ask(&bench, &bench.practice.domain, &[exchange]).await;
    let token = claims(answer.body["access_token"].as_str().unwrap());
    assert_eq!(token["roles"], json!(["IMAP.AccessAsApp"]));
}

#[tokio::test]
async fn an_application_reaches_the_mailboxes_of_its_tenant() {
    let bench = Bench::new().await;
    let world = bench.lab.world();
    let permissions = [
        "Calendars.ReadWrite",
        "Contacts.ReadWrite",
        "Mail.Read",
        "Mail.Send",
    ];
    world.set_application_permissions(&bench.app.client_id, &permissions);
    world.grant_admin_consent(&bench.app.client_id);
    let token = token(&bench).await;
    let user = &bench.practice.work_user;
    for (collection, kind, body) in [
        ("events", ItemKind::Event, event()),
        ("contacts", ItemKind::Contact, contact()),
    ] {
        let path = format!("users/{user}/{collection}");
        let made = graph(&bench, Method::POST, &path, &token, Some(&body)).await;
        assert_eq!(made.status, 201, "{}", made.body);
        assert_eq!(world.items(user, kind).len(), 1);
        let path = format!("{path}/{}", made.body["id"].as_str().unwrap());
        assert_eq!(graph(&bench, Method::GET, &path, &token, None).await.status, 200);
        assert_eq!(
            graph(&bench, Method::DELETE, &path, &token, None).await.status,
            204
        );
    }
    let inbox = format!("users/{user}/mailFolders/inbox");
    assert_eq!(graph(&bench, Method::GET, &inbox, &token, None).await.status, 200);
    let mail = json!({"message": {"subject": "x", "toRecipients": [{"emailAddress": {"address": user}}]}});
    let send = format!("users/{user}/sendMail");
    assert_eq!(
        graph(&bench, Method::POST, &send, &token, Some(&mail))
            .await
            .status,
        202
    );

    // There is no `/me`, and nobody of another company.
    let me = graph(&bench, Method::POST, "me/events", &token, Some(&event())).await;
    assert_eq!(
        (me.status, &me.body["error"]["code"]),
        (400, &json!("BadRequest"))
    );
    let stranger = &bench.practice.other_user;
    let path = format!("users/{stranger}/events");
    let answer = graph(&bench, Method::POST, &path, &token, Some(&event())).await;
    assert_eq!(
        (answer.status, &answer.body["error"]["code"]),
        (404, &json!("ErrorInvalidUser"))
    );
    assert_eq!(
        answer.body["error"]["message"],
        format!("The requested user '{stranger}' is invalid.")
    );
}

#[tokio::test]
async fn what_was_not_agreed_to_is_refused() {
    let bench = Bench::new().await;
    let path = format!("users/{}/events", bench.practice.work_user);
    let none = token(&bench).await;
    let answer = graph(&bench, Method::POST, &path, &none, Some(&event())).await;
    assert_eq!(
        (answer.status, &answer.body["error"]["code"]),
        (401, &json!("NoPermissionsInAccessToken"))
    );
    let world = bench.lab.world();
    world.set_application_permissions(&bench.app.client_id, &["Contacts.ReadWrite"]);
    world.grant_admin_consent(&bench.app.client_id);
    let others = token(&bench).await;
    let answer = graph(&bench, Method::POST, &path, &others, Some(&event())).await;
    assert_eq!(
        (answer.status, &answer.body["error"]["code"]),
        (403, &json!("ErrorAccessDenied"))
    );
    // A delegated permission of the same name is another one.
    world.set_permissions(&bench.app.client_id, &["Calendars.ReadWrite"]);
    world.grant_admin_consent(&bench.app.client_id);
    let still = token(&bench).await;
    assert_eq!(
        graph(&bench, Method::POST, &path, &still, Some(&event()))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn refusals_of_the_token_endpoint() {
    let bench = Bench::with(LabConfig::default(), Audience::MultiTenant).await;
    let own = bench.practice.tenant_id.as_str();
    let other = bench.practice.other_tenant_id.as_str();
    let nobody = "11111111-2222-3333-4444-555555555555";
    for (tenant, changes, verdict) in [
        (
            own,
            vec![("client_secret", "wrong")],
            (401, "invalid_client", 7_000_215),
        ),
        (
            own,
            vec![("client_secret", "")],
            (401, "invalid_client", 7_000_216),
        ),
        (
            own,
            vec![("client_id", nobody)],
            (400, "unauthorized_client", 700_016),
        ),
        (nobody, vec![], (400, "invalid_request", 90002)),
        (
            own,
            vec![("scope", "https://graph.microsoft.com/Calendars.ReadWrite")],
            (400, "invalid_scope", 1_002_012),
        ),
        (
            own,
            vec![("scope", "Calendars.ReadWrite")],
            (400, "invalid_scope", 1_002_012),
        ),
        (
            own,
            vec![("scope", "https://nowhere.example/.default")],
            (400, "invalid_resource", 500_011),
        ),
        ("common", vec![], (400, "invalid_request", 9_001_023)),
        (other, vec![], (400, "unauthorized_client", 7_000_229)),
    ] {
        let answer = ask(&bench, tenant, &changes).await;
        assert_eq!(answer.verdict(), verdict, "{changes:?}: {}", answer.body);
    }
    bench.lab.world().expire_secrets(&bench.app.client_id);
    assert_eq!(
        ask(&bench, own, &[]).await.verdict(),
        (401, "invalid_client", 7_000_222)
    );
}

#[tokio::test]
async fn the_administrators_link_grants_both_kinds() {
    let bench = Bench::new().await;
    let world = bench.lab.world();
    world.set_permissions(&bench.app.client_id, &["User.Read", "Contacts.ReadWrite"]);
    world.set_application_permissions(&bench.app.client_id, &["Calendars.ReadWrite", "IMAP.AccessAsApp"]);
    let link = |path: &str, scope: Option<&str>| {
        let mut url = bench.url(&format!("{}/{path}", bench.practice.tenant_id));
        url.query_pairs_mut()
            .append_pair("client_id", &bench.app.client_id)
            .append_pair("redirect_uri", CALLBACK)
            .append_pair("state", "S");
        if let Some(scope) = scope {
            url.query_pairs_mut().append_pair("scope", scope);
        }
        url
    };
    let agree = async |url| {
        let ending = bench
            .visit(&bench.practice.administrator, Behaviour::Accept, &url)
            .await;
        let Ending::Redirected(url) = ending else {
            panic!("{ending:?}")
        };
        assert_eq!(query(&url, "admin_consent").as_deref(), Some("True"), "{url}");
    };
    // By name only delegated permissions can be asked for.
    agree(link(
        "v2.0/adminconsent",
        Some("https://graph.microsoft.com/Contacts.ReadWrite"),
    ))
    .await;
    assert_eq!(claims(&token(&bench).await).get("roles"), None);
    // `.default` of Graph grants what is registered for Graph.
    agree(link("v2.0/adminconsent", Some(DEFAULT))).await;
    assert_eq!(
        claims(&token(&bench).await)["roles"],
        json!(["Calendars.ReadWrite"])
    );
    let exchange = [("scope", "https://outlook.office365.com/.default")];
    let answer = ask(&bench, &bench.practice.tenant_id, &exchange).await;
    assert_eq!(
        claims(answer.body["access_token"].as_str().unwrap()).get("roles"),
        None
    );
    // The classic link means all of it.
    agree(link("adminconsent", None)).await;
    let answer = ask(&bench, &bench.practice.tenant_id, &exchange).await;
    let token = claims(answer.body["access_token"].as_str().unwrap());
    assert_eq!(token["roles"], json!(["IMAP.AccessAsApp"]));
    // The member finds the delegated half agreed to.
    let scope = [("scope", "Contacts.ReadWrite")];
    bench
        .code_for(&bench.practice.work_user, &bench.practice.tenant_id, &scope)
        .await;
}
