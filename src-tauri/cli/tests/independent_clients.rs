//! The lab, as a whole program over https, with clients that are not ours: Microsoft's own library (`msal`) and a
//! certified relying party (`openid-client`). What they are content with is not only right for our client.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use url::Url;
use vincula_lab::{Behaviour, Ending, Person};
use vincula_testbed::{Child, Counterpart, IndependentClient, Session};

const BOTH: [IndependentClient; 2] = [IndependentClient::Msal, IndependentClient::OpenidClient];
const REDIRECT: &str = "https://erp.example/includes/oauth_callback.php";
const SCOPES: [&str; 2] = [
    "https://graph.microsoft.com/Mail.Send",
    "https://graph.microsoft.com/User.Read",
];
const APPLICATION: &str = "https://graph.microsoft.com/.default";
const USER: &str = "marta@ferreteriasoler.example";
const YEAR: u64 = 365 * 24 * 60 * 60;

/// `vincula lab --https`, with an application that is registered in it.
struct Lab {
    _program: Child,
    session: Session,
    base: Url,
    http: reqwest::Client,
    tenant: String,
    application: String,
    secret: String,
}

/// Whether a client asks for a refresh token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Lasting,
    ForOnce,
}

impl Lab {
    async fn start() -> Self {
        // The same provider a second time is no error.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let session = Session::without_keyring();
        let authority = session.home().join("authority.pem");
        let mut command = session.run(env!("CARGO_BIN_EXE_vincula"));
        command.args(["lab", "--https"]).arg(&authority);
        let mut program = Child::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut said = String::new();
        let output = program.process().stdout.take().unwrap();
        BufReader::new(output).read_line(&mut said).unwrap();
        let certificate = reqwest::Certificate::from_pem(&std::fs::read(&authority).unwrap()).unwrap();
        let http = reqwest::Client::builder()
            .tls_certs_only([certificate])
            .no_proxy()
            .build()
            .unwrap();
        let mut lab = Self {
            _program: program,
            session,
            base: Url::parse(said.trim()).unwrap(),
            http,
            tenant: String::new(),
            application: String::new(),
            secret: String::new(),
        };
        lab.register().await;
        lab
    }

    async fn register(&mut self) {
        let state = self.http.get(self.at("lab/state")).send().await.unwrap();
        let state: Value = state.json().await.unwrap();
        self.tenant = text(&state["tenants"][0]["id"]);
        let application = json!({
            "name": "ERP Correo",
            "home_tenant": self.tenant,
            "redirects": [{"platform": "web", "uri": REDIRECT}],
            "permissions": ["Mail.Send", "User.Read"],
        });
        self.application = text(&self.post("lab/applications", &application).await["client_id"]);
        let secrets = format!("lab/applications/{}/secrets", self.application);
        self.secret = text(
            &self
                .post(&secrets, &json!({"description": "ERP", "seconds": YEAR}))
                .await["value"],
        );
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.http.post(self.at(path)).json(body).send().await.unwrap();
        answer.json().await.unwrap()
    }

    fn at(&self, path: &str) -> Url {
        self.base.join(path).unwrap()
    }

    fn authority(&self) -> std::path::PathBuf {
        self.session.home().join("authority.pem")
    }

    /// A client that holds this secret.
    fn client(&self, which: IndependentClient, secret: &str) -> Counterpart {
        let mut client = Counterpart::client(which, &self.authority());
        client.ask(&json!({
            "do": "start",
            "base": self.base,
            "tenant": self.tenant,
            "clientId": self.application,
            "clientSecret": secret,
        }));
        client
    }

    /// The person signs in where the client sends them, and comes back to this address.
    async fn sign_in(&self, client: &mut Counterpart, access: Access, behaviour: Behaviour) -> Url {
        let begun = client.ask(&json!({
            "do": "begin",
            "redirectUri": REDIRECT,
            "scopes": SCOPES,
            "lasting": access == Access::Lasting,
        }));
        let authority = std::fs::read_to_string(self.authority()).unwrap();
        let person = Person::trusting(USER, behaviour, &authority).unwrap();
        match person
            .visit(&begun["address"].as_str().unwrap().parse().unwrap())
            .await
        {
            Ok(Ending::Redirected(answer)) => answer,
            other => panic!("{other:?}"),
        }
    }

    /// Whose access token it is, as Graph sees it.
    async fn owner(&self, tokens: &Value) -> String {
        let request = self
            .http
            .get(self.at("v1.0/me"))
            .bearer_auth(tokens["accessToken"].as_str().unwrap());
        let me: Value = request.send().await.unwrap().json().await.unwrap();
        text(&me["userPrincipalName"])
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value}")).to_owned()
}

