//! Every page of a guide can be read by anybody, in Spanish.

use crate::guide::model::{Guide, Localized, Step};
use crate::guide::{Fields, RunKind, built_in};
use crate::text::Language;
use crate::text::readability::hard;

#[test]
fn every_spanish_text_of_a_guide_is_easy_to_read() {
    for guide in built_in() {
        let own = [&guide.name, &guide.summary];
        let named = |id: &str, texts: Vec<&Localized>| -> Vec<_> {
            let texts = texts.into_iter();
            texts.map(|text| (id.to_owned(), vec![words(text)])).collect()
        };
        let mut texts = named(&guide.id, own.into());
        texts.extend(guide.all_steps().flat_map(|step| named(&step.id, said(step))));
        texts.extend(guide.all_steps().flat_map(|step| named(&step.id, helps(step))));
        texts.extend(named("check_list", guide.check_list.iter().collect()));
        texts.extend(named("beside", beside(guide)));
        assert_eq!(hard(texts), Vec::<String>::new());
    }
}

/// Our own words; what Microsoft's and the ERP's screens say is not ours to change, and counts as one plain word.
fn words(text: &Localized) -> String {
    let runs = text.runs(Language::Es, &FIELDS).into_iter();
    runs.map(|run| match run.kind {
        RunKind::Plain => run.text,
        RunKind::Label | RunKind::Copy => "dato".to_owned(),
    })
    .collect()
}

#[test]
fn every_spanish_page_is_easy_to_read() {
    for guide in built_in() {
        let steps = guide.all_steps().map(|step| (step.id.clone(), page(step)));
        let pages = steps.chain([("welcome".to_owned(), card(guide))]);
        assert_eq!(hard(pages.collect()), Vec::<String>::new());
    }
}

/// What the first page says of a guide.
fn card(guide: &Guide) -> Vec<String> {
    [&guide.name, &guide.summary]
        .map(|text| text.plain(Language::Es, &Fields::default()))
        .into()
}

const FIELDS: Fields<'_> = Fields {
    app_name: "ERP Correo",
    erp_name: "Cloud Gestion",
    redirect_uri: "",
    mailbox: "",
    account_types: "Cualquier inquilino",
    signs_in: "",
    erp_address: "",
};

/// What a step says.
fn said(step: &Step) -> Vec<&Localized> {
    let mut texts = vec![&step.task, &step.title, &step.lead, &step.result];
    texts.extend(step.actions.iter().chain(&step.warning));
    texts
}

/// What is said to somebody who is stuck in a step.
fn helps(step: &Step) -> Vec<&Localized> {
    step.symptoms
        .iter()
        .flat_map(|symptom| [&symptom.says, &symptom.fix])
        .collect()
}

/// What is said beside the way: retired permissions, support, questions, the end of the access.
fn beside(guide: &Guide) -> Vec<&Localized> {
    let mut texts = Vec::new();
    for retired in &guide.registration.retired {
        texts.push(&retired.why);
        texts.extend(&retired.still);
    }
    texts.extend(guide.support.as_ref().map(|support| &support.says));
    for question in &guide.questions {
        texts.extend([&question.asks, &question.answer]);
    }
    if let Some(access) = &guide.access {
        texts.push(&access.ends);
        texts.extend(access.revoke.iter().chain(&access.again));
    }
    texts
}

/// The texts of a page with every label, without what nobody reads aloud (addresses).
fn page(step: &Step) -> Vec<String> {
    let texts = said(step).into_iter().chain([&step.place]);
    texts
        .map(|text| {
            text.plain(Language::Es, &FIELDS)
                .replace("https://portal.azure.com", "")
        })
        .collect()
}
