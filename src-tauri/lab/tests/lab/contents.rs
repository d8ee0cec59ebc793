//! Events, contacts and folder counts at Microsoft Graph, for a person.

use reqwest::Method;
use serde_json::{Value, json};
use vincula_lab::{Forced, Inbox, ItemKind, MailboxKind, Place};

use crate::bench::{Answer, Bench};

pub(crate) fn event() -> Value {
    json!({
        "subject": "Prueba de Vincula",
        "start": {"dateTime": "2026-11-25T10:00:00", "timeZone": "Europe/Madrid"},
        "end": {"dateTime": "2026-11-25T10:30:00", "timeZone": "Europe/Madrid"}
    })
}

pub(crate) fn contact() -> Value {
    json!({
        "givenName": "Prueba",
        "surname": "de Vincula",
        "emailAddresses": [{"address": "prueba@ejemplo.example", "name": "Prueba"}]
    })
}

pub(crate) async fn graph(
    bench: &Bench,
    method: Method,
    path: &str,
    token: &str,
    body: Option<&Value>,
) -> Answer {
    let url = bench.lab.base_url().join("v1.0/").unwrap().join(path).unwrap();
    let mut request = bench.http.request(method, url).bearer_auth(token);
    if let Some(body) = body {
        request = request.json(body);
    }
    Answer::of(request.send().await.unwrap()).await
}

