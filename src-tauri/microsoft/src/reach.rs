//! Whether Microsoft's hosts can be reached from this machine at all. Asked first in a run, so that it is bounded more
//! tightly than the other calls.

use crate::answer::Answer;
use crate::client::{Microsoft, Proof};
use std::time::Duration;
use url::Url;
use vincula_core::problem::{Family, Problem};

/// Time for the whole answer of a host.
const ANSWER: Duration = Duration::from_secs(5);

impl Microsoft {
    /// Asks whether Graph's host answers, by its service document, which needs no token.
    ///
    /// # Errors
    /// The fault of the road. Whatever else Graph says, it was reached.
    pub async fn graph_reached(&self) -> Result<Proof, Problem> {
        let answer = self.reach(self.cloud.graph_endpoint("/v1.0/")).await?;
        match answer.problem_of_status() {
            Some(problem) if problem.kind.family() == Family::Network => Err(problem),
            // Microsoft's own trouble shows at the check that needs Graph.
            Some(_) => Ok(Proof::Holds),
            None if answer.is_json() => Ok(Proof::Holds),
            None => Ok(Proof::NotUnderstood),
        }
    }

    /// The answer of a host that is asked for the first time, or the fault of the road.
    pub(crate) async fn reach(&self, address: Url) -> Result<Answer, Problem> {
        self.ask(self.http.get(address).timeout(ANSWER)).await
    }
}
