//! The command line: one verb a command, each with an example.

mod data;
mod import;
mod packs;
mod people;
mod running;
mod said;
pub mod suggest;

use clap::{Args, Parser, Subcommand};

pub use data::faults;
pub use said::said;

use crate::settings::{Place, Serve};

/// The city contact centre in one program.
#[derive(Parser)]
#[command(name = "hejnal", version, about, after_help = "Example: hejnal serve --demo --city cities/demo --data data")]
pub struct Hejnal {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Open the city: pages, and the work that follows from changes
    #[command(after_help = "Example: hejnal serve --demo --listen 127.0.0.1:8311 --data data --city cities/demo")]
    Serve(Box<ServeCommand>),
    /// Bring the tables of a database up to this version
    #[command(after_help = "Example: hejnal migrate --data data --database postgres://hejnal@/city")]
    Migrate(Place),
    /// People who work in the city
    #[command(subcommand)]
    Staff(people::Staff),
    /// Keys of other programs
    #[command(subcommand)]
    Apikey(people::Apikey),
    /// City packs
    #[command(subcommand)]
    Pack(packs::Pack),
    /// Take tickets of another system over, by a mapping file
    #[command(after_help = import::IMPORT_EXAMPLE)]
    Import(import::Import),
    /// Play recorded tickets through the same actions as live work, at their recorded times
    #[command(after_help = import::REPLAY_EXAMPLE)]
    Replay(import::Import),
    /// Which service a text may be about, learnt from the city's own closed cases
    #[command(subcommand)]
    Suggest(suggest::Suggest),
    /// Write database, files and keys to one file; the city may be running
    #[command(after_help = "Example: hejnal backup --data data --to /backup/city.tar.gz")]
    Backup(data::Backup),
    /// Make a city from a backup, on either engine
    #[command(after_help = "Example: hejnal restore --data new --database postgres://hejnal@/city --from /backup/city.tar.gz")]
    Restore(data::Restore),
    /// Try a backup out: restore it into a throw-away place and compare it with its journal
    #[command(after_help = "Example: hejnal drill --data data --from /backup/hejnal-2026-11-20-0200-1a2b3c.tar.gz.age --key key.txt")]
    Drill(data::Drill),
    /// Replay the journal and compare it with every row
    #[command(after_help = "Example: hejnal verify --data data")]
    Verify(Place),
}

#[derive(Args)]
struct ServeCommand {
    #[command(flatten)]
    settings: Serve,
    /// TOML file with any of these settings; flags and environment go before it
    #[arg(long, env = "HEJNAL_CONFIG", value_name = "FILE")]
    config: Option<std::path::PathBuf>,
    /// Print the settings in force, secrets masked, and stop
    #[arg(long)]
    print_config: bool,
}

impl Hejnal {
    /// Does what the command line asks for.
    ///
    /// # Errors
    /// A sentence for the person at the command line.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.command {
            Command::Serve(command) => running::serve(command.settings, command.config.as_ref(), command.print_config).await,
            Command::Migrate(place) => running::migrate(&place).await,
            Command::Staff(command) => command.run().await,
            Command::Apikey(command) => command.run().await,
            Command::Pack(command) => command.run().await,
            Command::Import(command) => command.run().await,
            Command::Replay(command) => command.replay().await,
            Command::Suggest(command) => command.run().await,
            Command::Backup(command) => command.run().await,
            Command::Restore(command) => command.run().await,
            Command::Drill(command) => command.run().await,
            Command::Verify(place) => data::verify(&place).await,
        }
    }
}
