//! What the registration script prints, and what `az ad app credential reset` does.

use super::{Kind, Recognised, Values};
use crate::value::{ClientId, ClientSecret, Refusal, TenantId, ValueKind};
use serde::Deserialize;
use zeroize::Zeroizing;

/// Borrowed from the text, so that the secret is copied nowhere. What has an escape in it is no such block.
#[derive(Deserialize)]
struct Block<'t> {
    #[serde(rename = "clientId", alias = "appId")]
    client_id: &'t str,
    #[serde(rename = "tenantId", alias = "tenant", default)]
    tenant_id: &'t str,
    #[serde(rename = "secret", alias = "password")]
    secret: &'t str,
    #[serde(default)]
    expires: &'t str,
}

/// How many objects of a text are looked at.
const TRIES: usize = 8;

/// The block in a text, where there is one.
pub(super) fn find(text: &str, wanted: Option<ValueKind>) -> Option<Recognised> {
    if !text.contains('{') || !text.contains('}') {
        return None;
    }
    read(text, wanted).or_else(|| {
        // A mail program bends the quotes, a terminal breaks the line: nothing in the block holds either.
        let straight: String = text
            .chars()
            .filter(|c| !matches!(c, '\n' | '\r'))
            .map(|c| if "“”„«»".contains(c) { '"' } else { c })
            .collect();
        let straight = Zeroizing::new(straight);
        read(&straight, wanted)
    })
}

fn read(text: &str, wanted: Option<ValueKind>) -> Option<Recognised> {
    let mut starts = text.match_indices('{').map(|(at, _)| at).take(TRIES);
    starts.find_map(|at| {
        let end = text[at..].find('}')?;
        let block: Block<'_> = serde_json::from_str(&text[at..=at + end]).ok()?;
        Some(recognised(&block, wanted))
    })
}

fn recognised(block: &Block<'_>, wanted: Option<ValueKind>) -> Recognised {
    let client_id = ClientId::parse(block.client_id);
    let tenant_id = TenantId::parse(block.tenant_id);
    let secret = ClientSecret::parse(block.secret);
    let refusal = match wanted {
        None | Some(ValueKind::ClientId) => client_id.as_ref().err().copied(),
        Some(ValueKind::TenantId) => tenant_id.as_ref().err().copied(),
        Some(ValueKind::ClientSecret) => secret.as_ref().err().copied(),
        Some(ValueKind::Mailbox) => Some(Refusal::NotAnEmail),
        Some(ValueKind::ErpAddress | ValueKind::RedirectUri) => Some(Refusal::NotAnAddress),
    };
    let is_day = block.expires.len() <= 32
        && block
            .expires
            .bytes()
            .all(|b| b.is_ascii_digit() || b"-:.+TZ".contains(&b));
    Recognised {
        kind: Kind::RegistrationBlock,
        certain: true,
        values: Values {
            client_id: client_id.ok(),
            tenant_id: tenant_id.ok(),
            secret: secret.ok(),
            expires: (is_day && !block.expires.is_empty()).then(|| block.expires.to_owned()),
            ..Values::default()
        },
        refusal,
    }
}
