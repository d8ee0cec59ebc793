//! Pasted texts, and what they are.

mod corpus;
mod properties;
mod texts;
