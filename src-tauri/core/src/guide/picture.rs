//! Image files that a guide shows in place of a drawn screen.
//!
//! Whoever reads a guide from a folder brings the image files that lie beside it; nothing is read here. An image is
//! told by its first bytes and not by its name, because a page shows it by that kind.

use std::collections::BTreeMap;

/// A picture of a screen is smaller by far; what is larger is a photograph, and makes the page slow.
const MAX_BYTES: usize = 2 * 1024 * 1024;

/// The kinds of image that every web view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    WebP,
}

impl ImageKind {
    /// The media type (RFC 6838).
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }

    /// The kind of these bytes, by the signature that its format begins with.
    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::WebP)
        } else {
            None
        }
    }
}

/// An image file, whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Image {
    /// What it is.
    pub kind: ImageKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Image({}, {} bytes)", self.kind.media_type(), self.bytes.len())
    }
}

/// Why a file cannot stand beside a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnImage {
    /// Neither PNG nor JPEG nor WebP.
    #[error("it is no PNG, JPEG or WebP image")]
    OtherKind,
    /// Larger than a picture of a screen ever is.
    #[error("it is larger than 2 MiB")]
    TooBig,
}

/// The image files beside a guide, by their names.
#[derive(Clone, Debug, Default)]
pub struct Pictures(BTreeMap<String, Result<Image, NotAnImage>>);

impl Pictures {
    /// Notes a file. One that is no image is remembered as such, so that a guide that shows it is told why not.
    pub fn insert(&mut self, name: &str, bytes: Vec<u8>) {
        let image = if bytes.len() > MAX_BYTES {
            Err(NotAnImage::TooBig)
        } else {
            ImageKind::of(&bytes)
                .map(|kind| Image { kind, bytes })
                .ok_or(NotAnImage::OtherKind)
        };
        self.0.insert(name.to_owned(), image);
    }

    /// The file of this name, where there is one.
    pub(super) fn get(&self, name: &str) -> Option<&Result<Image, NotAnImage>> {
        self.0.get(name)
    }

    /// The names of all files.
    pub(super) fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{ImageKind, NotAnImage, Pictures};

    #[test]
    fn an_image_is_told_by_its_bytes_and_not_by_its_name() {
        let mut pictures = Pictures::default();
        pictures.insert("a.jpg", b"\x89PNG\r\n\x1a\n....".to_vec());
        pictures.insert("b.png", b"<svg onload='alert(1)'>".to_vec());
        pictures.insert("c.webp", b"RIFF\0\0\0\0WEBPVP8 ".to_vec());
        pictures.insert("d.png", vec![0; super::MAX_BYTES + 1]);
        let kind = |name: &str| pictures.get(name).unwrap().as_ref().map(|image| image.kind);
        assert_eq!(kind("a.jpg"), Ok(ImageKind::Png));
        assert_eq!(kind("b.png"), Err(&NotAnImage::OtherKind));
        assert_eq!(kind("c.webp"), Ok(ImageKind::WebP));
        assert_eq!(kind("d.png"), Err(&NotAnImage::TooBig));
    }
}
