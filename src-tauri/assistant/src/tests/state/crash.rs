//! A program that is killed while it saves: at random moments, again and again. What it said is kept, is kept.

use super::super::setups::{Disk, MONDAY, setup};
use crate::{DataFolder, SetupFolder, SetupStore as _};
use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// Tells the test binary, started again, which folder to write in.
const FOLDER: &str = "VINCULA_CRASH_FOLDER";
/// How many times to kill: `cargo xtask crash` asks for more.
const KILLS: &str = "VINCULA_CRASH_KILLS";
/// Each time the suite runs.
const USUAL: u64 = 1_000;
/// The longest that a writer lives, in microseconds: some of the time that one change takes on a slow disk.
const LIFE: u64 = 4_000;

/// Started by the test below, as a program of its own: saves without end, and says each time what is kept.
#[test]
#[ignore = "the writer that the test beside it kills"]
fn writer() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let setups = SetupFolder::of(&DataFolder::at(&folder).unwrap()).unwrap();
    let id = setup('1', MONDAY).id;
    let mut out = io::stdout().lock();
    for round in 0_usize.. {
        let kept = setups
            .update(&id, &mut |setup| {
                // Now long, now short: half a file would show.
                setup.steps_done.truncate(round % 3);
                setup.steps_done.push("x".repeat(round % 7 * 2_000));
                setup.current_step = Some(setup.revision.next().number().to_string());
            })
            .unwrap();
        writeln!(out, "kept {}", kept.revision.number()).unwrap();
        out.flush().unwrap();
    }
}

fn start(disk: &Disk) -> Child {
    Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "tests::state::crash::writer",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER, disk.data.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The last revision that a writer said is kept.
fn last_kept(said: &str) -> Option<u64> {
    // The line that it was writing when it ended may be half a line.
    let whole = said.rsplit_once('\n')?.0;
    whole
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("kept ")?.parse().ok())
}

#[test]
fn a_writer_killed_at_any_moment_loses_nothing_that_it_said_is_kept() {
    let kills = env::var(KILLS)
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(USUAL);
    let disk = Disk::new();
    let id = disk.kept('1', 1).id;
    let mut random = 0x9E37_79B9_7F4A_7C15_u64 ^ u64::from(std::process::id());
    let (mut saved, mut unsaid) = (1, 0);
    for kill in 0..kills {
        let mut writer = start(&disk);
        let mut output = BufReader::new(writer.stdout.take().unwrap());
        let mut said = String::new();
        while last_kept(&said).is_none() {
            assert_ne!(
                output.read_line(&mut said).unwrap(),
                0,
                "the writer ended: {said}"
            );
        }
        // xorshift (Marsaglia, 2003): moments that nobody chose.
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        thread::sleep(Duration::from_micros(random % LIFE));
        writer.kill().unwrap();
        writer.wait().unwrap();
        output.read_to_string(&mut said).unwrap();

        let said = last_kept(&said).unwrap();
        let survey = disk.setups.survey().unwrap();
        assert!(
            survey.mishaps.is_empty() && survey.unread.is_empty(),
            "kill {kill}: {survey:?}"
        );
        let found = &survey.setups[0];
        let revision = found.revision.number();
        // It may have been ended after keeping and before saying so.
        assert!(
            revision == said || revision == said + 1,
            "kill {kill}: said {said}, found {revision}"
        );
        assert_eq!(found.current_step, Some(revision.to_string()), "kill {kill}");
        unsaid += revision - said;
        saved = revision;
    }
    assert_eq!(disk.damaged(), Vec::<String>::new());
    disk.step(&id, "on");
    println!("{kills} kills, {saved} changes kept, {unsaid} of them kept and not said; 0 damaged, 0 lost");
}
