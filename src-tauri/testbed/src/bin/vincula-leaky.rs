//! A program that does everything that Vincula must not: the proof that the search would find it. It reads a secret
//! from standard input, leaks it in the way that its argument names, says so, and waits.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for tests, which never leaves this machine"
)]

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

fn main() {
    let mut secret = String::new();
    std::io::stdin().read_to_string(&mut secret).unwrap();
    let way = std::env::args().nth(1).unwrap();
    let _lives_as_long = leak(&way, &secret);
    if way != "memory" && way != "crash" {
        drop(secret);
    }
    println!("leaked");
    std::io::stdout().flush().unwrap();
    thread::sleep(Duration::from_mins(1));
}

fn leak(way: &str, secret: &str) -> Option<Child> {
    let write = |bytes: &[u8]| fs::write("leak", bytes).unwrap();
    match way {
        "file" => write(secret.as_bytes()),
        "utf-16" => write(
            &secret
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
        ),
        "percent" => {
            let mut text = String::new();
            for byte in secret.bytes() {
                match byte {
                    byte if byte.is_ascii_alphanumeric() || b"-._*".contains(&byte) => {
                        text.push(char::from(byte));
                    }
                    byte => write!(text, "%{byte:02X}").unwrap(),
                }
            }
            write(text.as_bytes());
        }
        "base64" | "base64-1" | "base64-2" => {
            let before = way
                .strip_prefix("base64-")
                .map_or(0, |skip| skip.parse().unwrap());
            write(&base64(&[&b"::"[..before], secret.as_bytes(), b":end"].concat()));
        }
        "argument" => return Some(asleep(Command::new("sh").args(SLEEPS).arg(secret))),
        "environment" => return Some(asleep(Command::new("sh").args(SLEEPS).env("NOTE", secret))),
        "bus" => {
            let call = [
                "--session",
                "--dest=org.freedesktop.DBus",
                "/",
                "org.example.Word.Say",
            ];
            let _nobody_answers = Command::new("dbus-send")
                .args(call)
                .arg(format!("string:{secret}"))
                .output();
        }
        _ => {}
    }
    None
}

/// What a shell says, and that it waits for the end of its input, which is ours.
const SLEEPS: [&str; 2] = ["-c", "echo asleep; read -r _"];

/// A program of ours that has begun: until it says so, its arguments may not be there yet to be found, for `spawn`
/// comes back while the kernel still makes them.
fn asleep(command: &mut Command) -> Child {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut said)
        .unwrap();
    assert_eq!(said, "asleep\n");
    child
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut program = Command::new("base64")
        .arg("--wrap=0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(bytes).unwrap();
    program.wait_with_output().unwrap().stdout
}
