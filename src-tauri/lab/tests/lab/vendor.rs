//! A vendor's own application, registered in the vendor's tenant and used by a customer's people.

use serde_json::Value;
use vincula_lab::{
    Audience, Behaviour, Ending, NewApplication, NewSecret, Redirect, RegisteredApplication, UserConsent,
};

use crate::application::claims;
use crate::bench::{Answer, Bench, CALLBACK, YEAR, query};

const SCOPE: &str = "openid offline_access Mail.Read";

struct Vendor {
    bench: Bench,
    app: RegisteredApplication,
    secret: NewSecret,
}

impl Vendor {
    async fn new() -> Self {
        let bench = Bench::new().await;
        let app = bench.lab.world().register_application(NewApplication {
            name: "ERP del fabricante".to_owned(),
            home_tenant: bench.practice.other_tenant_id.clone(),
            audience: Audience::MultiTenant,
            redirects: vec![Redirect::web(CALLBACK)],
            permissions: vec!["Mail.Read".to_owned()],
        });
        let secret = bench.lab.world().add_secret(&app.client_id, "ERP", YEAR);
        Self { bench, app, secret }
    }

    fn customer(&self) -> &str {
        &self.bench.practice.tenant_id
    }

    async fn sign_in(&self, address: &str) -> Ending {
        let changes = [("client_id", self.app.client_id.as_str()), ("scope", SCOPE)];
        let url = self.bench.authorize("organizations", &changes);
        self.bench.visit(address, Behaviour::Accept, &url).await
    }

    async fn tokens(&self, address: &str) -> Value {
        let ending = self.sign_in(address).await;
        let Ending::Redirected(url) = ending else {
            panic!("{ending:?}")
        };
        let code = query(&url, "code").unwrap_or_else(|| panic!("{url}"));
        let answer = self
            .bench
            .redeem_at(
                "organizations",
                &code,
                &[
                    ("client_id", self.app.client_id.as_str()),
                    ("client_secret", self.secret.value.as_str()),
                ],
            )
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    async fn refresh(&self, tokens: &Value) -> Answer {
        let form = [
            ("client_id", self.app.client_id.as_str()),
            ("grant_type", "refresh_token"),
            ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
            ("client_secret", self.secret.value.as_str()),
            ("scope", SCOPE),
        ];
        self.bench.post_token("organizations", &form).await
    }

    fn is_known(&self) -> bool {
        let known = self.bench.lab.world().service_principals(self.customer());
        known.contains(&self.app.client_id)
    }
}

#[tokio::test]
async fn the_first_consent_makes_it_known_to_the_customer() {
    let vendor = Vendor::new().await;
    let world = vendor.bench.lab.world();
    assert!(!vendor.is_known());
    // Reading mail is nothing that a member may agree to where Microsoft manages the consent.
    let member = vendor.sign_in(&vendor.bench.practice.work_user).await;
    assert!(
        matches!(&member, Ending::Stuck { code: Some(code), .. } if code == "AADSTS90094"),
        "{member:?}"
    );
    assert!(!vendor.is_known());

    world.set_user_consent(vendor.customer(), UserConsent::Allowed);
    let tokens = vendor.tokens(&vendor.bench.practice.work_user).await;
    assert!(vendor.is_known());
    let claims = claims(tokens["access_token"].as_str().unwrap());
    assert_eq!(claims["tid"], vendor.customer());
    assert_eq!(claims["appid"], vendor.app.client_id.as_str());
    assert_eq!(vendor.refresh(&tokens).await.status, 200);
}

#[tokio::test]
async fn an_administrator_opens_it_to_everybody() {
    let vendor = Vendor::new().await;
    let mut url = vendor.bench.url("organizations/v2.0/adminconsent");
    url.query_pairs_mut().extend_pairs([
        ("client_id", vendor.app.client_id.as_str()),
        ("redirect_uri", CALLBACK),
        ("scope", "https://graph.microsoft.com/.default"),
        ("state", "S"),
    ]);
    let ending = vendor
        .bench
        .visit(&vendor.bench.practice.administrator, Behaviour::Accept, &url)
        .await;
    let Ending::Redirected(answer) = ending else {
        panic!("{ending:?}")
    };
    assert_eq!(query(&answer, "tenant").as_deref(), Some(vendor.customer()));
    assert!(vendor.is_known());
    vendor.tokens(&vendor.bench.practice.work_user).await;
}

#[tokio::test]
async fn what_the_customer_takes_back_cannot_be_refreshed() {
    let vendor = Vendor::new().await;
    let world = vendor.bench.lab.world();
    let user = vendor.bench.practice.work_user.clone();
    let agree = || world.grant_admin_consent_in(&vendor.app.client_id, vendor.customer());
    agree();
    let tokens = vendor.tokens(&user).await;

    world.revoke_consents_in(&vendor.app.client_id, vendor.customer());
    assert_eq!(
        vendor.refresh(&tokens).await.verdict(),
        (400, "invalid_grant", 65001)
    );
    assert!(vendor.is_known());
    agree();
    assert_eq!(vendor.refresh(&tokens).await.status, 200);

    world.remove_service_principal(&vendor.app.client_id, vendor.customer());
    assert!(!vendor.is_known());
    assert_eq!(
        vendor.refresh(&tokens).await.verdict(),
        (400, "invalid_grant", 65001)
    );

    agree();
    world.advance_clock(std::time::Duration::from_secs(1));
    world.revoke_sessions(&user);
    let dead = vendor.refresh(&tokens).await;
    assert_eq!(dead.verdict(), (400, "invalid_grant", 50173));
    assert_eq!(dead.body["suberror"], "bad_token");
    // Signing in anew heals it.
    let tokens = vendor.tokens(&user).await;
    assert_eq!(vendor.refresh(&tokens).await.status, 200);
}
