//! A customer's case for a test, in whose session `vincula` runs as a real process.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test file uses its own part of this"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{ChildStdin, Command, Output, Stdio};
use url::Url;
use vincula_lab::{Behaviour, Ending, Person};
use vincula_testbed::{Customer, Session};

/// The certificate of the mail servers' authority, in the session's home.
pub const MAIL_AUTHORITY: &str = "mail-authority.pem";

/// A customer's case, worked on with `vincula`.
pub struct Case(Customer);

impl std::ops::Deref for Case {
    type Target = Customer;

    fn deref(&self) -> &Customer {
        &self.0
    }
}

/// How the person acts while `vincula verify` waits for an address.
pub enum Acts {
    /// Signs in, in a browser, as this account.
    As(String, Behaviour),
    /// The same, and something happens before the address is pasted.
    AsThen(String, Box<dyn FnOnce(&Case) + Send>),
    /// Signs in, and pastes what this makes of the address.
    AsPasting(String, fn(&Url) -> String),
    /// Signs in with a browser that follows its address to the end: to a listener on this machine.
    AsFollowing(String),
    /// Comes to no end of the lab's pages, and pastes what Microsoft's would have ended on.
    Answering(fn(&Url) -> String),
    /// Ends the input.
    HangsUp,
    /// Does nothing at all.
    Sleeps,
}

/// What `vincula verify --json` said.
#[derive(Debug)]
pub struct Verified {
    pub code: i32,
    pub report: Value,
    pub notes: String,
}

impl Verified {
    pub fn outcome(&self, check: &str) -> &str {
        self.line(check)["outcome"].as_str().unwrap()
    }

    pub fn problem(&self, check: &str) -> &str {
        self.line(check)["problem"]["kind"]
            .as_str()
            .unwrap_or("no problem")
    }

    fn line(&self, check: &str) -> &Value {
        let lines = self.report["checks"].as_array().expect("the report has checks");
        lines
            .iter()
            .find(|line| line["check"] == check)
            .expect("the check is in the report")
    }
}

impl Case {
    pub async fn new() -> Self {
        Self::in_session(Session::with_keyring()).await
    }

    pub async fn in_session(session: Session) -> Self {
        Self(Customer::in_session(session).await)
    }

    /// Ends the keyring's process, as if it had crashed.
    pub fn kill_keyring(&mut self) {
        self.0.session.kill_keyring();
    }

    /// The keyring is there again, unlocked, with what it held.
    pub fn restart_keyring(&mut self) {
        self.0.session.start_keyring();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.session.run(env!("CARGO_BIN_EXE_vincula"));
        // Where a test has mail servers: this machine trusts their authority.
        let authority = self.session.home().join(MAIL_AUTHORITY);
        if authority.exists() {
            command.env("SSL_CERT_FILE", authority);
        }
        command.args(["--lab", &self.lab_address(), "--language", "en"]);
        command.args(arguments);
        command
    }

    /// Runs a command to its end.
    pub fn vincula(&self, arguments: &[&str], input: &str) -> Output {
        fed(self.command(arguments), input)
    }

