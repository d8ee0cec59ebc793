//! Rules of the token endpoint.

use std::time::Duration;

use vincula_lab::{Audience, LabConfig, Platform, Redirect};

use crate::bench::{Answer, Bench, CALLBACK};

#[tokio::test]
async fn a_wrong_secret_does_not_use_the_code_up() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    let wrong = bench.redeem(&code, &[("client_secret", "abc8Q~wrong")]).await;
    assert_eq!(wrong.verdict(), (401, "invalid_client", 7_000_215));
    assert_eq!(bench.redeem(&code, &[]).await.status, 200);
}

#[tokio::test]
async fn a_code_lasts_ten_minutes() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    bench.lab.world().advance_clock(Duration::from_secs(9 * 60 + 50));
    let early = bench.code().await;
    assert_eq!(bench.redeem(&code, &[]).await.status, 200);
    bench.lab.world().advance_clock(Duration::from_mins(10));
    assert_eq!(
        bench.redeem(&early, &[]).await.verdict(),
        (400, "invalid_grant", 70008)
    );
}

#[tokio::test]
async fn pkce() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    for verifier in ["", "another-verifier-of-the-right-length-0123456789"] {
        let answer = bench.redeem(&code, &[("code_verifier", verifier)]).await;
        assert_eq!(answer.verdict(), (400, "invalid_grant", 501_481), "{verifier}");
    }
    assert_eq!(bench.redeem(&code, &[]).await.status, 200);

    // Without a method the challenge is the verifier itself.
    let plain = [
        ("code_challenge", "plain-challenge"),
        ("code_challenge_method", ""),
    ];
    let code = bench
        .code_for(&bench.practice.work_user, &bench.practice.tenant_id, &plain)
        .await;
    assert_eq!(
        bench
            .redeem(&code, &[("code_verifier", "plain-challenge")])
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn redirect_address_and_tenant_must_be_those_of_the_code() {
    let bench = Bench::with(LabConfig::default(), Audience::MultiTenant).await;
    let code = bench.code().await;
    let answer = bench
        .redeem(&code, &[("redirect_uri", "https://erp.example.com/")])
        .await;
    assert_eq!(
        (answer.verdict().1, answer.verdict().2),
        ("invalid_client", 500_112)
    );
    let text = answer.body["error_description"].as_str().unwrap();
    assert!(text.starts_with(&format!(
        "AADSTS500112: The reply address 'https://erp.example.com/' does not match the reply address '{CALLBACK}' \
         provided when requesting Authorization code."
    )));
    let answer = bench.redeem_at("common", &code, &[]).await;
    assert_eq!(answer.verdict(), (400, "invalid_grant", 700_005));
    // The verified domain is the same tenant.
    assert_eq!(
        bench.redeem_at(&bench.practice.domain, &code, &[]).await.status,
        200
    );
}

#[tokio::test]
async fn the_platform_decides_the_client_type() {
    let bench = Bench::new().await;
    bench.lab.world().remove_redirects(&bench.app.client_id);
    let add = |platform, uri: &str| {
        bench.lab.world().add_redirect(
            &bench.app.client_id,
            Redirect {
                platform,
                uri: uri.to_owned(),
            },
        );
    };
    add(Platform::MobileDesktop, "http://localhost/desktop");
    add(Platform::Spa, "http://localhost/page");

    let desktop = ("redirect_uri", "http://localhost:5000/desktop");
    let code = bench
        .code_for(&bench.practice.work_user, &bench.practice.tenant_id, &[desktop])
        .await;
    assert_eq!(
        bench.redeem(&code, &[desktop]).await.verdict(),
        (401, "invalid_client", 700_025)
    );
    assert_eq!(
        bench
            .redeem(&code, &[desktop, ("client_secret", "")])
            .await
            .status,
        200
    );

    let page = ("redirect_uri", "http://localhost:5000/page");
    let code = bench
        .code_for(&bench.practice.work_user, &bench.practice.tenant_id, &[page])
        .await;
    let answer = bench.redeem(&code, &[page, ("client_secret", "")]).await;
    assert_eq!(answer.verdict(), (400, "invalid_request", 9_002_327));
}

#[tokio::test]
async fn an_origin_header_is_refused() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    let form = [
        ("client_id", bench.app.client_id.as_str()),
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("client_secret", &bench.secret.value),
    ];
    let url = bench.url(&format!("{}/oauth2/v2.0/token", bench.practice.tenant_id));
    let request = bench
        .http
        .post(url)
        .header("origin", "https://page.example")
        .form(&form);
    let answer = Answer::of(request.send().await.unwrap()).await;
    assert_eq!(answer.verdict(), (400, "invalid_request", 9_002_326));
    assert!(
        answer.body["error_description"]
            .as_str()
            .unwrap()
            .contains("Request origin: 'https://page.example'.")
    );
    assert_eq!(bench.redeem(&code, &[]).await.status, 200);
}

