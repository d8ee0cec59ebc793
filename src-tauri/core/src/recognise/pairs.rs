//! Which label belongs to which GUID. Where that cannot be told, to none.

use super::labels::{Label, Name};
use super::scan::{Guid, Piece, Scan};
use super::secrets;

/// A GUID with the name that its label gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'t> {
    pub(super) guid: Guid<'t>,
    pub(super) name: Option<Name>,
}

#[derive(Clone, Copy)]
struct Event {
    at: usize,
    line: usize,
    cell: usize,
    /// A label, or the index of a GUID.
    what: Result<Label, usize>,
}

/// The GUIDs of a text, each with its name.
pub(super) fn named<'t>(text: &str, scan: &Scan<'t>, labels: &[Label]) -> Vec<Named<'t>> {
    let mut all: Vec<Named<'t>> = scan
        .guids
        .iter()
        .map(|guid| Named {
            guid: *guid,
            name: None,
        })
        .collect();
    let events = events(text, scan, labels);
    if !name_before(&events, &mut all) {
        let mut rest = events.as_slice();
        while !rest.is_empty() {
            let labels = rest.iter().take_while(|event| event.what.is_ok()).count();
            let guids = rest[labels..]
                .iter()
                .take_while(|event| event.what.is_err())
                .count();
            let (group, later) = rest.split_at(labels + guids);
            name_group(group.split_at(labels), &mut all);
            rest = later;
        }
    }
    name_row(scan, labels, &mut all);
    all
}

fn events(text: &str, scan: &Scan<'_>, labels: &[Label]) -> Vec<Event> {
    let place = |at: usize| scan.piece_at(at).map_or((0, 0), |piece| (piece.line, piece.cell));
    let of_guids = labels
        .iter()
        .filter(|label| !matches!(label.name, Name::Secret | Name::RedirectUri) && label.at < text.len());
    let mut events: Vec<Event> = of_guids
        .map(|label| (label.at, Ok(*label)))
        .chain(
            scan.guids
                .iter()
                .enumerate()
                .map(|(index, guid)| (guid.at, Err(index))),
        )
        .map(|(at, what)| {
            let (line, cell) = place(at);
            Event { at, line, cell, what }
        })
        .collect();
    events.sort_unstable_by_key(|event| event.at);
    events
}

/// «… es el Client ID»: each GUID has its label behind it, on its own line, all over the text.
fn name_before(events: &[Event], all: &mut [Named<'_>]) -> bool {
    let pairs: Option<Vec<(usize, Name)>> = events
        .chunks(2)
        .map(|pair| match pair {
            [guid, label] if guid.line == label.line => match (guid.what, label.what) {
                (Err(index), Ok(label)) if !label.leads => Some((index, label.name)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let Some(pairs) = pairs.filter(|pairs| !pairs.is_empty()) else {
        return false;
    };
    for (index, name) in pairs {
        all[index].name = Some(name);
    }
    true
}

fn name_group((labels, guids): (&[Event], &[Event]), all: &mut [Named<'_>]) {
    let name_of = |event: &Event| event.what.ok().map(|label| label.name);
    let mut name = |guid: &Event, label: Option<&Event>| {
        if let (Err(index), Some(label)) = (guid.what, label) {
            all[index].name = name_of(label);
        }
    };
    let (Some(last), Some(first)) = (labels.last(), guids.first()) else {
        return;
    };
    // A table's head, and its rows below.
    let is_head = labels.iter().any(|label| label.cell > 0) && guids.iter().all(|guid| guid.line > last.line);
    let column = |guid: &Event| {
        labels
            .iter()
            .find(|label| label.line == last.line && label.cell == guid.cell)
    };
    if is_head && guids.iter().all(|guid| column(guid).is_some()) {
        for guid in guids {
            name(guid, column(guid));
        }
    } else if labels.len() == 1 {
        name(first, Some(last));
    } else if labels.len() == guids.len() {
        for (guid, label) in guids.iter().zip(labels) {
            name(guid, Some(label));
        }
    } else if last.line == first.line || last.what.is_ok_and(|label| label.leads) {
        name(first, Some(last));
    }
}

/// A row of the secrets' table without its head: the GUID behind the secret is the secret's id.
fn name_row(scan: &Scan<'_>, labels: &[Label], all: &mut [Named<'_>]) {
    if labels.iter().any(|label| label.name != Name::Secret) {
        return;
    }
    let is_secret = |piece: &Piece<'_>| {
        let end = piece.at + piece.text.len();
        let next = scan.secrets.partition_point(|secret| secret.at < piece.at);
        scan.secrets.get(next).is_some_and(|secret| secret.at < end) || secrets::is_masked_piece(piece.text)
    };
    let mut pieces = scan.pieces.iter().peekable();
    let mut last_secret: Option<&Piece<'_>> = None;
    let mut before: Option<&Piece<'_>> = None;
    for named in all.iter_mut() {
        while let Some(piece) = pieces.next_if(|piece| piece.at + piece.text.len() <= named.guid.at) {
            before = Some(piece);
            if is_secret(piece) {
                last_secret = before;
            }
        }
        let place = pieces.peek().map(|piece| (piece.line, piece.cell));
        let is_row = last_secret.zip(place).is_some_and(|(secret, (line, cell))| {
            let is_next = before.is_some_and(|before| before.at == secret.at);
            is_next || (secret.line == line && secret.cell < cell)
        });
        if is_row && named.name.is_none() {
            named.name = Some(Name::SecretId);
        }
    }
}