fn finish(client: &mut Counterpart, answer: &Url) -> Value {
    client.ask(&json!({"do": "finish", "answer": answer}))
}

fn refused(error: &str, code: u32) -> Value {
    json!({"error": error, "codes": [code]})
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_sign_a_person_in_and_stay_signed_in() {
    let lab = Lab::start().await;
    for which in BOTH {
        let mut client = lab.client(which, &lab.secret);
        let answer = lab.sign_in(&mut client, Access::Lasting, Behaviour::Accept).await;
        let tokens = finish(&mut client, &answer);
        assert_eq!(tokens["account"], USER, "{which:?}: {tokens}");
        assert_eq!(tokens["lasting"], true, "{which:?}");
        assert_eq!(lab.owner(&tokens).await, USER, "{which:?}");

        let renewed = client.ask(&json!({"do": "refresh"}));
        assert_eq!(lab.owner(&renewed).await, USER, "{which:?}: {renewed}");
        assert_ne!(renewed["accessToken"], tokens["accessToken"], "{which:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_get_lasting_access_only_where_they_ask_for_it() {
    let lab = Lab::start().await;
    for which in BOTH {
        let mut client = lab.client(which, &lab.secret);
        let answer = lab.sign_in(&mut client, Access::ForOnce, Behaviour::Accept).await;
        let tokens = finish(&mut client, &answer);
        assert_eq!(lab.owner(&tokens).await, USER, "{which:?}");
        assert_eq!(tokens["lasting"], false, "{which:?}: {tokens}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_are_told_that_the_secret_is_wrong() {
    let lab = Lab::start().await;
    for which in BOTH {
        let mut client = lab.client(which, "abc8Q~of-another-application~01234567890");
        let answer = lab.sign_in(&mut client, Access::Lasting, Behaviour::Accept).await;
        let wrong = refused("invalid_client", 7_000_215);
        assert_eq!(finish(&mut client, &answer), wrong, "{which:?}");
        assert_eq!(
            client.ask(&json!({"do": "application", "scope": APPLICATION})),
            wrong,
            "{which:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_are_told_that_their_time_is_over() {
    for which in BOTH {
        let lab = Lab::start().await;
        let mut client = lab.client(which, &lab.secret);
        let answer = lab.sign_in(&mut client, Access::Lasting, Behaviour::Accept).await;
        assert_eq!(finish(&mut client, &answer)["account"], USER, "{which:?}");

        let idle = 91 * 24 * 60 * 60;
        lab.post("lab/clock", &json!({"advance_seconds": idle})).await;
        assert_eq!(
            client.ask(&json!({"do": "refresh"})),
            refused("invalid_grant", 700_082),
            "{which:?}"
        );
        lab.post("lab/clock", &json!({"advance_seconds": YEAR})).await;
        assert_eq!(
            client.ask(&json!({"do": "application", "scope": APPLICATION})),
            refused("invalid_client", 7_000_222),
            "{which:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_are_told_that_a_code_is_used_up_or_not_theirs() {
    let lab = Lab::start().await;
    for which in BOTH {
        let mut client = lab.client(which, &lab.secret);
        let answer = lab.sign_in(&mut client, Access::Lasting, Behaviour::Accept).await;
        assert_eq!(
            client.ask(&json!({"do": "finish", "answer": answer, "otherVerifier": true})),
            refused("invalid_grant", 501_481),
            "{which:?}"
        );
    }
    // Only one of them lets its own code be redeemed again.
    let mut client = lab.client(IndependentClient::OpenidClient, &lab.secret);
    let answer = lab.sign_in(&mut client, Access::Lasting, Behaviour::Accept).await;
    assert_eq!(finish(&mut client, &answer)["account"], USER);
    assert_eq!(finish(&mut client, &answer), refused("invalid_grant", 54005));
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_are_told_that_the_person_declined() {
    let lab = Lab::start().await;
    for which in BOTH {
        let mut client = lab.client(which, &lab.secret);
        let answer = lab
            .sign_in(&mut client, Access::Lasting, Behaviour::DeclineConsent)
            .await;
        assert_eq!(
            finish(&mut client, &answer)["error"],
            "access_denied",
            "{which:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_clients_get_a_token_for_the_application_itself() {
    let lab = Lab::start().await;
    for which in BOTH {
        let mut client = lab.client(which, &lab.secret);
        let tokens = client.ask(&json!({"do": "application", "scope": APPLICATION}));
        assert!(tokens["accessToken"].is_string(), "{which:?}: {tokens}");
        assert_eq!(
            (&tokens["lasting"], &tokens["account"]),
            (&json!(false), &Value::Null)
        );
    }
}
