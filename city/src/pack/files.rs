//! What lies beside the entries of a pack: lists that are too long for forms, accounts of a demo, films.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::City;
use packs::Entries;
use staff::pack::DemoAccount;

use super::hexadecimal;
use crate::lists;

/// What lies beside the entries of a pack: long lists, and accounts of a demo.
#[derive(Clone)]
pub struct Files {
    /// The folder.
    pub folder: PathBuf,
    /// `areas.geojson`, `streets.csv`, `addresses.csv` and the others of places.
    pub places: places::pack::Rows,
    /// `staff.toml`: accounts of a demo.
    pub accounts: Vec<DemoAccount>,
    /// SHA-256 of all files of the folder together, and of the lists that were uploaded instead.
    pub digest: String,
}

impl Files {
    /// These files with the lists that somebody uploaded instead.
    ///
    /// # Errors
    /// Every fault of the lists.
    pub fn with_lists(self: &Arc<Self>, entries: &Entries, data: &Path) -> std::result::Result<Arc<Self>, Vec<String>> {
        let uploaded = |file: &str| settings::lists::uploaded(entries, file);
        let digests: Vec<String> = places::pack::FILES.iter().filter_map(|file| Some(format!("{file}:{}", uploaded(file)?))).collect();
        if digests.is_empty() {
            return Ok(self.clone());
        }
        let path_of = |file: &str| uploaded(file).map_or_else(|| self.folder.join(file), |digest| settings::lists::kept(data, &digest));
        let places = lists::read(&path_of, entries)?;
        let digest = hexadecimal(&base::secret::sha256(format!("{}{}", self.digest, digests.join(" ")).as_bytes()));
        Ok(Arc::new(Self { places, digest, ..Self::clone(self) }))
    }

    /// Reads what lies beside the entries in `folder`.
    pub(super) fn read(folder: &Path, entries: &Entries) -> std::result::Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let units: BTreeSet<String> = entries.keys("units").map(str::to_owned).collect();
        let accounts = noted(staff::pack::read_demo_accounts(folder, entries), &mut faults);
        let city = entries.value::<City>("city", &mut Vec::new());
        let places = city.map(|city| noted(places_of(folder, &city, &units), &mut faults)).unwrap_or_default();
        let digest = noted(digest(folder).map_err(|e| vec![format!("{}: {e}", folder.display())]), &mut faults);
        if faults.is_empty() { Ok(Self { folder: folder.to_owned(), places, accounts, digest }) } else { Err(faults) }
    }

    /// A folder of which nothing could be read.
    pub(super) fn none(folder: &Path) -> Self {
        let (places, accounts) = Default::default();
        Self { folder: folder.to_owned(), places, accounts, digest: String::new() }
    }
}

fn places_of(folder: &Path, city: &City, units: &BTreeSet<String>) -> std::result::Result<places::pack::Rows, Vec<String>> {
    let named = |faults: Vec<places::pack::Fault>| faults.iter().map(|fault| format!("{}/{fault}", folder.display())).collect();
    places::pack::read(folder, city.bounds, Some(units)).map_err(named)
}

fn noted<T: Default>(read: std::result::Result<T, Vec<String>>, faults: &mut Vec<String>) -> T {
    read.unwrap_or_else(|found| {
        faults.extend(found);
        T::default()
    })
}

fn digest(folder: &Path) -> std::io::Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.path().is_file()) {
        all.extend(file.file_name().as_encoded_bytes());
        all.extend(base::secret::sha256(&std::fs::read(file.path())?));
    }
    Ok(hexadecimal(&base::secret::sha256(&all)))
}
