//! Guides beside the program: checked like the built-in ones, and told apart from them.

use crate::{DataFolder, GuideFault, guides_beside};
use std::fs;
use vincula_core::guide::{Origin, Scene};

/// A whole guide: the one in the format's own description.
fn example() -> &'static str {
    include_str!("../../../../docs/GUIDE_FORMAT.md")
        .split("```toml\n# example.toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the format has an example")
}

#[test]
fn no_folder_is_no_guides() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let (guides, faults) = guides_beside(&data, &folder.path().join("nowhere"));
    assert!(guides.is_empty() && faults.is_empty());
}

#[test]
fn a_guide_in_the_folder_is_offered_with_its_images_and_a_wrong_one_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let guides = folder.path().join("guides");
    fs::create_dir(&guides).unwrap();
    let image = "image = { file = \"menu.png\", alt = { es = \"El menú\", en = \"The menu\" } }";
    let with_image = example().replacen("scene = \"entra/app-overview\"", image, 1);
    fs::write(guides.join("a.toml"), &with_image).unwrap();
    fs::write(guides.join("menu.png"), b"\x89PNG\r\n\x1a\n...").unwrap();
    fs::write(guides.join("b.toml"), example()).unwrap();
    fs::write(
        guides.join("c.toml"),
        example().replacen("\"example\"", "\"cloud-gestion\"", 1),
    )
    .unwrap();
    fs::write(guides.join("d.toml"), "format = 3").unwrap();
    fs::write(guides.join("e.toml"), [0xff, 0xfe]).unwrap();
    fs::write(guides.join("readme.txt"), "not a guide").unwrap();

    let (offered, faults) = guides_beside(&data, &folder.path().join("nowhere"));
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].origin, Origin::Added);
    assert!(matches!(&offered[0].guide.steps[0].scene, Scene::Image(_)));
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(
        matches!(&faults[0], GuideFault::SameId(path, id) if path.ends_with("b.toml") && id == "example")
    );
    assert!(
        matches!(&faults[1], GuideFault::SameId(path, id) if path.ends_with("c.toml") && id == "cloud-gestion")
    );
    assert_eq!(
        said[2],
        "d.toml:1: unknown guide format 3; expected one of format = 1, format = 2"
    );
    assert!(matches!(&faults[3], GuideFault::Unread(path, _) if path.ends_with("e.toml")));
    assert_eq!(faults.len(), 4);
}

#[test]
fn what_it_put_on_the_machine_says_so_and_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path()).unwrap();
    let (own, machine) = (folder.path().join("guides"), folder.path().join("machine"));
    for place in [&own, &machine] {
        fs::create_dir(place).unwrap();
        fs::write(place.join("a.toml"), example()).unwrap();
    }
    let (offered, faults) = guides_beside(&data, &machine);
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].origin, Origin::Machine);
    assert!(matches!(&faults[..], [GuideFault::SameId(path, _)] if path.starts_with(&own)));
}
