//! `vincula recognise`, as a whole program.

mod support;

use serde_json::Value;
use std::process::Output;
use support::Case;
use vincula_testbed::{Canary, Session};

const CLIENT: &str = "adee71b0-77b2-4c1d-9e55-0d2b6a8f4c10";
const TENANT: &str = "c0ffee00-1111-4222-8333-444455556666";
const SECRET: &str = "Mue8Q~MuestraFalsa.de-Vincula_0000000001";

async fn case() -> Case {
    Case::in_session(Session::without_keyring()).await
}

fn recognise(case: &Case, wanted: Option<&str>, pasted: &str) -> (Output, Value) {
    let mut arguments = vec!["recognise"];
    arguments.extend(wanted.into_iter().flat_map(|kind| ["--wanted", kind]));
    let output = case.vincula(&arguments, pasted);
    let said = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output, said)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screenful_gives_the_value_that_is_wanted_and_its_neighbour() {
    let case = case().await;
    let pane = format!(
        "Nombre para mostrar : ERP\nId. de aplicación (cliente) : {CLIENT}\nId. de objeto : {TENANT}\n\
         Id. de directorio (inquilino) : {TENANT}\n"
    );
    let (output, said) = recognise(&case, Some("client_id"), &pane);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(said["schema"], 1);
    assert_eq!(said["kind"], "client_id");
    assert_eq!(said["wanted"], "client_id");
    assert_eq!(said["accepted"], true);
    assert_eq!(said["certain"], true);
    assert_eq!(said["value"], CLIENT);
    assert_eq!(said["values"]["tenant_id"], TENANT);
    assert_eq!(said["refusal"], Value::Null);
    assert_eq!(said["text"], "This is the Client ID.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_value_is_named_and_what_is_nothing_ends_with_1() {
    let case = case().await;
    let (output, said) = recognise(&case, Some("client_secret"), CLIENT);
    assert_eq!(output.status.code(), Some(0), "it was recognised");
    assert_eq!(said["kind"], "secret_id");
    assert_eq!(said["accepted"], false);
    assert_eq!(said["value"], Value::Null);
    assert_eq!(said["refusal"], "looks_like_secret_id");
    let (output, said) = recognise(&case, Some("client_id"), "hola");
    assert_eq!(output.status.code(), Some(1), "nothing was recognised");
    assert_eq!(said["kind"], "nothing");
    assert_eq!(said["refusal"], "not_a_guid");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_never_echoed_whatever_is_wanted() {
    let case = case().await;
    let canary = Canary::of(SECRET);
    let pasted = [
        SECRET.to_owned(),
        format!("Valor: {SECRET}"),
        format!("erp\t20/11/2028\t{SECRET}\t{CLIENT}"),
        format!(
            r#"{{"clientId":"{CLIENT}","tenantId":"{TENANT}","secret":"{SECRET}","expires":"2028-11-20"}}"#
        ),
        format!(
            r#"{{"clientId":"{CLIENT}","tenantId":"{TENANT}","secret":"{SECRET}","expires":"{SECRET}"}}"#
        ),
        format!("https://erp.example/callback?client_secret={SECRET}"),
        format!("https://erp.example/callback/{SECRET}"),
        format!("{SECRET}@empresa.es"),
    ];
    for text in &pasted {
        for wanted in [
            None,
            Some("client_id"),
            Some("client_secret"),
            Some("mailbox"),
            Some("erp_address"),
        ] {
            let (output, said) = recognise(&case, wanted, text);
            assert!(said.is_object(), "{wanted:?}");
            for stream in [&output.stdout, &output.stderr] {
                assert_eq!(canary.in_bytes(stream), None, "wanted {wanted:?}");
            }
        }
    }
    let (_, said) = recognise(&case, Some("client_secret"), &pasted[1]);
    assert_eq!(said["accepted"], true);
    assert_eq!(said["length"], 40);
    assert_eq!(said["usual_shape"], true);
    let (_, said) = recognise(&case, None, &pasted[3]);
    assert_eq!(said["kind"], "registration_block");
    assert_eq!(said["values"]["expires"], "2028-11-20");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_input_of_any_size_or_bytes_is_answered() {
    let case = case().await;
    let (output, said) = recognise(&case, Some("client_id"), &"x".repeat(70_000));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said["refusal"], "too_long");
    let (output, said) = recognise(&case, None, "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said["refusal"], "empty");
    let (output, _) = recognise(&case, Some("no_such_kind"), "x");
    assert_eq!(output.status.code(), Some(2));
}
