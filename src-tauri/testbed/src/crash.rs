//! Making a process crash.

use crate::Child;
use std::process::Command;

/// Lets a process write as large a dump as it likes, where the test may, and makes it crash (SIGABRT: a foreign SIGSEGV
/// is swallowed by Rust's own handler).
///
/// # Panics
/// Where the process is not ours.
pub fn crash(child: &mut Child) {
    let process = child.id().to_string();
    // A limit that was lowered for ever can be raised by few administrators, and by none in most containers.
    let _where_it_may = Command::new("prlimit")
        .args(["--pid", &process, "--core=unlimited:unlimited"])
        .output();
    let killed = Command::new("kill").args(["-ABRT", &process]).status();
    assert!(killed.is_ok_and(|status| status.success()), "it can be killed");
    let _its_status = child.process().wait();
}
