//! An image file in place of a drawn screen.

use crate::guide::{Callout, Fault, ImageKind, NotAnImage, Pictures, Scene, parse};
use crate::text::Language;

const GOOD: &str = include_str!("good.toml");
const DRAWN: &str = "scene = \"entra/client-secret\"";
const SHOWN: &str = "image = { file = \"portal.png\", alt = { es = \"El portal\", en = \"The portal\" }, callouts = [{ line = 1, x = 12, y = 100 }] }";

fn pictures() -> Pictures {
    let mut pictures = Pictures::default();
    pictures.insert("portal.png", b"\x89PNG\r\n\x1a\nand the rest".to_vec());
    pictures.insert("page.png", b"<html>".to_vec());
    pictures
}

fn fault(image: &str) -> Fault {
    let source = GOOD.replacen(DRAWN, image, 1);
    parse("small.toml", &source, &pictures()).unwrap_err().what
}

#[test]
fn a_guide_shows_an_image_with_its_numbers() {
    let guide = parse("small.toml", &GOOD.replacen(DRAWN, SHOWN, 1), &pictures()).unwrap();
    let Scene::Image(scene) = &guide.steps[0].scene else {
        panic!("an image");
    };
    assert_eq!(scene.image.kind, ImageKind::Png);
    assert_eq!(scene.alt.get(Language::En), "The portal");
    assert_eq!(
        scene.callouts,
        [Callout {
            line: 1,
            x: 12,
            y: 100
        }]
    );
}

#[test]
fn an_image_that_cannot_be_shown_is_refused_when_the_guide_is_read() {
    assert!(matches!(
        fault(&SHOWN.replace("portal.png", "other.png")),
        Fault::NoSuchImage { there, .. } if there == ["page.png", "portal.png"]
    ));
    assert!(matches!(
        fault(&SHOWN.replace("portal.png", "page.png")),
        Fault::BadImage {
            why: NotAnImage::OtherKind,
            ..
        }
    ));
    for slip in ["line = 3", "line = 0"] {
        let fault = fault(&SHOWN.replace("line = 1", slip));
        assert!(matches!(fault, Fault::OutOfRange { .. }), "{slip}: {fault}");
    }
    assert!(matches!(
        fault(&SHOWN.replace("y = 100", "y = 101")),
        Fault::OutOfRange { .. }
    ));
    assert!(matches!(
        fault(&SHOWN.replace(", en = \"The portal\"", "")),
        Fault::MissingLanguage { .. }
    ));
}
