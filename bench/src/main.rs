//! What `make bench` runs: the released program against its bars and against raw limits of this machine, in one run.

mod city;
mod client;
mod floor;
mod footprint;
mod kernel;
mod load;
mod places;
mod questions;
mod sheet;
mod trips;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, Result};
use testkit::Server;

use city::{City, Opening, Program};
use floor::{Floor, Template};
use kernel::Machine;
use questions::Question;
use sheet::{Figure, Sheet};
use trips::Engine;

/// Reports in one commit: one at a time, what the judged ratio is to, and the most that the city takes together.
const BATCHES: [i64; 3] = [1, JUDGED_BATCH, 256];
const JUDGED_BATCH: i64 = 64;

// One thread: the client shall leave to the server what it does not need.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // Dropped half-way, the bench ends its cities and removes their folders.
    let done = tokio::select! {
        done = bench() => done,
        _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("stopped before the end")),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn bench() -> Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let binary = std::env::var_os("HEJNAL_BINARY").map_or_else(|| root.join("target/release/hejnal"), PathBuf::from);
    let program = Program { binary, pack: root.join("cities/demo") };
    let target = root.join("target");
    // On the disk of the project, since a temporary folder may lie in memory, where a sync costs nothing.
    let home = tempfile::Builder::new().prefix("bench-").tempdir_in(&target).context("a folder in target/")?;

    let mut sheet = Sheet::new(Machine::look());
    println!("{}", sheet.head());
    footprint::measure(&mut sheet, &program, home.path()).await?;
    places::measure(&mut sheet, &program.pack)?;
    sqlite(&mut sheet, &program, home.path()).await?;
    postgres(&mut sheet, &program, home.path()).await?;
    std::fs::write(target.join("bench.json"), format!("{:#}\n", sheet.json()))?;
    Ok(judge(&sheet))
}

async fn sqlite(sheet: &mut Sheet, program: &Program, home: &Path) -> Result<()> {
    let folder = home.join("floor");
    let template = Template::take(program, &folder, &Question::report(&program.pack, false)?).await?;
    sheet.part(format!("SQLite, synchronous=FULL: the raw rows of one report ({}), one thread", template.words()));
    let mut judged = None;
    for batch in BATCHES {
        let floor = floor::sqlite::insert(&template, &folder, batch)?;
        tell_floor(sheet, &format!("{batch} in a commit"), floor);
        judged = judged.or(Some(floor).filter(|_| batch == JUDGED_BATCH));
    }
    let floor = judged.context("no raw limit")?;
    trips::measure(sheet, program, &Engine { name: "SQLite", database: &|| None, home: home.to_owned(), floor, judged: true }).await
}

async fn postgres(sheet: &mut Sheet, program: &Program, home: &Path) -> Result<()> {
    let Ok(server) = tokio::task::spawn_blocking(Server::durable).await else {
        sheet.part("PostgreSQL: not measured, since it does not start on this machine");
        return Ok(());
    };
    let (home, database) = (home.join("postgres"), || Some(server.database()));
    std::fs::create_dir(&home)?;
    let template = Arc::new(Template::take(program, &home.join("template"), &Question::report(&program.pack, false)?).await?);
    let url = server.database();
    City::open(program, &home.join("floor"), &Opening { database: Some(url.clone()), web_only: true }).await?.close().await?;
    sheet.part("PostgreSQL, fsync=on: the raw rows of one report, 8 connections");
    let floor = floor::postgres::insert(template, &url).await?;
    tell_floor(sheet, "1 in a commit", floor);
    trips::measure(sheet, program, &Engine { name: "PostgreSQL", database: &database, home, floor, judged: false }).await
}

fn tell_floor(sheet: &mut Sheet, name: &str, floor: Floor) {
    sheet.add(Figure::told(format!("reports, {name}"), floor.rate, "/s"));
    sheet.add(Figure::told(format!("CPU each, {name}"), floor.cpu_ms, "ms"));
}

/// Says what the sheet comes to.
fn judge(sheet: &Sheet) -> ExitCode {
    let (judged, misses) = sheet.judgement();
    println!("\n{} of {judged} judged figures meet their bars; all figures: target/bench.json", judged - misses.len());
    if misses.is_empty() {
        return ExitCode::SUCCESS;
    }
    for miss in misses {
        println!("  misses: {miss}");
    }
    ExitCode::FAILURE
}
