//! How easy a Spanish text is to read: INFLESZ of 65 or more is «bastante fácil».
//!
//! I = 206.835 − 62.3 · syllables/word − words/sentence (Szigriszt Pazos 1993; scale by Barrio Cantalejo 2008).

/// From here on a text is «bastante fácil».
const EASY: f64 = 65.0;

/// More words in a sentence than this, on average, and a reader begins anew.
const LONG: f64 = 15.0;

/// Shorter ones are names and buttons: one word more or less decides about them.
const SHORTEST: f64 = 6.0;

/// How many of the hardest are printed.
const SHOWN: usize = 10;

/// What was counted in a text.
pub(crate) struct Reading {
    words: f64,
    syllables: f64,
    sentences: f64,
}

impl Reading {
    /// Counts texts that are read one after the other, each of them a sentence or more. A label of Microsoft's with
    /// a full stop inside does not end a sentence.
    pub(crate) fn of(texts: &[String]) -> Self {
        let (mut words, mut syllables, mut sentences) = (0.0, 0.0, 0.0);
        let texts = texts.iter().map(|text| text.replace("Id. de", "Id de"));
        for sentence in
            texts.flat_map(|text| text.split_inclusive([' ', '\n']).fold(vec![String::new()], join))
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
        Self {
            words,
            syllables,
            sentences,
        }
    }

    /// How easy it is: INFLESZ.
    pub(crate) fn index(&self) -> f64 {
        206.835 - 62.3 * self.syllables / self.words - self.sentence()
    }

    /// How long its sentences are, in words.
    pub(crate) fn sentence(&self) -> f64 {
        self.words / self.sentences
    }

    /// Whether anybody can read it.
    pub(crate) fn is_easy(&self) -> bool {
        self.index() >= EASY && self.sentence() <= LONG
    }
}

/// A sentence ends where a word ends with a full stop, a question mark or a colon, and at the end of a line;
/// «Mail.Send» does not end one.
fn join(mut sentences: Vec<String>, word: &str) -> Vec<String> {
    if let Some(last) = sentences.last_mut() {
        last.push_str(word);
    }
    if word.ends_with('\n') || word.trim_end().ends_with(['.', '?', '!', ':', ';']) {
        sentences.push(String::new());
    }
    sentences
}

/// Groups of vowels, two strong ones (or a stressed weak one) apart; the silent u of «que» and «gui» aside, and the
/// y before a vowel, which is a consonant.
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
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        if c == 'y' && letters.peek().is_some_and(|next| vowel(*next)) {
            before = None;
            continue;
        }
        if vowel(c) {
            let apart =
                before.is_none_or(|b| !vowel(b) || (strong(b) && strong(c)) || stressed(b) || stressed(c));
            count += f64::from(u8::from(apart));
        }
        before = Some(c);
    }
    if count > 0.0 { count } else { 1.0 }
}

/// Prints the hardest of these texts, and gives those that not everybody can read.
pub(crate) fn hard(texts: Vec<(String, Vec<String>)>) -> Vec<String> {
    let mut read: Vec<_> = texts
        .into_iter()
        .map(|(id, texts)| (Reading::of(&texts), id, texts))
        .filter(|(reading, _, _)| reading.words >= SHORTEST)
        .collect();
    read.sort_by(|(one, _, _), (other, _, _)| one.index().total_cmp(&other.index()));
    println!("{} texts; the hardest:", read.len());
    for (reading, id, texts) in read.iter().take(SHOWN) {
        let first = texts
            .first()
            .map_or("", |text| text.lines().next().unwrap_or_default());
        println!(
            "{:5.1}  {:4.1} words a sentence  {id}: {first}",
            reading.index(),
            reading.sentence()
        );
    }
    read.into_iter()
        .filter(|(reading, _, _)| !reading.is_easy())
        .map(|(reading, id, texts)| {
            format!(
                "{:.0}, {:.0}: {id} = {texts:?}",
                reading.index(),
                reading.sentence()
            )
        })
        .collect()
}

#[test]
fn counts_syllables_as_a_speaker_does() {
    for (word, count) in [
        ("registro", 3.0),
        ("que", 1.0),
        ("aéreo", 4.0),
        ("día", 2.0),
        ("cuenta", 2.0),
        ("ayuda", 3.0),
        ("muy", 1.0),
        ("y", 1.0),
        ("ya", 1.0),
        ("ERP", 1.0),
    ] {
        assert!((syllables_of(word) - count).abs() < 0.1, "{word}");
    }
}

#[test]
fn tells_an_easy_text_from_a_hard_one() {
    let reading = |text: &str| Reading::of(&[text.to_owned()]);
    assert!(reading("Copia el dato y pégalo aquí. No hace falta nada más.").is_easy());
    assert!(
        !reading("La autenticación requiere configuración administrativa previa del identificador.")
            .is_easy(),
        "long words"
    );
    assert!(
        !reading("Si no lo ves en tu buzón ni en el de tu jefa ni en el de la otra sede ve a ver si está")
            .is_easy(),
        "one long sentence"
    );
    let lines = reading("Plataforma: Web\nNombre: ERP");
    assert!((lines.sentence() - 1.0).abs() < 0.1, "a line ends a sentence");
    let label = reading("Copia «Id. de aplicación».");
    assert!((label.sentence() - 4.0).abs() < 0.1, "a label does not");
}
