//! `vincula script` as a whole program: its Bash script runs to its end against a stand-in `az` that records its
//! calls. PowerShell is not installed where this is built; its script is held by `vincula-core`'s tests alone.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up must stop, loudly"
)]

#[path = "script/existing.rs"]
mod existing;
#[path = "script/failures.rs"]
mod failures;
#[path = "script/success.rs"]
mod success;
mod support;

use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use support::Case;
use vincula_testbed::Session;

const APP: &str = "6f1c2d3e-0a1b-4c2d-8e3f-405162738495";
const OLD: &str = "11112222-3333-4444-8555-666677778888";
const TENANT: &str = "a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d";
const SECRET: &str = "Abc8Q~stand-in.secret_value-0123456789ab";
const GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// The delegated permissions of the guide, by name and GUID, as `microsoft.md` has them.
const PERMISSIONS: [(&str, &str); 6] = [
    ("Mail.Send", "e383f46e-2787-4529-855e-0e479a3ffac0"),
    ("User.Read", "e1fe6dd8-ba31-4d61-89e7-88639da4683d"),
    ("offline_access", "7427e0e9-2fba-42fe-b0c0-848c9e6a8182"),
    ("openid", "37f7f235-527c-4136-accd-4a02d197296e"),
    ("profile", "14dad69e-099b-42c9-810b-d002981feec1"),
    ("email", "64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0"),
];

/// A run of the script: what it said, and what it did to `az`.
struct Ran {
    code: i32,
    out: String,
    err: String,
    calls: Vec<Vec<String>>,
    permissions: Option<Value>,
    leftovers: usize,
}

impl Ran {
    /// The calls of one command: `called("ad app create")`.
    fn called(&self, command: &str) -> Vec<&[String]> {
        let words: Vec<&str> = command.split(' ').collect();
        let is_it = |call: &&Vec<String>| {
            call.iter()
                .map(String::as_str)
                .take(words.len())
                .eq(words.clone())
        };
        self.calls.iter().filter(is_it).map(Vec::as_slice).collect()
    }

    /// The block between the marker lines.
    fn block(&self) -> Option<Value> {
        let mut lines = self.out.lines().map(str::trim);
        lines.find(|line| *line == "----- VINCULA: COPY FROM HERE -----")?;
        let block = lines.next()?;
        assert_eq!(lines.next(), Some("----- VINCULA: TO HERE -----"));
        Some(serde_json::from_str(block).expect("the block is JSON"))
    }

    /// It ended well: the block holds every value, and nothing was deleted on the way.
    fn succeeded(&self, app: &str) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        let block = self
            .block()
            .unwrap_or_else(|| panic!("no block: {}{}", self.out, self.err));
        assert_eq!(block["vincula"], 1);
        assert_eq!(block["clientId"], app);
        assert_eq!(block["tenantId"], TENANT);
        assert_eq!(block["secret"], SECRET);
        self.is_harmless();
        block
    }

    /// It ended badly: with this sentence, without a block, and nothing was deleted on the way.
    fn failed(&self, sentence: &str) {
        assert_eq!(self.code, 1, "{}{}", self.out, self.err);
        assert!(self.err.contains(sentence), "{}{}", self.out, self.err);
        let last = self.err.lines().last().unwrap_or_default();
        assert!(
            last.ends_with('.') || last.contains("az login"),
            "no sentence at the end: {last}"
        );
        assert_eq!(self.block(), None);
        assert!(!self.out.contains(SECRET) && !self.err.contains(SECRET));
        self.is_harmless();
    }

    fn is_harmless(&self) {
        for call in &self.calls {
            let words = call.join(" ");
            assert!(!words.contains("delete") && !words.contains("remove"), "{words}");
            assert!(!words.contains("admin-consent"), "{words}");
            if words.contains("credential reset") {
                assert!(call.iter().any(|word| word == "--append"), "{words}");
            }
        }
        assert_eq!(self.leftovers, 0, "a file was left behind");
    }

    /// The last day of each secret that was asked for, in days from now.
    fn terms(&self) -> Vec<i64> {
        let resets = self.called("ad app credential reset");
        let ends = resets.iter().map(|call| option(call, "--end-date"));
        let day = |end: &str| end.parse::<jiff::civil::Date>().expect("a day");
        let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
        ends.map(|end| i64::from((day(end) - today).get_days())).collect()
    }
}

