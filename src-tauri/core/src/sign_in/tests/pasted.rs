//! An answer is found in whatever it was pasted with, whole, and no other is taken for it.

use super::{REDIRECT, address, pending};
use crate::sign_in::{NotForUs, NotPasted, PendingSignIn};
use proptest::prelude::*;

const CODE: &str = "0.AXoAn9Xv3mQJ2kC0Zl4T8bPq1oYtYbC7d2lPmE6x0aQ9vXk.AgABAAIAAAAmoFfGtYxvRrNriQdPKIZ-AgDs_wUA9P8q1w2e3r4t5y6u7i8o9p0";

/// The answer as Entra orders it: the code, the state, the session.
fn answer(pending: &PendingSignIn) -> String {
    let behind = format!("?code={CODE}&state={{state}}&session_state=0f8fad5b-d9cb-469f-a165-70867728950e");
    address(pending, &behind).to_string()
}

/// The code of what was found in a text.
fn code_in(pending: &PendingSignIn, text: &str) -> Result<String, NotPasted> {
    let found = pending.awaited().find_in(text)?;
    let code = found.query_pairs().find(|(name, _)| name == "code");
    Ok(code.expect("an answer with a code").1.into_owned())
}

/// A text broken behind every `width` characters, each line begun by a mail program's mark.
fn broken(text: &str, width: usize, mark: &str, end: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let lines: Vec<String> = characters
        .chunks(width)
        .map(|line| format!("{mark}{}", line.iter().collect::<String>()))
        .collect();
    lines.join(end)
}

#[test]
fn words_and_marks_around_an_address_do_not_matter() {
    let pending = pending();
    let own = answer(&pending);
    for text in [
        own.clone(),
        format!("  {own}\t\r\n"),
        format!("<{own}>"),
        format!("«{own}»"),
        format!("“{own}”"),
        format!("\"{own}\""),
        format!("'{own}'"),
        format!("`{own}`"),
        format!("({own})."),
        format!("[esta]({own})"),
        format!("Esta es la dirección: {own}. ¿Vale?"),
        format!("<a href=\"{}\">aquí</a>", own.replace('&', "&amp;")),
        format!("URL: {own}\nGracias,\nMarta"),
        format!("> > {own}\n> > Gracias"),
        format!("{own}\u{200b}\u{feff}"),
        own.replace("AXoA", "AX\u{200b}oA").replace("code", "co\u{ad}de"),
        own.replace("https", "HTTPS"),
        own.replace("erp.example", "ERP.example"),
        format!("https://erp.example/ y luego {own}"),
        format!("{REDIRECT}?code=forged&state=other y luego {own}"),
    ] {
        assert_eq!(code_in(&pending, &text).as_deref(), Ok(CODE), "{text}");
    }
}

#[test]
fn an_address_that_a_mail_program_broke_is_put_together_again() {
    let pending = pending();
    let own = answer(&pending);
    for width in [60, 66, 72, 76, 78, 998] {
        for (mark, end) in [
            ("", "\n"),
            ("", "\r\n"),
            ("> ", "\n"),
            (">> ", "\r\n"),
            ("  | ", "\n"),
        ] {
            for behind in ["", "\nGracias,\nMarta", "\n\nGracias"] {
                let text = format!("Hola:\n{}{behind}", broken(&own, width, mark, end));
                assert_eq!(code_in(&pending, &text).as_deref(), Ok(CODE), "{text}");
            }
        }
    }
}

#[test]
fn the_source_of_a_mail_is_understood() {
    let pending = pending();
    let own = answer(&pending).replace('=', "=3D");
    let source = format!(
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nHola:\r\n{}\r\n",
        broken(&own, 75, "", "=\r\n")
    );
    assert_eq!(code_in(&pending, &source).as_deref(), Ok(CODE));
}

#[test]
fn a_code_that_stands_last_is_never_cut_where_a_line_was_broken() {
    let pending = pending();
    let own = address(&pending, &format!("?state={{state}}&code={CODE}")).to_string();
    for width in [60, 72, 76] {
        assert_eq!(
            code_in(&pending, &broken(&own, width, "", "\n")).as_deref(),
            Ok(CODE),
            "{width}"
        );
    }
    assert_eq!(code_in(&pending, &format!("{own}.")).as_deref(), Ok(CODE));
}

#[test]
fn nothing_that_follows_becomes_part_of_the_answer() {
    let pending = pending();
    let found = |text: &str| pending.awaited().find_in(text).unwrap().to_string();
    let refused = address(&pending, "?error=access_denied&state={state}").to_string();
    for own in [answer(&pending), refused] {
        // The line is long enough to have been broken, and was not.
        assert_eq!(found(&format!("{own}\nGracias")), own);
    }
    // The last line is too short to have been broken.
    let own = address(&pending, &format!("?state={{state}}&code={CODE}")).to_string();
    let text = format!("{}\nGracias", broken(&own, 72, "", "\n"));
    assert!(own.len() % 72 < 60);
    assert_eq!(found(&text), own);
}

#[test]
fn a_text_is_looked_through_to_its_bound() {
    let pending = pending();
    let own = answer(&pending);
    let filled = |length: usize| format!("{}\n{own}", " ".repeat(length - 1 - own.len()));
    assert_eq!(code_in(&pending, &filled(64 * 1024)).as_deref(), Ok(CODE));
    assert_eq!(code_in(&pending, &filled(64 * 1024 + 1)), Err(NotPasted::TooLong));
}

#[test]
fn a_refusal_is_an_answer_as_well() {
    let pending = pending();
    let own = address(
        &pending,
        "?error=access_denied&error_subcode=cancel&state={state}#",
    )
    .to_string();
    let found = pending.awaited().find_in(&format!("me sale <{own}>")).unwrap();
    assert_eq!(found.as_str(), own);
}

#[test]
fn what_is_not_the_answer_has_its_reason() {
    let pending = pending();
    let of = |text: &str| pending.awaited().find_in(text).unwrap_err();
    for none in [
        "",
        "hola",
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?x=1",
        "erp.example",
    ] {
        assert_eq!(of(none), NotPasted::NoAddress, "{none}");
    }
    for (text, why) in [
        ("https://erp.example.evil.com/x", NotForUs::AnotherAddress),
        ("https://erp.example/login", NotForUs::AnotherAddress),
        (REDIRECT, NotForUs::AnotherState),
        (&format!("{REDIRECT}?code=x&state=old"), NotForUs::AnotherState),
        (&format!("{REDIRECT}?code=x&code=y"), NotForUs::Unreadable),
    ] {
        assert_eq!(of(text), NotPasted::NotForUs(why), "{text}");
    }
    assert_eq!(of(&"x".repeat(64 * 1024 + 1)), NotPasted::TooLong);
}

proptest! {
    #[test]
    fn any_words_around_leave_the_code_whole(
        before in "[a-zñ «“<(>.:\n]{0,60}",
        after in "(|[ »”>\n\r\t][\\PC\n]{0,200})",
    ) {
        let pending = pending();
        let own = answer(&pending);
        // A line that is as long as a broken one may go on in the next.
        let text = format!("{before}{own}{after}");
        let found = code_in(&pending, &text);
        prop_assert_eq!(found.as_deref(), Ok(CODE));
    }

    #[test]
    fn no_text_without_the_own_state_holds_an_answer(text in "[\\PC\n]{0,300}", behind in "[!-~\n]{0,200}") {
        let pending = pending();
        prop_assert!(pending.awaited().find_in(&text).is_err());
        let forged = format!("{text}{REDIRECT}?{behind}");
        prop_assert!(pending.awaited().find_in(&forged).is_err());
    }
}
