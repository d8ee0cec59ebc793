//! Dovecot as Exchange Online's IMAP server: TLS from the first byte, XOAUTH2 and nothing else.

use super::account::Account;
use super::authority::MailAuthority;
use super::maildir::Maildir;
use crate::Child;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use vincula_lab::Lab;

/// The permission that Dovecot wants to see in a token, by its full name, so that a token for Graph has it never.
const SCOPE: &str = "https://outlook.office.com/IMAP.AccessAsUser.All";
/// The longest that Dovecot may take to listen, and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A Dovecot of the test's own, with a mailbox for everybody in the lab. It takes the access tokens that the lab issued
/// for Exchange Online to the person who signs in. It ends with the test.
///
/// What it says when it refuses is Dovecot's: [`super::ScriptedImap`] has Exchange's words.
pub struct ImapServer {
    child: Option<Child>,
    folder: TempDir,
    account: Account,
    port: u16,
}

impl ImapServer {
    /// Starts it beside this lab, with a certificate of this authority for `localhost`.
    ///
    /// # Panics
    /// Where Dovecot is not installed or does not start; with its log.
    #[must_use]
    pub fn start(lab: &Lab, authority: &MailAuthority) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let account = Account::for_servers();
        for part in ["run", "mail"] {
            let part = folder.path().join(part);
            fs::create_dir(&part).expect("a folder can be made");
            account.own(&part);
        }
        account.own(folder.path());
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("a file can be written");
            account.own(&path);
        };
        file("certificate.pem", authority.certificate_pem());
        file("key.pem", &authority.key_pem());
        file("oauth2.conf", &introspection(lab, folder.path()));
        if let Some(pem) = lab.certificate_authority_pem() {
            file("lab.pem", pem);
        }
        // Between choosing a port and listening on it somebody else may take it.
        for _ in 0..3 {
            let port = free_port();
            file("dovecot.conf", &settings(folder.path(), &account, port));
            if let Some(child) = listen(folder.path(), &account, port) {
                return Self {
                    child: Some(child),
                    folder,
                    account,
                    port,
                };
            }
        }
        let log = fs::read_to_string(folder.path().join("log")).unwrap_or_default();
        panic!("Dovecot does not start; `cargo xtask setup` installs it. Its log: {log}");
    }

    /// The port on `localhost`.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The mailbox of an address, which is made where it is not there yet.
    ///
    /// # Panics
    /// Where it cannot be made.
    #[must_use]
    pub fn mailbox(&self, address: &str) -> Maildir {
        let path = self.folder.path().join("mail").join(address.to_lowercase());
        Maildir::open(path, &self.account)
    }

    /// What Dovecot wrote down so far. No token is in it.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Ends it: connections break off, and nobody is let in. The mailboxes stay.
    pub fn stop(&mut self) {
        let Some(mut child) = self.child.take() else {
            return;
        };
        // Asked to end, it ends its own processes first. Where that takes too long, dropping the child kills it.
        let _ = Command::new("kill").arg(child.id().to_string()).status();
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE && matches!(child.process().try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for ImapServer {
    fn drop(&mut self) {
        self.stop();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port can be had");
    listener.local_addr().expect("it has an address").port()
}

/// The running server, or nothing where it ended before it listened.
fn listen(folder: &Path, account: &Account, port: u16) -> Option<Child> {
    let installed = Path::new("/usr/sbin/dovecot");
    let program = if installed.exists() {
        installed
    } else {
        Path::new("dovecot")
    };
    let mut command = Command::new(program);
    command
        .args(["-F", "-c"])
        .arg(folder.join("dovecot.conf"))
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let mut child = Child::start(account.run(&mut command));
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(child);
        }
        if !matches!(child.process().try_wait(), Ok(None)) {
            return None;
        }
        thread::sleep(Duration::from_millis(20));
    }
    None
}

/// Where Dovecot asks what a token is. Source: Dovecot 2.3, "Open Authentication v2.0 database".
fn introspection(lab: &Lab, folder: &Path) -> String {
    let url = lab.base_url().join("lab/introspect").expect("an address");
    let folder = folder.display();
    format!(
        "introspection_url = {url}
introspection_mode = post
active_attribute = active
active_value = true
username_attribute = username
username_format = %Lu
scope = {SCOPE}
timeout_msecs = 10000
tls_ca_cert_file = {folder}/lab.pem
"
    )
}

/// Source: Dovecot 2.3, "Rootless installation". Failed sign-ins are answered at once: Dovecot would make whoever failed
/// before wait for up to 15 seconds.
fn settings(folder: &Path, account: &Account, port: u16) -> String {
    let Account {
        name,
        group,
        uid,
        gid,
        ..
    } = account;
    let folder = folder.display();
    format!(
        "protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
auth_verbose = yes
default_internal_user = {name}
default_internal_group = {group}
default_login_user = {name}
first_valid_uid = 1
ssl = required
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
auth_mechanisms = xoauth2
auth_username_format = %Lu
auth_failure_delay = 0
mail_location = maildir:{folder}/mail/%Lu
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"
    )
}
