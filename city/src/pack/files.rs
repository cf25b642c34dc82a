//! What lies beside the entries of a pack: lists that are too long for forms, accounts of a demo, films.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::{Bounds, City};
use packs::Entries;
use staff::pack::ListedAccount;

use super::hexadecimal;

/// What lies beside the entries of a pack: long lists, and accounts of a demo.
#[derive(Clone, Default)]
pub struct Files {
    /// The folder.
    pub folder: PathBuf,
    /// `areas.geojson`, `streets.csv`, `addresses.csv` and the others of places: the rows that fit.
    pub places: places::pack::Rows,
    /// The faults of the other rows.
    pub faults: Vec<places::pack::Fault>,
    /// `staff.toml`: accounts of a demo.
    pub accounts: Vec<ListedAccount>,
    /// SHA-256 of all files of the folder together, and of the lists that were uploaded instead.
    pub digest: String,
    /// SHA-256 of all files of the folder together.
    folder_digest: String,
    /// What the lists were read by.
    by: Option<By>,
}

/// What the lists are read by: other bounds, units or uploads make other rows of them.
#[derive(Clone, PartialEq)]
struct By {
    bounds: Bounds,
    units: BTreeSet<String>,
    uploaded: Vec<String>,
}

impl By {
    fn of(entries: &Entries) -> Option<Self> {
        let city = entries.value::<City>("city", &mut Vec::new())?;
        let uploaded = places::pack::FILES.iter().filter_map(|file| Some(format!("{file}:{}", settings::lists::uploaded(entries, file)?)));
        Some(Self { bounds: city.bounds, units: entries.keys("units").map(str::to_owned).collect(), uploaded: uploaded.collect() })
    }
}

impl Files {
    /// Reads what lies beside the entries in `folder`; what is wrong with it beside the lists' own faults is told too.
    pub(super) fn read(folder: &Path, entries: &Entries) -> (Self, Vec<String>) {
        let mut told = Vec::new();
        let accounts = staff::pack::read_accounts(folder, entries).unwrap_or_else(|found| {
            told.extend(found);
            Vec::new()
        });
        let folder_digest = digest(folder).unwrap_or_else(|fault| {
            told.push(format!("{}: {fault}", folder.display()));
            String::new()
        });
        let files = Self { folder: folder.to_owned(), accounts, digest: folder_digest.clone(), folder_digest, ..Self::default() };
        (Self::clone(&Arc::new(files).anew(entries, folder)), told)
    }

    /// These files as they are with other entries: the lists that somebody uploaded win over the pack's, and rows that do not
    /// fit the city's bounds and units are told in [`Files::faults`].
    #[must_use]
    pub fn anew(self: &Arc<Self>, entries: &Entries, data: &Path) -> Arc<Self> {
        let by = By::of(entries);
        let Some(now) = by.as_ref().filter(|_| by != self.by) else { return self.clone() };
        let path_of = |file: &str| {
            let uploaded = settings::lists::uploaded(entries, file);
            uploaded.map_or_else(|| self.folder.join(file), |digest| settings::lists::kept(data, &digest))
        };
        let (places, faults) = places::pack::read_what_fits(&path_of, now.bounds, Some(&now.units));
        let digest = match now.uploaded.is_empty() {
            true => self.folder_digest.clone(),
            false => hexadecimal(&base::secret::sha256(format!("{}{}", self.folder_digest, now.uploaded.join(" ")).as_bytes())),
        };
        Arc::new(Self { places, faults, digest, by, ..Self::clone(self) })
    }
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
