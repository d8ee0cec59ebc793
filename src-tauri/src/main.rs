//! The assistant with its window.

// No console window beside the assistant on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use clap::Parser as _;
use std::alloc::System;
use std::process::ExitCode;
use vincula_desktop::Options;
use zeroizing_alloc::ZeroAlloc;

/// Memory is wiped when it is given back: libraries make copies of a secret, on its way to Entra, to the keyring and to
/// the clipboard, which nobody else would wipe.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    vincula_desktop::run(&Options::parse())
}
