//! Roles: named sets of permissions, which the program brings, a city pack changes and administrators make.

use base::{Error, Id, Result, Wording};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Permission::{
        self, Administer, EditKnowledge, LeadUnit, ModeratePhotos, ProtectData, SeeAllCases, SeeResidents, Supervise, TakeReports,
        WorkCases,
    },
    Permissions,
};

/// The longest name of a role or skill, in letters.
pub(crate) const ROLE_NAME: usize = 80;
/// The longest key of a role or skill, in letters.
const KEY_LENGTH: usize = 60;
/// The most roles, and the most skills, of a city.
pub const ROLES_OF_A_CITY: usize = 100;

/// A role that the program brings.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// The word in packs and on the command line.
    pub word: &'static str,
    /// What people read, in pl, uk, en.
    name: [&'static str; 3],
    /// What somebody in this role may do.
    pub permissions: &'static [Permission],
    /// Whether accounts in it need an end date.
    pub temporary: bool,
    /// Whether whoever holds it must have a second factor.
    pub second_factor: bool,
}

const fn lasting(word: &'static str, name: [&'static str; 3], permissions: &'static [Permission]) -> BuiltIn {
    BuiltIn { word, name, permissions, temporary: false, second_factor: false }
}

const fn guarded(word: &'static str, name: [&'static str; 3], permissions: &'static [Permission]) -> BuiltIn {
    BuiltIn { second_factor: true, ..lasting(word, name, permissions) }
}

/// The roles that every city has.
pub const ROLES: [BuiltIn; 10] = [
    lasting("agent", ["Obsługa kontaktu", "Консультування", "Agent"], &[TakeReports, SeeAllCases, SeeResidents]),
    lasting("specialist", ["Druga linia", "Друга лінія", "Specialist"], &[TakeReports, SeeAllCases, WorkCases, SeeResidents]),
    lasting(
        "supervisor",
        ["Kierowanie zmianą", "Керування зміною", "Supervisor"],
        &[TakeReports, SeeAllCases, WorkCases, Supervise, SeeResidents, ModeratePhotos],
    ),
    lasting("editor", ["Redakcja wiedzy", "Редакція знань", "Editor"], &[EditKnowledge]),
    lasting("unit_staff", ["Praca w jednostce", "Робота в підрозділі", "Unit staff"], &[WorkCases, ModeratePhotos]),
    lasting("unit_head", ["Kierowanie jednostką", "Керування підрозділом", "Head of a unit"], &[WorkCases, LeadUnit, ModeratePhotos]),
    lasting("contractor", ["Wykonawca", "Підрядник", "Contractor"], &[WorkCases]),
    guarded("administrator", ["Administracja", "Адміністрування", "Administrator"], &[Supervise, Administer]),
    guarded("data_protection_officer", ["Ochrona danych", "Захист даних", "Data protection officer"], &[ProtectData, SeeResidents]),
    BuiltIn { temporary: true, ..lasting("volunteer", ["Wolontariat", "Волонтерство", "Volunteer"], &[TakeReports]) },
];

/// What somebody in the built-in role `word` may do; an unknown role is `None`.
pub fn role(word: &str) -> Option<Permissions> {
    let role = ROLES.iter().find(|role| role.word == word)?;
    Some(role.permissions.iter().copied().collect())
}

/// A role, as `roles.toml` of a city pack and its page tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The pack's word, such as `night_duty`; a word of the program's own roles changes that role.
    pub key: String,
    /// What people read.
    pub name: Wording,
    /// What somebody in this role may do.
    pub permissions: Permissions,
    /// Whether accounts in it need an end date.
    #[serde(default)]
    pub temporary: bool,
    /// Whether whoever holds it must have a second factor.
    #[serde(default)]
    pub second_factor: bool,
}

impl Role {
    /// The id that always belongs to `key`.
    pub fn id_of(key: &str) -> Id {
        Id::named("role", key)
    }

    /// Its id.
    pub fn id(&self) -> Id {
        Self::id_of(&self.key)
    }

