//! XOAUTH2: an account and its token, as both protocols send them.

use crate::answer::without;
use crate::entra::AccessToken;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vincula_core::problem::Problem;
use vincula_core::value::Mailbox;
use zeroize::Zeroizing;

/// The answer to the server's first challenge, before it is put into Base64.
pub(super) fn bearer(account: &Mailbox, token: &AccessToken) -> Zeroizing<String> {
    Zeroizing::new(format!(
        "user={account}\x01auth=Bearer {}\x01\x01",
        token.expose()
    ))
}

/// The same in Base64.
pub(super) fn encoded(account: &Mailbox, token: &AccessToken) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(bearer(account, token).as_bytes()))
}

/// The problem without what was sent, should the server repeat it.
pub(super) fn unsaid(problem: Problem, account: &Mailbox, token: &AccessToken) -> Problem {
    without(problem, &[&encoded(account, token), token.expose()])
}
