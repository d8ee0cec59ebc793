//! Captured answers, field by field. Each template is a recording listed in the project's facts, with ids and
//! times replaced by their names.

use serde_json::Value;
use vincula_lab::{Audience, Behaviour, DescriptionFormat, Ending, LabConfig, Place};
use vincula_lab::{Forced, UserConsent};

use crate::bench::{Answer, Bench, CALLBACK, template};

const FORMATS: [(DescriptionFormat, &str); 2] = [
    (DescriptionFormat::Spaces, " "),
    (DescriptionFormat::LineBreaks, "\r\n"),
];

async fn bench(description_format: DescriptionFormat) -> Bench {
    Bench::with(
        LabConfig {
            description_format,
            ..LabConfig::default()
        },
        Audience::SingleTenant,
    )
    .await
}

/// Compares a whole error body, in the order of its keys.
fn assert_error(answer: &Answer, gap: &str, error: &str, code: u32, text: &str) {
    let description =
        format!("AADSTS{code}: {text}{gap}Trace ID: <guid>{gap}Correlation ID: <guid>{gap}Timestamp: <time>");
    let expected = format!(
        "{{\"error\":{},\"error_description\":{},\"error_codes\":[{code}],\"timestamp\":\"<time>\",\
         \"trace_id\":\"<guid>\",\"correlation_id\":\"<guid>\",\
         \"error_uri\":\"https://login.microsoftonline.com/error?code={code}\"",
        Value::from(error),
        Value::from(description),
    );
    let actual = template(&answer.body.to_string());
    assert!(actual.starts_with(&expected), "\n{actual}\n{expected}");
    let trace = answer.body["trace_id"].as_str().unwrap();
    assert!(trace.ends_with("00"), "{trace}");
    assert_eq!(answer.header("x-ms-request-id"), trace);
    let description = answer.body["error_description"].as_str().unwrap();
    for field in ["trace_id", "correlation_id", "timestamp"] {
        assert!(
            description.contains(answer.body[field].as_str().unwrap()),
            "{field}"
        );
    }
}

/// The headers of the recording of 2021-05-15 (azure-sdk-for-js).
fn assert_headers(answer: &Answer) {
    for (name, value) in [
        ("cache-control", "no-store, no-cache"),
        ("pragma", "no-cache"),
        ("content-type", "application/json; charset=utf-8"),
        ("expires", "-1"),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("p3p", "CP=\"DSP CUR OTPi IND OTRi ONL FIN\""),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
    }
    assert!(answer.header("x-ms-ests-server").contains("ProdSlices"));
    let cookies: Vec<_> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap().to_owned())
        .collect();
    for name in ["fpc=", "x-ms-gateway-slice=estsfd", "stsservicecookie=estsfd"] {
        assert!(
            cookies.iter().any(|cookie| cookie.starts_with(name)),
            "{name} in {cookies:?}"
        );
    }
}

#[tokio::test]
async fn unknown_tenant_at_token_and_at_metadata() {
    let text = "Tenant 'nowhere.example' not found. Check to make sure you have the correct tenant ID and are signing \
                into the correct cloud. Check with your subscription administrator, this may happen if there are no \
                active subscriptions for the tenant.";
    for (format, gap) in FORMATS {
        let bench = bench(format).await;
        let answer = bench.redeem_at("nowhere.example", "x", &[]).await;
        assert_eq!(answer.status, 400);
        assert_error(&answer, gap, "invalid_request", 90002, text);
        assert_headers(&answer);

        let url = bench.url("nowhere.example/v2.0/.well-known/openid-configuration");
        let answer = Answer::of(bench.http.get(url).send().await.unwrap()).await;
        assert_eq!(answer.status, 400);
        assert_error(&answer, gap, "invalid_tenant", 90002, text);
    }
}

