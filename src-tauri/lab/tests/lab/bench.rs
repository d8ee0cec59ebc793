//! A lab with one registered application, and the requests that tests make of it.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use url::Url;
use vincula_lab::{
    Audience, Behaviour, Ending, Lab, LabConfig, NewApplication, NewSecret, Person, Practice, Redirect,
    RegisteredApplication,
};

pub(crate) const CALLBACK: &str = "https://erp.example.com/includes/oauth_callback.php";
pub(crate) const SCOPE: &str = "openid profile offline_access User.Read Mail.Send";
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const YEAR: Duration = Duration::from_hours(365 * 24);

pub(crate) struct Bench {
    pub(crate) lab: Lab,
    pub(crate) practice: Practice,
    pub(crate) app: RegisteredApplication,
    pub(crate) secret: NewSecret,
    pub(crate) http: Client,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::with(LabConfig::default(), Audience::SingleTenant).await
    }

    pub(crate) async fn with(config: LabConfig, audience: Audience) -> Self {
        let lab = Lab::start(config).await.unwrap();
        let practice = lab.world().seed_practice();
        let app = lab.world().register_application(NewApplication {
            name: "ERP correo".to_owned(),
            home_tenant: practice.tenant_id.clone(),
            audience,
            redirects: vec![Redirect::web(CALLBACK)],
            permissions: vec!["User.Read".to_owned(), "Mail.Send".to_owned()],
        });
        let secret = lab.world().add_secret(&app.client_id, "ERP", YEAR);
        Self {
            http: client(),
            lab,
            practice,
            app,
            secret,
        }
    }

    pub(crate) fn url(&self, path: &str) -> Url {
        self.lab.base_url().join(path).unwrap()
    }

    /// An authorize request of the application, with some parameters replaced, or removed by an empty value.
    pub(crate) fn authorize(&self, tenant: &str, changes: &[(&str, &str)]) -> Url {
        let mut parameters = vec![
            ("client_id", self.app.client_id.as_str()),
            ("response_type", "code"),
            ("redirect_uri", CALLBACK),
            ("scope", SCOPE),
            ("state", "S-1"),
        ];
        let challenge = challenge();
        parameters.push(("code_challenge", &challenge));
        parameters.push(("code_challenge_method", "S256"));
        for (name, value) in changes {
            parameters.retain(|parameter| parameter.0 != *name);
            parameters.push((name, value));
        }
        parameters.retain(|parameter| !parameter.1.is_empty());
        let mut url = self.url(&format!("{tenant}/oauth2/v2.0/authorize"));
        url.query_pairs_mut().extend_pairs(parameters);
        url
    }

    /// Where a person ends who goes to the address.
    pub(crate) async fn visit(&self, address: &str, behaviour: Behaviour, url: &Url) -> Ending {
        Person::new(address, behaviour).visit(url).await.unwrap()
    }

    /// A code for the tenant's ordinary member.
    pub(crate) async fn code(&self) -> String {
        self.code_for(&self.practice.work_user, &self.practice.tenant_id, &[])
            .await
    }

    pub(crate) async fn code_for(&self, address: &str, tenant: &str, changes: &[(&str, &str)]) -> String {
        let ending = self
            .visit(address, Behaviour::Accept, &self.authorize(tenant, changes))
            .await;
        let Ending::Redirected(url) = ending else {
            panic!("{ending:?}")
        };
        query(&url, "code").unwrap_or_else(|| panic!("no code in {url}"))
    }

    /// A token request with the code, with some parameters replaced, or removed by an empty value.
    pub(crate) async fn redeem(&self, code: &str, changes: &[(&str, &str)]) -> Answer {
        self.redeem_at(&self.practice.tenant_id, code, changes).await
    }

    pub(crate) async fn redeem_at(&self, tenant: &str, code: &str, changes: &[(&str, &str)]) -> Answer {
        let mut form = vec![
            ("client_id", self.app.client_id.as_str()),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
            ("client_secret", self.secret.value.as_str()),
        ];
        for (name, value) in changes {
            form.retain(|field| field.0 != *name);
            form.push((name, value));
        }
        form.retain(|field| !field.1.is_empty());
        self.post_token(tenant, &form).await
    }

    pub(crate) async fn post_token(&self, tenant: &str, form: &[(&str, &str)]) -> Answer {
        let url = self.url(&format!("{tenant}/oauth2/v2.0/token"));
        Answer::of(self.http.post(url).form(form).send().await.unwrap()).await
    }

    /// The tokens of a person.
    pub(crate) async fn tokens(&self, address: &str) -> Value {
        let code = self.code_for(address, &self.practice.tenant_id, &[]).await;
        let answer = self.redeem(&code, &[]).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    pub(crate) async fn send_mail(&self, token: &str, body: &Value) -> Answer {
        let request = self
            .http
            .post(self.url("v1.0/me/sendMail"))
            .bearer_auth(token)
            .json(body);
        Answer::of(request.send().await.unwrap()).await
    }

    /// The text of a page.
    pub(crate) async fn page(&self, url: Url) -> String {
        self.http.get(url).send().await.unwrap().text().await.unwrap()
    }
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) async fn of(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Self {
            status,
            headers,
            body,
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Status, `error` and the one error code.
    pub(crate) fn verdict(&self) -> (u16, &str, u64) {
        (
            self.status,
            self.body["error"].as_str().unwrap_or_default(),
            self.body["error_codes"][0].as_u64().unwrap_or_default(),
        )
    }
}

pub(crate) fn client() -> Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .cookie_store(true)
        .tls_certs_only([])
        .build()
        .unwrap()
}

pub(crate) fn challenge() -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER))
}

/// A value of the query, decoded.
pub(crate) fn query(url: &Url, name: &str) -> Option<String> {
    url.query_pairs()
        .find(|pair| pair.0 == name)
        .map(|pair| pair.1.into_owned())
}

/// The text with GUIDs, timestamps and long opaque values replaced by their names, in order to compare the rest.
pub(crate) fn template(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let guid = rest
            .get(..36)
            .filter(|piece| piece.bytes().filter(|byte| *byte == b'-').count() == 4);
        if guid.is_some_and(|piece| {
            piece.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') && &piece[8..9] == "-"
        }) {
            out.push_str("<guid>");
            rest = &rest[36..];
        } else if rest.get(..20).is_some_and(is_timestamp) {
            out.push_str("<time>");
            rest = &rest[20..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// `2021-05-15 03:41:29Z`
fn is_timestamp(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|character| {
            if character.is_ascii_digit() {
                '0'
            } else {
                character
            }
        })
        .collect();
    shape == "0000-00-00 00:00:00Z"
}