/// The word after an option.
fn option<'a>(call: &'a [String], name: &str) -> &'a str {
    let at = call
        .iter()
        .position(|word| word == name)
        .expect("the option is there");
    &call[at + 1]
}

/// The words after an option, as far as the next one.
fn options<'a>(call: &'a [String], name: &str) -> Vec<&'a str> {
    let after = call.iter().skip_while(|word| *word != name).skip(1);
    after
        .take_while(|word| !word.starts_with("--"))
        .map(String::as_str)
        .collect()
}

/// A case, and the script that `vincula` prints for a setup of it.
async fn script(changes: &[(&str, &str)]) -> (Case, String) {
    let case = Case::in_session(Session::without_keyring()).await;
    let id = case.setup_with(changes);
    let output = case.vincula(&["script", &id], "");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    (case, String::from_utf8(output.stdout).expect("a script is text"))
}

/// The script for a setup whose tenant is not known yet.
async fn new_script() -> (Case, String) {
    script(&[("--tenant-id", ""), ("--client-id", "")]).await
}

/// Runs the script, with these misfortunes. `answer` is what a person at a terminal types; without one there is
/// no terminal.
fn run(script: &str, behaves: &str, answer: Option<&str>) -> Ran {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = |name: &str| folder.path().join(name);
    for name in ["bin", "tmp"] {
        fs::create_dir(at(name)).expect("a folder can be made");
    }
    for name in ["az", "sleep"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/stand-in-az")
            .join(name);
        let to = at("bin").join(name);
        fs::copy(from, &to).expect("the stand-in is there");
        fs::set_permissions(&to, fs::Permissions::from_mode(0o755)).expect("it can be made to run");
    }
    fs::write(at("script.sh"), script).expect("the script can be written");
    let mut command = if answer.is_some() {
        // A terminal of its own, whose input is ours.
        let mut command = Command::new("script");
        let bash = format!("bash {}", at("script.sh").display());
        command.args(["--quiet", "--return", "--command", &bash, "/dev/null"]);
        command
    } else {
        let mut command = Command::new("bash");
        command.arg(at("script.sh"));
        command
    };
    let path = std::env::var("PATH").expect("there is a path");
    command
        .env("PATH", format!("{}:{path}", at("bin").display()))
        .env("TMPDIR", at(if behaves == "no-folder" { "none" } else { "tmp" }))
        .env("AZ_STAND_IN", folder.path())
        .env("AZ_BEHAVES", behaves)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut process = command.spawn().expect("bash starts");
    let mut input = process.stdin.take().expect("it has an input");
    // A script that asks nothing may be gone already.
    let _ = input.write_all(answer.unwrap_or_default().as_bytes());
    drop(input);
    let output = process.wait_with_output().expect("bash ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    let calls = fs::read_to_string(at("calls")).unwrap_or_default();
    let words = |line: &str| line.split_terminator('\u{1f}').map(str::to_owned).collect();
    Ran {
        code: output.status.code().expect("bash is not killed"),
        // In a terminal there is one stream.
        err: if answer.is_some() { out.clone() } else { err },
        out,
        calls: calls.lines().map(words).collect(),
        permissions: fs::read_to_string(at("permissions.json"))
            .ok()
            .map(|text| serde_json::from_str(&text).expect("the permissions are JSON")),
        leftovers: fs::read_dir(at("tmp")).expect("the folder is there").count(),
    }
}
