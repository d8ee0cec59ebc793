//! The format, seen from its author's side: what is accepted, what is refused and in which words.

mod broken;
mod built_in;
mod document;
mod images;
mod marks;
mod mutation;
mod readability;
mod redirect;
