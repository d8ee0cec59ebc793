//! The arguments. None of them takes a secret: an argument can be read by every program of the machine.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use std::path::PathBuf;
use url::Url;
use vincula_assistant::LogLevel;
use vincula_core::cloud::CloudId;
use vincula_core::guide::Audience;
use vincula_core::text::Language;
use vincula_core::value::ValueKind;

/// Links an ERP's mail to Microsoft and proves that it works.
#[derive(Debug, Parser)]
#[command(name = "vincula", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// Use the lab at this address (on this machine only) in place of Microsoft.
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) lab: Option<Url>,

    /// The port of the IMAP server beside the lab.
    #[arg(long, global = true, value_name = "PORT", hide = true)]
    pub(crate) lab_imap: Option<u16>,

    /// The port of the SMTP server beside the lab.
    #[arg(long, global = true, value_name = "PORT", hide = true)]
    pub(crate) lab_smtp: Option<u16>,

    /// The language of the texts: es or en. The system's by default.
    #[arg(long, visible_alias = "lang", global = true, value_name = "LANGUAGE", value_parser = language, default_value_t = Spoken::default())]
    pub(crate) language: Spoken,

    /// How many seconds the system's keyring may take, once it is said that it waits for the person.
    #[arg(long, global = true, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(3..=600))]
    pub(crate) keyring_patience: u64,

    /// How much goes into the log, which holds codes and durations only: off, error, info or debug.
    #[arg(long, global = true, value_name = "LEVEL", value_parser = LogLevel::parse, default_value = "info")]
    pub(crate) log_level: LogLevel,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A language as an argument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spoken(pub(crate) Language);

impl Default for Spoken {
    fn default() -> Self {
        Self(vincula_assistant::system_language())
    }
}

impl std::fmt::Display for Spoken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.code())
    }
}

fn language(code: &str) -> Result<Spoken, &'static str> {
    Language::from_code(code).map(Spoken).ok_or("es or en")
}

fn cloud() -> impl TypedValueParser<Value = CloudId> {
    PossibleValuesParser::new(CloudId::ALL.map(CloudId::as_str)).try_map(|name| CloudId::parse(&name))
}

/// The guide format's names for who may sign in.
const AUDIENCES: [(&str, Audience); 4] = [
    ("single_tenant", Audience::SingleTenant),
    ("multi_tenant", Audience::MultiTenant),
    ("multi_tenant_and_personal", Audience::MultiTenantAndPersonal),
    ("personal_only", Audience::PersonalOnly),
];

fn audience() -> impl TypedValueParser<Value = Audience> {
    PossibleValuesParser::new(AUDIENCES.map(|(name, _)| name)).try_map(|given| {
        let known = AUDIENCES.into_iter().find(|(name, _)| *name == given);
        known.map(|(_, audience)| audience).ok_or("no such audience")
    })
}

/// A code such as `AADSTS7000215`, «error 50011», `5.7.139`. A whole message may hold a secret, and every program of
/// the machine can read an argument.
fn code(text: &str) -> Result<String, &'static str> {
    let is_code = text.len() <= 64 && text.chars().all(|c| c.is_alphanumeric() || " ._-:#".contains(c));
    if is_code {
        Ok(text.to_owned())
    } else {
        Err("a code only; a whole message comes on standard input")
    }
}

