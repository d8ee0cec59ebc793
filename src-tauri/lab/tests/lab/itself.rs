//! The lab as a program: faults, records, borders.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vincula_lab::{Ending, Forced, Lab, LabConfig, Place, published_codes};

use crate::bench::{Answer, Bench};

#[tokio::test]
async fn any_published_code_can_be_forced() {
    let bench = Bench::new().await;
    assert!(published_codes().len() > 800);
    for entry in published_codes() {
        bench
            .lab
            .world()
            .force_once(Place::Token, Forced::Code(format!("AADSTS{}", entry.code)));
        let answer = bench.redeem("x", &[]).await;
        assert_eq!(answer.body["error_codes"], json!([entry.code]));
        assert!(!answer.body.to_string().contains("{identifier}"));
        assert!((400..500).contains(&answer.status), "{}", answer.status);
        let text = answer.body["error_description"].as_str().unwrap();
        assert!(text.starts_with(&format!("AADSTS{}: ", entry.code)), "{text}");
    }
    assert_eq!(
        bench.redeem("x", &[]).await.verdict().2,
        9_002_313,
        "nothing is left forced"
    );
}

#[tokio::test]
async fn a_code_forced_at_authorize_takes_its_own_shape() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[]);
    for (code, redirects) in [
        ("AADSTS53003", false),
        ("AADSTS50105", false),
        ("AADSTS65004", true),
        ("AADSTS90094", false),
    ] {
        bench
            .lab
            .world()
            .force_once(Place::Authorize, Forced::Code(code.to_owned()));
        let ending = bench
            .visit(&bench.practice.work_user, vincula_lab::Behaviour::Accept, &url)
            .await;
        match ending {
            Ending::Redirected(url) => assert!(redirects && url.as_str().contains(code), "{url}"),
            Ending::Stuck { code: shown, .. } => {
                assert!(!redirects && shown.as_deref() == Some(code), "{shown:?}");
            }
        }
    }
}

#[tokio::test]
async fn faults_of_the_wire() {
    let bench = Bench::new().await;
    let world = bench.lab.world();
    let url = bench.url("common/v2.0/.well-known/openid-configuration");
    let get = async || bench.http.get(url.clone()).send().await;

    world.force_once(Place::Metadata, Forced::Status(503, Some("120".to_owned())));
    let response = get().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["retry-after"]),
        (503, &"120".parse().unwrap())
    );

    world.force_once(Place::Metadata, Forced::Drop);
    assert!(get().await.is_err());
    assert_eq!(world.requests().last().map(|seen| seen.status), Some(0));

    world.force_once(Place::Metadata, Forced::Truncate(50));
    let response = get().await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.bytes().await.is_err());

    let body = Forced::Body(200, "text/html".to_owned(), "<p>Wi-Fi</p>".to_owned());
    world.force_once(Place::Metadata, body);
    assert_eq!(get().await.unwrap().text().await.unwrap(), "<p>Wi-Fi</p>");

    world.force_once(Place::Metadata, Forced::Hang(Duration::from_millis(200)));
    let start = Instant::now();
    assert_eq!(get().await.unwrap().status(), 200);
    assert!(start.elapsed() >= Duration::from_millis(200));

    world.force_once(Place::Metadata, Forced::Drip(Duration::from_micros(1)));
    assert!(get().await.unwrap().json::<Value>().await.is_ok());

    world.force_once(Place::Metadata, Forced::DateSkew(-86_400));
    let skewed = get().await.unwrap().headers()["date"]
        .to_str()
        .unwrap()
        .to_owned();
    let plain = get().await.unwrap().headers()["date"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_ne!(skewed[..16], plain[..16]);

    world.force(Place::Metadata, Forced::Status(500, None));
    for _ in 0..2 {
        assert_eq!(get().await.unwrap().status(), 500);
    }
    world.clear_forced();
    assert_eq!(get().await.unwrap().status(), 200);
}

#[tokio::test]
async fn records_hold_no_secret() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    bench.redeem(&code, &[("client_secret", "wrong-canary")]).await;
    let tokens = bench.redeem(&code, &[]).await.body;
    let _ = bench
        .send_mail(tokens["access_token"].as_str().unwrap(), &json!({}))
        .await;
    let state = bench.page(bench.url("lab/state")).await;
    let seen = format!(
        "{:?} {:?} {:?} {state}",
        bench.lab.world().requests(),
        bench.lab,
        bench.secret
    );
    let token = tokens["access_token"].as_str().unwrap();
    for secret in [
        &bench.secret.value,
        "wrong-canary",
        &code,
        token,
        crate::bench::VERIFIER,
    ] {
        assert!(!seen.contains(secret), "{secret}");
    }
    let posted = bench
        .lab
        .world()
        .requests()
        .into_iter()
        .find(|seen| seen.path.ends_with("/token"))
        .unwrap();
    assert_eq!((posted.method.as_str(), posted.status), ("POST", 401));
}

