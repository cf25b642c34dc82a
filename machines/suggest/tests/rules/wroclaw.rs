//! The model on the register of reports of Wrocław's city guard, 2016 and 2017: real Polish texts and the type they were given.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    path::{Path, PathBuf},
};

use flate2::read::GzDecoder;
use suggest::{Example, measure, train};

/// The fewest texts of a type; rarer ones are slips and streets in the wrong column.
const FEWEST: usize = 15;

/// Text and type of each report, the oldest first.
fn register(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "gz"));
    files.sort();
    let (mut known, mut reports) = (HashSet::new(), Vec::new());
    for file in files {
        let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(GzDecoder::new(File::open(file).unwrap()));
        for row in rows.records().map(Result::unwrap).filter(|row| row.len() >= 8) {
            let kind = row[3].split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
            if known.insert(row[1].to_owned()) {
                reports.push((row[2].to_owned(), kind));
            }
        }
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    reports.iter().for_each(|(_, kind)| *counts.entry(kind.clone()).or_default() += 1);
    reports.retain(|(_, kind)| counts[kind] >= FEWEST);
    reports
}

#[test]
fn real_texts_find_their_type_far_better_than_the_commonest_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/311/wroclaw-city-guard");
    if !folder.exists() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let reports = register(&folder);
    let examples: Vec<Example<'_>> = reports.iter().map(|(text, label)| Example { text, label }).collect();
    // The newest fifth is what the model has not seen: a city asks of tomorrow's reports, never of yesterday's.
    let (old, new) = examples.split_at(examples.len() * 4 / 5);
    let model = train(old, 1).unwrap();
    let figures = measure(&model, new).unwrap();
    println!("{} types, {} texts learnt, {} bytes: {figures:?}", model.labels().len(), old.len(), model.to_bytes().len());
    assert!(figures.texts > 3_000, "{figures:?}");
    assert!(figures.top_one > figures.majority + 0.2, "{figures:?}");
    assert!(figures.top_three > 0.9, "{figures:?}");
    assert!(figures.calibration_error < 0.05, "{figures:?}");
}
