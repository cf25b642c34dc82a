//! `hejnal`: the city contact centre in one program.

mod assembly;
mod commands;
mod import;
mod lists;
mod live;
mod pack;
mod parts;
mod personal;
mod progress;
mod serve;
mod settings;
mod texts;
mod wiring;

use clap::Parser as _;

/// Gives back what passwords (19 MiB each) and the writing of the index have used; the system's own keeps it.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    let command = commands::Hejnal::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("hejnal: the system gives no threads: {error}");
            return std::process::ExitCode::FAILURE;
        }
    };
    match runtime.block_on(command.run()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hejnal: {}", commands::said(&error));
            std::process::ExitCode::FAILURE
        }
    }
}