#[tokio::test]
async fn other_sites_and_other_hosts_are_refused() {
    let bench = Bench::new().await;
    let status = async |path: &str, name: &str, value: &str| {
        bench
            .http
            .get(bench.url(path))
            .header(name, value)
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    for path in ["lab/state", "practice"] {
        assert_eq!(status(path, "origin", "https://evil.example").await, 403);
        assert_eq!(status(path, "origin", "null").await, 403);
        assert_eq!(status(path, "host", "evil.example").await, 421);
        assert_eq!(status(path, "host", "localhost.evil.example").await, 421);
        let own = bench.lab.base_url().origin().ascii_serialization();
        assert_eq!(status(path, "origin", &own).await, 200);
    }
}

#[tokio::test]
async fn administration_by_json() {
    let lab = Lab::start(LabConfig::default()).await.unwrap();
    let http = crate::bench::client();
    let url = |path: &str| lab.base_url().join(path).unwrap();
    let post = async |path: &str, body: Value| {
        Answer::of(http.post(url(path)).json(&body).send().await.unwrap())
            .await
            .body
    };
    let practice = post("lab/practice", json!({})).await;
    let app = post(
        "lab/applications",
        json!({
            "name": "ERP",
            "home_tenant": practice["tenant_id"],
            "audience": "single-tenant",
            "redirects": [{"platform": "web", "uri": "https://erp.example.com/cb"}],
            "permissions": ["Mail.Send"]
        }),
    )
    .await;
    let id = app["client_id"].as_str().unwrap();
    let secret = post(&format!("lab/applications/{id}/secrets"), json!({"seconds": 60})).await;
    assert_eq!(secret["value"].as_str().map(str::len), Some(40));
    post(
        "lab/force",
        json!({"place": "token", "fault": {"code": "AADSTS53003"}, "once": true}),
    )
    .await;
    let answer = Answer::of(http.post(url("common/oauth2/v2.0/token")).send().await.unwrap()).await;
    assert_eq!(answer.verdict(), (400, "invalid_grant", 53003));
    post("lab/clock", json!({"advance_seconds": 61})).await;
    let form = [
        ("client_id", id),
        ("grant_type", "client_credentials"),
        ("scope", "https://graph.microsoft.com/.default"),
        ("client_secret", secret["value"].as_str().unwrap()),
    ];
    let token = url(&format!(
        "{}/oauth2/v2.0/token",
        practice["tenant_id"].as_str().unwrap()
    ));
    let answer = Answer::of(http.post(token).form(&form).send().await.unwrap()).await;
    assert_eq!(answer.verdict(), (401, "invalid_client", 7_000_222));
}

#[tokio::test]
async fn a_stopped_lab_is_gone() {
    let bench = Bench::new().await;
    let url = bench.url("lab/state");
    assert_eq!(bench.http.get(url.clone()).send().await.unwrap().status(), 200);
    bench.lab.stop().await;
    assert!(
        bench.http.get(url).send().await.is_err(),
        "kept connections are closed too"
    );
}

#[tokio::test]
async fn applications_in_tenants_and_mailboxes_are_administered_by_json() {
    let bench = crate::bench::Bench::new().await;
    let id = &bench.app.client_id;
    let other = &bench.practice.other_tenant_id;
    let user = &bench.practice.work_user;
    let send = async |method: reqwest::Method, path: &str, body: Value| {
        let request = bench.http.request(method, bench.url(path)).json(&body);
        let answer = Answer::of(request.send().await.unwrap()).await;
        assert!(answer.status < 300, "{path}: {}", answer.status);
        answer.body
    };
    let (post, put, delete) = (
        reqwest::Method::POST,
        reqwest::Method::PUT,
        reqwest::Method::DELETE,
    );
    let knows = || bench.lab.world().service_principals(other).contains(id);

    let permissions = format!("lab/applications/{id}/application-permissions");
    send(post.clone(), &permissions, json!(["Calendars.ReadWrite"])).await;
    let state = send(reqwest::Method::GET, "lab/state", Value::Null).await;
    assert_eq!(
        state["applications"][0]["application_permissions"],
        json!(["Calendars.ReadWrite"])
    );

    let there = format!("lab/applications/{id}/tenants/{other}");
    send(put.clone(), &there, Value::Null).await;
    assert!(knows());
    send(delete.clone(), &format!("{there}/consents"), Value::Null).await;
    assert!(knows());
    send(delete, &there, Value::Null).await;
    assert!(!knows());

    send(
        put,
        &format!("lab/inbox/{user}"),
        json!({"unread": 3, "total": 9}),
    )
    .await;
    assert_eq!(
        bench.lab.world().inbox(user),
        vincula_lab::Inbox { unread: 3, total: 9 }
    );
    for kind in ["event", "contact"] {
        let items = send(
            reqwest::Method::GET,
            &format!("lab/items/{user}/{kind}"),
            Value::Null,
        )
        .await;
        assert_eq!(items, json!([]));
    }

    let tokens = bench.tokens(user).await;
    bench.lab.world().advance_clock(std::time::Duration::from_secs(1));
    send(post, &format!("lab/users/{user}/revoke"), Value::Null).await;
    let form = [
        ("client_id", id.as_str()),
        ("grant_type", "refresh_token"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
        ("client_secret", &bench.secret.value),
    ];
    let refused = bench.post_token(&bench.practice.tenant_id, &form).await;
    assert_eq!(refused.verdict(), (400, "invalid_grant", 50173));
}
