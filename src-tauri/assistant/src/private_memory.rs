//! Keeping the memory of the process to itself.

use std::io;

/// From now on a crash leaves no memory on the disk and sends none to a crash reporter, and no other program of the
/// same user can look into this one (Linux). Called first of all, before there is a secret.
///
/// Programs that this one starts leave no memory on the disk either; the rest is theirs again.
///
/// # Errors
/// Where the system refuses.
#[cfg(unix)]
pub fn keep_memory_private() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none)?;
    // A crash reporter that the kernel pipes to does not heed the limit.
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Windows keeps its reports to itself: a report holds the stack, which a secret never lies on, and the whole memory
/// only where an administrator has asked for it (`LocalDumps`).
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn keep_memory_private() -> io::Result<()> {
    Ok(())
}