#[tokio::test]
async fn errors_of_the_token_endpoint() {
    for (format, gap) in FORMATS {
        let bench = bench(format).await;
        let id = bench.app.client_id.clone();
        let code = bench.code().await;

        let answer = bench
            .redeem(&code, &[("client_secret", &bench.secret.secret_id)])
            .await;
        assert_eq!(answer.status, 401);
        let text = "Invalid client secret provided. Ensure the secret being sent in the request is the client secret \
                    value, not the client secret ID, for a secret added to app '<guid>'.";
        assert_error(&answer, gap, "invalid_client", 7_000_215, text);
        assert!(
            answer.body["error_description"]
                .as_str()
                .unwrap()
                .contains(&format!("to app '{id}'."))
        );

        let answer = bench.redeem(&code, &[("client_secret", "")]).await;
        assert_eq!(answer.status, 401);
        let text =
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
        assert_error(&answer, gap, "invalid_client", 7_000_218, text);

        let answer = bench
            .redeem(&code, &[("client_id", "11111111-2222-3333-4444-555555555555")])
            .await;
        assert_eq!(answer.status, 400);
        let text = "Application with identifier '<guid>' was not found in the directory 'Ferretería Soler, S.L.'. This \
                    can happen if the application has not been installed by the administrator of the tenant or \
                    consented to by any user in the tenant. You may have sent your authentication request to the \
                    wrong tenant.";
        assert_error(&answer, gap, "unauthorized_client", 700_016, text);

        let answer = bench.redeem(&code, &[("grant_type", "")]).await;
        assert_eq!(answer.status, 400);
        let text = "The request body must contain the following parameter: 'grant_type'.";
        assert_error(&answer, gap, "invalid_request", 900_144, text);

        let answer = bench.redeem("nonsense", &[]).await;
        assert_eq!(answer.status, 400);
        let text = "Invalid request. Request is malformed or invalid.";
        assert_error(&answer, gap, "invalid_request", 9_002_313, text);

        assert_eq!(bench.redeem(&code, &[]).await.status, 200);
        let answer = bench.redeem(&code, &[]).await;
        assert_eq!(answer.status, 400);
        let text = "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an \
                    existing refresh token.";
        assert_error(&answer, gap, "invalid_grant", 54005, text);

        bench.lab.world().expire_secrets(&id);
        let answer = bench.redeem(&bench.code().await, &[]).await;
        assert_eq!(answer.status, 401);
        let text = "The provided client secret keys for app '<guid>' are expired. Visit the Azure portal to create new \
                    keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for \
                    added security: https://aka.ms/certCreds.";
        assert_error(&answer, gap, "invalid_client", 7_000_222, text);
    }
}

#[tokio::test]
async fn consumers_directory_is_named_by_its_id() {
    let bench = Bench::new().await;
    let answer = bench
        .redeem_at(
            "consumers",
            "x",
            &[("client_id", "11111111-2222-3333-4444-555555555555")],
        )
        .await;
    let text = answer.body["error_description"].as_str().unwrap();
    assert!(
        text.contains("in the directory '9188040d-6c67-4c5b-b112-36a304b66dad'."),
        "{text}"
    );
}

#[tokio::test]
async fn public_client_that_sends_a_secret_with_personal_accounts() {
    let bench = Bench::with(LabConfig::default(), Audience::MultiTenantAndPersonal).await;
    bench.lab.world().remove_redirects(&bench.app.client_id);
    let redirect = vincula_lab::Redirect {
        platform: vincula_lab::Platform::MobileDesktop,
        uri: "http://localhost/callback".to_owned(),
    };
    bench.lab.world().add_redirect(&bench.app.client_id, redirect);
    let sent = [("redirect_uri", "http://localhost:4711/callback")];
    let code = bench.code_for(&bench.practice.work_user, "common", &sent).await;
    let answer = bench.redeem_at("common", &code, &sent).await;
    assert_eq!(answer.status, 400);
    assert_error(
        &answer,
        " ",
        "invalid_request",
        90023,
        "Public clients can't send a client secret.",
    );
    // The client type is checked before the code is used up: the same code, now without the secret.
    let again = [sent[0], ("client_secret", "")];
    assert_eq!(bench.redeem_at("common", &code, &again).await.status, 200);
}