fn kind(name: &str) -> Result<ValueKind, String> {
    let known = ValueKind::ALL.into_iter().find(|kind| kind.as_str() == name);
    known.ok_or_else(|| ValueKind::ALL.map(ValueKind::as_str).join(", "))
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the guides.
    Guides {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Check a guide file.
    Guide {
        #[command(subcommand)]
        command: GuideCommand,
    },
    /// Begin, list, show, change or delete setups.
    Setup {
        #[command(subcommand)]
        command: SetupCommand,
    },
    /// Keep or forget the client secret of a setup, in the system's keyring.
    Secret {
        #[command(subcommand)]
        command: SecretCommand,
    },
    /// Delete every setup, every secret of Vincula's in the keyring and every choice of this user.
    ForgetEverything {
        /// Yes, everything.
        #[arg(long, required = true)]
        yes: bool,
    },
    /// Ask somebody else to do the registration, or do it for somebody.
    Request {
        #[command(subcommand)]
        command: RequestCommand,
    },
    /// Send the registration's values back, sealed, or take them.
    Answer {
        #[command(subcommand)]
        command: AnswerCommand,
    },
    /// Prove a setup: registration, sign-in, account, permissions, test mail.
    Verify(VerifyOptions),
    /// Say how every setup stands. Ends with 1 where somebody has to act.
    Status {
        /// As JSON.
        #[arg(long, conflicts_with = "prometheus")]
        json: bool,
        /// As the text that Prometheus reads.
        #[arg(long)]
        prometheus: bool,
    },
    /// Renew the secret of a setup: the new one on standard input takes the old one's place once it is proven.
    Renew(RenewOptions),
    /// Say what the text on standard input is, as JSON. A secret is never printed.
    Recognise {
        /// The value that is looked for.
        #[arg(long, value_name = "KIND", value_parser = kind)]
        wanted: Option<ValueKind>,
    },
    /// Print the calendar file that reminds of the day on which a setup's secret ends.
    Reminder {
        /// The setup's id, or its beginning.
        setup: String,
    },
    /// Say what an error means and who must do what: a code, or any text on standard input.
    Explain {
        /// The code; without it the text on standard input is read.
        #[arg(value_name = "CODE", value_parser = code)]
        code: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print a script for Azure Cloud Shell that does the registration of a setup.
    Script(ScriptOptions),
    /// Play the whole job once against the built-in lab.
    Practice {
        /// The report as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Run the lab, Vincula's stand-in for Microsoft, until interrupted.
    Lab {
        /// The port; any free one by default.
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// Speak https, with a certificate authority made for this run; its certificate (PEM) goes into this file.
        #[arg(long, value_name = "FILE")]
        https: Option<std::path::PathBuf>,
        /// The cloud that it plays.
        #[arg(long, value_name = "CLOUD", value_parser = cloud(), default_value_t = CloudId::default())]
        cloud: CloudId,
    },
    /// Print the version.
    Version,
    /// Print the completions of a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

#[derive(Debug, Subcommand)]
pub(crate) enum GuideCommand {
    /// Say whether Vincula would offer this file, and what is wrong with it where it would not.
    Check {
        /// The guide; its images lie beside it.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum SetupCommand {
    /// Begin a setup and print its id.
    New {
        /// The guide's id.
        #[arg(long, default_value = "cloud-gestion")]
        guide: String,
        /// The address of the ERP, or of any of its pages.
        #[arg(long)]
        erp: String,
        /// The mailbox that the ERP will send from.
        #[arg(long)]
        mailbox: String,
        /// Microsoft's cloud in which the organisation is.
        #[arg(long, value_name = "CLOUD", value_parser = cloud(), default_value_t = CloudId::default())]
        cloud: CloudId,
        /// Entra's «Application (client) ID».
        #[arg(long)]
        client_id: Option<String>,
        /// Entra's «Directory (tenant) ID».
        #[arg(long)]
        tenant_id: Option<String>,
    },
    /// Change values of a setup.
    Set {
        /// The setup's id, or its beginning.
        setup: String,
        /// The address of the ERP.
        #[arg(long)]
        erp: Option<String>,
        /// The mailbox that the ERP will send from.
        #[arg(long)]
        mailbox: Option<String>,
        /// Microsoft's cloud in which the organisation is.
        #[arg(long, value_name = "CLOUD", value_parser = cloud())]
        cloud: Option<CloudId>,
        /// Entra's «Application (client) ID».
        #[arg(long)]
        client_id: Option<String>,
        /// Entra's «Directory (tenant) ID».
        #[arg(long)]
        tenant_id: Option<String>,
        /// The last day of the client secret, such as 2028-11-24.
        #[arg(long, value_name = "DAY")]
        secret_ends: Option<Date>,
        /// Several people open the mailbox: the address of whose own account sends as it.
        #[arg(long, value_name = "ADDRESS")]
        sent_by: Option<String>,
        /// Who may sign in to the application.
        #[arg(long, value_parser = audience())]
        audience: Option<Audience>,
        /// Decide everything as Vincula would, before anything else is changed.
        #[arg(long)]
        as_vincula: bool,
    },
    /// List the setups.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show a setup.
    Show {
        /// The setup's id, or its beginning.
        setup: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print a setup as a file for another machine. Without --with-secret nothing in it is secret.
    Export {
        /// The setup's id, or its beginning.
        setup: String,
        /// With its secret, sealed; the passphrase goes to standard error, once.
        #[arg(long)]
        with_secret: bool,
        /// Write it into this new file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Keep the setup that is in a file and print its new id. The passphrase of a sealed one is the first line of
    /// standard input.
    Import {
        /// The file.
        file: PathBuf,
        /// Keep it even where the same setup is here already.
        #[arg(long)]
        again: bool,
    },
    /// Give a setup a name of its own; without one its mailbox names it again.
    Rename {
        /// The setup's id, or its beginning.
        setup: String,
        /// The name: one line, 60 characters at most.
        name: Option<String>,
    },
    /// Begin the same work once more, without the secret, and print the id of the copy.
    Duplicate {
        /// The setup's id, or its beginning.
        setup: String,
    },
    /// Put a setup out of the way: nobody is reminded of it.
    Archive {
        /// The setup's id, or its beginning.
        setup: String,
    },
    /// Take a setup back from there.
    Unarchive {
        /// The setup's id, or its beginning.
        setup: String,
    },
    /// Delete a setup and its secret.
    Delete {
        /// The setup's id, or its beginning.
        setup: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum SecretCommand {
    /// Keep the secret that comes on standard input.
    Set {
        /// The setup's id, or its beginning.
        setup: String,
    },
    /// Forget the secret.
    Delete {
        /// The setup's id, or its beginning.
        setup: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RequestCommand {
    /// Print the request of a setup, which waits from then on. It holds nothing secret.
    Make {
        /// The setup's id, or its beginning.
        setup: String,
        /// Write it into this new file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Who is asked: a name or an address, to be reminded of.
        #[arg(long = "for", value_name = "WHO")]
        who: Option<String>,
    },
    /// Begin a setup for somebody's request and print its id.
    Accept {
        /// The file with the request or the whole mail; `-` for standard input.
        file: PathBuf,
    },
    /// Go on alone: the setup waits no more.
    Drop {
        /// The setup's id, or its beginning.
        setup: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum AnswerCommand {
    /// Print the sealed answer to the request of a setup, and its passphrase on standard error.
    Make {
        /// The setup's id, or its beginning.
        setup: String,
        /// Write the sealed answer into this new file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Take the answer to a request. The passphrase is the first line of standard input.
    Take {
        /// The setup's id, or its beginning.
        setup: String,
        /// The file with the sealed answer or the whole mail.
        file: PathBuf,
    },
}

#[derive(Args, Debug)]
pub(crate) struct VerifyOptions {
    /// The setup's id, or its beginning.
    #[arg(required_unless_present = "all")]
    pub(crate) setup: Option<String>,
    /// Check every setup as far as it goes without a person, and print a line of JSON for each as it ends.
    #[arg(long, conflicts_with_all = ["setup", "to", "secret_stdin", "surface", "patience"])]
    pub(crate) all: bool,
    /// How many setups are asked about at the same time.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=64), requires = "all")]
    pub(crate) jobs: u8,
    /// Where the test mail goes; the mailbox itself by default.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) to: Option<String>,
    /// The report as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Take the secret from the first line of standard input and keep it nowhere.
    #[arg(long)]
    pub(crate) secret_stdin: bool,
    /// Where the person signs in.
    #[arg(long, value_enum, default_value_t = Surface::Paste)]
    pub(crate) surface: Surface,
    /// How many seconds the sign-in waits for the person.
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(crate) patience: u64,
}

#[derive(Args, Debug)]
pub(crate) struct RenewOptions {
    /// The setup's id, or its beginning.
    pub(crate) setup: String,
    /// The last day of the new secret, such as 2028-11-24.
    #[arg(long, value_name = "DAY")]
    pub(crate) secret_ends: Option<Date>,
    /// Prove the new secret that was given before, without asking for another one.
    #[arg(long)]
    pub(crate) again: bool,
    /// How a renewal ends.
    #[command(flatten)]
    pub(crate) end: RenewalEnd,
    /// Where the test mail goes; the mailbox itself by default.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) to: Option<String>,
    /// The report as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Where the person signs in.
    #[arg(long, value_enum, default_value_t = Surface::Paste)]
    pub(crate) surface: Surface,
    /// How many seconds the sign-in waits for the person.
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(crate) patience: u64,
}

/// How a renewal ends, where it does.
#[derive(Args, Debug)]
pub(crate) struct RenewalEnd {
    /// The ERP has the new secret: the renewal is over.
    #[arg(long, conflicts_with_all = ["again", "cancel", "secret_ends"])]
    pub(crate) handed_over: bool,
    /// Give the renewal up: the old secret stays.
    #[arg(long, conflicts_with_all = ["again", "secret_ends"])]
    pub(crate) cancel: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ScriptOptions {
    /// The setup's id, or its beginning.
    pub(crate) setup: String,
    /// The shell that will read the script.
    #[arg(long, value_enum, default_value_t = CloudShell::Bash)]
    pub(crate) shell: CloudShell,
}

/// Where the person signs in, as far as a terminal can follow.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Surface {
    /// In any browser; they paste the address that they end on.
    Paste,
    /// In a browser on this machine, which comes back to `http://localhost`: it must stand in the registration as
    /// <http://localhost/vincula>.
    Loopback,
}

/// A shell of Azure Cloud Shell.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum CloudShell {
    /// Bash.
    Bash,
    /// PowerShell.
    #[value(name = "powershell")]
    PowerShell,
}

impl From<CloudShell> for vincula_core::registration_script::Shell {
    fn from(shell: CloudShell) -> Self {
        match shell {
            CloudShell::Bash => Self::Bash,
            CloudShell::PowerShell => Self::PowerShell,
        }
    }
}
