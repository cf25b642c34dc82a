//! City packs: beginning one, checking it, writing the present city as one, and the schemas by which editors complete it.

use std::{collections::BTreeSet, fs, path::Path, path::PathBuf};

use anyhow::{Context as _, bail};
use clap::Subcommand;

use crate::{
    commands::{import, people::beside},
    pack::SECTIONS,
    settings::Place,
};

/// What a new pack begins with.
const EMPTY: [(&str, &str); 4] = [
    ("city.toml", include_str!("../../../cities/empty/city.toml")),
    ("units.toml", include_str!("../../../cities/empty/units.toml")),
    ("services.toml", include_str!("../../../cities/empty/services.toml")),
    ("hours.toml", include_str!("../../../cities/empty/hours.toml")),
];

/// City packs.
#[derive(Subcommand)]
pub enum Pack {
    /// List every fault of a pack, and with --data what does not go with the pages of that city; changes nothing
    #[command(after_help = "Example: hejnal pack check cities/our-town --data data")]
    Check {
        /// Folder of the pack
        folder: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Begin a pack for a city of your own: the fewest files, with explanations, and their schemas
    #[command(after_help = "Example: hejnal pack new cities/our-town")]
    New {
        /// Folder to make; it must not exist
        folder: PathBuf,
    },
    /// Write the present city as a pack, with everything that pages have changed
    #[command(after_help = "Example: hejnal pack export --data data --city cities/our-town /tmp/our-town-today")]
    Export {
        /// Folder to make; it must not exist
        folder: PathBuf,
        /// Folder of the pack that the city was opened with: its lists of places and its films are copied
        #[arg(long, env = "HEJNAL_CITY", value_name = "DIR", default_value = "cities/demo")]
        city: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Write the JSON Schema of each file of a pack, by which editors complete and check it
    #[command(after_help = "Example: hejnal pack schemas cities/schemas")]
    Schemas {
        /// Folder to write to
        folder: PathBuf,
    },
    /// Make the pack of a throw-away city from tickets of another system
    #[command(after_help = import::FROM_TICKETS_EXAMPLE)]
    FromTickets(import::FromTickets),
}

impl Pack {
    pub async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Check { folder, place } => match place.data {
                Some(_) => check_with_pages(&folder, &place).await,
                None => check(&folder).map(drop),
            },
            Self::New { folder } => new(&folder),
            Self::Export { folder, city, place } => export(&folder, &city, &place).await,
            Self::Schemas { folder } => schemas(&folder),
            Self::FromTickets(tickets) => check(&tickets.run()?).map(drop),
        }
    }
}

fn check(folder: &Path) -> anyhow::Result<crate::pack::Pack> {
    let pack = crate::pack::read(folder)?;
    println!(
        "{}: no faults. {} units, {} services, {} areas, {} streets, {} addresses.",
        folder.display(),
        pack.units.len(),
        pack.services.len(),
        pack.files.places.areas.len(),
        pack.files.places.streets.len(),
        pack.files.places.addresses.len()
    );
    let services: Vec<services::Service> = pack.services.iter().map(services::pack::ServiceRow::service).collect();
    services::pack::warnings(&services).iter().for_each(|warning| println!("look at it: {warning}"));
    Ok(pack)
}

async fn check_with_pages(folder: &Path, place: &Place) -> anyhow::Result<()> {
    let pack = check(folder)?;
    let db = beside(place).await?;
    let entries = db.read(packs::entries).await;
    db.close();
    let after = entries?.with_pack(&SECTIONS, &pack.entries);
    let files = pack.files.anew(&after, &place.data());
    let (_, faults) = crate::pack::Pack::fit(after, files);
    if !faults.is_empty() {
        return Err(crate::pack::contradiction(&faults).into());
    }
    println!("{}: it goes with what pages changed in {}.", folder.display(), place.data().display());
    Ok(())
}

fn new(folder: &Path) -> anyhow::Result<()> {
    make(folder)?;
    for (file, text) in EMPTY {
        // In the repository the schemas lie beside the packs, in a pack of one's own in it.
        fs::write(folder.join(file), text.replace("../schemas/", "./schemas/"))
            .with_context(|| format!("{} cannot be written", folder.display()))?;
    }
    schemas(&folder.join("schemas"))?;
    println!("{}: a pack to begin with. Change city.toml first; then `hejnal pack check {0}`.", folder.display());
    Ok(())
}

async fn export(folder: &Path, city: &Path, place: &Place) -> anyhow::Result<()> {
    let db = beside(place).await?;
    let entries = db.read(packs::entries).await;
    db.close();
    let entries = entries?;
    make(folder)?;
    packs::write(folder, &SECTIONS, &entries)?;
    let known: BTreeSet<&str> = SECTIONS.iter().map(|section| section.file).collect();
    copy(city, folder, &known)?;
    for file in places::pack::FILES {
        if let Some(digest) = settings::lists::uploaded(&entries, file) {
            let uploaded = settings::lists::kept(&place.data(), &digest);
            fs::copy(&uploaded, folder.join(file)).with_context(|| format!("{} cannot be copied", uploaded.display()))?;
        }
    }
    schemas(&folder.join("schemas"))?;
    println!("{}: the city as it is now.", folder.display());
    Ok(())
}

/// Copies the files that are no entries: lists of places, texts for the operator, films. Accounts of a demo stay behind.
fn copy(from: &Path, to: &Path, known: &BTreeSet<&str>) -> anyhow::Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read: give --city", from.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.path().is_dir() && name == "media" {
            fs::create_dir_all(to.join(&name))?;
            copy(&entry.path(), &to.join(&name), known)?;
        } else if entry.path().is_file() && name.to_str().is_some_and(|name| !known.contains(name) && name != "staff.toml") {
            fs::copy(entry.path(), to.join(&name)).with_context(|| format!("{} cannot be copied", entry.path().display()))?;
        }
    }
    Ok(())
}

fn schemas(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let files = SECTIONS.iter().map(|section| section.file).collect::<BTreeSet<_>>();
    let schemas = files.into_iter().map(|file| (file, packs::file_schema(file, &SECTIONS)));
    for (file, schema) in schemas.chain([("staff.toml", staff::pack::accounts_schema())]) {
        let schema = serde_json::to_string_pretty(&schema)?;
        let path = folder.join(packs::schema_name(file));
        fs::write(&path, schema + "\n").with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

fn make(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        bail!("{} is there already: name a folder that is not", folder.display());
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}
