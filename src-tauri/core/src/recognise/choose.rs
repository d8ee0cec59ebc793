//! The value that is wanted, out of everything that stands in a text; or the wrong one, by its name.

use super::labels::{self, Label, Name};
use super::pairs::{self, Named};
use super::scan::{self, Scan};
use super::{Kind, Recognised, Values, block, choose_secret};
use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, RedirectUri, Refusal, TenantId, ValueKind};

/// A text, read.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) scan: Scan<'t>,
    pub(super) labels: Vec<Label>,
    pub(super) named: Vec<Named<'t>>,
}

/// How many different ones there are.
pub(super) enum Count<T> {
    None,
    One(T),
    Many,
}

/// Counts what differs.
pub(super) fn count<T>(mut all: impl Iterator<Item = T>, same: impl Fn(&T, &T) -> bool) -> Count<T> {
    match all.next() {
        None => Count::None,
        Some(first) if all.all(|other| same(&first, &other)) => Count::One(first),
        Some(_) => Count::Many,
    }
}

pub(super) fn choose(text: &str, wanted: Option<ValueKind>) -> Recognised {
    if let Some(block) = block::find(text, wanted) {
        return block;
    }
    let scan = Scan::of(text);
    let labels = labels::labels(text, &scan.taken());
    let named = pairs::named(text, &scan, &labels);
    let reading = Reading {
        text,
        scan,
        labels,
        named,
    };
    match wanted {
        None => reading.anything(),
        Some(ValueKind::ClientId) => reading.identifier(Name::ClientId),
        Some(ValueKind::TenantId) => reading.identifier(Name::TenantId),
        Some(ValueKind::ClientSecret) => choose_secret::choose(&reading),
        Some(ValueKind::Mailbox) => reading.mailbox(),
        Some(ValueKind::ErpAddress) => reading.erp_address(),
        Some(ValueKind::RedirectUri) => reading.redirect_uri(),
    }
}

impl<'t> Reading<'t> {
    /// The GUID of this name, where there is one only; Microsoft's own are nobody's.
    pub(super) fn one_named(&self, name: Option<Name>) -> Count<&'t str> {
        let all = self.named.iter().filter(|named| named.name == name);
        count(
            all.map(|named| named.guid.text)
                .filter(|guid| ClientId::parse(guid).is_ok()),
            |a, b| a.eq_ignore_ascii_case(b),
        )
    }

    /// The GUID that an address names: `…/appId/…`, `client_id=…`.
    fn one_in_addresses(&self, name: Name) -> Count<&'t str> {
        let all = self.scan.addresses.iter().flat_map(|address| {
            let guids = scan::guids(address.text);
            guids.into_iter().map(|(at, guid)| (&address.text[..at], guid))
        });
        let fitting = all.filter(|(before, _)| name_in_address(before) == Some(name));
        count(fitting.map(|(_, guid)| guid), |a, b| a.eq_ignore_ascii_case(b))
    }

    fn identifier(&self, name: Name) -> Recognised {
        let (guid, certain) = match (self.one_named(Some(name)), self.one_in_addresses(name)) {
            (Count::One(guid), _) | (Count::None, Count::One(guid)) => (guid, true),
            (Count::Many, _) => return Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous),
            (Count::None, _) => match self.one_named(None) {
                Count::One(guid) => (guid, false),
                Count::Many => return Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous),
                Count::None => return self.wrong(Refusal::NotAGuid),
            },
        };
        let mut values = self.labelled();
        let kind = if name == Name::ClientId {
            values.client_id = ClientId::parse(guid).ok();
            Kind::ClientId
        } else {
            values.tenant_id = TenantId::parse(guid).ok();
            Kind::TenantId
        };
        Recognised {
            kind,
            certain,
            values,
            refusal: None,
        }
    }

    /// The values that their labels, or a shape of their own, name.
    pub(super) fn labelled(&self) -> Values {
        let of = |name| match self.one_named(Some(name)) {
            Count::One(guid) => Some(guid),
            _ => None,
        };
        Values {
            client_id: of(Name::ClientId).and_then(|guid| ClientId::parse(guid).ok()),
            tenant_id: of(Name::TenantId).and_then(|guid| TenantId::parse(guid).ok()),
            secret: match self.one_secret() {
                Count::One(secret) => ClientSecret::parse(secret).ok(),
                _ => None,
            },
            ..Values::default()
        }
    }

    /// The secret of today's shape, where there is one only.
    pub(super) fn one_secret(&self) -> Count<&'t str> {
        count(self.scan.secrets.iter().map(|secret| secret.text), |a, b| a == b)
    }

    fn mailbox(&self) -> Recognised {
        let found = match (Mailbox::parse(self.text), self.one_mailbox()) {
            (Ok(mailbox), _) | (Err(_), Count::One(mailbox)) => mailbox,
            (Err(_), Count::Many) => return Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous),
            (Err(why), Count::None) => return self.wrong(why),
        };
        accepted(Kind::Mailbox, true, |values| values.mailbox = Some(found))
    }

    pub(super) fn one_mailbox(&self) -> Count<Mailbox> {
        count(self.scan.mailboxes.iter().cloned(), |a, b| a == b)
    }

    fn erp_address(&self) -> Recognised {
        let take = |address| {
            accepted(Kind::WebAddress, true, |values| {
                values.erp_address = Some(address);
            })
        };
        let why = match ErpAddress::parse(self.text) {
            Ok(address) => return take(address),
            Err(why) => why,
        };
        let mut all = self
            .scan
            .addresses
            .iter()
            .map(|address| ErpAddress::parse(address.text));
        match count(all.clone().flatten(), |a, b| a == b) {
            Count::One(address) => take(address),
            Count::Many => Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous),
            Count::None => match all.find_map(Result::err) {
                Some(why) => Recognised::refused(Kind::WebAddress, true, why),
                None => self.wrong(why),
            },
        }
    }

    fn redirect_uri(&self) -> Recognised {
        let mut all = self
            .scan
            .addresses
            .iter()
            .map(|address| RedirectUri::parse(address.text));
        match count(all.clone().flatten(), |a, b| a == b) {
            Count::One(uri) => accepted(Kind::RedirectUri, true, |values| values.redirect_uri = Some(uri)),
            Count::Many => Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous),
            Count::None => match all.find_map(Result::err) {
                Some(why) => Recognised::refused(Kind::WebAddress, true, why),
                None => self.wrong(Refusal::NotAnAddress),
            },
        }
    }
}

pub(super) fn accepted(kind: Kind, certain: bool, fill: impl FnOnce(&mut Values)) -> Recognised {
    let mut values = Values::default();
    fill(&mut values);
    Recognised {
        kind,
        certain,
        values,
        refusal: None,
    }
}

/// What the end of an address in front of a GUID says of it.
fn name_in_address(before: &str) -> Option<Name> {
    let from = (before.len().saturating_sub(40)..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let end = before[from..]
        .to_ascii_lowercase()
        .replace("%3d", "=")
        .replace("%2f", "/");
    let ends = |words: &[&str]| words.iter().any(|word| end.ends_with(word));
    if ends(&[
        "appid/",
        "appid=",
        "client_id=",
        "clientid=",
        "clientid/",
        "applicationid/",
    ]) {
        Some(Name::ClientId)
    } else if ends(&[
        "tenantid/",
        "tenantid=",
        "tenant_id=",
        "tenant=",
        "microsoftonline.com/",
        "sts.windows.net/",
    ]) {
        Some(Name::TenantId)
    } else {
        None
    }
}
