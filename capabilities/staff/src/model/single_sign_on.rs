//! The city's single sign-on: its settings, who comes from it, and what their groups let them do here.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use serde::{Deserialize, Serialize};

use super::{Login, Role};

/// How the city's provider of OpenID Connect is asked: the part `[single_sign_on]` of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SingleSignOnSettings {
    /// The provider, such as `https://logowanie.lipogrod.example/realms/urzad`, exactly as it calls itself.
    pub issuer: String,
    /// What the provider calls us.
    pub client_id: String,
    /// The file with the secret that the provider gave us; none for a public client.
    #[serde(default)]
    pub client_secret_file: Option<PathBuf>,
    /// Asked for besides `openid`.
    #[serde(default = "usual_scopes")]
    pub scopes: Vec<String>,
    /// The claim with the person's groups.
    #[serde(default = "usual_claim")]
    pub groups_claim: String,
    /// Whether people come in by passwords of their own too. When not, those who administer still do, for the day
    /// when the provider is down.
    #[serde(default = "yes")]
    pub local_passwords: bool,
    /// Certificates in PEM of an authority of the city's own.
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
    /// What each group of the provider lets its people do here.
    #[serde(default)]
    pub groups: BTreeMap<String, GroupRights>,
}

fn usual_scopes() -> Vec<String> {
    vec!["profile".into(), "email".into()]
}

fn usual_claim() -> String {
    "groups".into()
}

fn yes() -> bool {
    true
}

/// What a group lets its people do: roles alone, or roles and the unit they work in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum GroupRights {
    /// `"hejnal-agents" = ["agent"]`
    Roles(Vec<String>),
    /// `"hejnal-roads" = { roles = ["unit_staff"], unit = "zd" }`
    InUnit {
        /// Keys of roles.
        roles: Vec<String>,
        /// The pack's key of the unit.
        unit: String,
    },
}

impl GroupRights {
    fn roles(&self) -> &[String] {
        match self {
            Self::Roles(roles) | Self::InUnit { roles, .. } => roles,
        }
    }

    fn unit(&self) -> Option<&str> {
        match self {
            Self::Roles(_) => None,
            Self::InUnit { unit, .. } => Some(unit),
        }
    }
}

/// What somebody's groups come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// The keys of the roles that any of the groups gives.
    pub roles: BTreeSet<String>,
    /// The pack's key of the unit of the first group that names one.
    pub unit: Option<String>,
}

impl SingleSignOnSettings {
    /// What these groups let somebody do; `None` when none of them is known here.
    pub fn rights(&self, groups: &[String]) -> Option<Rights> {
        let known: Vec<&GroupRights> = self.groups.iter().filter(|(name, _)| groups.contains(name)).map(|(_, rights)| rights).collect();
        let roles = known.iter().flat_map(|rights| rights.roles()).cloned().collect();
        let unit = known.iter().find_map(|rights| rights.unit()).map(str::to_owned);
        (!known.is_empty()).then_some(Rights { roles, unit })
    }

    /// Whether the settings can be meant.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn check(&self) -> Result<(), String> {
        let here = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].iter().any(|start| self.issuer.starts_with(start));
        if !self.issuer.starts_with("https://") && !here {
            return Err(format!("single_sign_on.issuer: {} must begin with https://", self.issuer));
        }
        if self.client_id.is_empty() {
            return Err("single_sign_on.client_id: the provider's name for this program is missing".into());
        }
        Ok(())
    }

    /// Whether the groups name roles that the city has, and that need no last day: nobody would enter one.
    ///
    /// # Errors
    /// A sentence that names the group and the role.
    pub fn check_roles(&self, roles: &[Role]) -> Result<(), String> {
        for (group, rights) in &self.groups {
            for key in rights.roles() {
                match roles.iter().find(|role| role.key == *key) {
                    Some(role) if role.temporary => {
                        return Err(format!(
                            "single_sign_on.groups: {group:?} names {key:?}, but accounts with this role need a last day, which no group gives"
                        ));
                    }
                    Some(_) => {}
                    None => return Err(format!("single_sign_on.groups: {group:?} names {key:?}, but there is no such role")),
                }
            }
        }
        Ok(())
    }
}

/// Who the provider says has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The provider.
    pub issuer: String,
    /// Its name for the person, which never changes.
    pub subject: String,
    /// What may be their login here, the best first.
    pub names: Vec<String>,
    /// What they are called.
    pub name: String,
    /// Their groups.
    pub groups: Vec<String>,
}

impl Arrival {
    /// The login of the account that is made for them: the first name that can be one.
    pub fn login(&self) -> Option<Login> {
        self.names.iter().find_map(|name| name.parse().ok())
    }
}

/// Why somebody whom the provider knows does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// None of their groups is known here, or their account was deactivated.
    NoGroup,
    /// Their login belongs to a local account, which an administrator has not linked with them.
    LoginTaken,
    /// None of their names can be a login.
    NoLogin,
    /// Their groups no longer let them administer, and nobody else could; nothing was changed.
    LastAdministrator,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> SingleSignOnSettings {
        toml::from_str(
            "issuer = 'https://sso.example'\nclient_id = 'hejnal'\n[groups]\nagents = ['agent']\nroads = { roles = ['unit_staff'], unit = 'zd' }",
        )
        .unwrap()
    }

    fn roles(keys: &[&str]) -> BTreeSet<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn groups_add_up_and_unknown_ones_give_nothing() {
        let rights = |groups: &[&str]| settings().rights(&groups.iter().map(|group| (*group).to_owned()).collect::<Vec<_>>());
        assert_eq!(rights(&["choir"]), None);
        assert_eq!(rights(&[]), None);
        assert_eq!(rights(&["agents", "choir"]), Some(Rights { roles: roles(&["agent"]), unit: None }));
        let both = rights(&["roads", "agents"]).unwrap();
        assert_eq!(both.unit.as_deref(), Some("zd"));
        assert_eq!(both.roles, roles(&["agent", "unit_staff"]));
    }

    #[test]
    fn settings_that_cannot_be_meant_are_refused_by_name() {
        assert_eq!(settings().check(), Ok(()));
        let plain = SingleSignOnSettings { issuer: "http://sso.example".into(), ..settings() };
        assert!(plain.check().unwrap_err().contains("https://"));
        assert!(toml::from_str::<SingleSignOnSettings>("issuer = 'https://a'\nclient_id = 'b'\nissuers = 'c'").is_err());
    }
}
