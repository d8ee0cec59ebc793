//! How fast `vincula verify --all` is over a thousand setups, each with an entry of its own in a real keyring, beside a
//! program that only reads the same entries and makes the same requests, as many at a time; the same without a keyring,
//! which answers one question at a time, so that the checks themselves can be seen; and how much memory a run takes beside
//! one over ten. Prints figures as JSON on standard output; judges nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement, not the product"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use support::Case;
use tokio::task::JoinSet;
use url::Url;
use vincula_assistant::{
    CheckedSetup, DataFolder, Keyring, ManyHost, Progress, SecretStore as _, SessionSecrets, SetupFolder,
    SetupStore as _, SystemClock, check_many,
};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::value::{ClientId, ClientSecret, ErpAddress, Mailbox, TenantId};
use vincula_microsoft::Microsoft;

const MANY: usize = 1_000;
const FEW: usize = 10;
const RUNS: usize = 5;
/// As many at a time as `vincula verify --all` asks by itself.
const JOBS: usize = 8;
/// RFC 7636, appendix B: any challenge will do.
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
/// What this program does where it is not the whole of it.
const PART: &str = "VINCULA_BENCH_PART";
/// What is to be asked, for a part.
const QUESTIONS: &str = "VINCULA_BENCH_QUESTIONS";
/// As in `vincula_assistant::Keyring`.
const SERVICE: &str = "app.vincula.desktop";

#[tokio::main]
async fn main() {
    // This program starts itself in the session: a process is told its bus by its environment.
    match std::env::var(PART).as_deref() {
        Ok("seed") => return seed_keyring(&Questions::told()).await,
        Ok("floor") => {
            println!("{}", ask_all(Questions::told(), Secrets::Keyring).await);
            return;
        }
        _ => {}
    }
    // `cargo test --benches` runs benches as well: measuring is for `cargo bench`.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let case = Case::new().await;
    let questions = Questions::of(&case);
    seed(&case);
    assert!(part(&case, "seed", &questions).status().unwrap().success());
    let (mut many, mut floor, mut checks, mut bare) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        many.push(check(&case));
        floor.push(tokio::task::block_in_place(|| read_floor(&case, &questions)));
        checks.push(check_in_memory(&case).await);
        bare.push(ask_all(questions.clone(), Secrets::Memory).await);
    }
    let many_memory = memory(&case);
    keep_few(&case);
    let few_memory = memory(&case);
    println!(
        "{}",
        json!({
            "many_per_s": many, "many_floor_per_s": floor,
            "many_checks_per_s": checks, "many_bare_per_s": bare,
            "many_memory_kib": [many_memory], "few_memory_kib": [few_memory],
        })
    );
}

/// This program as a part of the measurement, in the session.
fn part(case: &Case, part: &str, questions: &Questions) -> Command {
    let mut command = case.session.run(std::env::current_exe().unwrap());
    command.env(PART, part);
    command.env(QUESTIONS, serde_json::to_string(questions).unwrap());
    command
}

