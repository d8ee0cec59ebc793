//! Every kind has a name and a sentence.

use crate::recognise::Kind;
use crate::text::{Language, find};
use std::collections::BTreeSet;

#[test]
fn every_kind_has_a_name_of_its_own_and_a_sentence_in_every_language() {
    let names: BTreeSet<_> = Kind::ALL.into_iter().map(Kind::as_str).collect();
    assert_eq!(names.len(), Kind::ALL.len());
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        for language in Language::ALL {
            let id = format!("recognised-{}", kind.as_str().replace('_', "-"));
            assert!(find(language, &id, &[]).is_some(), "{language:?} {id}");
        }
    }
}
