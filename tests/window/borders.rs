//! The borders of the window: what a page may reach.

use crate::support::Desk;
use serde_json::Value;
use std::collections::BTreeSet;

/// The three lists of commands are one list: declared, granted, handled.
#[test]
fn every_command_is_declared_granted_and_handled_and_no_other() {
    let declared = quoted(
        include_str!("../../src-tauri/build.rs"),
        "let commands = &[",
        "];",
    );
    let config: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    let capability = &config["app"]["security"]["capabilities"][0];
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| {
            permission
                .as_str()
                .unwrap()
                .strip_prefix("allow-")
                .unwrap()
                .replace('-', "_")
        })
        .collect();
    let handled: BTreeSet<String> = include_str!("../../src-tauri/src/commands/mod.rs")
        .split_once("generate_handler![")
        .unwrap()
        .1
        .split_once(']')
        .unwrap()
        .0
        .split(',')
        .filter_map(|path| Some(path.trim().rsplit_once("::")?.1.to_owned()))
        .collect();
    assert_eq!(declared, granted);
    assert_eq!(declared, handled);
}

fn quoted(source: &str, from: &str, to: &str) -> BTreeSet<String> {
    let list = source.split_once(from).unwrap().1.split_once(to).unwrap().0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_capability_names_the_main_window_only_and_no_remote_page() {
    let config: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    let capabilities = config["app"]["security"]["capabilities"].as_array().unwrap();
    assert_eq!(capabilities.len(), 1);
    assert_eq!(capabilities[0]["windows"], serde_json::json!(["main"]));
    assert_eq!(capabilities[0]["remote"], Value::Null);
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert_eq!(config["app"]["security"]["csp"]["default-src"], "'self'");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_can_load_nothing_from_elsewhere_and_holds_no_global_bridge() {
    let desk = Desk::open().await;
    assert_eq!(desk.script("return typeof window.__TAURI__").await, "undefined");
    let lab = desk.customer.lab_address();
    // Without CORS, so that nothing but our own policy is left to refuse it.
    let call = format!(
        "const done = arguments[0]; \
         fetch('{lab}', {{ mode: 'no-cors' }}).then(() => done('reached'), () => done('refused'));"
    );
    let fetched = desk.driver.execute_async(&call, Vec::new()).await.unwrap();
    assert_eq!(fetched.json(), "refused", "the page's policy lets nothing out");
    assert_eq!(
        desk.script("return localStorage.length + sessionStorage.length")
            .await,
        0
    );
    desk.close().await;
}
