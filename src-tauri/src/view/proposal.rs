//! A setup that somebody proposes, as the page shows it.

use crate::wire::ProposalView;
use vincula_core::deep_link::SetupLink;

pub(crate) fn proposal(link: &SetupLink) -> ProposalView {
    ProposalView {
        guide: link.guide.clone(),
        erp_address: link.erp_address.as_ref().map(ToString::to_string),
        mailbox: link.mailbox.as_ref().map(ToString::to_string),
        client_id: link.client_id.as_ref().map(ToString::to_string),
        refused: link.refused.iter().map(|field| field.name.clone()).collect(),
    }
}