/// A token of the ordinary member for these permissions, which the administrator agreed to.
async fn token(bench: &Bench, permissions: &[&str]) -> String {
    let world = bench.lab.world();
    world.set_permissions(&bench.app.client_id, permissions);
    world.grant_admin_consent(&bench.app.client_id);
    let scope = permissions.join(" ");
    let code = bench
        .code_for(
            &bench.practice.work_user,
            &bench.practice.tenant_id,
            &[("scope", &scope)],
        )
        .await;
    let answer = bench.redeem(&code, &[("scope", &scope)]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["access_token"].as_str().unwrap().to_owned()
}

fn refusal(answer: &Answer) -> (u16, &str) {
    (
        answer.status,
        answer.body["error"]["code"].as_str().unwrap_or_default(),
    )
}

#[tokio::test]
async fn an_event_and_a_contact_are_made_read_and_deleted() {
    let bench = Bench::new().await;
    let token = token(&bench, &["Calendars.ReadWrite", "Contacts.ReadWrite"]).await;
    let user = &bench.practice.work_user;
    for (collection, kind, sent) in [
        ("events", ItemKind::Event, event()),
        ("contacts", ItemKind::Contact, contact()),
    ] {
        let made = graph(
            &bench,
            Method::POST,
            &format!("me/{collection}"),
            &token,
            Some(&sent),
        )
        .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let context = made.body["@odata.context"].as_str().unwrap();
        assert!(context.starts_with("https://graph.microsoft.com/v1.0/$metadata#users('"));
        assert!(
            context.ends_with(&format!("')/{collection}/$entity")),
            "{context}"
        );
        assert!(made.body["@odata.etag"].as_str().unwrap().starts_with("W/\""));
        for (name, value) in sent.as_object().unwrap() {
            assert_eq!(&made.body[name], value, "{name}");
        }
        let id = made.body["id"].as_str().unwrap();
        assert_eq!(bench.lab.world().items(user, kind)[0].id, id);

        let path = format!("me/{collection}/{id}");
        let read = graph(&bench, Method::GET, &path, &token, None).await;
        assert_eq!((read.status, &read.body), (200, &made.body));
        // By its owner's name the mailbox is the same.
        let named = format!("users/{user}/{collection}/{id}?$select=changeKey");
        let read = graph(&bench, Method::GET, &named, &token, None).await;
        let keys: Vec<_> = read
            .body
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(keys, ["@odata.context", "@odata.etag", "id", "changeKey"]);

        let gone = graph(&bench, Method::DELETE, &path, &token, None).await;
        assert_eq!((gone.status, gone.body), (204, Value::String(String::new())));
        assert!(bench.lab.world().items(user, kind).is_empty());
        for method in [Method::GET, Method::DELETE] {
            let again = graph(&bench, method, &path, &token, None).await;
            assert_eq!(refusal(&again), (404, "ErrorItemNotFound"));
        }
        let odd = graph(&bench, Method::GET, &format!("me/{collection}/1"), &token, None).await;
        assert_eq!(refusal(&odd), (400, "ErrorInvalidIdMalformed"));
    }
}

#[tokio::test]
async fn what_is_no_event_is_refused() {
    let bench = Bench::new().await;
    let token = token(&bench, &["Calendars.ReadWrite", "Contacts.ReadWrite"]).await;
    let check = async |path: &str, body: Value, status: u16, code: &str| {
        let answer = graph(&bench, Method::POST, path, &token, Some(&body)).await;
        assert_eq!(refusal(&answer), (status, code), "{body}");
    };
    let with = |name: &str, value: Value| {
        let mut event = event();
        event[name] = value;
        event
    };
    check("me/events", json!({}), 400, "ErrorPropertyValidationFailure").await;
    check("me/events", json!([]), 400, "BadRequest").await;
    check("me/events", with("subjct", json!("x")), 400, "RequestBodyRead").await;
    let early = json!({"dateTime": "2017-04-30T00:00:00", "timeZone": "Europe/Madrid"});
    check(
        "me/events",
        with("end", early),
        400,
        "ErrorPropertyValidationFailure",
    )
    .await;
    let nowhere = json!({"dateTime": "2026-11-25T11:00:00", "timeZone": "Madrid"});
    check(
        "me/events",
        with("end", nowhere),
        400,
        "TimeZoneNotSupportedException",
    )
    .await;
    check("me/contacts", json!({"name": "Ana"}), 400, "RequestBodyRead").await;
    let nameless = json!({"emailAddresses": [{"name": "Ana"}]});
    check("me/contacts", nameless, 400, "ErrorPropertyValidationFailure").await;
    assert!(
        bench
            .lab
            .world()
            .items(&bench.practice.work_user, ItemKind::Event)
            .is_empty()
    );
}

#[tokio::test]
async fn the_permission_decides_what_may_be_done() {
    let bench = Bench::new().await;
    let writer = token(&bench, &["Calendars.ReadWrite", "Contacts.ReadWrite"]).await;
    let made = graph(&bench, Method::POST, "me/events", &writer, Some(&event())).await;
    let path = format!("me/events/{}", made.body["id"].as_str().unwrap());

    bench.lab.world().revoke_consents(&bench.app.client_id);
    let reader = token(&bench, &["Calendars.Read", "Mail.ReadBasic"]).await;
    assert_eq!(graph(&bench, Method::GET, &path, &reader, None).await.status, 200);
    assert_eq!(
        graph(&bench, Method::GET, "me/mailFolders", &reader, None)
            .await
            .status,
        200
    );
    for (method, path, body) in [
        (Method::POST, "me/events", Some(event())),
        (Method::DELETE, path.as_str(), None),
        (Method::POST, "me/contacts", Some(contact())),
    ] {
        let answer = graph(&bench, method.clone(), path, &reader, body.as_ref()).await;
        assert_eq!(refusal(&answer), (403, "ErrorAccessDenied"), "{method} {path}");
        assert_eq!(
            answer.body["error"]["message"],
            "Access is denied. Check credentials and try again."
        );
    }
    // Another person's mailbox is closed, whatever the permission.
    let other = format!("users/{}/events", bench.practice.administrator);
    let answer = graph(&bench, Method::POST, &other, &writer, Some(&event())).await;
    assert_eq!(refusal(&answer), (403, "ErrorAccessDenied"));
    // The calendar is no mail.
    bench.lab.world().revoke_consents(&bench.app.client_id);
    let calendar = token(&bench, &["Calendars.ReadWrite"]).await;
    let answer = graph(&bench, Method::GET, "me/mailFolders/inbox", &calendar, None).await;
    assert_eq!(refusal(&answer), (403, "ErrorAccessDenied"));
}

#[tokio::test]
async fn the_inbox_says_how_much_is_unread_and_stays_unread() {
    let bench = Bench::new().await;
    let world = bench.lab.world();
    let user = &bench.practice.work_user;
    let token = token(&bench, &["Mail.Read", "Mail.Send"]).await;
    world.set_inbox(user, Inbox { unread: 7, total: 40 });
    let message = json!({"message": {
        "subject": "x",
        "toRecipients": [{"emailAddress": {"address": user}}]
    }});
    assert_eq!(bench.send_mail(&token, &message).await.status, 202);
    for _ in 0..2 {
        let inbox = graph(&bench, Method::GET, "me/mailFolders/inbox", &token, None).await;
        assert_eq!(
            (
                inbox.status,
                &inbox.body["displayName"],
                &inbox.body["unreadItemCount"],
                &inbox.body["totalItemCount"]
            ),
            (200, &json!("Bandeja de entrada"), &json!(8), &json!(41))
        );
    }
    assert_eq!(world.inbox(user), Inbox { unread: 8, total: 41 });

    let list = "me/mailFolders?$select=displayName,unreadItemCount";
    let folders = graph(&bench, Method::GET, list, &token, None).await;
    let first = folders.body["value"][0].as_object().unwrap();
    assert_eq!(
        first.keys().map(String::as_str).collect::<Vec<_>>(),
        ["id", "displayName", "unreadItemCount"]
    );
    let names: Vec<_> = folders.body["value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|folder| folder["displayName"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"Elementos enviados"), "{names:?}");
    // By its id it is the same folder, and a name that Graph does not know is none.
    let by_id = format!("me/mailFolders/{}", first["id"].as_str().unwrap());
    assert_eq!(
        graph(&bench, Method::GET, &by_id, &token, None).await.body["unreadItemCount"],
        8
    );
    let odd = graph(&bench, Method::GET, "me/mailFolders/entrada", &token, None).await;
    assert_eq!(refusal(&odd), (400, "ErrorInvalidIdMalformed"));
    let odd = graph(
        &bench,
        Method::GET,
        "me/mailFolders/inbox?$select=unread",
        &token,
        None,
    )
    .await;
    assert_eq!(refusal(&odd), (400, "RequestBroker--ParseUri"));
}

#[tokio::test]
async fn without_a_mailbox_there_is_nothing_to_read() {
    let bench = Bench::new().await;
    let token = token(
        &bench,
        &["Mail.Read", "Calendars.ReadWrite", "Contacts.ReadWrite"],
    )
    .await;
    for (kind, code) in [
        (MailboxKind::None, "MailboxNotEnabledForRESTAPI"),
        (MailboxKind::Guest, "ResourceNotFound"),
    ] {
        bench.lab.world().set_mailbox(&bench.practice.work_user, kind);
        for (method, path, body) in [
            (Method::GET, "me/mailFolders/inbox", None),
            (Method::POST, "me/events", Some(event())),
            (Method::POST, "me/contacts", Some(contact())),
        ] {
            let answer = graph(&bench, method, path, &token, body.as_ref()).await;
            assert_eq!(refusal(&answer), (404, code), "{path}");
        }
    }
}

#[tokio::test]
async fn faults_can_be_forced_at_each_place() {
    let bench = Bench::new().await;
    let token = token(
        &bench,
        &["Mail.Read", "Calendars.ReadWrite", "Contacts.ReadWrite"],
    )
    .await;
    let made = graph(&bench, Method::POST, "me/events", &token, Some(&event())).await;
    let event_path = format!("me/events/{}", made.body["id"].as_str().unwrap());
    let made = graph(&bench, Method::POST, "me/contacts", &token, Some(&contact())).await;
    let contact_path = format!("me/contacts/{}", made.body["id"].as_str().unwrap());
    let user = format!("users/{}/mailFolders/inbox", bench.practice.work_user);
    for (place, method, path, body) in [
        (Place::CreateEvent, Method::POST, "me/events", Some(event())),
        (Place::ReadEvent, Method::GET, event_path.as_str(), None),
        (Place::DeleteEvent, Method::DELETE, event_path.as_str(), None),
        (Place::CreateContact, Method::POST, "me/contacts", Some(contact())),
        (Place::ReadContact, Method::GET, contact_path.as_str(), None),
        (Place::DeleteContact, Method::DELETE, contact_path.as_str(), None),
        (Place::MailFolders, Method::GET, "me/mailFolders?$top=1", None),
        (Place::MailFolders, Method::GET, user.as_str(), None),
    ] {
        bench
            .lab
            .world()
            .force_once(place, Forced::Code("ApplicationThrottled".to_owned()));
        let answer = graph(&bench, method.clone(), path, &token, body.as_ref()).await;
        assert_eq!(refusal(&answer), (429, "ApplicationThrottled"), "{place:?}");
        assert_eq!(answer.header("retry-after"), "10");
        let answer = graph(&bench, method, path, &token, body.as_ref()).await;
        assert!(answer.status < 300, "{place:?}: {}", answer.body);
    }
}
