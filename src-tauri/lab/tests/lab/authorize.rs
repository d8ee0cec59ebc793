//! Rules of the authorize endpoint.

use vincula_lab::{Audience, Behaviour, Ending, LabConfig};

use crate::bench::{Bench, CALLBACK, query};

/// Parameters to replace, or to remove by an empty value.
type Changes<'a> = &'a [(&'a str, &'a str)];

#[tokio::test]
async fn failures_that_never_reach_the_application() {
    let bench = Bench::new().await;
    let tenant = bench.practice.tenant_id.as_str();
    let other = bench.practice.other_tenant_id.as_str();
    let rows: [(&str, Changes, &str); 9] = [
        (
            tenant,
            &[("redirect_uri", "https://erp.example.com/other")],
            "AADSTS50011: The redirect URI &#39;https://erp.example.com/other&#39; specified in the request does not match the redirect URIs configured for the application &#39;",
        ),
        (
            tenant,
            &[("client_id", "11111111-2222-3333-4444-555555555555")],
            "AADSTS700016: ",
        ),
        (tenant, &[("client_id", "not-a-guid")], "AADSTS700016: "),
        (other, &[], "AADSTS700016: "),
        ("nowhere.example", &[], "AADSTS90002: "),
        ("common", &[], "AADSTS50194: "),
        ("consumers", &[], "AADSTS9002332: "),
        (
            tenant,
            &[("client_id", "")],
            "AADSTS900144: The request body must contain the following parameter: &#39;client_id&#39;.",
        ),
        (
            tenant,
            &[("scope", "")],
            "AADSTS900144: The request body must contain the following parameter: &#39;scope&#39;.",
        ),
    ];
    for (tenant, changes, text) in rows {
        let response = bench
            .http
            .get(bench.authorize(tenant, changes))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 200, "{text}");
        assert!(response.headers().get("location").is_none());
        let html = response.text().await.unwrap();
        assert!(html.contains(text), "{text} in {html}");
        assert!(html.contains("Correlation Id") && html.contains("Request Id"));
    }
}

#[tokio::test]
async fn audiences_and_endpoints() {
    use Audience::{MultiTenant, MultiTenantAndPersonal, PersonalOnly};
    // Audience, endpoint, person; the code on the page, or success.
    let rows = [
        (MultiTenant, "common", "work", None),
        (MultiTenant, "organizations", "work", None),
        (MultiTenant, "common", "other", None),
        (MultiTenant, "tenant", "other", Some("AADSTS50020")),
        (MultiTenant, "tenant", "personal", Some("AADSTS50020")),
        (MultiTenantAndPersonal, "common", "personal", None),
        (MultiTenantAndPersonal, "consumers", "personal", None),
        (MultiTenantAndPersonal, "tenant", "work", None),
        (PersonalOnly, "consumers", "personal", None),
        (PersonalOnly, "common", "personal", Some("AADSTS9002346")),
        (PersonalOnly, "organizations", "work", Some("AADSTS9002331")),
        (PersonalOnly, "tenant", "work", Some("AADSTS9002346")),
    ];
    for (audience, endpoint, person, expected) in rows {
        let bench = Bench::with(LabConfig::default(), audience).await;
        let endpoint = if endpoint == "tenant" {
            bench.practice.tenant_id.as_str()
        } else {
            endpoint
        };
        let address = match person {
            "work" => &bench.practice.work_user,
            "other" => &bench.practice.other_user,
            _ => &bench.practice.personal_user,
        };
        let ending = bench
            .visit(address, Behaviour::Accept, &bench.authorize(endpoint, &[]))
            .await;
        match (&ending, expected) {
            (Ending::Redirected(url), None) => {
                assert!(query(url, "code").is_some(), "{audience:?} {endpoint} {url}");
            }
            (Ending::Stuck { code, .. }, Some(expected)) => assert_eq!(code.as_deref(), Some(expected)),
            _ => panic!("{audience:?} {endpoint} {person}: {ending:?}"),
        }
    }
}

