//! What comes in: a file that somebody sent, and standard input, line by line. Reading blocks, so one thread reads the
//! lines for the whole program; it ends with it.

use std::fs::File;
use std::io::{self, BufRead as _, Read as _};
use std::path::Path;
use std::thread;
use tokio::sync::{Mutex, mpsc};
use vincula_core::errand::MOST;
use zeroize::Zeroizing;

/// The longest line that is looked at, in bytes; longer ones are dropped.
const LONGEST: usize = 64 * 1024;

/// Standard input, line by line. The lines may be secrets: they are wiped when dropped.
#[derive(Debug, Default)]
pub(crate) struct Input(Mutex<Option<mpsc::Receiver<Zeroizing<String>>>>);

impl Input {
    /// The next line that is not blank; `None` at the end.
    pub(crate) async fn line(&self) -> Option<Zeroizing<String>> {
        let mut lines = self.0.lock().await;
        // The thread starts with the first question: a run that asks nothing leaves standard input alone.
        lines.get_or_insert_with(read).recv().await
    }
}

fn read() -> mpsc::Receiver<Zeroizing<String>> {
    let (tell, hear) = mpsc::channel(1);
    thread::spawn(move || {
        for line in io::stdin().lock().lines() {
            let Ok(line) = line.map(Zeroizing::new) else { break };
            let is_worth_it = line.len() <= LONGEST && !line.trim().is_empty();
            if is_worth_it && tell.blocking_send(line).is_err() {
                break;
            }
        }
    });
    hear
}

/// What somebody sent, from a file or (`-`) from standard input, as far as it is looked at. What is no text in it is
/// for its reader to name.
pub(crate) fn file(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
