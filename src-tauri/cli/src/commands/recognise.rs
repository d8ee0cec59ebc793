//! `vincula recognise`: what a pasted text is. The same rules as the window's «Pegar».

use crate::arguments::Spoken;
use crate::exit::{Exit, Failure};
use crate::output;
use serde::Serialize;
use std::io::{self, Read as _};
use vincula_core::recognise::{Kind, MOST, Recognised, Values, holds_secret, recognise};
use vincula_core::text::{Language, find, text};
use vincula_core::value::{
    ClientId, ClientSecret, ErpAddress, Mailbox, RedirectUri, Refusal, SecretShape, TenantId, ValueKind,
};
use zeroize::Zeroizing;

/// The form of the answer, described in `docs/CLI.md`.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    kind: Kind,
    wanted: Option<ValueKind>,
    accepted: bool,
    certain: bool,
    /// The value, unless it is a secret.
    value: Option<String>,
    /// The secret's length and whether it has the shape of today's, where there is a secret.
    length: Option<usize>,
    usual_shape: Option<bool>,
    /// Everything that may be taken, the secret aside.
    values: Shown<'a>,
    refusal: Option<&'static str>,
    text: String,
}

#[derive(Serialize)]
struct Shown<'a> {
    client_id: Option<&'a str>,
    tenant_id: Option<&'a str>,
    mailbox: Option<&'a str>,
    erp_address: Option<&'a str>,
    redirect_uri: Option<&'a str>,
    expires: Option<&'a str>,
}

pub(crate) fn run(language: Spoken, wanted: Option<ValueKind>) -> Result<Exit, Failure> {
    let pasted = read()?;
    let found = recognise(&pasted, wanted);
    let secret = found.values.secret.as_ref();
    output::json(&Answer {
        schema: SCHEMA,
        kind: found.kind,
        wanted,
        accepted: found.accepted(),
        certain: found.certain,
        value: value(&found, wanted),
        length: secret.map(ClientSecret::length),
        usual_shape: secret.map(|secret| secret.shape() == SecretShape::Current),
        values: shown(&found.values),
        refusal: found.refusal.map(Refusal::as_str),
        text: sentence(language.0, &found, wanted),
    })?;
    Ok(if found.kind == Kind::Nothing {
        Exit::Failed
    } else {
        Exit::Passed
    })
}

/// Standard input, one byte further than is looked at: what is longer is then refused as too long.
fn read() -> io::Result<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST + 1));
    let most = u64::try_from(MOST).unwrap_or(u64::MAX).saturating_add(1);
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    Ok(Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))
}

fn value(found: &Recognised, wanted: Option<ValueKind>) -> Option<String> {
    if !found.accepted() {
        return None;
    }
    let shown = shown(&found.values);
    let value = match (wanted, found.kind) {
        (Some(ValueKind::ClientId), _) | (None, Kind::ClientId) => shown.client_id,
        (Some(ValueKind::TenantId), _) | (None, Kind::TenantId) => shown.tenant_id,
        (Some(ValueKind::Mailbox), _) | (None, Kind::Mailbox) => shown.mailbox,
        (Some(ValueKind::ErpAddress), _) => shown.erp_address,
        (Some(ValueKind::RedirectUri), _) | (None, Kind::RedirectUri) => shown.redirect_uri,
        _ => None,
    };
    value.map(str::to_owned)
}

/// The values in words. Whatever has a secret inside, such as an address with one in its path, is left out.
fn shown(values: &Values) -> Shown<'_> {
    let is_safe = |text: &&str| !holds_secret(text);
    let client_id = values.client_id.as_ref().map(ClientId::as_str);
    let tenant_id = values.tenant_id.as_ref().map(TenantId::as_str);
    let mailbox = values.mailbox.as_ref().map(Mailbox::as_str);
    let erp_address = values.erp_address.as_ref().map(ErpAddress::authority);
    let redirect_uri = values.redirect_uri.as_ref().map(RedirectUri::as_str);
    Shown {
        client_id,
        tenant_id,
        mailbox: mailbox.filter(is_safe),
        erp_address,
        redirect_uri: redirect_uri.filter(is_safe),
        expires: values.expires.as_deref(),
    }
}

fn sentence(language: Language, found: &Recognised, wanted: Option<ValueKind>) -> String {
    let dashed = |name: &str| name.replace('_', "-");
    let Some(refusal) = found.refusal else {
        return text(
            language,
            &format!("recognised-{}", dashed(found.kind.as_str())),
            &[],
        );
    };
    let id = format!("refusal-{}", dashed(refusal.as_str()));
    wanted
        .and_then(|kind| find(language, &format!("{id}.{}", dashed(kind.as_str())), &[]))
        .unwrap_or_else(|| text(language, &id, &[]))
}
