//! Companion mode: by keyboard, narrow, above the others, at the side that was chosen last, and back.

use crate::support::{Desk, Opening};
use serde_json::json;
use std::process::Command;
use std::time::{Duration, Instant};
use thirtyfour::{Key, TypingData};

/// How long a window manager may take.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread")]
async fn the_window_goes_beside_the_browser_and_back_and_remembers_its_side() {
    let mut desk = Desk::open().await;
    desk.begin().await;
    desk.press("done").await;
    desk.step("registration").await;
    let wide = page_size(&desk).await;
    keys(&desk).await;
    settled(&desk, "on the right, above", |window| {
        window.x > 640 && window.width <= 402 && window.above
    })
    .await;
    assert!(desk.has("[data-action='other-side']").await);
    assert!(
        !desk.has("[data-action='edit-details']").await,
        "the step and no more"
    );
    let client_id = desk.customer.application.client_id.clone();
    desk.copy(&client_id);
    desk.press("paste:client_id").await;
    desk.find("[data-held='client_id']").await;
    desk.press("other-side").await;
    settled(&desk, "on the left", |window| {
        window.x < 100 && window.width <= 402
    })
    .await;
    keys(&desk).await;
    settled(&desk, "wide again", |window| window.width > 1000 && !window.above).await;
    let began = Instant::now();
    while page_size(&desk).await != wide {
        assert!(began.elapsed() < PATIENCE, "the window is as large as before");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    let customer = desk.close().await;
    let desk = Desk::open_for(customer, Opening::default()).await;
    desk.press_first("resume").await;
    desk.step("registration").await;
    desk.press("beside").await;
    settled(&desk, "on the left, as before", |window| {
        window.x < 100 && window.width <= 402
    })
    .await;
    desk.close().await;
}

struct Window {
    x: i32,
    width: i32,
    above: bool,
}

/// Waits until the real window is as wanted.
async fn settled(desk: &Desk, what: &str, wanted: impl Fn(&Window) -> bool) {
    let began = Instant::now();
    loop {
        let id = desk.window("^Vincula$");
        let geometry = desk.xdotool(&["getwindowgeometry", "--shell", &id]);
        let number = |name: &str| {
            let line = geometry.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.parse().unwrap()
        };
        let mut state = Command::new("xprop");
        state
            .args(["-id", &id, "_NET_WM_STATE"])
            .env("DISPLAY", desk.display.name());
        let state = String::from_utf8(state.output().unwrap().stdout).unwrap();
        let window = Window {
            x: number("X="),
            width: number("WIDTH="),
            above: state.contains("_NET_WM_STATE_ABOVE"),
        };
        if wanted(&window) {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "not {what}: {geometry} {state}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn page_size(desk: &Desk) -> serde_json::Value {
    json!(desk.script("return [innerWidth, innerHeight]").await)
}

/// Ctrl+Shift+L.
async fn keys(desk: &Desk) {
    let chain = desk.driver.action_chain();
    let chain = chain.key_down(Key::Control).key_down(Key::Shift);
    let chain = chain.send_keys(TypingData::from("l"));
    chain
        .key_up(Key::Shift)
        .key_up(Key::Control)
        .perform()
        .await
        .unwrap();
}
