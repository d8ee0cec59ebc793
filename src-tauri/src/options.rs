//! What the program may be started with. Users never need any of it.

use clap::Parser;
use url::Url;
use vincula_assistant::LogLevel;

/// A desktop assistant that links an ERP's mail to Microsoft, one page at a time.
#[derive(Clone, Parser)]
#[command(name = "vincula-desktop", version)]
pub struct Options {
    /// Practise against the built-in lab: nothing reaches Microsoft, nothing is kept.
    #[arg(long)]
    pub practice: bool,

    /// Use the lab at this address (on this machine only) in place of Microsoft.
    #[arg(long, value_name = "URL", conflicts_with = "practice")]
    pub lab: Option<Url>,

    /// The port of the IMAP server beside the lab.
    #[arg(long, value_name = "PORT", requires = "lab", hide = true)]
    pub lab_imap: Option<u16>,

    /// The port of the SMTP server beside the lab.
    #[arg(long, value_name = "PORT", requires = "lab", hide = true)]
    pub lab_smtp: Option<u16>,

    /// Open the window, wait until the page is ready, print how long it took as JSON, and end.
    #[arg(long)]
    pub self_test: bool,

    /// An address of the program's own scheme, as the system hands it over. It may hold a code: it is kept nowhere.
    #[arg(hide = true, value_name = "ADDRESS")]
    pub link: Option<String>,

    /// How much goes into the log, which holds codes and durations only: off, error, info or debug.
    #[arg(long, value_name = "LEVEL", value_parser = LogLevel::parse, default_value = "info")]
    pub log_level: LogLevel,

    /// How many seconds the sign-in waits for the person.
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub patience: u64,
}
