//! What is sent, and to whom.

use super::{CODE, Call, SECRET, TOKEN, always, client_id, microsoft, pending, request};
use std::collections::BTreeMap;
use url::Url;
use vincula_core::sign_in::{ApprovalRequest, Organisation, PendingApproval};
use vincula_core::value::{Mailbox, RedirectUri};
use wiremock::{Request, ResponseTemplate};

async fn sent(call: Call) -> Request {
    let server = always(ResponseTemplate::new(400)).await;
    call.problem(&microsoft(&server.uri())).await;
    let mut requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 1, "{call:?} was sent more than once");
    requests.remove(0)
}

fn form(request: &Request) -> BTreeMap<String, String> {
    url::form_urlencoded::parse(&request.body).into_owned().collect()
}

#[tokio::test]
async fn a_code_goes_out_once_with_its_verifier_and_the_secret_in_the_body() {
    let request = sent(Call::Redeem).await;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("POST", "/common/oauth2/v2.0/token")
    );
    assert_eq!(request.url.query(), None);
    let form = form(&request);
    let names: Vec<_> = form.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "client_id",
            "client_secret",
            "code",
            "code_verifier",
            "grant_type",
            "redirect_uri"
        ]
    );
    assert_eq!(form["client_secret"], SECRET);
    assert_eq!(form["code"], CODE);
    assert_eq!(form["grant_type"], "authorization_code");
    assert_eq!(form["redirect_uri"], super::REDIRECT);
    assert_eq!(form["code_verifier"].len(), 43);
}

#[tokio::test]
async fn a_public_client_sends_its_code_with_the_verifier_and_never_the_secret() {
    let server = always(ResponseTemplate::new(400)).await;
    let microsoft = microsoft(&server.uri());
    let mut request = request(microsoft.cloud(), &client_id());
    request.redirect_uri = RedirectUri::deep_link();
    let redemption = super::redemption(&request, CODE);
    microsoft
        .redeem(&request, redemption, Some(&super::secret(SECRET)))
        .await
        .unwrap_err();
    let sent = server.received_requests().await.unwrap();
    assert_eq!(sent.len(), 1);
    let form = form(&sent[0]);
    let names: Vec<_> = form.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["client_id", "code", "code_verifier", "grant_type", "redirect_uri"]
    );
    assert_eq!(form["redirect_uri"], "app.vincula://callback");
    assert_eq!(form["code_verifier"].len(), 43);
    assert!(!sent[0].headers.contains_key("authorization"));
}

#[test]
fn the_address_that_an_administrator_opens_asks_for_an_approval_and_for_no_code() {
    let microsoft = microsoft("http://localhost:9/");
    let request = ApprovalRequest {
        organisation: Organisation::OfTheAdministrator,
        client_id: client_id(),
        redirect_uri: RedirectUri::parse(super::REDIRECT).unwrap(),
        scopes: request(microsoft.cloud(), &client_id()).scopes,
    };
    let pending = PendingApproval::begin(request, &[3; 32], super::now());
    let address = microsoft.approval_url(&pending);
    assert_eq!(address.path(), "/organizations/v2.0/adminconsent");
    let query: Vec<(String, String)> = address.query_pairs().into_owned().collect();
    let client_id = client_id();
    let expected = [
        ("client_id", client_id.as_str()),
        ("redirect_uri", super::REDIRECT),
        (
            "scope",
            "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read",
        ),
        ("state", pending.state()),
    ];
    assert_eq!(
        query,
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

#[tokio::test]
async fn the_secret_is_asked_about_by_client_credentials_of_its_own_organisation() {
    let request = sent(Call::Secret).await;
    assert_eq!(
        request.url.path(),
        format!("/{}/oauth2/v2.0/token", super::tenant_id())
    );
    let form = form(&request);
    let names: Vec<_> = form.keys().map(String::as_str).collect();
    assert_eq!(names, ["client_id", "client_secret", "grant_type", "scope"]);
    assert_eq!(form["grant_type"], "client_credentials");
    assert_eq!(form["scope"], "https://graph.microsoft.com/.default");
}

#[tokio::test]
async fn a_token_of_another_service_is_got_by_the_refresh_token_and_the_scopes_of_that_service_alone() {
    let request = sent(Call::TokenFor).await;
    assert_eq!(request.url.path(), "/common/oauth2/v2.0/token");
    let form = form(&request);
    let names: Vec<_> = form.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "client_id",
            "client_secret",
            "grant_type",
            "refresh_token",
            "scope"
        ]
    );
    assert_eq!(form["grant_type"], "refresh_token");
    assert_eq!(form["refresh_token"], super::REFRESH);
    assert_eq!(form["scope"], "https://outlook.office.com/SMTP.Send");
}

