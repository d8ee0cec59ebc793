//! Whose sign-in it was, as the ID token says.
//!
//! The token comes from Entra itself over TLS, in the answer to our own call, so that its signature need not be looked
//! at (OpenID Connect Core, section 3.1.3.7, number 6). Whose it is, whom it is for and who made it are compared all the
//! same (numbers 2 and 3): a code of somebody else's sign-in ends here.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oauth2::basic::BasicTokenType;
use oauth2::{ExtraTokenFields, StandardTokenResponse};
use serde::{Deserialize, Serialize};
use url::Url;
use vincula_core::sign_in::SignInRequest;
use vincula_core::value::TenantId;
use zeroize::Zeroizing;

/// The organisation in which every personal account stands.
/// Source: <https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference> (`iss`)
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// Where the account that signed in stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A personal account of Microsoft's.
    Personal,
    /// An account of this organisation.
    Of(TenantId),
}

/// The ID token is not one of this sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotOurs;

/// What is read of an ID token.
/// Source: <https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference>
#[derive(Deserialize)]
struct Claims {
    aud: String,
    iss: Url,
    tid: TenantId,
}

impl Identity {
    /// Reads the ID token that came with the answer to `request`.
    pub(super) fn of(token: &IdToken, request: &SignInRequest) -> Result<Self, NotOurs> {
        let mut parts = token.0.split('.');
        let (Some(_), Some(claims), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotOurs);
        };
        let claims = URL_SAFE_NO_PAD.decode(claims).map_err(|_| NotOurs)?;
        let Claims { aud, iss, tid } = serde_json::from_slice(&claims).map_err(|_| NotOurs)?;
        let made_for_us = aud == request.client_id.as_str();
        let made_there = request.issuers.admit(&iss) && iss.path() == format!("/{}/v2.0", tid.as_str());
        match (made_for_us && made_there, tid.as_str()) {
            (false, _) => Err(NotOurs),
            (true, PERSONAL) => Ok(Self::Personal),
            (true, _) => Ok(Self::Of(tid)),
        }
    }
}

/// An ID token: in memory only, wiped when dropped, never printed.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct IdToken(Zeroizing<String>);

impl std::fmt::Debug for IdToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdToken(…)")
    }
}

/// The token endpoint's answer, as Entra gives it.
pub(super) type TokenAnswer = StandardTokenResponse<OpenIdFields, BasicTokenType>;

/// What Entra's answer has beside what RFC 6749 names.
#[derive(Debug, Deserialize)]
pub(super) struct OpenIdFields {
    /// Where `openid` was asked for (OpenID Connect Core, section 3.1.3.3).
    #[serde(default)]
    pub(super) id_token: Option<IdToken>,
}

// The library wants to be able to write what it reads. Nobody does, and a token would not be written.
impl Serialize for OpenIdFields {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::ser::SerializeMap::end(serializer.serialize_map(Some(0))?)
    }
}

impl ExtraTokenFields for OpenIdFields {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use vincula_core::cloud::Cloud;
    use vincula_core::sign_in::{Authority, Scopes};
    use vincula_core::value::{ClientId, RedirectUri};

    const CLIENT: &str = "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10";
    const TENANT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

    fn read(token: &str) -> Result<Identity, NotOurs> {
        let request = SignInRequest {
            issuers: Cloud::global().issuers,
            authority: Authority::Common,
            client_id: ClientId::parse(CLIENT).unwrap(),
            redirect_uri: RedirectUri::parse("https://erp.example/cb.php").unwrap(),
            scopes: Scopes::default(),
            login_hint: None,
        };
        Identity::of(&IdToken(Zeroizing::new(token.to_owned())), &request)
    }

    fn token(claims: &Value) -> String {
        format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims.to_string()))
    }

    fn claims(tenant: &str) -> Value {
        let iss = format!("https://login.microsoftonline.com/{tenant}/v2.0");
        json!({ "aud": CLIENT, "iss": iss, "tid": tenant, "name": "Marta" })
    }

    #[test]
    fn a_work_account_stands_in_its_company_and_a_personal_one_in_none() {
        let company = TenantId::parse(TENANT).unwrap();
        assert_eq!(read(&token(&claims(TENANT))), Ok(Identity::Of(company)));
        assert_eq!(read(&token(&claims(PERSONAL))), Ok(Identity::Personal));
    }

    #[test]
    fn a_token_for_somebody_else_of_somebody_else_or_of_another_form_is_none_of_ours() {
        let with = |name: &str, value: Value| {
            let mut claims = claims(TENANT);
            claims[name] = value;
            token(&claims)
        };
        let good = token(&claims(TENANT));
        for wrong in [
            with("aud", json!(TENANT)),
            with("aud", json!([CLIENT])),
            with("aud", Value::Null),
            with(
                "iss",
                json!(format!("https://login.partner.microsoftonline.cn/{TENANT}/v2.0")),
            ),
            with(
                "iss",
                json!(format!(
                    "https://login.microsoftonline.com.evil.example/{TENANT}/v2.0"
                )),
            ),
            with(
                "iss",
                json!(format!("https://login.microsoftonline.com/{PERSONAL}/v2.0")),
            ),
            with(
                "iss",
                json!(format!("https://login.microsoftonline.com/{TENANT}/v2.0/")),
            ),
            with("tid", json!(PERSONAL)),
            with("tid", json!("common")),
            good.replace('.', ""),
            format!("{good}.more"),
            good.replacen("e30.", "e30.=", 1),
            String::new(),
        ] {
            assert_eq!(read(&wrong), Err(NotOurs), "{wrong}");
        }
    }

    #[test]
    fn nothing_of_a_token_is_shown_or_written() {
        let fields: OpenIdFields = serde_json::from_value(json!({ "id_token": "canary" })).unwrap();
        assert!(!format!("{fields:?}").contains("canary"));
        assert_eq!(serde_json::to_string(&fields).unwrap(), "{}");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in ".*") {
            let _ = read(&text);
        }
    }
}
