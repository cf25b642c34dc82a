//! `suggest train` and `suggest try`: which service a text is about, learnt from the city's own closed cases.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Subcommand;
use store::Folder;
use suggest::{Example, Model, measure, train};

use crate::{commands::people::beside, settings::Place};

/// The most closed cases that are learnt from: the newest.
const MOST: i64 = 200_000;
/// Of how many cases one is held back to measure with: the newest fifth.
const HELD_BACK: usize = 5;
/// The same order of examples on every machine.
const SEED: u64 = 19_115;

/// Suggestions of a service.
#[derive(Subcommand)]
pub enum Suggest {
    /// Learn from the city's closed cases, and say how well; the portal suggests from the next start on
    #[command(after_help = "Example: hejnal suggest train --data data")]
    Train {
        #[command(flatten)]
        place: Place,
    },
    /// Say what a text may be about
    #[command(after_help = "Example: hejnal suggest try --data data 'nie świeci latarnia'")]
    Try {
        /// What somebody wrote
        text: String,
        #[command(flatten)]
        place: Place,
    },
}

impl Suggest {
    pub async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Train { place } => learn(&place).await,
            Self::Try { text, place } => tell(&text, &place),
        }
    }
}

async fn learn(place: &Place) -> anyhow::Result<()> {
    let db = beside(place).await?;
    let texts = db.read(|read| cases::figures::examples(read, MOST)).await;
    db.close();
    let texts = texts?;
    let examples: Vec<Example<'_>> = texts.iter().map(|(text, label)| Example { text, label }).collect();
    let (old, new) = examples.split_at(examples.len() - examples.len() / HELD_BACK);
    if let Some(figures) = train(old, SEED).ok().and_then(|model| measure(&model, new)) {
        println!(
            "Learnt from {} closed cases, tried on the newest {}: the first suggestion is right {:.1} % of the time, one of the first three {:.1} %; the commonest service alone would be right {:.1} %. Stated probabilities are off by {:.1} % on average.",
            old.len(),
            figures.texts,
            figures.top_one * 100.0,
            figures.top_three * 100.0,
            figures.majority * 100.0,
            figures.calibration_error * 100.0
        );
    }
    let model = train(&examples, SEED).with_context(|| format!("{} closed cases with words of residents", examples.len()))?;
    let path = file(&place.data());
    let unfinished = path.with_extension("new");
    std::fs::write(&unfinished, model.to_bytes()).with_context(|| format!("{} cannot be written", unfinished.display()))?;
    std::fs::rename(&unfinished, &path).with_context(|| format!("{} cannot be written", path.display()))?;
    println!(
        "{}: {} services from {} cases. The portal suggests from the next start on.",
        path.display(),
        model.labels().len(),
        examples.len()
    );
    Ok(())
}

fn tell(text: &str, place: &Place) -> anyhow::Result<()> {
    Folder::visit(&place.data())?;
    let path = file(&place.data());
    let model = model_in(&path)?.with_context(|| format!("{} is not there: run `hejnal suggest train` first", path.display()))?;
    let said = model.suggest(text, 3);
    if said.is_empty() {
        println!("Nothing in this text is known.");
    }
    said.iter().for_each(|one| println!("{:5.1} %  {}", one.probability * 100.0, one.label));
    Ok(())
}

/// The model's file in a data folder.
pub fn file(data: &std::path::Path) -> PathBuf {
    data.join("suggest.model")
}

/// The model that a file holds; `None` without the file.
///
/// # Errors
/// A sentence when it cannot be read.
pub fn model_in(path: &std::path::Path) -> anyhow::Result<Option<Model>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(Model::from_bytes(&bytes).with_context(|| path.display().to_string())?)),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault).with_context(|| format!("{} cannot be read", path.display())),
    }
}
