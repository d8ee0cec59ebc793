//! The invariants of a sign-in, each with the attack that would break it.

mod approval;
mod authentication;
mod authority;
mod bounds;
mod challenge;
mod flood;
mod hostile;
mod pasted;
mod real_answers;
mod scopes;
mod state;

use super::{Answered, Authority, Entropy, PendingSignIn, Scopes, SignInRequest};
use crate::cloud::Cloud;
use crate::guide::Permission;
use crate::value::{ClientId, Mailbox, RedirectUri};
use jiff::{SignedDuration, Timestamp};
use url::Url;

const REDIRECT: &str = "https://erp.example/includes/ventas/mail/Microsoft/oauth_callback.php";

fn now() -> Timestamp {
    "2026-05-24T13:34:39Z".parse().unwrap()
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

pub(crate) fn request() -> SignInRequest {
    SignInRequest {
        issuers: Cloud::global().issuers,
        authority: Authority::Common,
        client_id: ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap(),
        redirect_uri: RedirectUri::parse(REDIRECT).unwrap(),
        scopes: Scopes::of_permissions(&["Mail.Send", "openid"].map(Permission::graph), &Cloud::global()),
        login_hint: Some(Mailbox::parse("ana@empresa.es").unwrap()),
    }
}

fn entropy() -> Entropy {
    std::array::from_fn(|at| u8::try_from(at * 3 % 251).unwrap())
}

fn pending() -> PendingSignIn {
    PendingSignIn::begin(request(), &entropy(), now())
}

/// An address at the redirect URI; `{state}` becomes the sign-in's own.
fn address(pending: &PendingSignIn, behind: &str) -> Url {
    Url::parse(&format!(
        "{REDIRECT}{}",
        behind.replace("{state}", pending.state())
    ))
    .unwrap()
}

/// What becomes of an address, in a word.
fn verdict(behind: &str) -> String {
    verdict_at(behind, now())
}

fn verdict_at(behind: &str, at: Timestamp) -> String {
    let pending = pending();
    let address = address(&pending, behind);
    // A surface asks first whether it may stop waiting: both must agree.
    let sight = pending.awaited().is_answer(&address);
    match pending.answer(&address, at) {
        Answered::Redeem(redemption) => {
            assert_eq!(sight, Ok(()));
            assert_eq!(redemption.redirect_uri.as_str(), REDIRECT);
            format!("code {}", redemption.code.expose())
        }
        Answered::Failed(failure) => {
            assert_eq!(sight, Ok(()));
            format!("{failure:?}")
        }
        Answered::StillPending(same, why) => {
            assert_eq!(sight, Err(why));
            assert!(redeems(*same), "{behind} disturbed the sign-in");
            format!("pending: {why:?}")
        }
    }
}

/// Whether the genuine answer still redeems.
fn redeems(pending: PendingSignIn) -> bool {
    let genuine = address(&pending, "?code=genuine&state={state}");
    matches!(pending.answer(&genuine, now()), Answered::Redeem(redemption) if redemption.code.expose() == "genuine")
}
