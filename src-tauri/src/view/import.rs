//! A setup that came in a file, as the page shows it before anything of it is kept.

use crate::wire::ImportView;
use vincula_assistant::Import;

pub(crate) fn import(import: &Import) -> ImportView {
    let setup = import.setup();
    ImportView {
        guide: setup.guide.id.clone(),
        erp_address: setup.erp_address.to_string(),
        redirect_uri: setup.redirect_uri.to_string(),
        mailbox: setup.mailbox.to_string(),
        tenant_id: setup.tenant_id.as_ref().map(ToString::to_string),
        client_id: setup.client_id.as_ref().map(ToString::to_string),
        has_secret: import.has_secret(),
        known: import.known().map(|known| known.id.to_string()),
    }
}
