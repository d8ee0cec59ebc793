//! Connections to the keyring that worked a moment ago, for the next calls: making one costs more than a call.
//!
//! A connection is used by one call at a time and given back only when that call succeeded. What a connection that was
//! used before cannot do, a new one is asked to do: the keyring may have been started again meanwhile.

use super::bound::Call;
use super::system::Line;
use crate::ports::SecretFault;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many are kept. More calls than that beside each other wait for the keyring anyway.
const MOST: usize = 8;
/// How long one is kept without being used.
const FRESH: Duration = Duration::from_secs(20);

/// The connections that are free.
#[derive(Default)]
pub(super) struct Lines(Mutex<Vec<(Line, Instant)>>);

impl Lines {
    /// Runs `act` over a connection to an unlocked keyring.
    pub(super) fn over<T>(
        &self,
        call: &Call,
        act: impl Fn(&Line) -> Result<T, SecretFault>,
    ) -> Result<T, SecretFault> {
        let attempt = |line: Line| {
            // First of all, so that nothing is written by a call that nobody waits for any longer.
            line.unlock(call)?;
            call.still_wanted()?;
            let done = act(&line)?;
            self.give(line);
            Ok(done)
        };
        if let Some(line) = self.take() {
            match attempt(line) {
                Err(SecretFault::Absent | SecretFault::Unavailable) => {}
                other => return other,
            }
        }
        attempt(Line::open()?)
    }

    fn take(&self) -> Option<Line> {
        let now = Instant::now();
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.retain(|(_, used)| now.duration_since(*used) < FRESH);
        free.pop().map(|(line, _)| line)
    }

    fn give(&self, line: Line) {
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if free.len() < MOST {
            free.push((line, Instant::now()));
        }
    }
}
