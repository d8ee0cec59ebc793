//! What has to be told of the setups' files.

use crate::desk::Desk;
use crate::wire::{EndingView, Fault, FilesView, MishapView, NewerView, UnreadView};
use vincula_assistant::{Ending, Mishap, SetupFault, SetupStore as _};
use vincula_core::setup::{Newer, SetupId};

/// What has to be told, as it is now.
pub(crate) fn files(desk: &Desk) -> Result<FilesView, Fault> {
    let survey = desk.setups.survey()?;
    Ok(FilesView {
        mishaps: survey.mishaps.into_iter().map(mishap).collect(),
        newer: survey.newer.iter().map(newer).collect(),
        unread: survey.unread.iter().map(unread).collect(),
    })
}

fn mishap(mishap: Mishap) -> MishapView {
    MishapView {
        id: mishap.id.to_string(),
        ending: match mishap.ending {
            Ending::Restored => EndingView::Restored,
            Ending::Lost => EndingView::Lost,
        },
        mailbox: mishap.known.map(|setup| setup.mailbox.to_string()),
        path: mishap.aside.display().to_string(),
    }
}

fn newer((id, newer): &(SetupId, Newer)) -> NewerView {
    let known = newer.known.as_deref();
    NewerView {
        id: id.to_string(),
        mailbox: known.map(|setup| setup.mailbox.to_string()),
        erp_address: known.map(|setup| setup.erp_address.to_string()),
        client_id: known.and_then(|setup| setup.client_id.clone()).map(String::from),
        tenant_id: known.and_then(|setup| setup.tenant_id.clone()).map(String::from),
    }
}

fn unread((id, fault): &(SetupId, SetupFault)) -> UnreadView {
    UnreadView {
        id: id.to_string(),
        kind: fault.kind().as_str().to_owned(),
    }
}
