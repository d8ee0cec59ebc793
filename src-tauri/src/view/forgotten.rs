//! What became of everything, as the page shows it.

use crate::wire::{ForgottenView, LeftView};
use vincula_assistant::{Forgotten, Left};

pub(crate) fn forgotten(forgotten: &Forgotten) -> ForgottenView {
    let left = forgotten.left.iter().map(|left| {
        let kind = left.kind().as_str().to_owned();
        match left {
            Left::Secret(..) => LeftView::Secret { kind },
            Left::Unlisted(_) => LeftView::Unlisted { kind },
            Left::File(path, _) => LeftView::File {
                path: path.display().to_string(),
                kind,
            },
        }
    });
    ForgottenView { left: left.collect() }
}
