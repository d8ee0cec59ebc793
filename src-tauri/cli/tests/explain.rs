//! `vincula explain`, as a whole program.

mod support;

use serde_json::Value;
use std::process::Output;
use support::Case;
use vincula_testbed::{Canary, Session};

const SECRET: &str = "Mue8Q~MuestraFalsa.de-Vincula_0000000001";

const BODY: &str = r#"{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app 'adee71b0-77b2-4c1d-9e55-0d2b6a8f4c10' are expired. Trace ID: 188cb9ad-2b40-4f55-9a39-5f4a5c210100 Correlation ID: a8c89392-9f1b-4d6f-8f5e-1f2c3d4e5f60 Timestamp: 2026-05-24 13:34:39Z","error_codes":[7000222]}"#;

async fn case() -> Case {
    Case::in_session(Session::without_keyring()).await
}

fn explain(case: &Case, arguments: &[&str], pasted: &str) -> (Output, Value) {
    let arguments: Vec<_> = ["explain"].into_iter().chain(arguments.iter().copied()).collect();
    let output = case.vincula(&arguments, pasted);
    let said = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output, said)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_microsofts_is_explained_as_json() {
    let case = case().await;
    let (output, said) = explain(&case, &["--json"], BODY);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(said["schema"], 1);
    assert_eq!(said["code"], "AADSTS7000222");
    assert_eq!(said["place"], "token");
    assert_eq!(said["problem"], "secret_expired");
    assert_eq!(said["family"], "secret");
    assert_eq!(said["who"], "you");
    assert_eq!(said["step"], "client_secret");
    assert_eq!(said["retry"], "after_fix");
    assert_eq!(said["retry_after_seconds"], Value::Null);
    assert_eq!(
        said["text"],
        "The secret has expired. Create another in Azure and copy its “Value” at once."
    );
    assert_eq!(said["trace_id"], "188cb9ad-2b40-4f55-9a39-5f4a5c210100");
    assert_eq!(said["correlation_id"], "a8c89392-9f1b-4d6f-8f5e-1f2c3d4e5f60");
    assert_eq!(said["timestamp"], "2026-05-24 13:34:39Z");
    assert_eq!(
        said["said"],
        "AADSTS7000222: The provided client secret keys for app 'adee71b0-77b2-4c1d-9e55-0d2b6a8f4c10' are expired."
    );
    assert_eq!(
        said["link"],
        "https://login.microsoftonline.com/error?code=7000222"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_alone_is_explained_in_the_language_of_the_call() {
    let case = case().await;
    for (arguments, pasted) in [
        (&["50011", "--lang", "es"][..], ""),
        (&["--lang", "es"][..], "AADSTS50011\n"),
    ] {
        let mut command = case.session.run(env!("CARGO_BIN_EXE_vincula"));
        command.arg("explain").args(arguments);
        let output = support::fed(command, pasted);
        assert_eq!(output.status.code(), Some(0));
        let said = String::from_utf8(output.stdout).unwrap();
        insta::allow_duplicates! { insta::assert_snapshot!(said, @r"
        Tu registro no tiene esta dirección de vuelta, igual letra a letra.
        Copia la dirección en Vincula y pégala en Azure tal cual.

        Esto lo arreglas tú, aquí mismo.
        Prueba otra vez cuando esté arreglado.

        Para informática
          Debe ser igual: «https», puerto, ruta y barra del final.
          Código               AADSTS50011
          Dónde                La página de entrada de Microsoft
          Página del código    https://login.microsoftonline.com/error?code=50011
        ") }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_input_has_an_answer_and_the_call_never_fails() {
    let case = case().await;
    for (pasted, problem) in [
        ("", "nothing_to_explain"),
        ("hola", "nothing_to_explain"),
        ("\u{0}\u{1b}[31m\u{FFFD}", "nothing_to_explain"),
        ("an unknown error happened", "unexpected"),
        (&"x ".repeat(3_000_000), "nothing_to_explain"),
    ] {
        let (output, said) = explain(&case, &["--json"], pasted);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(said["problem"], problem);
        assert!(said["text"].as_str().is_some_and(|text| !text.is_empty()));
        assert!(output.stdout.len() < 8_000);
    }
    // A whole message is no argument: it may hold a secret, and arguments can be read by others.
    let (output, _) = explain(&case, &[BODY], "");
    assert_eq!(output.status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_was_pasted_along_is_in_no_output() {
    let case = case().await;
    let canary = Canary::of(SECRET);
    for pasted in [
        format!("client_secret={SECRET} {BODY}"),
        format!("{BODY} code_verifier={SECRET}"),
        format!("AADSTS7000215: Invalid client secret {SECRET} provided."),
        format!("https://erp.example/cb?error=access_denied&code={SECRET}&state={SECRET}"),
        SECRET.to_owned(),
    ] {
        for arguments in [&["--json"][..], &[]] {
            let (output, _) = explain(&case, arguments, &pasted);
            for stream in [&output.stdout, &output.stderr] {
                assert_eq!(canary.in_bytes(stream), None, "{arguments:?}");
            }
        }
    }
}
