//! `import`, `replay` and `pack from-tickets`: tickets of another system.

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use store::{Db, Folder, Options};

use crate::{
    commands::people::beside,
    import::{self, Mapping, SimulatedClock, Source, areas, new_pack, replay},
    pack,
    settings::Place,
    wiring,
};

/// An example of `import`.
pub const IMPORT_EXAMPLE: &str = "Example: hejnal import --mapping cities/mappings/warszawa-19115.toml --city /tmp/warszawa --data /tmp/data zgloszenia_nowe_2014-03-13.csv";
/// An example of `replay`.
pub const REPLAY_EXAMPLE: &str = "Example: hejnal replay --mapping cities/mappings/warszawa-19115.toml --city /tmp/warszawa --data /tmp/data zgloszenia_nowe_2014-03-13.csv";
/// An example of `pack from-tickets`.
pub const FROM_TICKETS_EXAMPLE: &str = "Example: hejnal pack from-tickets --mapping cities/mappings/warszawa-19115.toml --areas warszawa_dzielnice.geojson --out /tmp/warszawa zgloszenia_nowe_2014-03-13.csv";

/// Tickets of another system, and the city that they go to.
#[derive(Args)]
pub struct Import {
    /// TOML file that says what the columns and words of the tickets mean here
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
    /// Folder of the city pack
    #[arg(long, env = "HEJNAL_CITY", value_name = "DIR")]
    city: PathBuf,
    /// Files with tickets
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Import {
    /// Takes the tickets over as history.
    pub async fn run(self) -> anyhow::Result<()> {
        let (place, source) = self.source()?;
        if Folder::visit(&place.data()).is_err() {
            Folder::open(&place.data())?;
        }
        let db = beside(&place).await?;
        let done = import::take_over(&db, &source).await;
        db.close();
        done
    }

    /// Plays the tickets like live work. The data folder belongs to the replay alone, since its clock is not the real one.
    pub async fn replay(self) -> anyhow::Result<()> {
        let (place, source) = self.source()?;
        let clock = SimulatedClock::default();
        let folder = Folder::open(&place.data())?;
        let reaction = jobs::reaction(wiring::follow_ups);
        let db = Db::open(&folder, Options { database: place.database(), clock: Arc::new(clock.clone()), reaction }).await?;
        let done = replay::replay(&db, &clock, &source).await;
        db.close();
        done
    }

    fn source(self) -> anyhow::Result<(Place, Source)> {
        let (mapping, pack) = (Mapping::read(&self.mapping)?, pack::read(&self.city)?);
        let source = Source { mapping, pack, files: self.files, data: self.place.data() };
        Ok((self.place, source))
    }
}

/// What a throw-away city is made from.
#[derive(Args)]
pub struct FromTickets {
    /// TOML file that says what the columns and words of the tickets mean here
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
    /// GeoJSON file with the districts; an outline of the whole city among them is left out
    #[arg(long, value_name = "FILE")]
    areas: PathBuf,
    /// The property of the districts that holds their names
    #[arg(long, value_name = "PROPERTY", default_value = "name")]
    area_name: String,
    /// What the city is called [default: the name of the outline, or of the mapping's source]
    #[arg(long)]
    name: Option<String>,
    /// The new folder
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Files with tickets
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl FromTickets {
    /// Writes the pack and gives its folder.
    pub fn run(self) -> anyhow::Result<PathBuf> {
        let mapping = Mapping::read(&self.mapping)?;
        let districts = areas::read(&self.areas, &self.area_name)?;
        if let Some(outline) = &districts.outline {
            println!("{outline} holds the others: it is the whole city and no district.");
        }
        let name = self.name.or_else(|| districts.outline.clone()).unwrap_or_else(|| mapping.source.clone());
        new_pack::write(&self.out, &name, &mapping, &districts, &self.files)?;
        Ok(self.out)
    }
}