    /// Begins a setup with the right values, but for those given here; without the secret.
    pub fn setup_with(&self, changes: &[(&str, &str)]) -> String {
        let erp = self.erp.erp_address();
        let mut values = vec![
            ("--erp", erp.as_str()),
            ("--mailbox", self.sample.work_user.as_str()),
            ("--client-id", self.application.client_id.as_str()),
            ("--tenant-id", self.application.tenant_id.as_str()),
        ];
        for (name, value) in changes {
            values.retain(|(known, _)| known != name);
            if !value.is_empty() {
                values.push((name, value));
            }
        }
        let arguments: Vec<&str> = ["setup", "new"]
            .into_iter()
            .chain(values.into_iter().flat_map(|(name, value)| [name, value]))
            .collect();
        let output = self.vincula(&arguments, "");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout)
            .expect("an id is text")
            .trim()
            .to_owned()
    }

    /// Begins a setup with every right value, the secret included.
    pub fn setup(&self) -> String {
        let id = self.setup_with(&[]);
        self.keep_secret(&id, &self.secret.value);
        id
    }

    pub fn keep_secret(&self, id: &str, secret: &str) {
        let output = self.vincula(&["secret", "set", id], secret);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    pub fn change(&self, id: &str, name: &str, value: &str) {
        let output = self.vincula(&["setup", "set", id, name, value], "");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// The person of the setup signs in and accepts.
    pub fn owner(&self) -> Acts {
        Acts::As(self.sample.work_user.clone(), Behaviour::Accept)
    }

    pub async fn verify(&self, id: &str, acts: Acts) -> Verified {
        self.verify_with(id, &[], "", acts).await
    }

    pub async fn verify_with(&self, id: &str, more: &[&str], input: &str, acts: Acts) -> Verified {
        let arguments: Vec<&str> = ["verify", id, "--json"].iter().chain(more).copied().collect();
        self.signing_in(&arguments, input, acts).await
    }

    /// A command during which the person signs in, with a report as JSON.
    pub async fn signing_in(&self, arguments: &[&str], input: &str, acts: Acts) -> Verified {
        let mut process = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("vincula starts");
        let mut stdin = process.stdin.take();
        let _ = stdin
            .as_mut()
            .expect("it has an input")
            .write_all(input.as_bytes());
        let mut stderr = BufReader::new(process.stderr.take().expect("it has notes"));
        let mut notes = String::new();
        // To the address, or to the end of a run that never comes to it.
        let address = loop {
            let mut line = String::new();
            if stderr.read_line(&mut line).expect("the notes are text") == 0 {
                break None;
            }
            notes.push_str(&line);
            if let Ok(address) = Url::parse(line.trim())
                && address.scheme() == "http"
            {
                break Some(address);
            }
        };
        if let Some(address) = address {
            match acts {
                Acts::As(account, behaviour) => paste(stdin.as_mut(), &address, &account, behaviour).await,
                Acts::AsThen(account, then) => {
                    let ending = visit(&address, &account, Behaviour::Accept).await;
                    then(self);
                    writeln!(stdin.as_mut().expect("it has an input"), "{ending}").expect("vincula reads");
                }
                Acts::AsPasting(account, paste) => {
                    let ending = visit(&address, &account, Behaviour::Accept).await;
                    writeln!(stdin.as_mut().expect("it has an input"), "{}", paste(&ending))
                        .expect("vincula reads");
                }
                Acts::AsFollowing(account) => {
                    let ending = visit(&address, &account, Behaviour::Accept).await;
                    let page = reqwest::get(ending).await.expect("the listener answers");
                    assert_eq!(page.status(), 200);
                }
                Acts::Answering(answer) => {
                    writeln!(stdin.as_mut().expect("it has an input"), "{}", answer(&address))
                        .expect("vincula reads");
                }
                Acts::HangsUp => drop(stdin.take()),
                Acts::Sleeps => {}
            }
        }
        // Its input stays open until it has ended by itself.
        stderr.read_to_string(&mut notes).expect("the notes are text");
        drop(stdin);
        let output = process.wait_with_output().expect("vincula ends");
        let code = output.status.code().expect("vincula is not killed");
        let report = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
        Verified { code, report, notes }
    }
}

/// Runs a command to its end with this input.
pub fn fed(mut command: Command, input: &str) -> Output {
    let mut process = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("vincula starts");
    // A command that does not read its input may be gone already.
    let _ = process
        .stdin
        .take()
        .expect("it has an input")
        .write_all(input.as_bytes());
    process.wait_with_output().expect("vincula ends")
}

/// Where the person's browser ends.
pub async fn visit(address: &Url, account: &str, behaviour: Behaviour) -> Url {
    match Person::new(account, behaviour)
        .visit(address)
        .await
        .expect("the lab's pages can be read")
    {
        Ending::Redirected(ending) => ending,
        Ending::Stuck { code, .. } => panic!("the person is stuck on a page: {code:?}"),
    }
}

async fn paste(stdin: Option<&mut ChildStdin>, address: &Url, account: &str, behaviour: Behaviour) {
    let ending = visit(address, account, behaviour).await;
    writeln!(stdin.expect("it has an input"), "{ending}").expect("vincula reads");
}
