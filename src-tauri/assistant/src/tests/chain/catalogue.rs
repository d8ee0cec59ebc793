//! Every cause of the catalogue that the lab can play by a published code, one code for each: the run names it, and
//! the numbers say when.

use super::super::bench::Bench;
use super::{Found, When};
use std::collections::BTreeMap;
use vincula_core::problem::catalogue::{self, Code};
use vincula_core::problem::{Family, Place, ProblemKind};
use vincula_lab::Forced;

/// What concerns the registration and shows no earlier than at the token endpoint: under which platform a redirect URI
/// is registered, and which one the code was made for.
const AT_REDEMPTION: [ProblemKind; 3] = [
    ProblemKind::PlatformNotWeb,
    ProblemKind::PlatformSinglePage,
    ProblemKind::RedirectChanged,
];

/// A code and where the lab plays it.
struct Played {
    code: String,
    at: vincula_lab::Place,
    kind: ProblemKind,
}

/// One code for each cause, at the place where codes of its family come up.
fn played() -> Vec<Played> {
    let lab: Vec<u32> = vincula_lab::published_codes()
        .iter()
        .map(|code| code.code)
        .collect();
    let mut of_kind = BTreeMap::new();
    for entry in catalogue::entries() {
        let (at, kind) = match entry.code {
            Code::Entra(number) if lab.contains(&number) => {
                // Organisation, registration and redirect URI are judged before anybody signs in, but for the causes
                // that only the redemption of a code can show.
                let (at, place) = match entry.kind.family() {
                    _ if AT_REDEMPTION.contains(&entry.kind) => (vincula_lab::Place::Token, Place::Token),
                    Family::Tenant | Family::Application | Family::Redirect => {
                        (vincula_lab::Place::Authorize, Place::Authorize)
                    }
                    _ => (vincula_lab::Place::Token, Place::Token),
                };
                match catalogue::of_entra(number, place) {
                    Some(kind) => (at, kind),
                    None => continue,
                }
            }
            Code::Graph(_) => (vincula_lab::Place::SendMail, entry.kind),
            _ => continue,
        };
        // What says no more than its family is no cause of its own.
        if kind.is_general() {
            continue;
        }
        of_kind.entry(kind.as_str()).or_insert(Played {
            code: entry.code.to_string(),
            at,
            kind,
        });
    }
    of_kind.into_values().collect()
}

#[tokio::test]
async fn every_cause_that_the_lab_can_play_is_found_before_or_after_the_sign_in() {
    let mut counts: BTreeMap<When, usize> = BTreeMap::new();
    let mut never = Vec::new();
    for played in played() {
        let bench = Bench::set().await;
        bench
            .lab
            .world()
            .force(played.at, Forced::Code(played.code.clone()));
        let found = Found::of(&bench, &bench.person()).await;
        // The shape of the secret that was used says more than the code does.
        let precise = match played.kind {
            ProblemKind::SecretWrong => ProblemKind::SecretOfAnother,
            kind => kind,
        };
        let when = found.when(precise);
        println!(
            "{:<6} {:<30} {} at {:?}",
            format!("{when:?}").to_lowercase(),
            played.kind.as_str(),
            played.code,
            played.at
        );
        *counts.entry(when).or_default() += 1;
        if when == When::Never {
            never.push(format!(
                "{} {} {:?}",
                played.kind.as_str(),
                played.code,
                found.failure
            ));
        }
    }
    let count = |when| counts.get(&when).copied().unwrap_or_default();
    println!(
        "found before {}, after {}, never {}",
        count(When::Before),
        count(When::After),
        count(When::Never)
    );
    assert_eq!(never, Vec::<String>::new());
}
