//! The roles in an application's own token (RFC 7519; the claim `roles` is Entra's). They are read to see what was
//! approved, never to decide what is allowed: that is Graph's.
//! Source: <https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference>

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use zeroize::Zeroizing;

#[derive(Deserialize)]
struct Claims {
    #[serde(default)]
    roles: Vec<String>,
}

/// The roles of a token; `None` where it is no token of this form.
pub(super) fn of(token: &str) -> Option<Vec<String>> {
    let mut parts = token.split('.');
    let (_header, claims, _signature) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let claims = Zeroizing::new(URL_SAFE_NO_PAD.decode(claims).ok()?);
    let claims: Claims = serde_json::from_slice(&claims).ok()?;
    Some(claims.roles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn token(claims: &str) -> String {
        format!("e30.{}.signature", URL_SAFE_NO_PAD.encode(claims))
    }

    #[test]
    fn a_token_tells_its_roles_and_an_opaque_one_tells_nothing() {
        let of = |token: &str| of(token).map(|roles| roles.join(" "));
        for (token, roles) in [
            (
                token(r#"{"roles":["Calendars.ReadWrite","Directory.Read.All"],"aud":"x"}"#),
                Some("Calendars.ReadWrite Directory.Read.All"),
            ),
            (token(r#"{"aud":"x"}"#), Some("")),
            (token(r#"{"roles":"Mail.Send"}"#), None),
            (token(r#""Mail.Send""#), None),
            ("EwBopaque".to_owned(), None),
            (format!("{}.more", token("{}")), None),
            (String::new(), None),
        ] {
            assert_eq!(of(&token).as_deref(), roles, "{token}");
        }
    }

    proptest! {
        #[test]
        fn any_text_in_a_tokens_place_is_read_or_not(text in ".*", claims in ".*") {
            let _any = of(&text);
            let _claims = of(&token(&claims));
        }
    }
}