    /// Whether it can be kept: the field that is wrong, and a sentence for whoever writes it.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> std::result::Result<(), (&'static str, String)> {
        if !is_key(&self.key) {
            return Err(("key", format!("{:?}: a key has small letters, digits and _ - only, and `new` is no key", self.key)));
        }
        check_name(&self.name).map_err(|_| ("name", format!("a role needs a name of at most {ROLE_NAME} letters on one line")))?;
        match self.permissions.iter().next() {
            Some(_) => Ok(()),
            None => Err(("permissions", "a role allows something: name at least one permission".to_owned())),
        }
    }
}

impl BuiltIn {
    /// The role as it is to be kept.
    pub fn role(&self) -> Role {
        let [pl, uk, en] = self.name.map(str::to_owned);
        let name = Wording { pl, uk: Some(uk), en: Some(en) };
        let permissions = self.permissions.iter().copied().collect();
        Role { key: self.word.to_owned(), name, permissions, temporary: self.temporary, second_factor: self.second_factor }
    }
}

/// Whether the name of a role or skill can be shown on one line.
pub(crate) fn check_name(name: &Wording) -> Result<()> {
    let fits = |text: &str| text.chars().count() <= ROLE_NAME && !text.chars().any(char::is_control);
    let others = [&name.uk, &name.en].into_iter().flatten();
    let shown = !name.pl.trim().is_empty() && fits(&name.pl) && others.into_iter().all(|text| fits(text));
    if shown { Ok(()) } else { Err(Error::invalid("name_pl", "staff-role-name-invalid")) }
}

/// Whether the text can be the key of a role: small letters, digits, `_` and `-`; `new` is an address of its own.
pub fn is_key(text: &str) -> bool {
    text != "new"
        && (1..=KEY_LENGTH).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
}

/// What people may be good at; the list is the city's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// The pack's word.
    pub key: String,
    /// What people read.
    pub name: Wording,
}

impl Skill {
    /// Whether key and name can be kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `key` or `name_pl`.
    pub fn check(&self) -> Result<()> {
        let key = &self.key;
        let fits = !key.is_empty() && key.chars().count() <= KEY_LENGTH && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
        if !fits {
            return Err(Error::invalid("name_pl", "staff-role-name-invalid"));
        }
        check_name(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_administrators_administer_and_only_leaders_see_failed_jobs() {
        let holding =
            |permission| ROLES.iter().filter(|role| role.permissions.contains(&permission)).map(|role| role.word).collect::<Vec<_>>();
        assert_eq!(holding(Administer), ["administrator"]);
        assert_eq!(holding(Supervise), ["supervisor", "administrator"]);
        assert_eq!(holding(LeadUnit), ["unit_head"]);
        assert_eq!(holding(ModeratePhotos), ["supervisor", "unit_staff", "unit_head"], "a contractor decides nothing for the city");
        assert_eq!(role("boss"), None);
    }

    #[test]
    fn every_built_in_role_can_be_kept() {
        for built_in in ROLES {
            assert_eq!(built_in.role().check(), Ok(()), "{}", built_in.word);
        }
    }

    #[test]
    fn a_role_that_cannot_be_kept_says_why() {
        let check = |toml: &str, wanted: &str| {
            let role = toml::from_str::<Role>(toml).map_err(|fault| fault.to_string());
            let said = role.and_then(|role| role.check().map(|()| "kept".to_owned()).map_err(|(field, why)| format!("{field}: {why}")));
            let said = said.unwrap_or_else(|fault| fault);
            assert!(said.contains(wanted), "{said}");
        };
        check("key = 'night'\nname.pl = 'Noc'\npermissions = ['take_reports']", "kept");
        check("key = 'Night'\nname.pl = 'Noc'\npermissions = ['take_reports']", "key: \"Night\": a key has small letters");
        check("key = 'new'\nname.pl = 'Noc'\npermissions = ['take_reports']", "`new` is no key");
        check("key = 'night'\nname.pl = 'Noc'\npermissions = ['fly']", "unknown variant `fly`, expected one of `take_reports`");
        check("key = 'night'\nname.pl = 'Noc'\npermissions = []", "permissions: a role allows something");
        check("key = 'night'\nname.pl = ' '\npermissions = ['supervise']", "name: a role needs a name");
    }
}
