//! An approval is no sign-in, and no sign-in an approval.

use super::{REDIRECT, entropy, later, now, pending};
use crate::cloud::Cloud;
use crate::guide::Permission;
use crate::sign_in::{
    Answered, ApprovalAnswered, ApprovalFailure, ApprovalRequest, Authority, ErrorResponse, NotForUs,
    Organisation, PendingApproval, Scopes, SignInFailure,
};
use crate::value::{ClientId, RedirectUri, TenantId};
use jiff::Timestamp;
use url::Url;

const TENANT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const OTHER: &str = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

fn tenant(id: &str) -> TenantId {
    TenantId::parse(id).unwrap()
}

fn approval(organisation: Organisation) -> PendingApproval {
    let request = ApprovalRequest {
        organisation,
        client_id: ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap(),
        redirect_uri: RedirectUri::parse(REDIRECT).unwrap(),
        scopes: Scopes::of_permissions(&[Permission::graph("Mail.Send")], &Cloud::global()),
    };
    PendingApproval::begin(request, &[9; 32], now())
}

fn address(state: &str, behind: &str) -> Url {
    Url::parse(&format!("{REDIRECT}{}", behind.replace("{state}", state))).unwrap()
}

/// What becomes of an address, in a word; whoever is left waiting still takes the genuine answer.
fn verdict_at(organisation: Organisation, behind: &str, at: Timestamp) -> String {
    let pending = approval(organisation);
    let state = pending.state().to_owned();
    let url = address(&state, behind);
    let sight = pending.awaited().is_answer(&url);
    match pending.answer(&url, at) {
        ApprovalAnswered::Approved(tenant) => format!("approved {tenant}"),
        ApprovalAnswered::Failed(failure) => format!("{failure:?}"),
        ApprovalAnswered::StillPending(same, why) => {
            assert_eq!(sight, Err(why));
            let genuine = address(
                &state,
                &format!("?admin_consent=True&tenant={TENANT}&state={{state}}"),
            );
            assert!(matches!(
                same.answer(&genuine, now()),
                ApprovalAnswered::Approved(_)
            ));
            format!("pending: {why:?}")
        }
    }
}

fn verdict(behind: &str) -> String {
    verdict_at(Organisation::Tenant(tenant(TENANT)), behind, now())
}

#[test]
fn the_own_answer_approves_for_the_organisation_that_was_asked() {
    let yes = format!("?admin_consent=True&tenant={TENANT}&scope=x+y&state={{state}}");
    assert_eq!(verdict(&yes), format!("approved {TENANT}"));
    assert_eq!(
        verdict(&yes.replace("True", "true")),
        format!("approved {TENANT}")
    );
    let other = yes.replace(TENANT, OTHER);
    assert_eq!(
        verdict(&other),
        format!("{:?}", ApprovalFailure::AnotherOrganisation(tenant(OTHER)))
    );
    assert_eq!(
        verdict_at(Organisation::OfTheAdministrator, &other, now()),
        format!("approved {OTHER}")
    );
}

#[test]
fn a_refusal_keeps_entras_words() {
    let no = "?admin_consent=True&error=access_denied&error_description=AADSTS65004%3a+x&error_subcode=cancel&state={state}#";
    let refused = ApprovalFailure::Refused(ErrorResponse {
        error: "access_denied".to_owned(),
        subcode: Some("cancel".to_owned()),
        description: Some("AADSTS65004: x".to_owned()),
    });
    assert_eq!(verdict(no), format!("{refused:?}"));
}

#[test]
fn what_is_neither_a_yes_nor_an_error_approves_nothing() {
    let none = format!("{:?}", ApprovalFailure::NotAnApproval);
    for behind in [
        "?state={state}",
        "?admin_consent=True&state={state}",
        "?admin_consent=False&tenant={tenant}&state={state}",
        "?admin_consent=&tenant={tenant}&state={state}",
        "?tenant={tenant}&state={state}",
        "?admin_consent=True&tenant=common&state={state}",
        "?admin_consent=True&tenant=&state={state}",
        "?error=&state={state}",
        "?code=x&state={state}",
        "?admin_consent=True&tenant={tenant}&code=x&state={state}",
        "#admin_consent=True&tenant={tenant}&state={state}",
    ] {
        assert_eq!(verdict(&behind.replace("{tenant}", TENANT)), none, "{behind}");
    }
}

#[test]
fn somebody_elses_answer_leaves_the_approval_waiting() {
    for (behind, why) in [
        (
            "?admin_consent=True&tenant={tenant}&state=AAAA",
            NotForUs::AnotherState,
        ),
        ("?admin_consent=True&tenant={tenant}", NotForUs::AnotherState),
        (
            "?admin_consent=True&tenant={tenant}&tenant={tenant}&state={state}",
            NotForUs::Unreadable,
        ),
    ] {
        let behind = behind.replace("{tenant}", TENANT);
        assert_eq!(verdict(&behind), format!("pending: {why:?}"), "{behind}");
    }
}

#[test]
fn an_approval_is_waited_for_ten_minutes_and_no_longer() {
    let yes = format!("?admin_consent=True&tenant={TENANT}&state={{state}}");
    let asked = Organisation::Tenant(tenant(TENANT));
    assert_eq!(
        verdict_at(asked.clone(), &yes, later(600)),
        format!("approved {TENANT}")
    );
    assert_eq!(
        verdict_at(asked, &yes, later(601)),
        format!("{:?}", ApprovalFailure::TooLate)
    );
}

#[test]
fn an_answer_of_one_kind_never_completes_the_other() {
    let waiting = approval(Organisation::OfTheAdministrator);
    let sign_in = pending();
    assert_ne!(waiting.state(), sign_in.state());
    let code = address(sign_in.state(), "?code=x&state={state}");
    let yes = address(
        waiting.state(),
        &format!("?admin_consent=True&tenant={TENANT}&state={{state}}"),
    );
    let ApprovalAnswered::StillPending(waiting, NotForUs::AnotherState) = waiting.answer(&code, now()) else {
        panic!("a sign-in's answer completed an approval")
    };
    let Answered::StillPending(sign_in, NotForUs::AnotherState) = sign_in.answer(&yes, now()) else {
        panic!("an approval's answer completed a sign-in")
    };
    // Even where both were begun with the same bytes: what the answers hold does not fit.
    let twin = PendingApproval::begin(
        waiting.request().clone(),
        entropy()[..32].try_into().unwrap(),
        now(),
    );
    assert_eq!(twin.state(), sign_in.state());
    assert!(matches!(
        twin.answer(&code, now()),
        ApprovalAnswered::Failed(ApprovalFailure::NotAnApproval)
    ));
    let yes = address(
        sign_in.state(),
        &format!("?admin_consent=True&tenant={TENANT}&state={{state}}"),
    );
    assert!(matches!(
        sign_in.answer(&yes, now()),
        Answered::Failed(SignInFailure::NeitherCodeNorError)
    ));
}

#[test]
fn nobody_is_asked_at_an_address_that_takes_no_approvals() {
    assert_eq!(
        Organisation::Tenant(tenant(TENANT)).authority(),
        Authority::Tenant(tenant(TENANT))
    );
    assert_eq!(
        Organisation::OfTheAdministrator.authority(),
        Authority::Organizations
    );
}

#[test]
fn nothing_of_an_approval_is_in_its_debug_output() {
    let pending = approval(Organisation::OfTheAdministrator);
    let shown = format!("{pending:?} {:?}", pending.awaited());
    assert_eq!(shown, "PendingApproval(…) Awaited(…)");
}