#[tokio::test]
async fn the_secret_may_come_by_http_basic() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    let encoded: String = url::form_urlencoded::byte_serialize(bench.secret.value.as_bytes()).collect();
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", CALLBACK),
        ("code_verifier", crate::bench::VERIFIER),
    ];
    let url = bench.url(&format!("{}/oauth2/v2.0/token", bench.practice.tenant_id));
    let request = bench
        .http
        .post(url)
        .basic_auth(&bench.app.client_id, Some(encoded))
        .form(&form);
    assert_eq!(request.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn one_resource_for_each_token() {
    let bench = Bench::new().await;
    bench
        .lab
        .world()
        .set_permissions(&bench.app.client_id, &["User.Read", "Mail.Send", "SMTP.Send"]);
    let both =
        "openid offline_access https://graph.microsoft.com/Mail.Send https://outlook.office.com/SMTP.Send";
    let code = bench
        .code_for(
            &bench.practice.work_user,
            &bench.practice.tenant_id,
            &[("scope", both)],
        )
        .await;
    assert_eq!(
        bench.redeem(&code, &[("scope", both)]).await.verdict(),
        (400, "invalid_request", 28000)
    );
    let smtp = "https://outlook.office.com/SMTP.Send offline_access";
    let answer = bench.redeem(&code, &[("scope", smtp)]).await;
    assert_eq!(answer.body["scope"], "https://outlook.office.com/SMTP.Send");
    // A token for Outlook is none for Graph; the refresh token gives one for Graph.
    let mail = bench
        .send_mail(
            answer.body["access_token"].as_str().unwrap(),
            &serde_json::json!({}),
        )
        .await;
    assert_eq!(
        mail.body["error"]["message"],
        "Access token validation failure. Invalid audience."
    );
    let form = [
        ("client_id", bench.app.client_id.as_str()),
        ("grant_type", "refresh_token"),
        ("refresh_token", answer.body["refresh_token"].as_str().unwrap()),
        ("client_secret", bench.secret.value.as_str()),
        ("scope", "Mail.Send offline_access"),
    ];
    let answer = bench.post_token(&bench.practice.tenant_id, &form).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.body["refresh_token"].is_string());
}

#[tokio::test]
async fn refresh_tokens_that_are_rubbish_or_old() {
    let bench = Bench::new().await;
    let tokens = bench.tokens(&bench.practice.work_user).await;
    let form = |token: &str| {
        [
            ("client_id", bench.app.client_id.clone()),
            ("grant_type", "refresh_token".to_owned()),
            ("refresh_token", token.to_owned()),
            ("client_secret", bench.secret.value.clone()),
        ]
    };
    let post = async |token: &str| {
        let form = form(token);
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        bench.post_token(&bench.practice.tenant_id, &form).await
    };
    let answer = post("rubbish").await;
    assert_eq!(answer.verdict(), (400, "invalid_grant", 9_002_313));
    assert_eq!(answer.body["suberror"], "bad_token");
    let good = tokens["refresh_token"].as_str().unwrap();
    assert_eq!(post(good).await.status, 200);
    assert_eq!(post(good).await.status, 200, "the old token stays good");
    bench.lab.world().advance_clock(Duration::from_hours(24 * 90));
    assert_eq!(post(good).await.verdict(), (400, "invalid_grant", 700_082));
}