#[tokio::test]
async fn not_multi_tenant() {
    let bench = Bench::new().await;
    let answer = bench.redeem_at("common", "x", &[]).await;
    assert_eq!(answer.status, 400);
    let text = "Application '<guid>'(ERP correo) is not configured as a multi-tenant application. Usage of the /common \
                endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific \
                endpoint or configure the application to be multi-tenant.";
    assert_error(&answer, " ", "invalid_request", 50194, text);
}

#[tokio::test]
async fn personal_code_expired() {
    let bench = Bench::with(LabConfig::default(), Audience::PersonalOnly).await;
    let code = bench
        .code_for(&bench.practice.personal_user, "consumers", &[])
        .await;
    bench
        .lab
        .world()
        .advance_clock(std::time::Duration::from_mins(10));
    let answer = bench.redeem_at("consumers", &code, &[]).await;
    assert_eq!(answer.status, 400);
    let text = "The provided value for the 'code' parameter is not valid. The code has expired.";
    assert_error(&answer, " ", "invalid_grant", 70000, text);
}

#[tokio::test]
async fn consent_missing_at_the_token_endpoint() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    bench.lab.world().revoke_consents(&bench.app.client_id);
    let answer = bench.redeem(&code, &[]).await;
    assert_eq!(answer.status, 400);
    let text = "The user or administrator has not consented to use the application with ID '<guid>' named 'ERP correo'. \
                Send an interactive authorization request for this user and resource.";
    assert_error(&answer, " ", "invalid_grant", 65001, text);
    assert_eq!(answer.body["suberror"], "consent_required");
}

#[tokio::test]
async fn claims_come_as_json_inside_a_string() {
    let bench = Bench::new().await;
    bench
        .lab
        .world()
        .force(Place::Token, Forced::Code("AADSTS50076".to_owned()));
    let answer = bench.redeem("x", &[]).await;
    assert_eq!(answer.verdict(), (400, "interaction_required", 50076));
    let claims: Value = serde_json::from_str(answer.body["claims"].as_str().unwrap()).unwrap();
    assert_eq!(claims["access_token"]["polids"]["essential"], true);
}

/// azure-docs #114009, 2023-08-28.
#[tokio::test]
async fn declined_consent_comes_back_as_captured() {
    for (format, gap) in [
        (DescriptionFormat::Spaces, "+"),
        (DescriptionFormat::LineBreaks, "%0d%0a"),
    ] {
        let bench = bench(format).await;
        let url = bench.authorize(&bench.practice.tenant_id, &[]);
        let ending = bench
            .visit(&bench.practice.work_user, Behaviour::DeclineConsent, &url)
            .await;
        let Ending::Redirected(url) = ending else {
            panic!("{ending:?}")
        };
        let url = template(url.as_str());
        let time = url.find("Timestamp%3a+").map(|at| &url[at + 13..]).unwrap();
        let time = &time[..time.find('&').unwrap()];
        let expected = format!(
            "{CALLBACK}?error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.\
             {gap}Trace+ID%3a+<guid>{gap}Correlation+ID%3a+<guid>{gap}Timestamp%3a+{time}\
             &error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d65004&state=S-1#"
        );
        assert_eq!(url, expected);
        // 2023-08-28+11%3a25%3a19Z
        assert_eq!((time.len(), &time[10..11], &time[13..16]), (24, "+", "%3a"));
    }
}

/// adal-js #804.
#[tokio::test]
async fn leaving_the_sign_in_page_says_no_more_than_that() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Cancel, &url)
        .await;
    let expected = format!("{CALLBACK}?error=access_denied&error_subcode=cancel&state=S-1");
    assert_eq!(ending, Ending::Redirected(expected.parse().unwrap()));
}

