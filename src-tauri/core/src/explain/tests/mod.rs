//! Texts that people paste, and what they show.

mod corpus;
mod fuzz;
mod properties;
mod words;
