//! Whose accounts are asked.

use crate::guide::Audience;
use crate::sign_in::Authority;
use crate::value::TenantId;

#[test]
fn the_segment_fits_the_registration() {
    let tenant = TenantId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap();
    let own = tenant.as_str();
    for (audience, with_tenant, without) in [
        (Audience::SingleTenant, own, "organizations"),
        (Audience::MultiTenant, "organizations", "organizations"),
        (Audience::MultiTenantAndPersonal, "common", "common"),
        (Audience::PersonalOnly, "consumers", "consumers"),
    ] {
        assert_eq!(
            Authority::for_registration(audience, Some(&tenant)).segment(),
            with_tenant
        );
        assert_eq!(Authority::for_registration(audience, None).segment(), without);
    }
}
