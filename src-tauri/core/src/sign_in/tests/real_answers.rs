//! Answers as Entra has really sent them (facts: `microsoft.md`, section 1).

use super::{address, now, pending};
use crate::sign_in::{Answered, SignInFailure};

fn refused(behind: &str) -> (String, Option<String>, Option<String>) {
    let pending = pending();
    let address = address(&pending, behind);
    match pending.answer(&address, now()) {
        Answered::Failed(SignInFailure::Refused(refusal)) => {
            (refusal.error, refusal.subcode, refusal.description)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_declined_consent_of_2023_is_read_with_its_description() {
    // azure-docs #114009: lower-case escapes, `+` for blanks, `#` at the end.
    let (error, subcode, description) = refused(
        "?error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.%0d%0aTrace+ID%3a+\
         0b6b1f4e-0000-4000-8000-000000000100%0d%0aCorrelation+ID%3a+1c7c2a5f-0000-4000-8000-000000000200%0d%0aTimestamp%3a+\
         2023-08-28+11%3a25%3a19Z&error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d65004&admin_consent=True\
         &state={state}#",
    );
    assert_eq!((error.as_str(), subcode), ("access_denied", None));
    assert_eq!(
        description.as_deref(),
        Some(
            "AADSTS65004: User declined to consent to access the app.\r\nTrace ID: 0b6b1f4e-0000-4000-8000-000000000100\r\n\
             Correlation ID: 1c7c2a5f-0000-4000-8000-000000000200\r\nTimestamp: 2023-08-28 11:25:19Z"
        )
    );
}

#[test]
fn a_cancel_comes_without_a_description() {
    // adal-js #804.
    assert_eq!(
        refused("?error=access_denied&error_subcode=cancel&state={state}"),
        ("access_denied".to_owned(), Some("cancel".to_owned()), None)
    );
}

#[test]
fn a_misspelt_scope_is_read_as_it_comes() {
    // azure-docs #37280.
    let (error, _, description) = refused(
        "?error=invalid_client&error_description=AADSTS650053%3a+The+application+'ERP'+asked+for+scope+'Mail.Sendd'+that+\
         doesn't+exist&state={state}",
    );
    assert_eq!(error, "invalid_client");
    assert_eq!(
        description.as_deref(),
        Some("AADSTS650053: The application 'ERP' asked for scope 'Mail.Sendd' that doesn't exist")
    );
}

#[test]
fn codes_of_work_and_of_personal_accounts_are_taken_whole() {
    let long = format!("0.AXoA{}", "aB3-_".repeat(260));
    for code in [
        long.as_str(),
        "1.AXoAq1-_x.AgABBAIAAADW6jl31mB3T7ugrWTT8pFeAwDs",
        "M.C5xx_BAY.2.U.0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "M346cc9b1-0a1b-2c3d-4e5f-60718293a4b5",
        "M.R3_BAY.abc!def*ghi$",
    ] {
        let pending = pending();
        let state = pending.state().to_owned();
        let behind =
            format!("?code={code}&state={state}&session_state=4f3b6a7c-0000-4000-8000-000000000300#");
        let Answered::Redeem(redemption) = pending.answer(&address(&super::pending(), &behind), now()) else {
            panic!("{code} was refused")
        };
        assert_eq!(redemption.code.expose(), code);
    }
}
