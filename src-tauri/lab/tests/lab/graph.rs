//! Rules of Microsoft Graph.

use serde_json::{Value, json};
use vincula_lab::{Forced, MailboxKind, Place};

use crate::bench::{Answer, Bench};

fn mail(to: &str) -> Value {
    json!({
        "message": {
            "subject": "Prueba 4711",
            "body": {"contentType": "Text", "content": "Hola"},
            "toRecipients": [{"emailAddress": {"address": to}}]
        }
    })
}

fn token(tokens: &Value) -> &str {
    tokens["access_token"].as_str().unwrap()
}

#[tokio::test]
async fn me_has_the_default_fields() {
    let bench = Bench::new().await;
    let tokens = bench.tokens(&bench.practice.work_user).await;
    let me = bench
        .http
        .get(bench.url("v1.0/me"))
        .bearer_auth(token(&tokens))
        .send()
        .await
        .unwrap();
    let me = Answer::of(me).await;
    assert_eq!(me.status, 200);
    let keys: Vec<_> = me.body.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "@odata.context",
            "businessPhones",
            "displayName",
            "givenName",
            "jobTitle",
            "mail",
            "mobilePhone",
            "officeLocation",
            "preferredLanguage",
            "surname",
            "userPrincipalName",
            "id"
        ]
    );
    assert_eq!(me.body["mail"], bench.practice.work_user.as_str());
}

#[tokio::test]
async fn a_mail_is_accepted_with_an_empty_body_and_arrives() {
    let bench = Bench::new().await;
    let tokens = bench.tokens(&bench.practice.work_user).await;
    let answer = bench
        .send_mail(token(&tokens), &mail(&bench.practice.administrator))
        .await;
    assert_eq!((answer.status, answer.body), (202, Value::String(String::new())));
    let received = bench.lab.world().mailbox(&bench.practice.administrator);
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].subject, "Prueba 4711");
    assert!(!received[0].external);
    assert_eq!(bench.lab.world().sent_items(&bench.practice.work_user).len(), 1);

    let mut unsaved = mail("someone@elsewhere.example");
    unsaved["saveToSentItems"] = json!(false);
    assert_eq!(bench.send_mail(token(&tokens), &unsaved).await.status, 202);
    assert!(bench.lab.world().mailbox("someone@elsewhere.example")[0].external);
    assert_eq!(bench.lab.world().sent_items(&bench.practice.work_user).len(), 1);
}

#[tokio::test]
async fn refusals() {
    let bench = Bench::new().await;
    let world = bench.lab.world();
    let tokens = bench.tokens(&bench.practice.work_user).await;
    let good = mail(&bench.practice.administrator);
    let check = async |body: &Value, status: u16, code: &str| {
        let answer = bench.send_mail(token(&tokens), body).await;
        assert_eq!(
            (answer.status, answer.body["error"]["code"].as_str()),
            (status, Some(code)),
            "{body}"
        );
    };

    let mut foreign = good.clone();
    foreign["message"]["from"] = json!({"emailAddress": {"address": "jefe@ferreteriasoler.example"}});
    check(&foreign, 403, "ErrorSendAsDenied").await;
    let mut nobody = good.clone();
    nobody["message"]["toRecipients"] = json!([]);
    check(&nobody, 400, "ErrorInvalidRecipients").await;
    let mut misspelt = good.clone();
    misspelt["message"]["subjct"] = json!("x");
    check(&misspelt, 400, "RequestBodyRead").await;
    check(&json!([1]), 400, "BadRequest").await;
    check(&json!({}), 400, "ErrorInvalidParameter").await;

    world.set_mailbox(&bench.practice.work_user, MailboxKind::None);
    check(&good, 404, "MailboxNotEnabledForRESTAPI").await;
    world.set_mailbox(&bench.practice.work_user, MailboxKind::Guest);
    check(&good, 404, "ResourceNotFound").await;
    world.set_mailbox(&bench.practice.work_user, MailboxKind::Active);

    world.advance_clock(std::time::Duration::from_hours(2));
    let answer = bench.send_mail(token(&tokens), &good).await;
    assert_eq!(
        answer.body["error"]["message"],
        "Lifetime validation failed, the token is expired."
    );
    assert!(world.mailbox(&bench.practice.administrator).is_empty());
}

#[tokio::test]
async fn without_mail_send_in_the_token_access_is_denied() {
    let bench = Bench::new().await;
    bench
        .lab
        .world()
        .force_once(Place::Token, Forced::WithoutScope("Mail.Send".to_owned()));
    let tokens = bench.tokens(&bench.practice.work_user).await;
    assert!(!tokens["scope"].as_str().unwrap().contains("Mail.Send"));
    let answer = bench.send_mail(token(&tokens), &mail("a@b.example")).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.body["error"]["code"], "ErrorAccessDenied");
    assert_eq!(
        answer.body["error"]["message"],
        "Access is denied. Check credentials and try again."
    );
}

#[tokio::test]
async fn a_token_of_the_application_has_no_me() {
    let bench = Bench::new().await;
    let form = [
        ("client_id", bench.app.client_id.as_str()),
        ("grant_type", "client_credentials"),
        ("scope", "https://graph.microsoft.com/.default"),
        ("client_secret", bench.secret.value.as_str()),
    ];
    let tokens = bench.post_token(&bench.practice.tenant_id, &form).await.body;
    let me = bench
        .http
        .get(bench.url("v1.0/me"))
        .bearer_auth(token(&tokens))
        .send()
        .await
        .unwrap();
    assert_eq!(me.status(), 400);
}

#[tokio::test]
async fn the_mime_form() {
    use base64::Engine as _;
    let bench = Bench::new().await;
    let tokens = bench.tokens(&bench.practice.work_user).await;
    let send = async |body: String| {
        let request = bench
            .http
            .post(bench.url("v1.0/me/sendMail"))
            .bearer_auth(token(&tokens));
        Answer::of(
            request
                .header("content-type", "text/plain")
                .body(body)
                .send()
                .await
                .unwrap(),
        )
        .await
    };
    let text = "Subject: MIME\r\nTo: Ana <ana@elsewhere.example>\r\n\r\nHola\r\n";
    assert_eq!(
        send(base64::engine::general_purpose::STANDARD.encode(text))
            .await
            .status,
        202
    );
    assert_eq!(
        bench.lab.world().mailbox("ana@elsewhere.example")[0].subject,
        "MIME"
    );
    let answer = send("%%%".to_owned()).await;
    assert_eq!(
        answer.body["error"]["code"],
        "ErrorMimeContentInvalidBase64String"
    );
}
