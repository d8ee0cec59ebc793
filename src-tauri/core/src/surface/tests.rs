//! Dead ends by address and time, and the way on from each.

use super::{Allowed, DeadEnd, SurfaceHistory, SurfaceKind, dead_end, first_surface, next_surface};
use crate::cloud::{Cloud, CloudId};
use crate::value::ClientType;
use proptest::prelude::*;
use url::Url;

fn at(address: &str, seconds: u64) -> Option<DeadEnd> {
    dead_end(&Cloud::global(), &Url::parse(address).unwrap(), seconds)
}

#[test]
fn each_dead_end_is_known_by_its_address_and_not_before_its_time() {
    const LOGIN: &str = "https://login.microsoftonline.com";
    for (address, from, reason) in [
        ("about:blank".to_owned(), 8, DeadEnd::BlankPage),
        (
            format!("{LOGIN}/common/reprocess?ctx=rQQ"),
            20,
            DeadEnd::ApprovalNeeded,
        ),
        (
            format!("{LOGIN}/0f8fad5b-d9cb-469f-a165-70867728950e/reprocess"),
            20,
            DeadEnd::ApprovalNeeded,
        ),
        (
            format!("{LOGIN}/common/DeviceAuthTls/reprocess?ctx=x"),
            20,
            DeadEnd::DeviceRule,
        ),
        (
            format!("{LOGIN}/common/DeviceAuthPKeyAuth"),
            20,
            DeadEnd::DeviceRule,
        ),
        (
            "https://device.login.microsoftonline.com/?request=x".to_owned(),
            20,
            DeadEnd::DeviceRule,
        ),
        (
            "https://login.microsoft.com/common/fido/get?uiflavor=Web".to_owned(),
            40,
            DeadEnd::Passkey,
        ),
        (format!("{LOGIN}/common/fido/get"), 40, DeadEnd::Passkey),
        (format!("{LOGIN}/common/wrongplace"), 0, DeadEnd::ErrorPage),
        (
            "https://login.live.com/err.srf?lc=1033#error=invalid_request".to_owned(),
            0,
            DeadEnd::ErrorPage,
        ),
        (format!("{LOGIN}/error?code=50011"), 0, DeadEnd::ErrorPage),
        (format!("{LOGIN}/error?code=53000"), 0, DeadEnd::DeviceRule),
        (format!("{LOGIN}/error?code=530003"), 0, DeadEnd::DeviceRule),
        (format!("{LOGIN}/error?code=90094"), 0, DeadEnd::ApprovalNeeded),
        (
            format!("{LOGIN}/common/x?errorCode=53001"),
            0,
            DeadEnd::DeviceRule,
        ),
        (
            "https://login.live.com/x#error_description=AADSTS900941%3a+y".to_owned(),
            0,
            DeadEnd::ApprovalNeeded,
        ),
        (format!("{LOGIN}/common/SAS/ProcessAuth"), 40, DeadEnd::ErrorPage),
        (format!("{LOGIN}/kmsi"), 40, DeadEnd::ErrorPage),
        (
            format!("{LOGIN}/common/oauth2/v2.0/authorize?client_id=x"),
            180,
            DeadEnd::TimedOut,
        ),
        (format!("{LOGIN}/common/login"), 180, DeadEnd::TimedOut),
        (
            "https://adfs.empresa.es/adfs/ls".to_owned(),
            180,
            DeadEnd::TimedOut,
        ),
        // Whoever is no host of Microsoft's can name what they like.
        (
            "https://login.microsoftonline.com.evil.example/error?code=53000".to_owned(),
            180,
            DeadEnd::TimedOut,
        ),
        ("https://evil.example/err.srf".to_owned(), 180, DeadEnd::TimedOut),
        (
            "https://device.evil.example/DeviceAuth".to_owned(),
            180,
            DeadEnd::TimedOut,
        ),
    ] {
        assert_eq!(at(&address, from), Some(reason), "{address}");
        assert_eq!(at(&address, 86_400), Some(reason), "{address}");
        if from > 0 {
            assert_eq!(at(&address, from - 1), None, "{address}");
            assert_eq!(at(&address, 0), None, "{address}");
        }
    }
}

#[test]
fn a_national_cloud_has_its_own_hosts() {
    let page = Url::parse("https://login.partner.microsoftonline.cn/error?code=53000").unwrap();
    assert_eq!(
        dead_end(&Cloud::of(CloudId::China), &page, 0),
        Some(DeadEnd::DeviceRule)
    );
    assert_eq!(dead_end(&Cloud::global(), &page, 0), None);
}

fn all() -> Allowed {
    Allowed::of(SurfaceKind::ALL)
}

