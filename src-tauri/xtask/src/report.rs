//! What a command tells the person who started it. Nothing else in here writes to standard output.

use anyhow::Result;
use std::fmt::Display;
use std::io::Write as _;

/// One line.
pub(crate) fn line(text: impl Display) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    // The next line may come from another process.
    out.flush()?;
    Ok(())
}

/// A line that begins something, with air above it.
pub(crate) fn heading(text: impl Display) -> Result<()> {
    line(format_args!("\n▶ {text}"))
}
