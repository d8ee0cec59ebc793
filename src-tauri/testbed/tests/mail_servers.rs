//! The mail servers of the tests, held against clients that are not ours: Microsoft's own library (`msal`) gets the tokens
//! from the lab, Python's own IMAP and SMTP clients use them.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

use serde_json::{Value, json};
use std::time::Duration;
use tempfile::TempDir;
use vincula_lab::{
    Audience, Behaviour, Ending, Lab, LabConfig, NewApplication, NewSecret, Person, Practice, Redirect,
    RegisteredApplication,
};
use vincula_testbed::{
    Counterpart, ImapManner, ImapServer, IndependentClient, MailAuthority, ScriptedImap, SmtpManner,
    SmtpServer,
};

const REDIRECT: &str = "https://erp.example/oauth/callback";
const YEAR: Duration = Duration::from_hours(365 * 24);
const GRAPH: [&str; 1] = ["https://graph.microsoft.com/User.Read"];
const EXCHANGE: [&str; 2] = [
    "https://outlook.office.com/IMAP.AccessAsUser.All",
    "https://outlook.office.com/SMTP.Send",
];

/// A company with an application that may read by IMAP and send by SMTP.
struct Company {
    lab: Lab,
    sample: Practice,
    application: RegisteredApplication,
    secret: NewSecret,
    /// The lab's certificate, for MSAL.
    folder: TempDir,
    authority: MailAuthority,
    /// Python's mail clients.
    python: Counterpart,
    /// Theirs, in seconds.
    patience: u32,
}

impl Company {
    async fn new() -> Self {
        // The same provider a second time is no error.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let lab = Lab::start(LabConfig {
            https: true,
            ..LabConfig::default()
        })
        .await
        .unwrap();
        let world = lab.world();
        let sample = world.seed_practice();
        let application = world.register_application(NewApplication {
            name: "ERP Correo".to_owned(),
            home_tenant: sample.tenant_id.clone(),
            audience: Audience::SingleTenant,
            redirects: vec![Redirect::web(REDIRECT)],
            permissions: ["User.Read", "IMAP.AccessAsUser.All", "SMTP.Send"]
                .map(str::to_owned)
                .to_vec(),
        });
        world.grant_admin_consent(&application.client_id);
        let secret = world.add_secret(&application.client_id, "ERP", YEAR);
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join("lab.pem"),
            lab.certificate_authority_pem().unwrap(),
        )
        .unwrap();
        Self {
            lab,
            sample,
            application,
            secret,
            folder,
            authority: MailAuthority::new(),
            python: Counterpart::mail_client(),
            patience: 10,
        }
    }

    /// MSAL, before anybody has signed in.
    fn msal(&self) -> Counterpart {
        let mut msal = Counterpart::client(IndependentClient::Msal, &self.folder.path().join("lab.pem"));
        msal.ask(&json!({
            "do": "start",
            "base": self.lab.base_url().as_str(),
            "tenant": self.sample.tenant_id,
            "clientId": self.application.client_id,
            "clientSecret": self.secret.value,
        }));
        msal
    }

    /// MSAL with a person signed in, and the tokens it got for these scopes.
    async fn sign_in(&self, who: &str, scopes: &[&str]) -> (Counterpart, Value) {
        let mut msal = self.msal();
        let begun = msal.ask(&json!({
            "do": "begin", "redirectUri": REDIRECT, "scopes": scopes, "lasting": true,
        }));
        let trusted = self.lab.certificate_authority_pem().unwrap();
        let person = Person::trusting(who, Behaviour::Accept, trusted).unwrap();
        let address = begun["address"].as_str().unwrap().parse().unwrap();
        let Ok(Ending::Redirected(answer)) = person.visit(&address).await else {
            panic!("{who} cannot sign in")
        };
        let tokens = msal.ask(&json!({ "do": "finish", "answer": answer.as_str() }));
        (msal, tokens)
    }

    /// An access token of the sample company's member for Exchange.
    async fn exchange_token(&self) -> String {
        let (_, tokens) = self.sign_in(&self.sample.work_user, &EXCHANGE).await;
        text(&tokens["accessToken"])
    }

    fn count(&mut self, port: u16, user: &str, token: &str) -> Value {
        self.python.ask(&json!({
            "do": "count",
            "port": port,
            "authority": self.authority.root_pem(),
            "patience": self.patience,
            "user": user,
            "token": token,
        }))
    }

    fn send(&mut self, port: u16, from: &str, token: &str) -> Value {
        self.python.ask(&json!({
            "do": "send",
            "port": port,
            "authority": self.authority.root_pem(),
            "patience": self.patience,
            "user": self.sample.work_user,
            "token": token,
            "from": from,
            "to": self.sample.work_user,
            "subject": "Prueba de Vincula",
        }))
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value}")).to_owned()
}

