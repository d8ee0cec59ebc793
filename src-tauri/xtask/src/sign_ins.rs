//! Signing in again and again in the real window.

use crate::step::run_one;
use crate::window_test::window_test;
use crate::workspace::Workspace;
use anyhow::Result;

/// Signs in so often, and fails where the ERP's host was called once.
pub(crate) fn sign_ins(workspace: &Workspace, count: usize) -> Result<()> {
    let mut many = window_test(
        workspace,
        "sign_ins::as_many_sign_ins_as_are_asked_for_call_the_erp_never",
    )?;
    many.env("VINCULA_SIGN_INS", count.to_string());
    run_one("sign-ins", many)
}
