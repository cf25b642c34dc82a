//! Roles: named sets of permissions, which the program brings, a city pack changes and administrators make.

use base::{Error, Id, Result, Wording};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::{
    Permission::{
        self, Administer, EditKnowledge, LeadUnit, ProtectData, SeeAllCases, SeeMailbox, SeeResidents, Supervise, TakeReports, WorkCases,
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
}

const fn lasting(word: &'static str, name: [&'static str; 3], permissions: &'static [Permission]) -> BuiltIn {
    BuiltIn { word, name, permissions, temporary: false }
}

/// The roles that every city has.
pub const ROLES: [BuiltIn; 10] = [
    lasting("agent", ["Obsługa kontaktu", "Консультування", "Agent"], &[TakeReports, SeeAllCases, SeeResidents]),
    lasting("specialist", ["Druga linia", "Друга лінія", "Specialist"], &[TakeReports, SeeAllCases, WorkCases, SeeResidents]),
    lasting(
        "supervisor",
        ["Kierowanie zmianą", "Керування зміною", "Supervisor"],
        &[TakeReports, SeeAllCases, WorkCases, Supervise, SeeMailbox, SeeResidents],
    ),
    lasting("editor", ["Redakcja wiedzy", "Редакція знань", "Editor"], &[EditKnowledge]),
    lasting("unit_staff", ["Praca w jednostce", "Робота в підрозділі", "Unit staff"], &[WorkCases]),
    lasting("unit_head", ["Kierowanie jednostką", "Керування підрозділом", "Head of a unit"], &[WorkCases, LeadUnit]),
    lasting("contractor", ["Wykonawca", "Підрядник", "Contractor"], &[WorkCases]),
    lasting("administrator", ["Administracja", "Адміністрування", "Administrator"], &[Supervise, Administer, SeeMailbox]),
    lasting("data_protection_officer", ["Ochrona danych", "Захист даних", "Data protection officer"], &[ProtectData, SeeResidents]),
    BuiltIn {
        word: "volunteer", name: ["Wolontariat", "Волонтерство", "Volunteer"], permissions: &[TakeReports], temporary: true
    },
];

/// What somebody in the built-in role `word` may do; an unknown role is `None`.
pub fn role(word: &str) -> Option<Permissions> {
    let role = ROLES.iter().find(|role| role.word == word)?;
    Some(role.permissions.iter().copied().collect())
}

/// What a role says: on a page, in a pack, in the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleText {
    /// What people read.
    pub name: Wording,
    /// What somebody in this role may do.
    pub permissions: Permissions,
    /// Whether accounts in it need an end date.
    pub temporary: bool,
}

impl RoleText {
    /// Whether the name can be shown, and the role allows something.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `name` (`staff-role-name-invalid`) or `permissions` (`staff-role-empty`).
    pub fn check(&self) -> Result<()> {
        check_name(&self.name)?;
        if self.permissions.iter().next().is_none() {
            return Err(Error::invalid("permissions", "staff-role-empty"));
        }
        Ok(())
    }

    pub(crate) fn to_json(&self) -> Json {
        json!({ "name": self.name, "permissions": self.permissions.to_json(), "temporary": self.temporary })
    }

    pub(crate) fn from_json(told: &Json) -> Option<Self> {
        Some(Self {
            name: serde_json::from_value(told.get("name")?.clone()).ok()?,
            permissions: Permissions::from_json(told.get("permissions")?),
            temporary: told.get("temporary")?.as_bool()?,
        })
    }
}

/// Whether the name of a role or skill can be shown on one line.
pub(crate) fn check_name(name: &Wording) -> Result<()> {
    let fits = |text: &str| text.chars().count() <= ROLE_NAME && !text.chars().any(char::is_control);
    let others = [&name.uk, &name.en].into_iter().flatten();
    let shown = !name.pl.trim().is_empty() && fits(&name.pl) && others.into_iter().all(|text| fits(text));
    if shown { Ok(()) } else { Err(Error::invalid("name_pl", "staff-role-name-invalid")) }
}

/// A role as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Made from the key, so that the same pack gives the same ids.
    pub id: Id,
    /// The word in packs.
    pub key: String,
    /// What it says now.
    pub text: RoleText,
    /// What the pack or the program says of it; `None` for a role made on a page.
    pub told: Option<RoleText>,
}