fn read_floor(case: &Case, questions: &Questions) -> f64 {
    let mut floor = part(case, "floor", questions);
    let output = floor.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

fn id(number: usize) -> SetupId {
    SetupId::parse(&format!("00000000-0000-4000-8000-{number:012}")).unwrap()
}

fn setups(case: &Case) -> SetupFolder {
    SetupFolder::of(&DataFolder::at(&case.session.home().join("data/vincula")).unwrap()).unwrap()
}

/// A thousand setups on the disk.
fn seed(case: &Case) {
    let setups = setups(case);
    for number in 0..MANY {
        let mut setup = Setup::new(
            id(number),
            "cloud-gestion",
            ErpAddress::parse(&case.erp.erp_address()).unwrap(),
            Mailbox::parse(&case.sample.work_user).unwrap(),
            jiff::Timestamp::now(),
        );
        setup.client_id = Some(ClientId::parse(&case.application.client_id).unwrap());
        setup.tenant_id = Some(TenantId::parse(&case.application.tenant_id).unwrap());
        setups.save(&setup).unwrap();
    }
}

/// Their secrets in the session's keyring.
async fn seed_keyring(questions: &Questions) {
    for number in 0..MANY {
        let secret = ClientSecret::parse(&questions.form[1].1).unwrap();
        Keyring.save(&id(number), secret).await.unwrap();
    }
}

/// Leaves as many setups as a small office has.
fn keep_few(case: &Case) {
    let setups = setups(case);
    for number in FEW..MANY {
        setups.delete(&id(number)).unwrap();
    }
}

fn per_second(count: usize, began: Instant) -> f64 {
    f64::from(u32::try_from(count).unwrap()) / began.elapsed().as_secs_f64()
}

fn verify_all(case: &Case) -> Command {
    let mut command = case.command(&["verify", "--all"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

/// Checks them all with the program, from its start to its end.
fn check(case: &Case) -> f64 {
    let began = Instant::now();
    let output = tokio::task::block_in_place(|| verify_all(case).output().unwrap());
    let rate = per_second(MANY, began);
    let text = String::from_utf8(output.stdout).unwrap();
    let summary: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(summary["summary"]["passed"], MANY);
    rate
}

/// Checks them all in this process, the secrets in memory.
async fn check_in_memory(case: &Case) -> f64 {
    let secrets = SessionSecrets::default();
    for number in 0..MANY {
        let secret = ClientSecret::parse(&case.secret.value).unwrap();
        secrets.save(&id(number), secret).await.unwrap();
    }
    let address = Url::parse(&case.lab_address()).unwrap();
    let clients = [Microsoft::new(Cloud::lab(CloudId::Global, &address).unwrap()).unwrap()];
    let setups = setups(case);
    let host = ManyHost {
        clients: &clients,
        setups: &setups,
        secrets: &secrets,
        clock: &SystemClock,
        progress: &Unheard,
        jobs: NonZeroUsize::new(JOBS).unwrap(),
    };
    let began = Instant::now();
    let mut unheard = |_: &CheckedSetup| ControlFlow::Continue(());
    let summary = check_many(&host, std::future::pending(), &mut unheard)
        .await
        .unwrap();
    assert_eq!(summary.passed, MANY as u64);
    per_second(MANY, began)
}

/// Nobody listens.
struct Unheard;

impl Progress for Unheard {
    fn began(&self, _check: CheckId) {}
    fn ended(&self, _check: CheckId, _outcome: &Outcome) {}
}

/// The most memory that a run took, as Linux tells it of a process that is still there.
fn memory(case: &Case) -> u64 {
    let mut process = verify_all(case).spawn().unwrap();
    let status = format!("/proc/{}/status", process.id());
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let peak = tokio::task::block_in_place(|| lines.filter_map(|_| high_water(Path::new(&status))).max());
    process.wait().unwrap();
    peak.unwrap_or_default()
}

/// In KiB.
fn high_water(status: &Path) -> Option<u64> {
    let status = std::fs::read_to_string(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Where the secrets of the bare requests are.
#[derive(Clone, Copy)]
enum Secrets {
    Keyring,
    Memory,
}

/// The same requests, as many at a time, each with the secret of its own setup.
async fn ask_all(questions: Questions, secrets: Secrets) -> f64 {
    // The same provider a second time is no error.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let questions = Arc::new(questions);
    let next = Arc::new(AtomicUsize::new(0));
    let mut workers = JoinSet::new();
    let began = Instant::now();
    for _ in 0..JOBS {
        let (http, questions, next) = (http.clone(), Arc::clone(&questions), Arc::clone(&next));
        workers.spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= MANY {
                    break;
                }
                let mut form = questions.form.clone();
                if let Secrets::Keyring = secrets {
                    let secret = tokio::task::spawn_blocking(move || {
                        let entry = keyring::Entry::new(SERVICE, id(number).as_str()).unwrap();
                        String::from_utf8(entry.get_secret().unwrap()).unwrap()
                    });
                    form[1].1 = secret.await.unwrap();
                }
                questions.ask(&http, &form).await;
            }
        });
    }
    workers.join_all().await;
    per_second(MANY, began)
}

/// What is asked about one setup.
#[derive(Clone, Deserialize, Serialize)]
struct Questions {
    metadata: Url,
    authorize: Url,
    token: Url,
    form: [(String, String); 4],
}

impl Questions {
    fn of(case: &Case) -> Self {
        let base = Url::parse(&case.lab_address()).unwrap();
        let at = |path: String| base.join(&path).unwrap();
        let tenant = &case.application.tenant_id;
        let mut authorize = at("common/oauth2/v2.0/authorize".to_owned());
        authorize.query_pairs_mut().extend_pairs([
            ("client_id", case.application.client_id.as_str()),
            ("response_type", "code"),
            ("redirect_uri", &case.redirect_uri()),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
            ("state", "bare"),
            ("scope", "openid"),
            ("prompt", "none"),
        ]);
        Self {
            metadata: at(format!("{tenant}/v2.0/.well-known/openid-configuration")),
            authorize,
            token: at(format!("{tenant}/oauth2/v2.0/token")),
            form: [
                ("client_id".to_owned(), case.application.client_id.clone()),
                ("client_secret".to_owned(), case.secret.value.clone()),
                ("grant_type".to_owned(), "client_credentials".to_owned()),
                (
                    "scope".to_owned(),
                    "https://graph.microsoft.com/.default".to_owned(),
                ),
            ],
        }
    }

    /// As the parent told them.
    fn told() -> Self {
        serde_json::from_str(&std::env::var(QUESTIONS).unwrap()).unwrap()
    }

    async fn ask(&self, http: &reqwest::Client, form: &[(String, String)]) {
        let metadata = http.get(self.metadata.clone()).send().await.unwrap();
        assert!(metadata.status().is_success());
        metadata.bytes().await.unwrap();
        let probe = http.get(self.authorize.clone()).send().await.unwrap();
        assert!(probe.status().is_redirection());
        probe.bytes().await.unwrap();
        let token = http.post(self.token.clone()).form(form).send().await.unwrap();
        assert!(token.status().is_success());
        token.bytes().await.unwrap();
    }
}
