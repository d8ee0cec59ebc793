//! Many whole sign-ins in the real window: the code is redeemed each time, and the ERP's host is never called.

use crate::support::Desk;
use vincula_lab::{Act, Autopilot, Forced, Place};

/// The ways in which a page can lead to an address without the person's doing (`docs/THREAT_MODEL.md`, 9). The
/// genuine answer, which follows each of them, comes by the fifth: a redirection of Entra's.
const WAYS: [&str; 4] = [
    "<script>location.href = 'FORGED'</script>",
    "<meta http-equiv='refresh' content='0;url=FORGED'>",
    "<form action='FORGED'><input name='code' value='forged'><input name='state' value='forged'></form>\
     <script>document.forms[0].submit()</script>",
    "<iframe src='FORGED'></iframe>",
];

/// A page in Microsoft's place that leads to the redirect URI with a forged answer, and then to the genuine page.
fn forged(way: &str, redirect_uri: &str) -> Forced {
    let forged = format!("{redirect_uri}?code=forged&state=forged");
    let body = way.replace("FORGED", &forged);
    // The way on comes first: what leads away may end the reading of the page.
    let html = format!(
        "<!doctype html><title>x</title>\
         <script>setTimeout(() => location.replace(location.href + '&again'), 120)</script>{body}"
    );
    Forced::Body(200, "text/html; charset=utf-8".to_owned(), html)
}

/// Signs in so often, each time after a forged answer; tells how often the ERP's host was called. A window that is
/// closed is gone: each that stayed would have a thread of its own.
async fn sign_ins(count: usize) -> usize {
    let mut desk = Desk::open().await;
    desk.prepare().await;
    desk.press("check").await;
    desk.page("sign-in").await;
    let redirect_uri = desk.customer.redirect_uri();
    let address = desk.customer.sample.work_user.clone();
    let world = desk.customer.lab.world();
    world.set_autopilot(Some(Autopilot {
        address,
        act: Act::Accept,
        delay: std::time::Duration::from_millis(1),
    }));
    world.clear_requests();
    let mut threads = usize::MAX;
    for (number, way) in WAYS.iter().cycle().take(count).enumerate() {
        world.force_once(Place::Authorize, forged(way, &redirect_uri));
        desk.press("sign-in").await;
        desk.page("send").await;
        assert_eq!(desk.customer.erp.calls(), 0, "in sign-in {number}, after {way}");
        let redeemed = world.requests().into_iter();
        let redeemed = redeemed
            .filter(|request| request.path.ends_with("/token"))
            .count();
        assert_eq!(redeemed, 1, "one code a sign-in, in sign-in {number}");
        world.clear_requests();
        let now = desk.customer.session.threads("vincula-desktop");
        // Two sign-ins show what every further one needs.
        threads = if number < 2 { now } else { threads };
        assert!(
            now < threads + 5,
            "{threads} threads, and {now} in sign-in {number}: closed windows stay"
        );
        if (number + 1) % 100 == 0 {
            println!("{} sign-ins", number + 1);
        }
        desk.press("back").await;
        desk.page("sign-in").await;
    }
    let calls = desk.customer.erp.calls_with_proof();
    desk.close().await;
    calls
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_ends_well_after_a_forged_answer_in_every_way_that_a_page_has() {
    assert_eq!(sign_ins(2 * WAYS.len()).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes as long as it is told to: run by `cargo xtask sign-ins`"]
async fn as_many_sign_ins_as_are_asked_for_call_the_erp_never() {
    let count = std::env::var("VINCULA_SIGN_INS").expect("how many sign-ins");
    let count: usize = count.parse().expect("a number of sign-ins");
    let calls = sign_ins(count).await;
    println!("{count} sign-ins, each after a forged answer; calls at the ERP's host: {calls}");
    assert_eq!(calls, 0);
}
