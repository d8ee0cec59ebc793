//! The redirect template: what Entra would not take is refused before anybody pastes it there.

use crate::guide::model::{Audience, RedirectTemplate};
use crate::guide::{RedirectFault, find};
use crate::value::ErpAddress;

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
