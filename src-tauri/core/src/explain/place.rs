//! Where a text is from, as far as its form tells, and whether it speaks of a failure at all.

use crate::problem::Place;

/// Marks that tell where a text is from, the surest first: any of them suffices.
const PLACES: [(Place, &[&str]); 8] = [
    (Place::AdminConsent, &["admin_consent=", "/adminconsent"]),
    (Place::Metadata, &[".well-known/openid-configuration"]),
    (
        Place::Token,
        &[
            "\"error_description\"",
            "'error_description'",
            "error_codes",
            "trace_id",
            "/oauth2/v2.0/token",
            "/oauth2/token",
            "suberror",
        ],
    ),
    (
        Place::Graph,
        &[
            "graph.microsoft.com/",
            "innererror",
            "microsoft.graph",
            "microsoft graph",
            "\"error\":{\"",
            "\"error\": {\"",
            "\"error\": { \"",
        ],
    ),
    (
        Place::Authorize,
        &[
            "?error=",
            "&error=",
            "#error=",
            "error_subcode=",
            "/oauth2/v2.0/authorize",
            "/oauth2/authorize",
            "request id:",
            "id. de solicitud",
            "id de solicitud",
            "identificador de solicitud",
            "signing you in",
            "iniciar sesion",
            "inicies sesion",
        ],
    ),
    (Place::Msa, &["login.live.com", "account.live.com"]),
    (Place::Imap, &["imap", "pop3", "* bye", "* ok"]),
    (Place::Smtp, &["smtp", "mail from", "rcpt to", "starttls"]),
];

/// Where a text is from, as far as its form tells.
pub(super) fn of(folded: &str) -> Option<Place> {
    let is_msa = folded.contains("login.live.com") || folded.contains("err.srf");
    let found = PLACES
        .iter()
        .find(|(_, marks)| marks.iter().any(|mark| folded.contains(mark)))
        .map(|(place, _)| *place);
    match found {
        Some(Place::Authorize) if is_msa => Some(Place::Msa),
        // A library's log names the answer without its quotes.
        None if folded.contains("error_description") => Some(Place::Token),
        found => found,
    }
}

/// Words by which a text that shows no code still speaks of a failure.
const FAILURES: [&str; 22] = [
    "error",
    "fail",
    "fallo",
    "fallido",
    "exception",
    "excepcion",
    "denied",
    "denegad",
    "rechazad",
    "refused",
    "invalid",
    "no se pudo",
    "no se puede",
    "no se ha podido",
    "unable to",
    "cannot",
    "problem",
    "aadb2c",
    "went wrong",
    "salio mal",
    "ido mal",
    "0x8",
];

/// Whether a text speaks of a failure.
pub(super) fn speaks_of_a_failure(folded: &str) -> bool {
    FAILURES.iter().any(|word| folded.contains(word))
}
