//! The Spanish pages can be read by anybody: INFLESZ of 65 or more is «bastante fácil».
//!
//! I = 206.835 − 62.3 · syllables/word − words/sentence (Szigriszt Pazos 1993; scale by Barrio Cantalejo 2008).

use crate::guide::model::Step;
use crate::guide::{Fields, built_in};
use crate::text::Language;

const EASY: f64 = 65.0;

#[test]
fn every_spanish_page_is_easy_to_read() {
    for guide in built_in() {
        for step in &guide.steps {
            let (words, syllables, sentences) = measure(&page(step));
            let index = 206.835 - 62.3 * syllables / words - words / sentences;
            assert!(index >= EASY, "{}: INFLESZ {index:.0}", step.id);
            assert!(
                words / sentences <= 15.0,
                "{}: {:.0} words a sentence",
                step.id,
                words / sentences
            );
        }
    }
}

/// The texts of a page, each a sentence or more, without what nobody reads aloud (addresses).
fn page(step: &Step) -> Vec<String> {
    let fields = Fields {
        app_name: "ERP Correo",
        erp_name: "Cloud Gestion",
        ..Fields::default()
    };
    let mut texts = vec![&step.title, &step.lead, &step.place, &step.result];
    texts.extend(step.actions.iter().chain(&step.warning));
    texts
        .into_iter()
        .map(|text| {
            text.plain(Language::Es, &fields)
                .replace("https://portal.azure.com", "")
                .replace("Id. de", "Id de")
        })
        .collect()
}

fn measure(texts: &[String]) -> (f64, f64, f64) {
    let (mut words, mut syllables, mut sentences) = (0.0, 0.0, 0.0);
    for sentence in texts
        .iter()
        .flat_map(|text| text.split_inclusive([' ', '\n']).fold(vec![String::new()], join))
    {
        let letters = sentence
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let counts: Vec<f64> = letters.map(syllables_of).collect();
        if !counts.is_empty() {
            sentences += 1.0;
            words += counts.iter().map(|_| 1.0).sum::<f64>();
            syllables += counts.iter().sum::<f64>();
        }
    }
    (words, syllables, sentences)
}

/// A sentence ends where a word ends with a full stop, a question mark or a colon; «Mail.Send» does not end one.
fn join(mut sentences: Vec<String>, word: &str) -> Vec<String> {
    if let Some(last) = sentences.last_mut() {
        last.push_str(word);
    }
    if word.trim_end().ends_with(['.', '?', '!', ':', ';']) {
        sentences.push(String::new());
    }
    sentences
}

/// Groups of vowels, two strong ones (or a stressed weak one) apart; the silent u of «que» and «gui» aside.
fn syllables_of(word: &str) -> f64 {
    let word = word
        .to_lowercase()
        .replace("qu", "q")
        .replace("gue", "ge")
        .replace("gui", "gi");
    let strong = |c: char| "aeoáéó".contains(c);
    let stressed = |c: char| "íú".contains(c);
    let vowel = |c: char| strong(c) || stressed(c) || "iuüy".contains(c);
    let mut count = 0.0;
    let mut before = None;
    for c in word.chars() {
        if vowel(c) {
            let apart =
                before.is_none_or(|b| !vowel(b) || (strong(b) && strong(c)) || stressed(b) || stressed(c));
            count += f64::from(u8::from(apart));
        }
        before = Some(c);
    }
    if count > 0.0 { count } else { 1.0 }
}

#[test]
fn counts_syllables_as_a_speaker_does() {
    for (word, count) in [
        ("registro", 3.0),
        ("que", 1.0),
        ("aéreo", 4.0),
        ("día", 2.0),
        ("cuenta", 2.0),
        ("ERP", 1.0),
    ] {
        assert!((syllables_of(word) - count).abs() < 0.1, "{word}");
    }
}
