//! `docs/GUIDE_FORMAT.md` says what the parser does: its example is read, and it names everything.

use crate::check::CheckId;
use crate::guide::names::Named;
use crate::guide::scene::SCENES;
use crate::guide::{Audience, PLACEHOLDERS, Pictures, Platform, PortalPage, StepKind, parse};
use crate::value::ValueKind;

const FORMAT: &str = include_str!("../../../../../docs/GUIDE_FORMAT.md");

#[test]
fn the_example_is_a_guide() {
    let example = FORMAT
        .split("```toml\n# example.toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let example = example.expect("a block that starts with `# example.toml`");
    if let Err(error) = parse("example.toml", example, &Pictures::default()) {
        panic!("{error}");
    }
}

#[test]
fn every_name_is_in_the_document() {
    fn names<T: Named>() -> impl Iterator<Item = &'static str> {
        T::NAMES.iter().map(|(name, _)| *name)
    }
    let all = names::<Audience>()
        .chain(names::<Platform>())
        .chain(names::<PortalPage>())
        .chain(names::<StepKind>())
        .chain(names::<CheckId>())
        .chain(names::<ValueKind>())
        .chain(SCENES.iter().copied());
    for name in all {
        assert!(
            FORMAT.contains(&format!("`{name}`")),
            "{name} is not in docs/GUIDE_FORMAT.md"
        );
    }
    for name in PLACEHOLDERS {
        assert!(
            FORMAT.contains(&format!("`{{{name}}}`")),
            "{{{name}}} is not in docs/GUIDE_FORMAT.md"
        );
    }
}
