//! A text as phrases are looked for in it: small letters, no accents, single blanks.

/// A text as phrases are looked for in it, and where each of its bytes stood before.
pub(crate) struct Folded {
    text: String,
    places: Vec<u32>,
}

impl Folded {
    /// Folds a text. Takes time and room in proportion to its length.
    pub(crate) fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len()),
        };
        for (at, c) in text.char_indices() {
            let Some(c) = plain(c) else { continue };
            if c == ' ' && (folded.text.is_empty() || folded.text.ends_with(' ')) {
                continue;
            }
            folded.text.push(c);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            folded.places.extend(std::iter::repeat_n(at, c.len_utf8()));
        }
        folded
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the byte at `at` stood in the text that was folded.
    pub(crate) fn place(&self, at: usize) -> usize {
        self.places
            .get(at)
            .map_or(usize::MAX, |place| usize::try_from(*place).unwrap_or(usize::MAX))
    }
}

/// A letter without its accent and its size; nothing for a mark that cannot be seen.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '`' | '‘' | '’' | '´' => '\'',
        '\u{21}'..='\u{7E}' => c,
        'á' | 'à' | 'â' | 'ä' | 'Á' | 'À' | 'Â' | 'Ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'Ó' | 'Ò' | 'Ô' | 'Ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        '“' | '”' | '«' | '»' => '"',
        // An accent that stands behind its letter, as macOS writes it, and what cannot be seen.
        '\u{0300}'..='\u{036F}' => return None,
        _ if crate::value::clean::is_invisible(c) => return None,
        _ if c.is_whitespace() || c.is_control() => ' ',
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_sizes_and_blanks_make_no_difference() {
        for text in [
            "Se necesita la aprobación  del\u{A0}administrador",
            "SE NECESITA LA APROBACIÓN DEL ADMINISTRADOR",
            "se necesita la aprobacio\u{301}n\r\ndel admi\u{AD}nistrador",
        ] {
            assert_eq!(
                Folded::of(text).text(),
                "se necesita la aprobacion del administrador"
            );
        }
    }

    proptest! {
        #[test]
        fn every_byte_has_a_place_in_the_text_and_they_rise(text in "\\PC{0,80}") {
            let folded = Folded::of(&text);
            let places: Vec<_> = (0..folded.text().len()).map(|at| folded.place(at)).collect();
            prop_assert!(places.is_sorted());
            prop_assert!(places.iter().all(|place| text.is_char_boundary(*place)));
        }
    }
}
