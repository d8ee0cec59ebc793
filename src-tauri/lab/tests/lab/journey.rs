//! A person from the first page to the mail, and the pages that advance by themselves.

use std::time::Duration;

use serde_json::json;
use vincula_lab::{
    Act, Autopilot, Behaviour, Ending, Lab, LabConfig, NewApplication, NewTenant, NewUser, Person, Redirect,
    UserKind,
};

use crate::bench::{Bench, CALLBACK, query};

#[tokio::test]
async fn from_the_first_page_to_the_mail() {
    let bench = Bench::new().await;
    let tokens = bench.tokens(&bench.practice.work_user).await;
    let body = json!({"message": {
        "subject": "Marca 1234",
        "toRecipients": [{"emailAddress": {"address": bench.practice.work_user}}]
    }});
    let answer = bench
        .send_mail(tokens["access_token"].as_str().unwrap(), &body)
        .await;
    assert_eq!(answer.status, 202);
    assert_eq!(
        bench.lab.world().mailbox(&bench.practice.work_user)[0].subject,
        "Marca 1234"
    );
}

#[tokio::test]
async fn a_consent_is_asked_for_once() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[]);
    let person = Person::new(&bench.practice.work_user, Behaviour::Accept);
    person.visit(&url).await.unwrap();
    let consents = || {
        bench
            .lab
            .world()
            .requests()
            .iter()
            .filter(|seen| seen.path.ends_with("/consent"))
            .count()
    };
    assert_eq!(consents(), 1);
    // One who would decline is not asked again.
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::DeclineConsent, &url)
        .await;
    assert!(
        matches!(&ending, Ending::Redirected(url) if query(url, "code").is_some()),
        "{ending:?}"
    );
    assert_eq!(consents(), 1);
}

#[tokio::test]
async fn hostile_names_are_text() {
    const HOSTILE: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let lab = Lab::start(LabConfig::default()).await.unwrap();
    let world = lab.world();
    let tenant = world.add_tenant(NewTenant {
        name: HOSTILE.to_owned(),
        domain: "x.example".to_owned(),
        ..NewTenant::default()
    });
    world.add_user(NewUser {
        address: format!("{HOSTILE}@x.example"),
        display_name: HOSTILE.to_owned(),
        kind: UserKind::Work {
            tenant: tenant.clone(),
        },
        ..NewUser::default()
    });
    let app = world.register_application(NewApplication {
        name: HOSTILE.to_owned(),
        home_tenant: tenant.clone(),
        redirects: vec![Redirect::web(CALLBACK)],
        permissions: vec!["Mail.Send".to_owned()],
        ..NewApplication::default()
    });
    let http = crate::bench::client();
    let mut url = lab
        .base_url()
        .join(&format!("{tenant}/oauth2/v2.0/authorize"))
        .unwrap();
    url.query_pairs_mut().extend_pairs([
        ("client_id", app.client_id.as_str()),
        ("response_type", "code"),
        ("redirect_uri", CALLBACK),
        ("scope", "Mail.Send"),
        ("login_hint", HOSTILE),
    ]);
    let sign_in = http.get(url.clone()).send().await.unwrap().text().await.unwrap();
    world.set_autopilot(Some(Autopilot {
        address: format!("{HOSTILE}@x.example"),
        ..Autopilot::default()
    }));
    let start = http.get(url.clone()).send().await.unwrap().text().await.unwrap();
    let consent = http
        .get(lab.base_url().join(&refresh(&start)).unwrap())
        .send()
        .await
        .unwrap();
    let policy = consent.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(policy.contains("default-src 'none'"), "{policy}");
    let consent = consent.text().await.unwrap();
    assert!(consent.contains("Enviar correo como usted."), "{consent}");
    url.query_pairs_mut().append_pair("redirect_uri", HOSTILE);
    let practice = http
        .get(lab.base_url().join("practice").unwrap())
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let mailbox = lab.base_url().join("practice/mailbox/%3Cscript%3E").unwrap();
    let mailbox = http.get(mailbox).send().await.unwrap().text().await.unwrap();
    for page in [sign_in, consent, practice, mailbox] {
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
        assert!(page.contains("&lt;script&gt;"), "{page}");
    }
}

/// Where the page's refresh leads.
fn refresh(html: &str) -> String {
    let start = html.find(";url=").expect("the page does not advance") + 5;
    html[start..].split('"').next().unwrap().replace("&amp;", "&")
}

#[tokio::test]
async fn the_autopilot_turns_the_pages() {
    let bench = Bench::new().await;
    for (act, expected) in [
        (Act::DeclineConsent, "access_denied"),
        (Act::Cancel, "access_denied"),
        (Act::Accept, ""),
    ] {
        bench.lab.world().set_autopilot(Some(Autopilot {
            address: bench.practice.work_user.clone(),
            act,
            delay: Duration::from_millis(5),
        }));
        let http = crate::bench::client();
        let mut next = bench.authorize(&bench.practice.tenant_id, &[]);
        let location = loop {
            let response = http.get(next).send().await.unwrap();
            if let Some(location) = response.headers().get("location") {
                break location.to_str().unwrap().to_owned();
            }
            next = bench.url(&refresh(&response.text().await.unwrap()));
        };
        let location = location.parse().unwrap();
        assert_eq!(query(&location, "error").unwrap_or_default(), expected);
        assert_eq!(query(&location, "code").is_some(), expected.is_empty());
    }
    bench.lab.world().set_autopilot(Some(Autopilot {
        act: Act::StayOnPage,
        ..Autopilot::default()
    }));
    let html = crate::bench::client().get(bench.authorize(&bench.practice.tenant_id, &[]));
    assert!(
        !html
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
            .contains("http-equiv")
    );
}

#[tokio::test]
async fn over_https_with_an_authority_of_its_own() {
    let lab = Lab::start(LabConfig {
        https: true,
        ..LabConfig::default()
    })
    .await
    .unwrap();
    let practice = lab.world().seed_practice();
    let app = lab.world().register_application(NewApplication {
        home_tenant: practice.tenant_id.clone(),
        redirects: vec![Redirect::web(CALLBACK)],
        ..NewApplication::default()
    });
    let mut url = lab
        .base_url()
        .join(&format!("{}/oauth2/v2.0/authorize", practice.tenant_id))
        .unwrap();
    url.query_pairs_mut().extend_pairs([
        ("client_id", app.client_id.as_str()),
        ("response_type", "code"),
        ("scope", "openid"),
    ]);
    assert_eq!(url.scheme(), "https");
    let pem = lab.certificate_authority_pem().unwrap();
    let person = Person::trusting(&practice.work_user, Behaviour::Accept, pem).unwrap();
    let ending = person.visit(&url).await.unwrap();
    assert!(matches!(ending, Ending::Redirected(_)), "{ending:?}");
    let stranger = Person::new(&practice.work_user, Behaviour::Accept);
    assert!(
        stranger.visit(&url).await.is_err(),
        "nobody trusts the lab unasked"
    );
}
