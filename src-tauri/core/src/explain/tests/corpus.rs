//! Every message in `corpus/` shows what it shows.

use crate::explain::{Context, explain};
use crate::problem::{Place, ProblemKind};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    message: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    text: String,
    problem: ProblemKind,
    code: Option<String>,
    place: Option<Place>,
    trace_id: Option<String>,
    timestamp: Option<String>,
    host: Option<String>,
    retry_after_seconds: Option<u64>,
}

const FILES: [(&str, &str); 5] = [
    ("bare", include_str!("../corpus/bare.toml")),
    ("entra", include_str!("../corpus/entra.toml")),
    ("mail", include_str!("../corpus/mail.toml")),
    ("pages", include_str!("../corpus/pages.toml")),
    ("road", include_str!("../corpus/road.toml")),
];

/// The texts alone, for whoever changes them.
pub(super) fn texts() -> Vec<String> {
    let messages = FILES.iter().flat_map(|(_, source)| {
        let corpus: Corpus = toml::from_str(source).unwrap();
        corpus.message
    });
    messages.map(|message| message.text).collect()
}

#[test]
fn every_message_shows_its_problem() {
    let (mut all, mut wrong) = (0, Vec::new());
    for (file, source) in FILES {
        let corpus: Corpus = toml::from_str(source).unwrap();
        for message in corpus.message {
            let found = explain(&message.text, &Context::default());
            let seen = &found.problem.evidence;
            let is_as_said =
                |wanted: &Option<String>, seen: &Option<String>| wanted.is_none() || wanted == seen;
            let is_right = found.problem.kind == message.problem
                && message.place.is_none_or(|place| place == found.place)
                && is_as_said(&message.code, &seen.code)
                && is_as_said(&message.trace_id, &seen.trace_id)
                && is_as_said(&message.timestamp, &seen.timestamp)
                && is_as_said(&message.host, &seen.host)
                && (message.retry_after_seconds.is_none()
                    || message.retry_after_seconds == seen.retry_after_seconds);
            all += 1;
            if !is_right {
                wrong.push(format!(
                    "{file}: {:.120}\n    expected {:?} {:?} {:?}\n    found {:?} {:?} {:?}",
                    message.text,
                    message.problem,
                    message.place,
                    message.code,
                    found.problem.kind,
                    found.place,
                    seen
                ));
            }
        }
    }
    println!("{all} messages, {} explained right", all - wrong.len());
    assert!(all >= 300, "{all}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
