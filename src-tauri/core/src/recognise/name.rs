//! What stands in a text, by its name: where nothing in particular is wanted, or something else is.

use super::choose::{Count, Reading, accepted};
use super::labels::Name;
use super::{Kind, Recognised, choose_secret};
use crate::value::{ClientId, RedirectUri, Refusal, clean};

impl Reading<'_> {
    /// What stands in the text, by kind: the identifiers first, the secret, then what every mail's foot holds too.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let has = |name| self.named.iter().any(|named| named.name == name);
        let scan = &self.scan;
        let table = [
            (Kind::ClientId, has(Some(Name::ClientId))),
            (Kind::TenantId, has(Some(Name::TenantId))),
            (Kind::ObjectId, has(Some(Name::ObjectId))),
            (Kind::ClientSecret, !scan.secrets.is_empty()),
            (Kind::MaskedSecret, scan.masked),
            (Kind::TruncatedSecret, scan.truncated),
            (Kind::SecretId, has(Some(Name::SecretId))),
            (Kind::Identifier, has(None) || has(Some(Name::Other))),
        ];
        let all: Vec<Kind> = table
            .into_iter()
            .filter(|(_, is)| *is)
            .map(|(kind, _)| kind)
            .collect();
        if !all.is_empty() {
            return all;
        }
        if !scan.addresses.is_empty() {
            return vec![self.kind_of_address()];
        }
        if scan.mailboxes.is_empty() {
            Vec::new()
        } else {
            vec![Kind::Mailbox]
        }
    }

    fn kind_of_address(&self) -> Kind {
        let labelled = self.labels.iter().any(|label| label.name == Name::RedirectUri);
        let speaks = |text: &str| {
            let text = text.to_ascii_lowercase();
            ["callback", "oauth", "redirect", "nativeclient"]
                .iter()
                .any(|word| text.contains(word))
        };
        let uri = |text: &str| RedirectUri::parse(text).is_ok_and(|uri| labelled || speaks(uri.url().path()));
        if self.scan.addresses.iter().any(|address| uri(address.text)) {
            Kind::RedirectUri
        } else {
            Kind::WebAddress
        }
    }

    /// The wrong value, named; `otherwise` where nothing in the text has a name.
    pub(super) fn wrong(&self, otherwise: Refusal) -> Recognised {
        if clean::outside(self.text).is_empty() {
            return Recognised::refused(Kind::Nothing, true, Refusal::Empty);
        }
        let Some(kind) = self.kinds().first().copied() else {
            let looks_secret = choose_secret::old(self).is_some() && otherwise == Refusal::NotAGuid;
            return if looks_secret {
                Recognised::refused(Kind::ClientSecret, false, Refusal::LooksLikeSecret)
            } else {
                Recognised::refused(Kind::Nothing, true, otherwise)
            };
        };
        let refusal = match kind {
            Kind::ClientId => Refusal::LooksLikeClientId,
            Kind::TenantId => Refusal::LooksLikeTenantId,
            Kind::ObjectId => Refusal::LooksLikeObjectId,
            Kind::ClientSecret => Refusal::LooksLikeSecret,
            Kind::SecretId => Refusal::LooksLikeSecretId,
            Kind::MaskedSecret => Refusal::MaskedSecret,
            Kind::TruncatedSecret => Refusal::TruncatedSecret,
            Kind::RedirectUri | Kind::WebAddress => Refusal::LooksLikeAddress,
            Kind::Mailbox => Refusal::LooksLikeEmail,
            Kind::Identifier if self.holds_microsofts() && otherwise == Refusal::NotAGuid => {
                Refusal::MicrosoftsOwnId
            }
            _ => otherwise,
        };
        Recognised::refused(kind, true, refusal)
    }

    fn holds_microsofts(&self) -> bool {
        self.named
            .iter()
            .any(|named| ClientId::parse(named.guid.text) == Err(Refusal::MicrosoftsOwnId))
    }

    /// Nothing in particular is wanted: what is it?
    pub(super) fn anything(&self) -> Recognised {
        let kinds = self.kinds();
        let ambiguous = || Recognised::refused(Kind::Ambiguous, true, Refusal::Ambiguous);
        let mut values = self.labelled();
        let (kind, is_many) = match kinds.as_slice() {
            [] => match choose_secret::old(self) {
                Some(secret) => {
                    return accepted(Kind::ClientSecret, false, |values| values.secret = Some(secret));
                }
                None => return self.wrong(Refusal::NotRecognised),
            },
            [one] => (*one, self.is_many(*one)),
            several if several.contains(&Kind::MaskedSecret) && values.client_id.is_none() => {
                (Kind::MaskedSecret, false)
            }
            _ => (Kind::Several, false),
        };
        if is_many {
            return ambiguous();
        }
        match kind {
            Kind::Mailbox => values.mailbox = self.scan.mailboxes.first().cloned(),
            Kind::RedirectUri => {
                let mut all = self.scan.addresses.iter();
                values.redirect_uri = all.find_map(|address| RedirectUri::parse(address.text).ok());
            }
            _ => {}
        }
        Recognised {
            kind,
            certain: kind != Kind::Identifier,
            values,
            refusal: None,
        }
    }

    fn is_many(&self, kind: Kind) -> bool {
        let many = |name| matches!(self.one_named(name), Count::Many);
        match kind {
            Kind::ClientId => many(Some(Name::ClientId)),
            Kind::TenantId => many(Some(Name::TenantId)),
            Kind::Identifier => many(None),
            Kind::ClientSecret => matches!(self.one_secret(), Count::Many),
            Kind::Mailbox => matches!(self.one_mailbox(), Count::Many),
            _ => false,
        }
    }
}
