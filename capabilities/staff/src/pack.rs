//! `units.toml`, `roles.toml` and, for a demo, `staff.toml` of a city pack.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use base::Id;
use hours::Week;
use jiff::civil::Date;
use packs::Fault;
use serde::{Deserialize, de::DeserializeOwned};

use crate::model::{Levels, Login, PackRole, PackUnit, Profile, ROLES, ROLES_OF_A_CITY, Role, Skill, USUAL_LEVEL, read_phone};

/// The most units that a pack may name.
const UNITS: usize = 1_000;
/// The most accounts of a demo.
const ACCOUNTS: usize = 1_000;

/// An account of a demo city.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// Its login.
    pub login: Login,
    /// Name, how to reach them, languages, skills and hours; its unit and deputy stand beside it.
    pub profile: Profile,
    /// The key of their unit.
    pub unit: Option<String>,
    /// The roles that the pack names.
    pub roles: BTreeSet<Id>,
    /// The login of whoever stands in for them.
    pub deputy: Option<Login>,
    /// The last day of the account.
    pub ends_on: Option<Date>,
    /// Shown to everybody.
    pub password: String,
}

/// What `roles.toml` says.
#[derive(Debug, Clone, Default)]
pub struct PackRoles {
    /// The roles of the pack, without those that only the program brings.
    pub roles: Vec<Role>,
    /// What people may be good at.
    pub skills: Vec<Skill>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolesFile {
    #[serde(default, rename = "role")]
    roles: Vec<PackRole>,
    #[serde(default, rename = "skill")]
    skills: Vec<Skill>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StaffFile {
    /// The password of accounts that have none of their own.
    #[serde(default = "demo_password")]
    password: String,
    #[serde(default, rename = "account")]
    accounts: Vec<AccountRow>,
}

fn demo_password() -> String {
    "demo".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountRow {
    login: String,
    name: String,
    unit: Option<String>,
    role: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    languages: Spoken,
    #[serde(default)]
    skills: Levels,
    title: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    room: Option<String>,
    pattern: Option<Week>,
    deputy: Option<String>,
    ends_on: Option<Date>,
    password: Option<String>,
}

/// Languages as a list of tags, or as a table with levels.
#[derive(Deserialize)]
#[serde(untagged)]
enum Spoken {
    Tags(Vec<String>),
    Levels(Levels),
}

impl Default for Spoken {
    fn default() -> Self {
        Self::Tags(Vec::new())
    }
}

impl Spoken {
    fn levels(self) -> Levels {
        match self {
            Self::Tags(tags) => tags.into_iter().map(|tag| (tag, USUAL_LEVEL)).collect(),
            Self::Levels(levels) => levels,
        }
    }
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

/// Reads `roles.toml` in `folder`; a pack without it has the program's roles.
///
/// # Errors
/// Every fault found, each as file and reason.
pub fn read_roles(folder: &Path) -> Result<PackRoles, Vec<String>> {
    let path = folder.join("roles.toml");
    if !path.exists() {
        return Ok(PackRoles::default());
    }
    let RolesFile { roles: rows, skills } = read(&path)?;
    let mut faults = Vec::new();
    let roles: Vec<Role> = rows.iter().filter_map(|row| row.role().map_err(|fault| faults.push(fault)).ok()).collect();
    let keys: BTreeSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let skill_keys: BTreeSet<&str> = skills.iter().map(|skill| skill.key.as_str()).collect();
    if keys.len() != rows.len() || skill_keys.len() != skills.len() {
        faults.push("a key stands twice".to_owned());
    }
    if rows.len() + ROLES.len() > ROLES_OF_A_CITY || skills.len() > ROLES_OF_A_CITY {
        faults.push(format!("more than {ROLES_OF_A_CITY} roles or skills"));
    }
    faults.extend(
        skills.iter().filter(|skill| skill.check().is_err()).map(|skill| format!("skill {:?}: key or name cannot be shown", skill.key)),
    );
    said(&path, faults).map(|()| PackRoles { roles, skills })
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
    // What is wrong with the roles themselves is told by whoever reads them.
    let known = read_roles(folder).unwrap_or_default().roles;
    let StaffFile { password, accounts: rows } = read(&path)?;
    let logins: BTreeSet<String> = rows.iter().map(|row| row.login.trim().to_ascii_lowercase()).collect();
    let mut faults = Vec::new();
    if rows.len() > ACCOUNTS {
        faults.push(format!("more than {ACCOUNTS} accounts"));
    }
    let named = Named { units, logins: &logins, roles: &known, password: &password };
    let accounts = rows.into_iter().filter_map(|row| account(row, &named).map_err(|fault| faults.push(fault)).ok()).collect();
    said(&path, faults).map(|()| accounts)
}

/// What the rows of accounts may name.
struct Named<'a> {
    units: &'a BTreeSet<String>,
    logins: &'a BTreeSet<String>,
    roles: &'a [Role],
    password: &'a str,
}

fn account(row: AccountRow, named: &Named<'_>) -> Result<DemoAccount, String> {
    let written = row.login;
    let login =
        written.parse::<Login>().map_err(|_| format!("account {written:?}: a login has small letters, digits and . _ @ + - only"))?;
    if let Some(unknown) = row.unit.as_ref().filter(|unit| !named.units.contains(*unit)) {
        return Err(format!("account {login}: there is no unit {unknown}"));
    }
    if let Some(unknown) = row.deputy.as_ref().filter(|deputy| !named.logins.contains(&deputy.trim().to_ascii_lowercase())) {
        return Err(format!("account {login}: there is no account {unknown} that stands in"));
    }
    let roles =
        row.roles.iter().chain(&row.role).map(|word| role_of(word, named.roles).map_err(|fault| format!("account {login}: {fault}")));
    let profile = Profile {
        name: row.name,
        title: row.title,
        email: row.email.or_else(|| written.contains('@').then(|| written.clone())),
        phone: row
            .phone
            .map(|phone| read_phone(&phone).map_err(|_| format!("account {login}: {phone:?} is not a phone number")))
            .transpose()?,
        room: row.room,
        pattern: row.pattern,
        languages: row.languages.levels(),
        skills: row.skills,
        ..Profile::default()
    };
    profile.check(Id::named("account", login.as_str())).map_err(|fault| format!("account {login}: {fault}"))?;
    Ok(DemoAccount {
        profile,
        unit: row.unit,
        roles: roles.collect::<Result<_, _>>()?,
        deputy: row.deputy.and_then(|deputy| deputy.parse().ok()),
        ends_on: row.ends_on,
        password: row.password.unwrap_or_else(|| named.password.to_owned()),
        login,
    })
}

fn role_of(word: &str, roles: &[Role]) -> Result<Id, String> {
    let mut words: Vec<&str> = ROLES.iter().map(|role| role.word).chain(roles.iter().map(|role| role.key.as_str())).collect();
    if words.contains(&word) {
        return Ok(Role::id_of(word));
    }
    words.dedup();
    Err(format!("there is no role {word}, but {}", words.join(", ")))
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Vec<String>> {
    let text = std::fs::read_to_string(path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    toml::from_str(&text).map_err(|e| vec![format!("{}: {e}", path.display())])
}

fn said(path: &Path, faults: Vec<String>) -> Result<(), Vec<String>> {
    if faults.is_empty() { Ok(()) } else { Err(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())).collect()) }
}
