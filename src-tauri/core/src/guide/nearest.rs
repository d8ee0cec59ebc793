//! The known name that a mistyped one most resembles.

/// The candidate nearest to `found`, where one is near enough to be what the author meant.
pub(super) fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the letters wrong is still a slip; more is another word, and a wild guess misleads.
    let bound = (found.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(found, candidate), candidate))
        .filter(|(distance, _)| *distance <= bound)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance, in characters.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, a) in left.chars().enumerate() {
        let mut diagonal = line;
        let mut before = line + 1;
        for (b, cell) in right.iter().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + usize::from(a != *b);
            diagonal = *cell;
            before = substituted.min(before + 1).min(*cell + 1);
            *cell = before;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_the_changes_of_one_letter() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("título", "titulo"), 1);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn suggests_a_slip_and_stays_silent_on_another_word() {
        let known = ["entra/home", "entra/client-secret"];
        assert_eq!(nearest("entra/hom", known), Some("entra/home"));
        assert_eq!(nearest("something", known), None);
        // A long unknown name has a wide bound and must still not reach an unrelated short one.
        assert_eq!(nearest("a very long name that means nothing", known), None);
    }
}
