//! How long it takes to keep a setup, to read one, and to list them all, where there are 1, 100 and 10,000. Prints
//! figures as JSON on standard output, in milliseconds; judges nothing.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement, not the product"
)]

use serde_json::{Map, Value, json};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use vincula_assistant::{DataFolder, SetupFolder, SetupStore as _};
use vincula_core::setup::{Setup, SetupFile, SetupId};

/// A setup with every field, as a version really wrote it.
const WHOLE: &str = include_str!("../../core/src/setup/file/golden/1-whole.json");
const COUNTS: [usize; 3] = [1, 100, 10_000];
/// How often each figure is taken.
const RUNS: usize = 30;
/// Lists of thousands take long enough to be taken less often.
const LISTS: usize = 5;

fn main() {
    // `cargo test --benches` runs benches as well: measuring is for `cargo bench`.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let mut figures = Map::new();
    for count in COUNTS {
        let folder = tempfile::tempdir().unwrap();
        let ids = fill(folder.path(), count);
        let open = || SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap();
        let setups = open();
        let middle = &ids[count / 2];
        let mut step = 0;
        let save = times(RUNS, || {
            step += 1;
            setups
                .update(middle, &mut |setup| setup.current_step = Some(step.to_string()))
                .unwrap();
        });
        let load = times(RUNS, || drop(black_box(setups.load(middle).unwrap())));
        // What a start does before the first page: find the folder, and read everything in it.
        let list = times(LISTS, || assert_eq!(open().survey().unwrap().setups.len(), count));
        for (name, values) in [("save", save), ("load", load), ("list", list)] {
            figures.insert(format!("{name}_{count}_ms"), json!(values));
        }
    }
    println!("{}", Value::Object(figures));
}

/// So many setups. Written beside the store: ten thousand times onto the disk would take minutes.
fn fill(data: &Path, count: usize) -> Vec<SetupId> {
    let whole: Value = serde_json::from_str(WHOLE).unwrap();
    let mut setup: Setup = serde_json::from_value(whole["setup"].clone()).unwrap();
    setup.revision = setup.revision.next();
    let folder = data.join("setups");
    fs::create_dir_all(&folder).unwrap();
    let ids =
        (0..count).map(|number| SetupId::parse(&format!("0f8fad5b-d9cb-469f-a165-{number:012x}")).unwrap());
    ids.inspect(|id| {
        setup.id = id.clone();
        let bytes = SetupFile::of(&setup).unwrap().to_bytes().unwrap();
        fs::write(folder.join(format!("{id}.json")), bytes).unwrap();
    })
    .collect()
}

fn times(runs: usize, mut act: impl FnMut()) -> Vec<f64> {
    let time = |_| {
        let began = Instant::now();
        act();
        began.elapsed().as_secs_f64() * 1e3
    };
    (0..runs).map(time).collect()
}
