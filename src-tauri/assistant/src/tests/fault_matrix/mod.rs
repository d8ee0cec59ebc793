//! The fault matrix: every call meets every fault that can happen to it.
//!
//! Of each cell it is asked that it ends, with a cause that has a name, somebody who acts, a next action and texts in
//! every language; that the secret is as it was and stands nowhere else; that the setup's file is whole; and that
//! trying again from the same place works once the fault is gone. `cargo xtask faults` prints the table.

mod disk;
mod expected;
mod house;
mod keyring;
mod road;
mod table;
mod trouble;

use std::time::Duration;
use table::Table;
use tokio::task::JoinSet;
use tokio::time::timeout;
use vincula_core::problem::{Problem, ProblemKind};
use vincula_core::text::{Language, find};
use vincula_testbed::{Authority, Canary};

/// No cell takes nearly as long: what does, hangs.
const HANG: Duration = Duration::from_mins(2);
/// The fewest cells that are a matrix.
const FEWEST: usize = 250;

/// What was found in a cell, or what does not hold in it.
type Found = Result<String, String>;

fn holds(fact: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if fact { Ok(()) } else { Err(otherwise()) }
}

/// Somebody reads a text for this cause, whatever their language.
fn is_told(kind: ProblemKind) -> Result<(), String> {
    let id = kind.text_id();
    let who = format!("who-{}", kind.who().as_str());
    for language in Language::ALL {
        for part in [&id, &format!("{id}.do"), &format!("{id}.button"), &who] {
            let said = find(language, part, &[]).is_some_and(|text| !text.trim().is_empty());
            holds(said, || format!("{part} is said in no words ({language:?})"))?;
        }
    }
    holds(!kind.remedy().step().is_empty(), || {
        format!("{kind:?} leads nowhere")
    })
}

/// Nothing of the secret stands in what the person or IT is told.
fn is_silent_about(secret: &str, problem: &Problem) -> Result<(), String> {
    let told = format!(
        "{problem:?} {}",
        serde_json::to_string(problem).unwrap_or_default()
    );
    holds(Canary::of(secret).in_bytes(told.as_bytes()).is_none(), || {
        format!("the secret stands in {:?}", problem.kind)
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_call_survives_every_fault_and_passes_when_tried_again() {
    let authority = Authority::new();
    let mut columns = JoinSet::new();
    for (at, call) in road::Call::ALL.into_iter().enumerate() {
        let authority = authority.clone();
        columns.spawn(async move { (at, call.name(), road::column(call, &authority).await) });
    }
    let (mut table, mut wrong) = (Table::default(), Vec::new());
    let mut keep = |column: &'static str, cells: Vec<(String, Found)>| {
        for (row, found) in cells {
            if let Err(reason) = &found {
                wrong.push(format!("{column}, {row}: {reason}"));
            }
            table.keep(column, row, found);
        }
    };
    for (column, cells) in [keyring::columns().await, disk::columns()].concat() {
        keep(column, cells);
    }
    let ended = timeout(HANG, columns.join_all()).await;
    let is_whole = ended.is_ok();
    let mut ended = ended.unwrap_or_default();
    ended.sort_by_key(|(at, ..)| *at);
    for (_, column, cells) in ended {
        keep(column, cells);
    }
    println!("{table}");
    assert!(is_whole, "a call hangs");
    assert_eq!(wrong, Vec::<String>::new());
    assert!(table.cells() >= FEWEST, "{} cells", table.cells());
}
