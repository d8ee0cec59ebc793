//! How long `explain` takes for each message of its corpus, and for the longest text that it reads. Prints figures
//! as JSON on standard output, in microseconds; judges nothing.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement, not the product"
)]

use serde::Deserialize;
use serde_json::json;
use std::hint::black_box;
use std::time::Instant;
use vincula_core::explain::{Context, MOST, explain};

const FILES: [&str; 5] = [
    include_str!("../src/explain/corpus/bare.toml"),
    include_str!("../src/explain/corpus/entra.toml"),
    include_str!("../src/explain/corpus/mail.toml"),
    include_str!("../src/explain/corpus/pages.toml"),
    include_str!("../src/explain/corpus/road.toml"),
];
/// How often each message is explained; the fastest is told, which the machine's other work disturbs least.
const RUNS: usize = 50;

#[derive(Deserialize)]
struct Corpus {
    message: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    text: String,
}

fn main() {
    // `cargo test --benches` runs benches as well: measuring is for `cargo bench`.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let corpora = FILES
        .iter()
        .map(|source| toml::from_str::<Corpus>(source).unwrap());
    let texts: Vec<String> = corpora
        .flat_map(|corpus| corpus.message)
        .map(|message| message.text)
        .collect();
    // The tables are read once a process.
    let began = Instant::now();
    black_box(explain("", &Context::default()));
    let first = microseconds(began);
    let each: Vec<f64> = texts.iter().map(|text| fastest(text)).collect();
    let log = texts.join("\n").repeat(4);
    let longest = fastest(&log[..log.floor_char_boundary(MOST)]);
    println!(
        "{}",
        json!({ "explain_us": each, "longest_us": [longest], "first_us": [first] })
    );
}

fn fastest(text: &str) -> f64 {
    let context = Context::default();
    let runs = (0..RUNS).map(|_| {
        let began = Instant::now();
        black_box(explain(black_box(text), &context));
        microseconds(began)
    });
    runs.fold(f64::INFINITY, f64::min)
}

fn microseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1e6
}