#[tokio::test]
async fn a_personal_account_is_turned_away_beside_the_field() {
    let bench = Bench::with(LabConfig::default(), Audience::MultiTenant).await;
    let url = bench.authorize("organizations", &[]);
    let ending = bench
        .visit(&bench.practice.personal_user, Behaviour::Accept, &url)
        .await;
    assert_eq!(
        ending,
        Ending::Stuck {
            status: 200,
            code: None
        }
    );
}

#[tokio::test]
async fn an_unknown_person_is_told_so() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[]);
    let ending = bench
        .visit("nadie@ferreteriasoler.example", Behaviour::Accept, &url)
        .await;
    assert_eq!(
        ending,
        Ending::Stuck {
            status: 200,
            code: Some("AADSTS50034".to_owned())
        }
    );
}

#[tokio::test]
async fn prompt_none_answers_at_once() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[("prompt", "none")]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    let Ending::Redirected(answer) = ending else {
        panic!("{ending:?}")
    };
    assert_eq!(query(&answer, "error").as_deref(), Some("login_required"));
    assert!(
        query(&answer, "error_description")
            .unwrap()
            .starts_with("AADSTS50058: ")
    );

    let person = vincula_lab::Person::new(&bench.practice.work_user, Behaviour::Accept);
    let Ending::Redirected(answer) = person
        .visit(&bench.authorize(&bench.practice.tenant_id, &[]))
        .await
        .unwrap()
    else {
        panic!()
    };
    assert!(query(&answer, "code").is_some());
    let Ending::Redirected(answer) = person.visit(&url).await.unwrap() else {
        panic!()
    };
    assert!(
        query(&answer, "code").is_some(),
        "signed in and consented: {answer}"
    );
    bench.lab.world().revoke_consents(&bench.app.client_id);
    let Ending::Redirected(answer) = person.visit(&url).await.unwrap() else {
        panic!()
    };
    assert_eq!(query(&answer, "error").as_deref(), Some("interaction_required"));
    assert!(
        query(&answer, "error_description")
            .unwrap()
            .starts_with("AADSTS65001: ")
    );
}

#[tokio::test]
async fn select_account_shows_who_is_signed_in() {
    let bench = Bench::new().await;
    let person = vincula_lab::Person::new(&bench.practice.work_user, Behaviour::Accept);
    let url = bench.authorize(&bench.practice.tenant_id, &[("prompt", "select_account")]);
    for _ in 0..2 {
        let ending = person.visit(&url).await.unwrap();
        assert!(
            matches!(&ending, Ending::Redirected(url) if query(url, "code").is_some()),
            "{ending:?}"
        );
    }
    assert!(
        bench
            .lab
            .world()
            .requests()
            .iter()
            .any(|seen| seen.path.ends_with("/account"))
    );
}

#[tokio::test]
async fn the_hint_is_filled_in_and_the_language_chosen() {
    let bench = Bench::new().await;
    let tenant = &bench.practice.tenant_id;
    let html = bench
        .page(bench.authorize(tenant, &[("login_hint", "marta@ferreteriasoler.example")]))
        .await;
    assert!(html.contains("value=\"marta@ferreteriasoler.example\""));
    assert!(html.contains("Laboratorio de prácticas de Vincula – esto no es Microsoft"));
    let html = bench.page(bench.authorize(tenant, &[("mkt", "en-US")])).await;
    assert!(html.contains("this is not Microsoft") && html.contains("lang=\"en\""));
}

#[tokio::test]
async fn state_comes_back_unchanged() {
    let bench = Bench::new().await;
    for state in ["a+b %2B=&?#ñ", "{\"x\":[1]}", "-_.~!*'()"] {
        let url = bench.authorize(&bench.practice.tenant_id, &[("state", state)]);
        let ending = bench
            .visit(&bench.practice.work_user, Behaviour::Accept, &url)
            .await;
        let Ending::Redirected(url) = ending else {
            panic!("{ending:?}")
        };
        assert_eq!(query(&url, "state").as_deref(), Some(state));
        assert_eq!(query(&url, "session_state").map(|id| id.len()), Some(36));
    }
}

