//! `units.toml` and, for a demo, `staff.toml` of a city pack.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use packs::Fault;
use serde::{Deserialize, de::DeserializeOwned};

use crate::model::{self, Login, PackUnit, Permissions, ROLES};

/// The most units that a pack may name.
const UNITS: usize = 1_000;
/// The most accounts of a demo.
const ACCOUNTS: usize = 1_000;

/// An account of a demo city.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// Its login.
    pub login: Login,
    /// What the person is called.
    pub name: String,
    /// The key of their unit.
    pub unit: Option<String>,
    /// What they may do, from the roles that the pack names.
    pub permissions: Permissions,
    /// Shown to everybody.
    pub password: String,
}

#[derive(Deserialize)]
struct StaffFile {
    #[serde(default, rename = "account")]
    accounts: Vec<AccountRow>,
}

/// Fields that we do not use yet, such as `languages`, may stand here.
#[derive(Deserialize)]
struct AccountRow {
    login: String,
    name: String,
    unit: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    password: String,
}

/// What the units say of each other that cannot be: unknown parents, circles, too many.
pub fn check_units(units: &[PackUnit]) -> Vec<Fault> {
    let parents: BTreeMap<&str, Option<&str>> = units.iter().map(|unit| (unit.key.as_str(), unit.parent.as_deref())).collect();
    let mut faults = Vec::new();
    if units.len() > UNITS {
        faults.push(Fault::new("units", "", "", format!("more than {UNITS} units")));
    }
    for unit in units {
        let mut above = unit.parent.as_deref();
        if let Some(parent) = above.filter(|parent| !parents.contains_key(parent)) {
            faults.push(Fault::new("units", &unit.key, "parent", format!("there is no unit {parent}")));
        }
        for _ in 0..units.len() {
            above = above.and_then(|parent| parents.get(parent).copied().flatten());
        }
        if above.is_some() {
            faults.push(Fault::new("units", &unit.key, "parent", "a unit cannot be part of itself"));
        }
    }
    faults
}

/// Reads `staff.toml` in `folder`; a pack without it has no demo accounts. `units` are the keys that accounts may name.
///
/// # Errors
/// Every fault found, each as file and reason.
pub fn read_demo_accounts(folder: &Path, units: &BTreeSet<String>) -> Result<Vec<DemoAccount>, Vec<String>> {
    let path = folder.join("staff.toml");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let rows = read::<StaffFile>(&path)?.accounts;
    let mut faults = Vec::new();
    if rows.len() > ACCOUNTS {
        faults.push(format!("more than {ACCOUNTS} accounts"));
    }
    let accounts = rows.into_iter().filter_map(|row| account(row, units).map_err(|fault| faults.push(fault)).ok()).collect();
    said(&path, faults).map(|()| accounts)
}

fn account(row: AccountRow, units: &BTreeSet<String>) -> Result<DemoAccount, String> {
    let AccountRow { login, name, unit, roles, password } = row;
    let parsed = login.parse::<Login>().map_err(|_| format!("account {login:?}: a login has small letters, digits and . _ @ + - only"))?;
    if let Some(unknown) = unit.as_ref().filter(|unit| !units.contains(*unit)) {
        return Err(format!("account {login}: there is no unit {unknown}"));
    }
    let mut permissions = Vec::new();
    for role in &roles {
        let words = ROLES.map(|role| role.word).join(", ");
        permissions.extend(model::role(role).ok_or_else(|| format!("account {login}: there is no role {role}, but {words}"))?.iter());
    }
    Ok(DemoAccount { login: parsed, name, unit, permissions: permissions.into_iter().collect(), password })
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Vec<String>> {
    let text = std::fs::read_to_string(path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    toml::from_str(&text).map_err(|e| vec![format!("{}: {e}", path.display())])
}

fn said(path: &Path, faults: Vec<String>) -> Result<(), Vec<String>> {
    if faults.is_empty() { Ok(()) } else { Err(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())).collect()) }
}
