//! Any bytes as an answer of the token endpoint: a grant or a named problem, within bounds, and nothing of what was
//! sent in either.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vincula_microsoft::fuzzing::{SENT, token_answer};

/// The first byte says which.
const STATUSES: [u16; 8] = [200, 200, 200, 400, 401, 302, 429, 503];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, body)) = bytes.split_first() else {
        return;
    };
    let status = STATUSES[usize::from(*first) % STATUSES.len()];
    match token_answer(status, body) {
        Ok(granted) => assert!(!format!("{granted:?}").contains("access_token")),
        Err(problem) => {
            let told = serde_json::to_string(&problem).expect("a problem is JSON");
            assert!(told.len() < 16 * 1024, "{}", told.len());
            for secret in SENT {
                assert!(!told.contains(secret), "{told}");
            }
        }
    }
});
