//! Waiting by itself: only for questions without the person, which change nothing at Microsoft. A code is never
//! redeemed again by itself, and no mail is sent again.

use super::Host;
use std::time::Duration;
use vincula_core::check::CheckId;
use vincula_core::problem::{Circumstances, Problem, ProblemKind};
use vincula_microsoft::Proof;

/// The longest that one question waits because Microsoft asks for it; a longer time is the person's.
const LONGEST: Duration = Duration::from_mins(1);
/// How often a question is asked again.
const AGAIN: u32 = 3;
/// The wait for a secret that Microsoft does not know yet.
const FOR_SECRET: Duration = Duration::from_secs(10);

/// Asks; where Microsoft names a time to wait that a person would wait for, waits and asks again.
///
/// # Errors
/// The problem of the last time.
pub(super) async fn asked<A>(
    host: &Host<'_>,
    check: CheckId,
    mut question: impl FnMut() -> A,
) -> Result<Proof, Problem>
where
    A: Future<Output = Result<Proof, Problem>>,
{
    let mut patience = LONGEST;
    for _ in 0..AGAIN {
        let answer = question().await;
        let Err(problem) = &answer else { return answer };
        let Some(time) = named_time(problem) else {
            return answer;
        };
        let Some(left) = patience.checked_sub(time) else {
            return answer;
        };
        count_down(host, check, problem, time).await;
        patience = left;
    }
    question().await
}

/// Asks about a secret; where it may be too new for Microsoft to know it, waits and asks again. The problem is as
/// precise as `known` makes it.
///
/// # Errors
/// The problem of the last time.
pub(super) async fn asked_about_secret<A>(
    host: &Host<'_>,
    known: &Circumstances,
    mut question: impl FnMut() -> A,
) -> Result<Proof, Problem>
where
    A: Future<Output = Result<Proof, Problem>>,
{
    for _ in 0..AGAIN {
        let answer = asked(host, CheckId::Secret, &mut question).await;
        match answer.map_err(|problem| problem.sharpened(known)) {
            Err(problem) if problem.kind == ProblemKind::SecretTooNew => {
                count_down(host, CheckId::Secret, &problem, FOR_SECRET).await;
            }
            answer => return answer,
        }
    }
    let answer = asked(host, CheckId::Secret, question).await;
    answer.map_err(|problem| problem.sharpened(known))
}

/// The time that Microsoft asks to wait, at least a second.
pub(crate) fn named_time(problem: &Problem) -> Option<Duration> {
    let is_for_later = matches!(
        problem.kind,
        ProblemKind::TooManyRequests | ProblemKind::MicrosoftUnavailable
    );
    let seconds = problem.evidence.retry_after_seconds.filter(|_| is_for_later)?;
    Some(Duration::from_secs(seconds.max(1)))
}

async fn count_down(host: &Host<'_>, check: CheckId, because: &Problem, time: Duration) {
    for left in (1..=time.as_secs()).rev() {
        host.progress.waits(check, because, Duration::from_secs(left));
        host.clock.wait(Duration::from_secs(1)).await;
    }
}