impl Role {
    /// The id that always belongs to `key`.
    pub fn id_of(key: &str) -> Id {
        Id::named("role", key)
    }

    /// A role as the pack or the program says it.
    pub fn told(key: &str, text: RoleText) -> Self {
        Self { id: Self::id_of(key), key: key.to_owned(), told: Some(text.clone()), text }
    }

    /// A role made on a page.
    pub fn own(key: &str, text: RoleText) -> Self {
        Self { id: Self::id_of(key), key: key.to_owned(), text, told: None }
    }

    /// Whether somebody has changed on a page what the pack or the program says.
    pub fn is_changed(&self) -> bool {
        self.told.as_ref().is_some_and(|told| *told != self.text)
    }
}

impl BuiltIn {
    /// The role as it is to be kept.
    pub fn role(&self) -> Role {
        let [pl, uk, en] = self.name.map(str::to_owned);
        let name = Wording { pl, uk: Some(uk), en: Some(en) };
        Role::told(self.word, RoleText { name, permissions: self.permissions.iter().copied().collect(), temporary: self.temporary })
    }
}

/// A role as `roles.toml` of a city pack tells it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackRole {
    /// The pack's word, such as `night_agent`; a built-in word changes that role.
    pub key: String,
    /// What people read.
    pub name: Wording,
    /// The words of permissions.
    pub permissions: Vec<String>,
    /// Whether accounts in it need an end date.
    #[serde(default)]
    pub temporary: bool,
}

impl PackRole {
    /// The role as it is to be kept.
    ///
    /// # Errors
    /// A sentence for whoever writes the pack.
    pub fn role(&self) -> std::result::Result<Role, String> {
        let key = &self.key;
        if !is_key(key) {
            return Err(format!("role {key:?}: a key has small letters, digits and _ - only"));
        }
        let known = |word: &String| {
            let words = Permission::ALL.map(Permission::word).join(", ");
            Permission::from_word(word).ok_or_else(|| format!("role {key}: there is no permission {word}, but {words}"))
        };
        let permissions = self.permissions.iter().map(known).collect::<std::result::Result<Permissions, _>>()?;
        let text = RoleText { name: self.name.clone(), permissions, temporary: self.temporary };
        text.check().map_err(|_| format!("role {key}: it needs a name of at most {ROLE_NAME} letters and a permission"))?;
        Ok(Role::told(key, text))
    }
}

/// Whether the text can be the key of a role: small letters, digits, `_` and `-`; `new` is an address of its own.
pub fn is_key(text: &str) -> bool {
    text != "new"
        && (1..=KEY_LENGTH).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
}

/// A key made of a name that people gave: "Nocna zmiana" becomes `nocna_zmiana`.
pub fn key_of(name: &str) -> String {
    let folded = base::fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").chars().take(KEY_LENGTH).collect()
}

/// What people may be good at; the list is the city's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        assert_eq!(role("boss"), None);
    }

    #[test]
    fn every_built_in_role_can_be_kept_and_comes_back() {
        for built_in in ROLES {
            let role = built_in.role();
            assert!(role.text.check().is_ok() && is_key(&role.key), "{}", built_in.word);
            assert_eq!(RoleText::from_json(&role.text.to_json()), Some(role.text.clone()));
            assert!(!role.is_changed());
        }
    }

    #[test]
    fn a_pack_is_told_what_is_wrong_with_a_role() {
        let check = |toml: &str, wanted: &str| {
            let said = toml::from_str::<PackRole>(toml).unwrap().role().map(|role| role.key).unwrap_or_else(|fault| fault);
            assert!(said.contains(wanted), "{said}");
        };
        check("key = 'night'\nname.pl = 'Noc'\npermissions = ['take_reports']", "night");
        check("key = 'Night'\nname.pl = 'Noc'\npermissions = ['take_reports']", "small letters");
        check("key = 'night'\nname.pl = 'Noc'\npermissions = ['fly']", "no permission fly, but take_reports");
        check("key = 'night'\nname.pl = 'Noc'\npermissions = []", "a permission");
        check("key = 'night'\nname.pl = ' '\npermissions = ['supervise']", "a name");
    }

    #[test]
    fn a_key_is_made_of_a_name() {
        assert_eq!(key_of("Nocna zmiana – święta"), "nocna_zmiana_swieta");
        assert!(!is_key(&key_of("!!!")));
    }
}