#[test]
fn the_most_comfortable_surface_comes_first_and_the_one_that_worked_before_it() {
    let mut history = SurfaceHistory::default();
    assert_eq!(first_surface(&all(), &history), SurfaceKind::Window);
    assert_eq!(first_surface(&Allowed::of([]), &history), SurfaceKind::Pasted);
    history.answered(SurfaceKind::DeepLink);
    assert_eq!(first_surface(&all(), &history), SurfaceKind::DeepLink);
    // What the registration no longer allows is no way in.
    assert_eq!(
        first_surface(&Allowed::of([SurfaceKind::Loopback]), &history),
        SurfaceKind::Loopback
    );
    history.failed(SurfaceKind::DeepLink, DeadEnd::TimedOut);
    history.failed(SurfaceKind::Window, DeadEnd::DeviceRule);
    assert_eq!(first_surface(&all(), &history), SurfaceKind::Loopback);
    history.choose(SurfaceKind::Window);
    assert_eq!(first_surface(&all(), &history), SurfaceKind::Window);
    assert_eq!(history.dead_end(SurfaceKind::Window), None);
}

#[test]
fn whoever_has_been_everywhere_begins_anew() {
    let mut history = SurfaceHistory::default();
    for surface in SurfaceKind::ALL {
        history.failed(surface, DeadEnd::TimedOut);
    }
    assert_eq!(first_surface(&all(), &history), SurfaceKind::Window);
}

#[test]
fn each_surface_falls_over_to_the_next_and_the_last_one_to_none() {
    for why in [
        DeadEnd::ErrorPage,
        DeadEnd::TimedOut,
        DeadEnd::DeviceRule,
        DeadEnd::BlankPage,
    ] {
        let mut history = SurfaceHistory::default();
        let mut here = first_surface(&all(), &history);
        let mut way = vec![here];
        loop {
            history.failed(here, why);
            let Some(next) = next_surface(here, why, &all(), &history) else {
                break;
            };
            here = next;
            way.push(here);
        }
        assert_eq!(way, SurfaceKind::ALL, "{why:?}");
    }
}

#[test]
fn what_ends_a_window_does_not_lead_back_to_it() {
    let history = SurfaceHistory::default();
    let next = |why| next_surface(SurfaceKind::Loopback, why, &all(), &history);
    for why in [
        DeadEnd::DeviceRule,
        DeadEnd::Passkey,
        DeadEnd::BlankPage,
        DeadEnd::WindowMissing,
    ] {
        assert_eq!(next(why), Some(SurfaceKind::DeepLink), "{why:?}");
    }
    assert_eq!(next(DeadEnd::ErrorPage), Some(SurfaceKind::Window));
}

#[test]
fn an_approval_is_missing_everywhere() {
    for surface in SurfaceKind::ALL {
        let next = next_surface(
            surface,
            DeadEnd::ApprovalNeeded,
            &all(),
            &SurfaceHistory::default(),
        );
        assert_eq!(next, None, "{surface:?}");
    }
}

#[test]
fn what_must_be_registered_is_said() {
    let registered = SurfaceKind::ALL.map(|surface| surface.registered().map(|uri| uri.as_str().to_owned()));
    assert_eq!(
        registered,
        [
            None,
            Some("http://localhost/vincula".to_owned()),
            Some("app.vincula://callback".to_owned()),
            None
        ]
    );
    let client = |surface: SurfaceKind| surface.registered().map(|uri| uri.client_type());
    assert_eq!(client(SurfaceKind::Loopback), Some(ClientType::Confidential));
    assert_eq!(client(SurfaceKind::DeepLink), Some(ClientType::Public));
}

#[test]
fn names_are_those_of_the_files() {
    for surface in SurfaceKind::ALL {
        assert_eq!(serde_json::to_value(surface).unwrap(), surface.as_str());
    }
    for why in DeadEnd::ALL {
        assert_eq!(serde_json::to_value(why).unwrap(), why.as_str());
    }
    let mut history = SurfaceHistory::default();
    assert_eq!(serde_json::to_string(&history).unwrap(), "{}");
    assert!(history.is_empty());
    history.failed(SurfaceKind::Window, DeadEnd::Passkey);
    history.answered(SurfaceKind::Loopback);
    let written = serde_json::to_string(&history).unwrap();
    assert_eq!(written, r#"{"preferred":"loopback","dead":{"window":"passkey"}}"#);
    assert_eq!(serde_json::from_str::<SurfaceHistory>(&written).unwrap(), history);
}

fn surface() -> impl Strategy<Value = SurfaceKind> {
    proptest::sample::select(SurfaceKind::ALL.to_vec())
}

fn reason() -> impl Strategy<Value = DeadEnd> {
    proptest::sample::select(DeadEnd::ALL.to_vec())
}

proptest! {
    #[test]
    fn no_way_leads_in_circles(
        surfaces in proptest::collection::vec(surface(), 0..4),
        reasons in proptest::collection::vec(reason(), 4..8),
    ) {
        let allowed = Allowed::of(surfaces);
        let mut history = SurfaceHistory::default();
        let mut here = first_surface(&allowed, &history);
        let mut seen = vec![here];
        for why in reasons {
            history.failed(here, why);
            let Some(next) = next_surface(here, why, &allowed, &history) else { break };
            prop_assert!(allowed.has(next));
            prop_assert!(!seen.contains(&next), "{seen:?} {next:?}");
            seen.push(next);
            here = next;
        }
    }

    #[test]
    fn no_address_breaks_the_recognition(address in "[a-z]{1,8}:[\\PC]{0,80}", seconds in any::<u64>()) {
        if let Ok(page) = Url::parse(&address) {
            let _ = dead_end(&Cloud::global(), &page, seconds);
        }
    }
}
