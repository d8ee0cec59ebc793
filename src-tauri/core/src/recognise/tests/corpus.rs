//! Every sample in `corpus/` is named right, and no good value is refused.

use crate::recognise::{Kind, Recognised, recognise};
use crate::value::{Refusal, ValueKind};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    sample: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    text: String,
    wanted: Option<ValueKind>,
    kind: Kind,
    refusal: Option<Refusal>,
    /// The value that is taken.
    value: Option<String>,
    /// Other values that are taken at the same time.
    #[serde(default)]
    also: BTreeMap<String, String>,
}

const FILES: [(&str, &str); 7] = [
    ("addresses", include_str!("../corpus/addresses.toml")),
    ("blocks", include_str!("../corpus/blocks.toml")),
    ("dirt", include_str!("../corpus/dirt.toml")),
    ("labels", include_str!("../corpus/labels.toml")),
    ("screens", include_str!("../corpus/screens.toml")),
    ("secrets", include_str!("../corpus/secrets.toml")),
    ("wrong", include_str!("../corpus/wrong.toml")),
];

/// A value that was taken, by the name of its kind.
fn taken(found: &Recognised, name: &str) -> Option<String> {
    let values = &found.values;
    match name {
        "client_id" => values.client_id.as_ref().map(ToString::to_string),
        "tenant_id" => values.tenant_id.as_ref().map(ToString::to_string),
        "secret" | "client_secret" => values.secret.as_ref().map(|secret| secret.expose().to_owned()),
        "mailbox" => values.mailbox.as_ref().map(ToString::to_string),
        "erp_address" => values.erp_address.as_ref().map(ToString::to_string),
        "redirect_uri" => values.redirect_uri.as_ref().map(ToString::to_string),
        _ => None,
    }
}

fn is_right(sample: &Sample, found: &Recognised) -> bool {
    let value_name = sample.wanted.map_or(sample.kind.as_str(), ValueKind::as_str);
    let has_value = sample
        .value
        .as_ref()
        .is_none_or(|value| taken(found, value_name).as_ref() == Some(value));
    let has_others = sample
        .also
        .iter()
        .all(|(name, value)| taken(found, name).as_ref() == Some(value));
    found.kind == sample.kind && found.refusal == sample.refusal && has_value && has_others
}

#[test]
fn every_sample_is_named_right_and_no_good_value_is_refused() {
    let (mut all, mut good, mut refused) = (0, 0, 0);
    let mut wrong = Vec::new();
    for (file, source) in FILES {
        let corpus: Corpus = toml::from_str(source).unwrap();
        for sample in corpus.sample {
            let found = recognise(&sample.text, sample.wanted);
            all += 1;
            good += u32::from(sample.refusal.is_none());
            refused += u32::from(sample.refusal.is_none() && !found.accepted());
            if !is_right(&sample, &found) {
                wrong.push(format!(
                    "{file}: {:?} wanted {:?}: expected {:?} {:?} {:?}, found {:?} {:?} {:?}",
                    sample.text,
                    sample.wanted,
                    sample.kind,
                    sample.refusal,
                    sample.value,
                    found.kind,
                    found.refusal,
                    sample.wanted.and_then(|kind| taken(&found, kind.as_str())),
                ));
            }
        }
    }
    let right = all - wrong.len();
    println!("{all} samples, {right} named right; {good} good values, {refused} refused");
    assert!(all >= 300);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(refused, 0);
}
