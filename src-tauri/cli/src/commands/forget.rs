//! `vincula forget-everything`: nothing of this user is left, or it is said what.

use super::report::problem_text;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use vincula_assistant::{Left, forget_everything};
use vincula_core::text::text;

pub(crate) async fn run(context: &Context) -> Result<Exit, Failure> {
    let forgotten = forget_everything(&context.data, &context.keyring).await;
    let language = context.language;
    if forgotten.left.is_empty() {
        output::note(&text(language, "forget-done", &[]));
        return Ok(Exit::Passed);
    }
    output::note(&text(language, "forget-left", &[]));
    for left in &forgotten.left {
        let what = match left {
            Left::Secret(id, _) => format!("{} {id}", text(language, "forget-left-secret", &[])),
            Left::Unlisted(_) => text(language, "forget-left-unlisted", &[]),
            Left::File(path, _) => path.display().to_string(),
        };
        output::note(&what);
        for part in ["", ".do"] {
            output::note(&format!("  {}", problem_text(left.kind(), part, language)));
        }
    }
    Ok(Exit::CouldNotCheck)
}
