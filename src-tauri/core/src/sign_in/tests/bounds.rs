//! Answers that a careless reader would let through.

use super::verdict;

const UNREADABLE: &str = "pending: Unreadable";
const NEITHER: &str = "NeitherCodeNorError";

#[test]
fn a_parameter_given_twice_is_not_read() {
    for behind in [
        "?code=x&code=y&state={state}",
        "?code=x&code=x&state={state}",
        "?code=x&state={state}&state={state}",
        "?code=x&state={state}&state=other",
        "?code=x&c%6fde=y&state={state}",
        "?error=a&error=b&state={state}",
        "?code=x&state={state}&x=1&x=2",
    ] {
        assert_eq!(verdict(behind), UNREADABLE, "{behind}");
    }
}

#[test]
fn array_forms_are_not_read() {
    for behind in [
        "?code[]=x&state={state}",
        "?code=x&state[]={state}&state={state}",
        "?code=x&state={state}&a[0]=1",
        "?code%5B%5D=x&state={state}",
        "?code=x&state={state}&a%5d=1",
    ] {
        assert_eq!(verdict(behind), UNREADABLE, "{behind}");
    }
}

#[test]
fn bad_escapes_and_bad_text_are_not_read() {
    for behind in [
        "?code=%&state={state}",
        "?code=%4&state={state}",
        "?code=%zz&state={state}",
        "?code=%+1&state={state}",
        "?code=a%00b&state={state}",
        "?co%00de=x&state={state}",
        "?code=%ff&state={state}",
        "?code=%c3%28&state={state}",
        "?code=%ed%a0%80&state={state}",
        "?code=%c0%80&state={state}",
        "?x=%f8%88%80%80%80&code=x&state={state}",
    ] {
        assert_eq!(verdict(behind), UNREADABLE, "{behind}");
    }
}

#[test]
fn escapes_are_undone_once_and_never_twice() {
    assert_eq!(verdict("?code=a%2541b&state={state}"), "code a%41b");
    assert_eq!(verdict("?code=a%41b&state={state}"), "code aAb");
    assert_eq!(verdict("?code=a%2bb+c&state={state}"), "code a+b c");
    // Double-encoded as a whole, it has no `state` of ours.
    assert_eq!(verdict("?code%3Dx%26state%3D{state}"), "pending: AnotherState");
}

#[test]
fn the_sizes_are_bounded() {
    let value = |length: usize| verdict(&format!("?code={}&state={{state}}", "c".repeat(length)));
    assert!(value(8 * 1024).starts_with("code ccc"));
    assert_eq!(value(8 * 1024 + 1), UNREADABLE);

    // `?a=…&b=…` with both values below their own bound.
    let half = "x".repeat(8 * 1024 - 8);
    assert_eq!(verdict(&format!("?a={half}&code=x&state={{state}}")), "code x");
    assert_eq!(
        verdict(&format!("?a={half}&b={half}&code=x&state={{state}}")),
        UNREADABLE
    );

    // The whole, to the last byte: 16 KiB behind `?`.
    let state = super::pending().state().len();
    let whole = |length: usize| {
        let rest = length - "a=&code=x&state=&b=".len() - state - half.len();
        verdict(&format!(
            "?a={half}&code=x&state={{state}}&b={}",
            "x".repeat(rest)
        ))
    };
    assert_eq!(whole(16 * 1024), "code x");
    assert_eq!(whole(16 * 1024 + 1), UNREADABLE);

    let many = |count: usize| {
        let fill = (2..count)
            .map(|at| format!("&p{at}=1"))
            .collect::<Vec<_>>()
            .concat();
        verdict(&format!("?code=x&state={{state}}{fill}"))
    };
    assert_eq!(many(32), "code x");
    assert_eq!(many(33), UNREADABLE);
    assert_eq!(
        verdict(&format!("?{}code=x&state={{state}}", "&".repeat(100))),
        "code x"
    );
}

#[test]
fn a_fragment_is_held_to_the_same_bounds() {
    assert_eq!(verdict("#code=x&code=y&state={state}"), UNREADABLE);
    assert_eq!(
        verdict(&format!("#code=x&state={{state}}&x={}", "x".repeat(17 * 1024))),
        UNREADABLE
    );
}

#[test]
fn code_and_error_together_or_neither_is_no_answer() {
    for behind in [
        "?state={state}",
        "?code=&state={state}",
        "?error=&state={state}",
        "?code=x&error=access_denied&state={state}",
        "?code=&error=access_denied&state={state}",
        "?code=x&error=&state={state}",
        "?Code=x&state={state}",
    ] {
        assert_eq!(verdict(behind), NEITHER, "{behind}");
    }
}

#[test]
fn an_answer_behind_the_hash_is_not_redeemed() {
    assert_eq!(verdict("#code=x&state={state}"), "AnswerInFragment");
    assert_eq!(verdict("?x=1#code=x&state={state}"), "AnswerInFragment");
    assert_eq!(verdict("#error=access_denied&state={state}"), "AnswerInFragment");
    assert_eq!(verdict("?code=x#state={state}"), "AnswerInFragment");
    assert_eq!(verdict("#code=x&state=other"), "pending: AnotherState");
}

#[test]
fn an_issuer_that_is_named_must_be_the_one_that_was_asked() {
    for own in [
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https%3a%2f%2flogin.microsoftonline.com%2fcommon%2fv2.0",
        "https://login.microsoftonline.com:443/x",
    ] {
        assert_eq!(
            verdict(&format!("?code=x&state={{state}}&iss={own}")),
            "code x",
            "{own}"
        );
    }
    for other in [
        "",
        "login.microsoftonline.com",
        "http://login.microsoftonline.com/x",
        "https://login.microsoftonline.us/x/v2.0",
        "https://login.microsoftonline.com.evil.com/x",
        "https://login.microsoftonline.com@evil.com/x",
        "https://login.microsoftonline.com:8443/x",
        "https://evil.com/login.microsoftonline.com",
        "data:text/plain,x",
    ] {
        assert_eq!(
            verdict(&format!("?code=x&state={{state}}&iss={other}")),
            "AnotherIssuer",
            "{other}"
        );
    }
}
