//! Whatever a text holds, the shell reads it back as it was: Bash itself, and PowerShell's rule for its literals.

use super::Shell;
use crate::registration_script::quote::quote;
use proptest::prelude::*;
use std::process::Command;

const HOSTILE: [&str; 14] = [
    "",
    "'",
    "''; touch /tmp/vincula-broke-out; '",
    r"'\''",
    "\"$(touch /tmp/vincula-broke-out)\"",
    "`touch /tmp/vincula-broke-out`",
    "two\nlines\r\n'and' a third",
    "«Correo» ‘a’ ‚b‛ ’; Stop-Computer; ‘",
    "📧👩\u{200d}💻",
    "!!$!#",
    r"ends in \",
    "$env:HOME ${HOME} @{name} @{ a = 1 }",
    "-n --help @file",
    "%s %n \\n",
];

/// What Bash reads from these literals.
fn in_bash(literals: &[String]) -> Vec<String> {
    let script = format!("printf '%s\\0' {}", literals.join(" "));
    let output = Command::new("bash")
        .args(["--norc", "-c", &script])
        .output()
        .expect("bash starts");
    assert!(output.status.success(), "{script}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

/// What PowerShell reads from a literal, and what it leaves behind it. It ends at a quote of any kind that no
/// second quote of any kind follows; of such a pair the second stands in the text.
fn in_powershell(literal: &str) -> (String, String) {
    let is_quote = |c: char| "'‘’‚‛".contains(c);
    let mut characters = literal.chars().skip(1).peekable();
    let mut text = String::new();
    while let Some(c) = characters.next() {
        if is_quote(c) {
            match characters.next_if(|next| is_quote(*next)) {
                Some(second) => text.push(second),
                None => break,
            }
        } else {
            text.push(c);
        }
    }
    (text, characters.collect())
}

#[test]
fn bash_reads_every_hostile_text_back() {
    let literals: Vec<String> = HOSTILE.iter().map(|text| quote(Shell::Bash, text)).collect();
    assert_eq!(in_bash(&literals), HOSTILE);
}

#[test]
fn powershell_reads_every_hostile_text_back() {
    for text in HOSTILE {
        assert_eq!(
            in_powershell(&quote(Shell::PowerShell, text)),
            (text.to_owned(), String::new())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn bash_reads_any_text_back(texts in proptest::collection::vec("[^\\x00]{0,40}|['\"`$\\\\()\n!«»’📧 ]{0,20}", 1..20)) {
        let literals: Vec<String> = texts.iter().map(|text| quote(Shell::Bash, text)).collect();
        prop_assert_eq!(in_bash(&literals), texts);
    }

    #[test]
    fn powershell_reads_any_text_back(text in "\\PC{0,40}|['\"`$\\\\()\n‘’‚‛«»📧 ]{0,30}") {
        prop_assert_eq!(in_powershell(&quote(Shell::PowerShell, &text)), (text, String::new()));
    }
}
