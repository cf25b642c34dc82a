//! `units.toml`, `roles.toml` and `staff.toml` of a city pack.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use base::{Email, Id, PhoneNumber};
use hours::Week;
use jiff::civil::Date;
use packs::{Entries, Fault, Kind, Reason, Section};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Deserialize;
use serde_json::Value as Json;
use toml::Spanned;

use crate::model::{Levels, Login, PackUnit, Profile, ROLES, ROLES_OF_A_CITY, Role, Skill, USUAL_LEVEL, read_phone};

/// `units.toml`.
pub const UNITS_SECTION: Section = Section::list::<PackUnit>("units", "units.toml", "unit");
/// The roles of `roles.toml`; a pack without it has the program's.
pub const ROLES_SECTION: Section = Section::list::<Role>("roles", "roles.toml", "role").optional();
/// The skills of `roles.toml`.
pub const SKILLS_SECTION: Section = Section::list::<Skill>("skills", "roles.toml", "skill").optional();

/// The most units that a pack may name.
const UNITS: usize = 1_000;
/// The most accounts of a pack.
const ACCOUNTS: usize = 1_000;

/// An account that a pack lists.
#[derive(Debug, Clone)]
pub struct ListedAccount {
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
    /// Shown to everybody, so for a demo only.
    pub password: Option<String>,
}

/// `staff.toml`: the accounts that the pack lists.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StaffFile {
    /// The password of a demo's accounts that have none of their own; no other city may have one.
    password: Option<String>,
    #[serde(default, rename = "account")]
    #[schemars(with = "Vec<AccountRow>")]
    accounts: Vec<Spanned<AccountRow>>,
}

/// An account; in earnest without a password, which everybody could read.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AccountRow {
    /// Small letters, digits and . _ @ + -
    login: String,
    /// First name and surname.
    name: String,
    /// The key of their unit; agents of the centre have none.
    unit: Option<String>,
    /// The keys of their roles.
    #[serde(default)]
    roles: Vec<String>,
    /// The languages that they speak.
    #[serde(default)]
    languages: Spoken,
    /// What they are good at: the key of a skill, and a level from 1 to 5.
    #[serde(default)]
    skills: Levels,
    /// What they are, such as `konsultantka`.
    title: Option<String>,
    /// Where letters reach them; a login that is an address is one.
    email: Option<String>,
    /// Their number in the house or outside.
    phone: Option<String>,
    /// Where they sit.
    room: Option<String>,
    /// Their ordinary week.
    pattern: Option<Week>,
    /// The login of whoever stands in for them.
    deputy: Option<String>,
    /// The last day of the account.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    ends_on: Option<Date>,
    /// For a demo: another password than that of the others.
    password: Option<String>,
}

/// Languages as a list of tags, or as a table with levels.
#[derive(Deserialize, JsonSchema)]
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

/// What the units say that cannot be: unknown parents, circles, addresses and numbers that reach nobody, too many.
pub fn check_units(units: &[PackUnit]) -> Vec<Fault> {
    let parents: BTreeMap<&str, Option<&str>> = units.iter().map(|unit| (unit.key.as_str(), unit.parent.as_deref())).collect();
    let mut faults = Vec::new();
    if units.len() > UNITS {
        faults.push(Fault::new("units", "", "", format!("more than {UNITS} units")));
    }
    for unit in units {
        if let Some(phone) = unit.phone.as_deref().filter(|phone| !PhoneNumber::is_e164(phone)) {
            faults.push(Fault::new("units", &unit.key, "phone", Reason::phone(phone)));
        }
        if let Some(email) = unit.email.as_deref().filter(|email| email.parse::<Email>().is_err()) {
            faults.push(Fault::new("units", &unit.key, "email", Reason::email(email)));
        }
        let mut above = unit.parent.as_deref();
        if let Some(parent) = above.filter(|parent| !parents.contains_key(parent)) {
            faults.push(Fault::new("units", &unit.key, "parent", Reason::unknown("unit ", parent)));
        }
        for _ in 0..units.len() {
            above = above.and_then(|parent| parents.get(parent).copied().flatten());
        }
        if above.is_some() {
            faults.push(Fault::new("units", &unit.key, "parent", Reason::new(Kind::Circle, "", "a unit cannot be part of itself")));
        }
    }
    faults
}