#[tokio::test]
async fn a_code_for_two_services_is_redeemed_for_graph_alone_and_without_a_secret_where_there_is_none() {
    let server = always(ResponseTemplate::new(400)).await;
    let microsoft = microsoft(&server.uri());
    let mut request = request(microsoft.cloud(), &client_id());
    let own = request.scopes.iter();
    let all: Vec<_> = own.chain(["https://outlook.office.com/SMTP.Send"]).collect();
    request.scopes = vincula_core::sign_in::Scopes::granted(&all.join(" "));
    let redemption = super::redemption(&request, CODE);
    microsoft.redeem(&request, redemption, None).await.unwrap_err();
    let sent = server.received_requests().await.unwrap();
    let form = form(&sent[0]);
    assert_eq!(form.get("client_secret"), None);
    assert_eq!(
        form["scope"],
        "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read offline_access openid profile email"
    );
}

#[tokio::test]
async fn an_event_is_made_as_graph_documents_it_and_disturbs_nobody() {
    let request = sent(Call::Make).await;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("POST", "/v1.0/me/events")
    );
    let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
    let expected = serde_json::json!({
        "subject": "Prueba",
        "start": {"dateTime": "2026-05-24T13:34:39", "timeZone": "UTC"},
        "end": {"dateTime": "2026-05-24T13:49:39", "timeZone": "UTC"},
        "showAs": "free",
        "isReminderOn": false,
    });
    assert_eq!(body, expected);
}

#[tokio::test]
async fn an_identifier_is_one_segment_of_the_address_whatever_is_in_it() {
    for (call, method) in [(Call::IsThere, "GET"), (Call::Delete, "DELETE")] {
        let request = sent(call).await;
        assert_eq!(
            (request.method.as_str(), request.url.path()),
            (method, "/v1.0/me/events/AAMk%2FQ+==")
        );
    }
}

#[tokio::test]
async fn the_inbox_is_counted_and_no_message_is_asked_for() {
    let request = sent(Call::Inbox).await;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("GET", "/v1.0/me/mailFolders/inbox")
    );
    assert_eq!(
        request.url.query(),
        Some("%24select=unreadItemCount%2CtotalItemCount")
    );
}

#[tokio::test]
async fn no_header_gives_away_more_than_it_must() {
    for call in Call::ALL {
        let request = sent(call).await;
        // Entra refuses a secret beside an Origin; an encoding would let a small answer unpack to a large one.
        for absent in ["origin", "referer", "cookie", "accept-encoding"] {
            assert!(!request.headers.contains_key(absent), "{call:?}: {absent}");
        }
        let authorization = request
            .headers
            .get("authorization")
            .map(|value| value.to_str().unwrap().to_owned());
        let bearer = call.bears_token().then(|| format!("Bearer {TOKEN}"));
        assert_eq!(authorization, bearer, "{call:?}");
        assert!(
            request.headers["user-agent"]
                .to_str()
                .unwrap()
                .starts_with("Vincula/")
        );
    }
}

#[tokio::test]
async fn a_mail_is_sent_as_graph_documents_it() {
    let request = sent(Call::SendMail).await;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("POST", "/v1.0/me/sendMail")
    );
    assert!(request.headers.contains_key("client-request-id"));
    let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
    let expected = serde_json::json!({
        "message": {
            "subject": "Prueba",
            "body": {"contentType": "Text", "content": "Hola"},
            "toRecipients": [{"emailAddress": {"address": "ana@empresa.es"}}],
        },
        "saveToSentItems": true,
    });
    assert_eq!(body, expected);
}

#[test]
fn the_address_that_the_person_opens_asks_for_what_it_must_and_holds_no_secret() {
    let microsoft = microsoft("http://localhost:9/");
    let mut request = request(microsoft.cloud(), &client_id());
    request.login_hint = Some(Mailbox::parse("ana+erp@empresa.es").unwrap());
    let pending = pending(&request);
    let address: Url = microsoft.authorize_url(&pending);
    assert_eq!(address.path(), "/common/oauth2/v2.0/authorize");
    let pairs: Vec<(String, String)> = address.query_pairs().into_owned().collect();
    let query: BTreeMap<_, _> = pairs.iter().cloned().collect();
    assert_eq!(query.len(), pairs.len(), "a parameter stands twice: {address}");
    let expected = [
        ("client_id", client_id().as_str().to_owned()),
        ("code_challenge", pending.code_challenge()),
        ("code_challenge_method", "S256".to_owned()),
        ("login_hint", "ana+erp@empresa.es".to_owned()),
        ("prompt", "select_account".to_owned()),
        ("redirect_uri", super::REDIRECT.to_owned()),
        ("response_mode", "query".to_owned()),
        ("response_type", "code".to_owned()),
        (
            "scope",
            "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read offline_access openid profile email"
                .to_owned(),
        ),
        ("state", pending.state().to_owned()),
    ];
    assert_eq!(
        query.into_iter().collect::<Vec<_>>(),
        expected.map(|(name, value)| (name.to_owned(), value))
    );
}
