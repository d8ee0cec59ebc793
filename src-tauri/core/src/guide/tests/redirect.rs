//! The redirect template: what Entra would not take is refused before anybody pastes it there.

use crate::guide::{Audience, RedirectFault, RedirectTemplate, find};
use crate::surface::SurfaceKind;
use crate::value::{ErpAddress, Refusal};

fn fault(text: &str) -> RedirectFault {
    RedirectTemplate::parse(text, Audience::MultiTenantAndPersonal).unwrap_err()
}

#[test]
fn refuses_what_entra_refuses() {
    assert_eq!(fault("http://{domain}/cb"), RedirectFault::NotHttps);
    assert_eq!(fault("HTTPS://{domain}/cb"), RedirectFault::NotHttps);
    assert_eq!(fault("https://erp.example/cb"), RedirectFault::HostIsNotDomain);
    assert_eq!(
        fault("https://{domain}.example/cb"),
        RedirectFault::HostIsNotDomain
    );
    assert_eq!(fault("https://{domain}:8443/cb"), RedirectFault::HostIsNotDomain);
    assert_eq!(
        fault("https://{domain}@evil.example/cb"),
        RedirectFault::HostIsNotDomain
    );
    assert_eq!(fault("https://user@{domain}/cb"), RedirectFault::HostIsNotDomain);
    assert_eq!(fault("https://{domain}"), RedirectFault::NoPath);
    assert_eq!(fault("https://{domain}/"), RedirectFault::NoPath);
    assert_eq!(
        fault("https://{domain}/{domain}"),
        RedirectFault::OtherPlaceholder
    );
    assert_eq!(fault("https://{domain}/cb?x=1"), RedirectFault::Query);
    assert_eq!(fault("https://{domain}?x=1"), RedirectFault::Query);
    assert_eq!(fault("https://{domain}/cb#x"), RedirectFault::Fragment);
    assert_eq!(fault("https://{domain}/a b"), RedirectFault::NotNormal);
    assert_eq!(fault("https://{domain}/../cb"), RedirectFault::NotNormal);
    assert_eq!(fault("https://{domain}/ñ"), RedirectFault::NotNormal);
    assert_eq!(
        fault(&format!("https://{{domain}}/{}", "a".repeat(300))),
        RedirectFault::TooLong { chars: 317 }
    );
    for found in ['!', '$', '\'', '(', ')', ',', ';', '*'] {
        assert_eq!(
            fault(&format!("https://{{domain}}/{found}")),
            RedirectFault::RefusedCharacter { found }
        );
    }
}

#[test]
fn a_query_is_for_work_accounts_only() {
    let text = "https://{domain}/cb?provider=microsoft";
    assert!(RedirectTemplate::parse(text, Audience::MultiTenant).is_ok());
    assert!(RedirectTemplate::parse(text, Audience::PersonalOnly).is_err());
}

#[test]
fn the_host_of_the_erp_takes_the_place_of_the_domain() {
    let template = &find("cloud-gestion").unwrap().registration.redirect_uri;
    let erp = ErpAddress::parse("https://acme.cloudgestion1.app/login").unwrap();
    assert_eq!(
        template.for_erp(&erp).unwrap().as_str(),
        "https://acme.cloudgestion1.app/includes/ventas/mail/Microsoft/oauth_callback.php"
    );
}

#[test]
fn a_host_that_makes_the_whole_too_long_is_refused_and_not_cut() {
    let template = &find("cloud-gestion").unwrap().registration.redirect_uri;
    let label = "a".repeat(60);
    let erp = ErpAddress::parse(&format!("https://{label}.{label}.{label}.{label}.es")).unwrap();
    assert!(template.for_erp(&erp).is_err());
}

const COMPANY: &str = "https://{company}.crm.example/modules/sync.php";

#[test]
fn a_company_is_one_label_before_the_vendors_own_domain() {
    let template = RedirectTemplate::parse(COMPANY, Audience::SingleTenant).unwrap();
    let of = |address: &str| template.for_erp(&ErpAddress::parse(address).unwrap());
    for address in [
        "soler.crm.example",
        "https://soler.crm.example",
        "https://SOLER.crm.example/index.php?module=Home",
    ] {
        assert_eq!(
            of(address).unwrap().as_str(),
            "https://soler.crm.example/modules/sync.php",
            "{address}"
        );
    }
    for address in [
        "crm.example",
        "https://soler.example",
        "https://a.soler.crm.example",
        "https://solercrm.example",
        "https://soler.crm.example.evil.example",
        "https://soler.crm.example:8443",
    ] {
        assert_eq!(of(address), Err(Refusal::AnotherSystem), "{address}");
    }
    assert_eq!(fault("https://{company}/cb"), RedirectFault::HostIsNotDomain);
    assert_eq!(fault("https://{company}.com/cb"), RedirectFault::HostIsNotDomain);
    assert_eq!(
        fault("https://{company}.CRM.example/cb"),
        RedirectFault::HostIsNotDomain
    );
    assert_eq!(
        fault("https://{company}.{company}.example/cb"),
        RedirectFault::HostIsNotDomain
    );
    assert_eq!(
        fault("https://x.{company}.example/cb"),
        RedirectFault::HostIsNotDomain
    );
    assert_eq!(
        fault("https://{company}.crm.example/{company}"),
        RedirectFault::OtherPlaceholder
    );
}

#[test]
fn an_address_of_the_vendors_own_application_says_where_a_sign_in_can_take_place() {
    let erp = ErpAddress::parse("soler.crm.example").unwrap();
    let browser = [SurfaceKind::Window, SurfaceKind::Pasted];
    for (text, redirect, surfaces) in [
        (
            "http://localhost/vincula",
            "http://localhost/vincula",
            &[SurfaceKind::Loopback][..],
        ),
        (
            "app.vincula://callback",
            "app.vincula://callback",
            &[SurfaceKind::DeepLink],
        ),
        (
            "https://login.erp.example/done",
            "https://login.erp.example/done",
            &browser,
        ),
        (
            "https://{domain}/done",
            "https://soler.crm.example/done",
            &browser,
        ),
    ] {
        let template = RedirectTemplate::of_vendor(text, Audience::MultiTenant).unwrap();
        assert_eq!(template.for_erp(&erp).unwrap().as_registered(), redirect);
        assert_eq!(template.surfaces(), surfaces);
    }
    for (text, why) in [
        ("http://localhost/other", RedirectFault::NotOfVendor),
        ("other.scheme://callback", RedirectFault::NotOfVendor),
        ("https://erp/cb", RedirectFault::HostIsNotDomain),
        ("https://erp.example", RedirectFault::NoPath),
        ("https://erp.example/a b", RedirectFault::NotNormal),
    ] {
        let found = RedirectTemplate::of_vendor(text, Audience::MultiTenant);
        assert_eq!(found, Err(why), "{text}");
    }
}