#[tokio::test]
async fn client_credentials_prove_a_secret() {
    let bench = Bench::new().await;
    let form = |secret: &'static str| {
        vec![
            ("client_id", bench.app.client_id.clone()),
            ("grant_type", "client_credentials".to_owned()),
            ("scope", "https://graph.microsoft.com/.default".to_owned()),
            (
                "client_secret",
                if secret.is_empty() {
                    bench.secret.value.clone()
                } else {
                    secret.to_owned()
                },
            ),
        ]
    };
    let post = async |tenant: &str, form: Vec<(&'static str, String)>| {
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        bench.post_token(tenant, &form).await
    };
    let tenant = bench.practice.tenant_id.as_str();
    let answer = post(tenant, form("")).await;
    assert_eq!(answer.status, 200);
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
    assert_eq!(answer.body["expires_in"], 3599);
    assert_eq!(
        post(tenant, form("wrong")).await.verdict(),
        (401, "invalid_client", 7_000_215)
    );
    let mut missing = form("");
    missing.pop();
    assert_eq!(
        post(tenant, missing).await.verdict(),
        (401, "invalid_client", 7_000_216)
    );
    let mut named = form("");
    named[2].1 = "Mail.Send".to_owned();
    assert_eq!(
        post(tenant, named).await.verdict(),
        (400, "invalid_scope", 1_002_012)
    );
}

#[tokio::test]
async fn personal_tokens_are_opaque() {
    let bench = Bench::with(LabConfig::default(), Audience::MultiTenantAndPersonal).await;
    let code = bench.code_for(&bench.practice.personal_user, "common", &[]).await;
    assert!(code.starts_with("M.C5"));
    let answer = bench.redeem_at("common", &code, &[]).await;
    let token = answer.body["access_token"].as_str().unwrap();
    assert!(token.starts_with("EwB") && !token.contains('.'));
    let me = bench
        .http
        .get(bench.url("v1.0/me"))
        .bearer_auth(token)
        .send()
        .await
        .unwrap();
    let me = Answer::of(me).await;
    assert_eq!(me.body["id"].as_str().map(str::len), Some(16));
    assert!(me.body["mail"].is_null());
    assert_eq!(
        me.body["userPrincipalName"],
        bench.practice.personal_user.as_str()
    );
}

#[tokio::test]
async fn metadata() {
    let bench = Bench::new().await;
    let base = bench.lab.base_url();
    let consumers = "9188040d-6c67-4c5b-b112-36a304b66dad";
    for (path, issuer) in [
        ("common", "{tenantid}"),
        ("organizations", "{tenantid}"),
        ("consumers", consumers),
        (
            bench.practice.tenant_id.as_str(),
            bench.practice.tenant_id.as_str(),
        ),
        (bench.practice.domain.as_str(), bench.practice.tenant_id.as_str()),
    ] {
        let url = bench.url(&format!("{path}/v2.0/.well-known/openid-configuration"));
        let answer = Answer::of(bench.http.get(url).send().await.unwrap()).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body["issuer"], format!("{base}{issuer}/v2.0"));
        assert!(
            answer.body["token_endpoint"]
                .as_str()
                .unwrap()
                .starts_with(base.as_str())
        );
        for field in [
            "authorization_endpoint",
            "tenant_region_scope",
            "cloud_instance_name",
            "msgraph_host",
        ] {
            assert!(answer.body.get(field).is_some(), "{field}");
        }
    }
}
