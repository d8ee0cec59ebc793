//! The assistant with its window.

// No console window beside the assistant on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use clap::Parser as _;
use std::process::ExitCode;
use vincula_desktop::Options;

fn main() -> ExitCode {
    vincula_desktop::run(&Options::parse())
}