/// The roles that the program brings, as entries of a pack that does not name them.
pub fn program_roles() -> impl Iterator<Item = (String, Json)> {
    ROLES.iter().map(|built_in| (built_in.word.to_owned(), serde_json::to_value(built_in.role()).unwrap_or_default()))
}

/// What the roles and skills say that cannot be.
pub fn check_roles(roles: &[Role], skills: &[Skill]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if roles.len() > ROLES_OF_A_CITY || skills.len() > ROLES_OF_A_CITY {
        faults.push(Fault::new("roles", "", "", format!("more than {ROLES_OF_A_CITY} roles or skills")));
    }
    let wrong = |role: &Role| role.check().err().map(|(path, why)| Fault::new("roles", &role.key, path, why));
    faults.extend(roles.iter().filter_map(wrong));
    let unnamed = skills.iter().filter(|skill| skill.check().is_err());
    faults.extend(unnamed.map(|skill| Fault::new("skills", &skill.key, "name", "key or name cannot be shown")));
    faults
}

/// Reads `staff.toml` in `folder`; a pack without it lists no accounts. Accounts may name the units, roles and skills of
/// `entries`.
///
/// # Errors
/// Every fault found, each as file and reason.
pub fn read_accounts(folder: &Path, entries: &Entries) -> Result<Vec<ListedAccount>, Vec<String>> {
    let path = folder.join("staff.toml");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(&path).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    let StaffFile { password, accounts: rows } = toml::from_str(&text).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    let logins: BTreeSet<String> = rows.iter().map(|row| row.as_ref().login.trim().to_ascii_lowercase()).collect();
    let mut faults = Vec::new();
    if rows.len() > ACCOUNTS {
        faults.push(format!("{}: more than {ACCOUNTS} accounts", path.display()));
    }
    let named = Named { entries, logins: &logins, password: password.as_deref() };
    let accounts = rows.into_iter().filter_map(|row| {
        let line = text[..row.span().start].matches('\n').count() + 1;
        let row = row.into_inner();
        let said = format!("{}, line {line}: account {}", path.display(), row.login);
        account(row, &named).map_err(|fault| faults.push(format!("{said}: {fault}"))).ok()
    });
    let accounts = accounts.collect();
    if faults.is_empty() { Ok(accounts) } else { Err(faults) }
}

/// The JSON Schema (draft 2020-12) of `staff.toml`.
pub fn accounts_schema() -> Json {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<StaffFile>().to_value()
}

/// What the rows of accounts may name.
struct Named<'a> {
    entries: &'a Entries,
    logins: &'a BTreeSet<String>,
    password: Option<&'a str>,
}

fn account(row: AccountRow, named: &Named<'_>) -> Result<ListedAccount, String> {
    let written = row.login;
    let login = written.parse::<Login>().map_err(|_| "a login has small letters, digits and . _ @ + - only".to_owned())?;
    known(named.entries, "units", row.unit.iter())?;
    known(named.entries, "roles", row.roles.iter())?;
    known(named.entries, "skills", row.skills.keys())?;
    if let Some(unknown) = row.deputy.as_ref().filter(|deputy| !named.logins.contains(&deputy.trim().to_ascii_lowercase())) {
        return Err(format!("there is no account {unknown} that stands in"));
    }
    let profile = Profile {
        name: row.name,
        title: row.title,
        email: row.email.or_else(|| written.contains('@').then(|| written.clone())),
        phone: row.phone.map(|phone| read_phone(&phone).map_err(|_| format!("{phone:?} is not a phone number"))).transpose()?,
        room: row.room,
        pattern: row.pattern,
        languages: row.languages.levels(),
        skills: row.skills,
        ..Profile::default()
    };
    profile.check(Id::named("account", login.as_str())).map_err(|fault| fault.to_string())?;
    Ok(ListedAccount {
        profile,
        unit: row.unit,
        roles: row.roles.iter().map(|key| Role::id_of(key)).collect(),
        deputy: row.deputy.and_then(|deputy| deputy.parse().ok()),
        ends_on: row.ends_on,
        password: row.password.or_else(|| named.password.map(str::to_owned)),
        login,
    })
}

/// Every key has to be one of the section's.
fn known<'a>(entries: &Entries, section: &str, mut keys: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let Some(unknown) = keys.find(|key| !entries.keys(section).any(|known| known == **key)) else { return Ok(()) };
    let words: Vec<&str> = entries.keys(section).collect();
    Err(format!("{unknown:?} is none of the {section}: {}", words.join(", ")))
}
