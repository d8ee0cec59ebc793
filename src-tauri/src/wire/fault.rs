//! Why a command could not do what it was asked.

use serde::Serialize;
use ts_rs::TS;

/// Why a command could not do what it was asked. The text is `fault-<fault>` (with `-` for `_`).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "fault", rename_all = "snake_case")]
#[ts(export)]
pub enum Fault {
    /// One or more values of a form were refused.
    ValuesRefused {
        /// The name of each refused value (`erp_address` …) with the reason (`refusal-<reason>`).
        refused: Vec<(String, String)>,
    },
    /// The setup does not exist any more.
    SetupNotFound,
    /// The guide of this setup is not known to this version.
    GuideNotFound,
    /// This machine does not read or keep what it must: its disk or its keyring. The texts are the problem's: `problem-<kind>` and its `.do`.
    MachineRefused {
        /// The cause, such as `disk_full`.
        kind: String,
    },
    /// The clipboard could not be read or written.
    ClipboardUnavailable,
    /// The clipboard holds no text.
    ClipboardEmpty,
    /// The value has not been given yet, so that there is nothing to copy.
    NothingToCopy,
    /// The browser could not be opened.
    BrowserUnavailable,
    /// Something else is running; it must end or be cancelled first.
    Busy,
    /// The action does not fit the state of the run, such as sending before signing in.
    NotNow,
    /// The clipboard holds no request and no answer of Vincula's.
    ErrandMissing,
    /// The request or the answer is damaged or incomplete.
    ErrandDamaged,
    /// The passphrase does not open the answer.
    WrongPassphrase,
    /// The answer belongs to another request.
    AnotherRequest,
    /// The Client ID or the secret is missing, so that there is nothing to answer with.
    NothingToAnswer,
    /// The file could not be kept: the folder for downloads takes none.
    FileNotKept,
    /// The file that somebody opened is not of Vincula's.
    NotOurs,
    /// The file is damaged or incomplete.
    FileDamaged,
    /// A newer version of Vincula wrote the file.
    FileTooNew,
    /// The file holds something that no setup has.
    FileNotUnderstood {
        /// Its name, printable and short.
        name: String,
    },
    /// The file holds a secret that everybody could read on the way.
    SecretInTheOpen,
    /// The file is for a guide that this version does not have.
    UnknownGuide {
        /// The guide's id, printable and short.
        guide: String,
    },
    /// A value in the file is none.
    FileValueRefused {
        /// The name of the value (`mailbox` …).
        what: String,
    },
    /// The setup has no secret that could go along.
    NoSecretToExport,
    /// The file is an answer to a request that this machine did not make.
    AnswerOfAnother,
    /// The mail program could not be opened.
    MailProgramUnavailable,
    /// It is not known when the secret ends, or the day is none.
    NoSecretEnd,
    /// A part of the program itself failed.
    Internal,
}