fn letter(subject: &str) -> String {
    format!(
        "From: a@ejemplo.example\r\nTo: b@ejemplo.example\r\nSubject: {subject}\r\n\
         Date: Wed, 25 Nov 2026 10:00:00 +0000\r\n\r\nHola\r\n"
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn microsofts_library_gets_a_token_for_each_resource() {
    let company = Company::new().await;
    let (mut msal, exchange) = company.sign_in(&company.sample.work_user, &EXCHANGE).await;
    let graph = msal.ask(&json!({ "do": "refresh", "scopes": GRAPH }));
    let again = msal.ask(&json!({ "do": "refresh", "scopes": EXCHANGE }));
    let trusted = company.lab.certificate_authority_pem().unwrap();
    let http = reqwest::Client::builder()
        .tls_certs_only([reqwest::Certificate::from_pem(trusted.as_bytes()).unwrap()])
        .no_proxy()
        .build()
        .unwrap();
    for (tokens, status) in [(&exchange, 401), (&graph, 200), (&again, 401)] {
        let me = company.lab.base_url().join("v1.0/me").unwrap();
        let answer = http.get(me).bearer_auth(text(&tokens["accessToken"])).send();
        assert_eq!(answer.await.unwrap().status(), status);
    }
    // What the customer takes back, the library is told.
    let world = company.lab.world();
    world.revoke_consents(&company.application.client_id);
    let refused = msal.ask(&json!({ "do": "refresh", "scopes": GRAPH }));
    assert_eq!(refused, json!({ "error": "invalid_grant", "codes": [65001] }));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn microsofts_library_gets_a_token_of_the_application() {
    let company = Company::new().await;
    let world = company.lab.world();
    world.set_application_permissions(&company.application.client_id, &["Calendars.ReadWrite"]);
    world.grant_admin_consent(&company.application.client_id);
    let mut msal = company.msal();
    let tokens = msal.ask(&json!({ "do": "application", "scope": "https://graph.microsoft.com/.default" }));
    let trusted = company.lab.certificate_authority_pem().unwrap();
    let http = reqwest::Client::builder()
        .tls_certs_only([reqwest::Certificate::from_pem(trusted.as_bytes()).unwrap()])
        .no_proxy()
        .build()
        .unwrap();
    let events = format!("v1.0/users/{}/events", company.sample.work_user);
    let moment = |time: &str| json!({ "dateTime": time, "timeZone": "UTC" });
    let made = http
        .post(company.lab.base_url().join(&events).unwrap())
        .bearer_auth(text(&tokens["accessToken"]))
        .json(&json!({ "start": moment("2026-11-25T10:00:00"), "end": moment("2026-11-25T10:05:00") }))
        .send();
    assert_eq!(made.await.unwrap().status(), 201);
    let wrong = msal.ask(&json!({ "do": "application", "scope": "https://graph.microsoft.com/User.Read" }));
    assert_eq!(wrong, json!({ "error": "invalid_scope", "codes": [1_002_012] }));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dovecot_counts_for_whoever_has_the_right_token() {
    let mut company = Company::new().await;
    let user = company.sample.work_user.clone();
    let (mut msal, exchange) = company.sign_in(&user, &EXCHANGE).await;
    let token = text(&exchange["accessToken"]);
    let graph = text(&msal.ask(&json!({ "do": "refresh", "scopes": GRAPH }))["accessToken"]);

    let mut dovecot = ImapServer::start(&company.lab, &company.authority);
    let mailbox = dovecot.mailbox(&user);
    mailbox.put(&letter("uno"));
    mailbox.put(&letter("dos"));
    mailbox.put_read(&letter("tres"));
    let counted = company.count(dovecot.port(), &user, &token);
    assert_eq!(
        (&counted["unread"], &counted["total"]),
        (&json!(2), &json!(3)),
        "{counted}"
    );
    let capabilities = counted["capabilities"].as_array().unwrap();
    assert!(capabilities.contains(&json!("AUTH=XOAUTH2")), "{capabilities:?}");
    assert_eq!((mailbox.unread(), mailbox.messages().len()), (2, 3));

    // Neither a token for Graph, nor somebody else's mailbox, nor rubbish, nor an old token.
    let other = company.sample.administrator.clone();
    for (who, token) in [(&user, graph.as_str()), (&other, &token), (&user, "rubbish")] {
        let refused = company.count(dovecot.port(), who, token);
        let words = text(&refused["refused"]);
        assert!(words.contains("Authentication failed"), "{refused}");
    }
    company.lab.world().advance_clock(Duration::from_hours(2));
    let refused = company.count(dovecot.port(), &user, &token);
    assert!(refused["refused"].is_string(), "{refused}");
    assert!(!dovecot.log().contains(&token), "a token is in the log");

    dovecot.stop();
    let gone = company.count(dovecot.port(), &user, &token);
    assert!(gone["ended"].is_string(), "{gone}");
    assert_eq!(mailbox.unread(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_goes_from_submission_to_the_mailbox() {
    let mut company = Company::new().await;
    let user = company.sample.work_user.clone();
    let token = company.exchange_token().await;
    let dovecot = ImapServer::start(&company.lab, &company.authority);
    let mut submission = SmtpServer::start(&company.lab, &company.authority, SmtpManner::Accept);
    submission.keep(&user, &dovecot.mailbox(&user));

    let sent = company.send(submission.port(), &user, &token);
    let features = sent["features"].as_array().unwrap_or_else(|| panic!("{sent}"));
    for feature in ["auth", "size", "8bitmime", "enhancedstatuscodes"] {
        assert!(features.contains(&json!(feature)), "{feature}: {features:?}");
    }
    let mails = submission.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(
        (&mails[0].user, &mails[0].from, &mails[0].to),
        (&user, &user, &vec![user.clone()])
    );
    assert!(mails[0].raw.contains("Subject: Prueba de Vincula"));
    let counted = company.count(dovecot.port(), &user, &token);
    assert_eq!(
        (&counted["unread"], &counted["total"]),
        (&json!(1), &json!(1)),
        "{counted}"
    );

    submission.stop();
    let gone = company.send(submission.port(), &user, &token);
    assert!(gone["ended"].is_string(), "{gone}");
    assert_eq!(submission.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn submission_refuses_as_exchange_does() {
    let mut company = Company::new().await;
    let user = company.sample.work_user.clone();
    let boss = "jefe@ferreteriasoler.example";
    let token = company.exchange_token().await;
    let mut submission = SmtpServer::start(&company.lab, &company.authority, SmtpManner::Accept);
    let port = submission.port();
    for (from, token, words) in [
        (
            user.as_str(),
            "rubbish",
            "535 5.7.3 Authentication unsuccessful [",
        ),
        (&user, "", "530 5.7.57 Client not authenticated to send mail. ["),
        (
            boss,
            &token,
            &format!("554 5.2.252 SendAsDenied; {user} not allowed to send as {boss}; STOREDRV"),
        ),
    ] {
        let refused = company.send(port, from, token);
        assert!(text(&refused["refused"]).starts_with(words), "{refused}");
    }
    for (manner, words) in [
        (
            SmtpManner::DisabledForTenant,
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit \
             https://aka.ms/smtp_auth_disabled for more information. [",
        ),
        (
            SmtpManner::DisabledForMailbox,
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit ",
        ),
        (
            SmtpManner::SecurityDefaults,
            "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy",
        ),
        (
            SmtpManner::CriteriaNotMet,
            "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated \
             successfully.",
        ),
        (
            SmtpManner::Unsuccessful,
            "535 5.7.3 Authentication unsuccessful [",
        ),
        (
            SmtpManner::NotAuthenticated,
            "530 5.7.57 Client not authenticated to send mail.",
        ),
        (
            SmtpManner::NotThisSender,
            "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        ),
        (SmtpManner::SendAsDenied, "554 5.2.252 SendAsDenied; "),
        (
            SmtpManner::OverQuota,
            "554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; ",
        ),
        (
            SmtpManner::Throttled,
            "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded",
        ),
        (
            SmtpManner::Busy,
            "421 4.3.2 The maximum number of concurrent connections has exceeded a limit",
        ),
    ] {
        submission.behave(manner);
        let refused = company.send(port, &user, &token);
        assert!(
            text(&refused["refused"]).starts_with(words),
            "{manner:?}: {refused}"
        );
    }
    for manner in [
        SmtpManner::DropsAtConnect,
        SmtpManner::DropsAtAuthenticate,
        SmtpManner::DropsAfterData,
    ] {
        submission.behave(manner);
        let ended = company.send(port, &user, &token);
        assert!(ended["ended"].is_string(), "{manner:?}: {ended}");
    }
    company.patience = 1;
    for manner in [
        SmtpManner::SilentAtConnect,
        SmtpManner::SilentAtAuthenticate,
        SmtpManner::SilentAfterData,
    ] {
        submission.behave(manner);
        let ended = company.send(port, &user, &token);
        assert!(text(&ended["ended"]).contains("timed out"), "{manner:?}: {ended}");
    }
    company.patience = 10;
    assert!(submission.mails().is_empty());
    submission.behave(SmtpManner::Accept);
    assert!(company.send(port, &user, &token)["features"].is_array());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_scripted_server_has_exchanges_words() {
    let mut company = Company::new().await;
    let user = company.sample.work_user.clone();
    for (manner, words) in [
        (ImapManner::Refuses, "AUTHENTICATE failed."),
        (
            ImapManner::NotConnected,
            "User is authenticated but not connected.",
        ),
        (
            ImapManner::Throttles,
            "Request is throttled. Suggested Backoff Time: 299961 milliseconds",
        ),
        (ImapManner::Unavailable, "Server Unavailable. 15"),
    ] {
        let server = ScriptedImap::start(&company.authority, manner);
        let refused = company.count(server.port(), &user, "any");
        assert!(text(&refused["refused"]).contains(words), "{manner:?}: {refused}");
    }
    for manner in [
        ImapManner::DropsAtConnect,
        ImapManner::DropsAtAuthenticate,
        ImapManner::DropsAfterwards,
    ] {
        let server = ScriptedImap::start(&company.authority, manner);
        let ended = company.count(server.port(), &user, "any");
        assert!(ended["ended"].is_string(), "{manner:?}: {ended}");
    }
    company.patience = 1;
    for manner in [
        ImapManner::SilentAtConnect,
        ImapManner::SilentAtAuthenticate,
        ImapManner::SilentAfterwards,
    ] {
        let server = ScriptedImap::start(&company.authority, manner);
        let ended = company.count(server.port(), &user, "any");
        assert!(text(&ended["ended"]).contains("timed out"), "{manner:?}: {ended}");
    }
}
