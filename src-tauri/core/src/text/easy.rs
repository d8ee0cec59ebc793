//! Every Spanish text can be read by anybody: each message by itself, and each page as a whole.

use super::readability::hard;
use super::tests::identifiers;
use super::{Language, find};
use std::collections::BTreeSet;

/// A text as somebody reads it: whatever the program puts into it is a plain word.
fn read(id: &str, variables: &BTreeSet<String>) -> Option<String> {
    let args: Vec<_> = variables.iter().map(|name| (name.as_str(), "dato")).collect();
    find(Language::Es, id, &args)
}

/// Whether a text is a list of forms to look for, which nobody reads.
fn lists_forms(id: &str) -> bool {
    id.split_once('.')
        .is_some_and(|(_, attribute)| attribute == "words")
}

/// Our own words: a label in «…» or `**…**` is as the screen has it, and counts as one plain word.
fn words(text: &str) -> String {
    let text = text.replace("**", "»").replace('«', "»");
    let parts = text.split('»').enumerate();
    parts
        .map(|(index, part)| if index % 2 == 0 { part } else { "dato" })
        .collect()
}

/// Every text of ours, by its identifier.
fn messages() -> Vec<(String, Vec<String>)> {
    let sources = Language::Es.sources().iter();
    let ours = sources.filter(|(file, _)| *file != "portal.ftl");
    ours.flat_map(|(_, source)| identifiers(source))
        .filter(|(id, _)| !lists_forms(id))
        .filter_map(|(id, variables)| {
            let text = read(&id, &variables)?;
            Some((id, vec![words(&text)]))
        })
        .collect()
}

/// The sections of the window's file: one for each page.
fn pages() -> Vec<(String, Vec<String>)> {
    let sources = Language::Es.sources().iter();
    let window = sources.filter(|(file, _)| *file == "ui.ftl");
    window
        .flat_map(|(_, source)| source.split("\n## ").skip(1))
        .map(|section| {
            let (title, texts) = section.split_once('\n').unwrap_or((section, ""));
            let texts = identifiers(texts);
            let texts = texts.iter().filter_map(|(id, variables)| read(id, variables));
            (title.to_owned(), texts.collect())
        })
        .collect()
}

#[test]
fn every_spanish_text_is_easy_to_read() {
    let messages = messages();
    assert!(messages.len() > 300, "only {} texts were read", messages.len());
    let hard = hard(messages);
    assert!(hard.is_empty(), "{} texts:\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn every_page_of_the_window_is_easy_to_read() {
    let pages = pages();
    assert!(pages.len() > 10, "only {} pages were read", pages.len());
    let hard = hard(pages);
    assert!(hard.is_empty(), "{} pages:\n{}", hard.len(), hard.join("\n"));
}

/// Words of the trade that stand on Microsoft's own screens and cannot be avoided.
const OF_THE_TRADE: [&str; 14] = [
    "Entra",
    "Azure",
    "Client ID",
    "Client Secret",
    "URI",
    "Graph",
    "Cloud Shell",
    "Bash",
    "PowerShell",
    "inquilino",
    "consentimiento",
    "ermisos delegados",
    "Id. de secreto",
    "ID de directorio",
];

/// Words of the trade that no Spanish page needs.
const NEVER: [&str; 8] = [
    "OAuth", "token", "tenant", "endpoint", "callback", "GUID", "JSON", "scope",
];

#[test]
fn every_word_of_the_trade_is_explained_in_place_and_no_other_is_used() {
    let glossary = Language::Es
        .sources()
        .iter()
        .find(|(file, _)| *file == "glossary.ftl");
    let forms: Vec<String> = identifiers(glossary.map_or("", |(_, source)| source))
        .into_iter()
        .filter(|(id, _)| lists_forms(id))
        .filter_map(|(id, variables)| read(&id, &variables))
        .flat_map(|forms| forms.split('|').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(forms.len() > 20, "only {} forms were read", forms.len());
    for word in OF_THE_TRADE {
        assert!(
            forms.iter().any(|form| form.contains(word)),
            "{word} is not explained"
        );
    }
    for (page, texts) in pages() {
        for word in NEVER {
            assert!(
                !texts.iter().any(|text| text.contains(word)),
                "{word} on «{page}»"
            );
        }
    }
}
