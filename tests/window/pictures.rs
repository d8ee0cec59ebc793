//! Pictures of every screen, light and dark, in both languages: `cargo xtask pictures`.