#[tokio::test]
async fn response_modes() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[("response_mode", "fragment")]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    let Ending::Redirected(url) = ending else {
        panic!("{ending:?}")
    };
    assert!(url.query().is_none() && url.fragment().unwrap().starts_with("code="));
    let url = bench.authorize(&bench.practice.tenant_id, &[("response_mode", "form_post")]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    assert_eq!(ending, Ending::Redirected(CALLBACK.parse().unwrap()));
}

#[tokio::test]
async fn unsupported_requests_go_back_to_the_application() {
    let bench = Bench::new().await;
    let rows: [(Changes, &str, &str); 4] = [
        (
            &[("response_type", "token")],
            "unsupported_response_type",
            "AADSTS",
        ),
        (
            &[("response_type", "code id_token")],
            "unsupported_response_type",
            "AADSTS700054: ",
        ),
        (
            &[("scope", "https://nowhere.example/X.Y")],
            "invalid_resource",
            "AADSTS500011: ",
        ),
        (
            &[("scope", "https://outlook.office.com/IMAP.AccessAsUser.All")],
            "invalid_client",
            "AADSTS650057: ",
        ),
    ];
    for (changes, error, text) in rows {
        let url = bench.authorize(&bench.practice.tenant_id, changes);
        let ending = bench
            .visit(&bench.practice.work_user, Behaviour::Accept, &url)
            .await;
        let Ending::Redirected(url) = ending else {
            panic!("{ending:?}")
        };
        assert_eq!(query(&url, "error").as_deref(), Some(error));
        assert!(
            query(&url, "error_description").unwrap().starts_with(text),
            "{url}"
        );
        assert!(url.as_str().ends_with('#'));
    }
}

#[tokio::test]
async fn reading_mail_needs_an_administrator_where_microsoft_manages_consent() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[("scope", "openid Mail.Read")]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    assert!(
        matches!(&ending, Ending::Stuck { code: Some(code), .. } if code == "AADSTS90094"),
        "{ending:?}"
    );
}

/// entra-docs `v2-admin-consent.md`; the shape of the refusal is azure-docs #114009.
#[tokio::test]
async fn one_link_for_the_administrator() {
    let bench = Bench::new().await;
    bench.lab.world().set_user_consent(
        &bench.practice.tenant_id,
        vincula_lab::UserConsent::AdministratorOnly,
    );
    let mut url = bench.url(&format!("{}/v2.0/adminconsent", bench.practice.tenant_id));
    let scope = "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read offline_access openid profile";
    url.query_pairs_mut().extend_pairs([
        ("client_id", bench.app.client_id.as_str()),
        ("scope", scope),
        ("redirect_uri", CALLBACK),
        ("state", "S-2"),
    ]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    assert!(
        matches!(&ending, Ending::Stuck { code: Some(code), .. } if code == "AADSTS90094"),
        "{ending:?}"
    );

    let ending = bench
        .visit(&bench.practice.administrator, Behaviour::DeclineConsent, &url)
        .await;
    let Ending::Redirected(refused) = ending else {
        panic!("{ending:?}")
    };
    assert!(
        refused
            .as_str()
            .ends_with("%3fcode%3d65004&admin_consent=True&state=S-2#"),
        "{refused}"
    );

    let ending = bench
        .visit(&bench.practice.administrator, Behaviour::Accept, &url)
        .await;
    let Ending::Redirected(agreed) = ending else {
        panic!("{ending:?}")
    };
    let pairs: Vec<_> = agreed.query_pairs().into_owned().collect();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let tenant = bench.practice.tenant_id.as_str();
    assert_eq!(
        pairs,
        [
            ("admin_consent", "True"),
            ("tenant", tenant),
            ("scope", scope),
            ("state", "S-2")
        ]
    );
    // Now nobody in the tenant is asked any more.
    bench.code().await;
}
