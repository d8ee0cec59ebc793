//! Values and marks in a text.

use crate::guide::model::Localized;
use crate::guide::{Fields, Run, RunKind};
use crate::text::Language;
use std::collections::BTreeMap;

fn localized(text: &str) -> Localized {
    Localized(BTreeMap::from([(Language::Es, text.to_owned())]))
}

#[test]
fn a_text_is_cut_at_its_marks() {
    let text = localized("Pega `{redirect_uri}` en **URI** y pulsa **Configurar**.");
    let fields = Fields {
        redirect_uri: "https://a.example/b",
        ..Fields::default()
    };
    let run = |kind, text: &str| Run {
        kind,
        text: text.to_owned(),
    };
    assert_eq!(
        text.runs(Language::Es, &fields),
        [
            run(RunKind::Plain, "Pega "),
            run(RunKind::Copy, "https://a.example/b"),
            run(RunKind::Plain, " en "),
            run(RunKind::Label, "URI"),
            run(RunKind::Plain, " y pulsa "),
            run(RunKind::Label, "Configurar"),
            run(RunKind::Plain, "."),
        ]
    );
    assert_eq!(
        text.plain(Language::Es, &fields),
        "Pega https://a.example/b en URI y pulsa Configurar."
    );
}

#[test]
fn a_value_is_never_read_as_a_mark_or_a_placeholder() {
    let text = localized("Entra con **{mailbox}** en {erp_name}");
    let fields = Fields {
        mailbox: "a**`{erp_name}@b.example",
        erp_name: "ERP",
        ..Fields::default()
    };
    assert_eq!(
        text.plain(Language::Es, &fields),
        "Entra con a**`{erp_name}@b.example en ERP"
    );
    assert_eq!(
        text.fill(Language::Es, &fields),
        "Entra con **a**`{erp_name}@b.example** en ERP"
    );
}

#[test]
fn a_value_that_is_not_known_yet_leaves_a_gap_that_can_be_seen() {
    assert_eq!(
        localized("con {mailbox}").fill(Language::Es, &Fields::default()),
        "con …"
    );
}