/// azure-docs #37280, #67211.
#[tokio::test]
async fn misspelt_scope_is_an_invalid_client_without_error_uri() {
    let bench = Bench::new().await;
    let url = bench.authorize(&bench.practice.tenant_id, &[("scope", "openid Mail.Sned")]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    let Ending::Redirected(url) = ending else {
        panic!("{ending:?}")
    };
    let pairs: Vec<_> = url.query_pairs().into_owned().collect();
    let names: Vec<_> = pairs.iter().map(|pair| pair.0.as_str()).collect();
    assert_eq!(names, ["error", "error_description", "state"]);
    assert_eq!(pairs[0].1, "invalid_client");
    let text = "AADSTS650053: The application 'ERP correo' asked for scope 'Mail.Sned' that doesn't exist on the \
                resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor. Trace ID: ";
    assert!(pairs[1].1.starts_with(text), "{}", pairs[1].1);
}

/// aspnetcore-webapp #44.
#[tokio::test]
async fn need_admin_approval() {
    let bench = Bench::new().await;
    bench
        .lab
        .world()
        .set_user_consent(&bench.practice.tenant_id, UserConsent::AdministratorOnly);
    let url = bench.authorize(&bench.practice.tenant_id, &[]);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    assert_eq!(
        ending,
        Ending::Stuck {
            status: 200,
            code: Some("AADSTS90094".to_owned())
        }
    );
    assert!(
        bench
            .lab
            .world()
            .requests()
            .iter()
            .any(|seen| seen.path.ends_with("/reprocess"))
    );
    // The administrator is asked, and may agree for everybody.
    let ending = bench
        .visit(&bench.practice.administrator, Behaviour::Accept, &url)
        .await;
    assert!(matches!(ending, Ending::Redirected(_)), "{ending:?}");
    bench.lab.world().grant_admin_consent(&bench.app.client_id);
    let ending = bench
        .visit(&bench.practice.work_user, Behaviour::Accept, &url)
        .await;
    assert!(matches!(ending, Ending::Redirected(_)), "{ending:?}");
}

/// msal-js, `StringConstants.ts`.
#[tokio::test]
async fn tokens_come_with_keys_in_microsofts_order() {
    let bench = Bench::new().await;
    let code = bench.code().await;
    let answer = bench.redeem(&code, &[("client_info", "1")]).await;
    assert_eq!(answer.status, 200);
    assert_headers(&answer);
    let keys: Vec<_> = answer
        .body
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        [
            "token_type",
            "scope",
            "expires_in",
            "ext_expires_in",
            "access_token",
            "refresh_token",
            "id_token",
            "client_info"
        ]
    );
    assert_eq!(answer.body["token_type"], "Bearer");
    let scope = answer.body["scope"].as_str().unwrap();
    assert!(
        !scope.contains("offline_access") && scope.contains("Mail.Send"),
        "{scope}"
    );
    assert!((3599..=5400).contains(&answer.body["expires_in"].as_i64().unwrap()));
    assert_eq!(
        answer.body["access_token"].as_str().unwrap().split('.').count(),
        3
    );
}

/// tdi #24; graph-docs `concepts/errors.md`.
#[tokio::test]
async fn graph_errors() {
    let bench = Bench::new().await;
    let request = bench
        .http
        .get(bench.url("v1.0/me"))
        .bearer_auth("nonsense")
        .header("client-request-id", "c-1");
    let answer = Answer::of(request.send().await.unwrap()).await;
    assert_eq!(answer.status, 401);
    let error = &answer.body["error"];
    assert_eq!(error["code"], "InvalidAuthenticationToken");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .starts_with("IDX14100: JWT is not well formed, there are no dots (.).")
    );
    let inner: Vec<_> = error["innerError"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(inner, ["date", "request-id", "client-request-id"]);
    assert_eq!(error["innerError"]["client-request-id"], "c-1");
    assert_eq!(answer.header("client-request-id"), "c-1");
    assert_eq!(error["innerError"]["request-id"], answer.header("request-id"));
    assert!(
        answer
            .header("x-ms-ags-diagnostic")
            .starts_with("{\"ServerInfo\":{\"DataCenter\":")
    );
    assert_eq!(
        answer.header("www-authenticate"),
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
         client_id=\"00000003-0000-0000-c000-000000000000\""
    );
}
