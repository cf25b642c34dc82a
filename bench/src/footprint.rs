//! What the program takes before anybody asks it anything: disk, memory, time to open.

use std::{path::Path, time::Duration};

use anyhow::{Context as _, Result};

use crate::{
    city::{City, Opening, Program},
    kernel,
    sheet::{Bar, Figure, Sheet},
};

/// How often a start is measured; the middle one is told.
const STARTS: usize = 5;
/// How long a city stays alone until its memory is looked at.
const AT_REST: Duration = Duration::from_secs(5);
/// A megabyte, as disks and memory are sold.
const MEGABYTE: f64 = 1_000_000.0;

/// Size of the program, its start on fresh and on used folders, its memory at rest.
///
/// # Errors
/// When the city does not open or close.
pub async fn measure(sheet: &mut Sheet, program: &Program, home: &Path) -> Result<()> {
    sheet.part("The demo at rest (SQLite)");
    let size = std::fs::metadata(&program.binary).with_context(|| format!("no {}: make build", program.binary.display()))?.len();
    sheet.add(Figure::cost("release binary", size as f64 / MEGABYTE, "MB", Bar::Below(60.0)));

    let folders: Vec<_> = (0..STARTS).map(|number| home.join(format!("start-{number}"))).collect();
    for (name, warm) in [("start to first answer, fresh folder", false), ("start to first answer, used folder", true)] {
        let mut seconds = Vec::new();
        for folder in &folders {
            let city = City::open(program, if warm { &folders[0] } else { folder }, &Opening::default()).await?;
            seconds.push(city.start_seconds);
            city.close().await?;
        }
        sheet.add(Figure::pace(name, median(seconds), "s", Bar::Below(1.0), sheet.others_share()));
    }

    // The first start writes the search index, the next ones read it.
    for (name, folder) in [("resident memory, fresh folder", home.join("rest")), ("resident memory, used folder", home.join("rest"))] {
        let city = City::open(program, &folder, &Opening::default()).await?;
        tokio::time::sleep(AT_REST).await;
        sheet.add(Figure::cost(name, kernel::resident_bytes(city.pid)? / MEGABYTE, "MB", Bar::Below(150.0)));
        city.close().await?;
    }
    Ok(())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
