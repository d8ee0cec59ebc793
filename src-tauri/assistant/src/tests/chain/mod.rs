//! The chain of checks against the lab: what can be known before the Microsoft window opens is named before it
//! opens, by the right check. Both tests print how many causes were found before, after and never.

mod after;
mod before;
mod catalogue;

use super::bench::{Bench, Surface, lines};
use crate::{BoxFuture, Run};
use vincula_core::check::CheckId;
use vincula_core::problem::ProblemKind;

/// When a cause was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    /// Before anybody was asked to sign in.
    Before,
    /// In the sign-in, or after it.
    After,
    /// Not by its own name.
    Never,
}

/// How a run of all stages ended.
struct Found {
    failure: Option<(CheckId, ProblemKind)>,
    was_asked_to_sign_in: bool,
    run: Run,
}

impl Found {
    async fn of(bench: &Bench, surface: &Surface) -> Self {
        let mut run = bench.run();
        let failure = bench.go(&mut run, surface).await;
        let began = format!("{} …", CheckId::SignIn.as_str());
        let was_asked_to_sign_in = bench.heard.0.lock().unwrap().contains(&began);
        Self {
            failure,
            was_asked_to_sign_in,
            run,
        }
    }

    /// When `kind` was named.
    fn when(&self, kind: ProblemKind) -> When {
        match self.failure {
            Some((_, found)) if found == kind => {
                if self.was_asked_to_sign_in {
                    When::After
                } else {
                    When::Before
                }
            }
            _ => When::Never,
        }
    }
}

/// One thing that is wrong, and the check that must name it.
struct Scenario {
    what: &'static str,
    spoil: for<'a> fn(&'a mut Bench) -> BoxFuture<'a, ()>,
    check: CheckId,
    kind: ProblemKind,
}

/// Something that is done to the bench at once, as one that may take time.
macro_rules! spoil {
    (|$bench:ident| $body:expr) => {
        |$bench: &mut Bench| Box::pin(async move { $body })
    };
}
use spoil;

#[tokio::test]
async fn what_can_be_known_before_the_sign_in_is_named_before_it_by_the_right_check() {
    let mut counts = [0; 3];
    println!("{:<6} {:<13} {:<26} scenario", "found", "check", "cause");
    let scenarios = before::scenarios().map(|scenario| (When::Before, scenario));
    for (expected, scenario) in scenarios.chain(after::scenarios().map(|scenario| (When::After, scenario))) {
        let mut bench = Bench::set().await;
        (scenario.spoil)(&mut bench).await;
        let surface = bench.person();
        let found = Found::of(&bench, &surface).await;
        let when = found.when(scenario.kind);
        println!(
            "{:<6} {:<13} {:<26} {}",
            format!("{when:?}").to_lowercase(),
            scenario.check.as_str(),
            scenario.kind.as_str(),
            scenario.what
        );
        assert_eq!(
            (found.failure, when),
            (Some((scenario.check, scenario.kind)), expected),
            "{}: {:?}",
            scenario.what,
            lines(&found.run)
        );
        counts[when as usize] += 1;
    }
    println!(
        "found before {}, after {}, never {}",
        counts[0], counts[1], counts[2]
    );
}

#[tokio::test]
async fn nothing_is_asked_twice_in_one_run() {
    let bench = Bench::set().await;
    let found = Found::of(&bench, &bench.person()).await;
    assert_eq!(found.failure, None);
    // The person's own browser asks as well; what the run asks is the rest.
    for (path, times) in [
        ("/.well-known/openid-configuration", 1),
        ("/v1.0/", 1),
        ("/v1.0/me", 1),
        ("/sendMail", 1),
        // The secret by itself, then the code.
        ("/oauth2/v2.0/token", 2),
    ] {
        assert_eq!(bench.asked(path), times, "{path}");
    }
}

#[tokio::test]
async fn a_check_that_is_cancelled_leaves_a_run_that_can_be_checked_again() {
    use std::time::Duration;
    use vincula_lab::{Forced, Place};

    let bench = Bench::set().await;
    let mut run = bench.run();
    for place in [Place::Metadata, Place::Graph, Place::Authorize, Place::Token] {
        bench
            .lab
            .world()
            .force(place, Forced::Hang(Duration::from_mins(1)));
        let host = bench.host();
        let cancelled = tokio::time::timeout(Duration::from_millis(300), run.check(&host)).await;
        assert!(cancelled.is_err(), "{place:?} did not hang");
        bench.lab.world().clear_forced();
    }
    bench.passes(&mut run, &bench.person()).await;
}
