//! The city's single sign-on: its settings, who comes from it, and what their groups let them do here.

use std::{collections::BTreeMap, path::PathBuf};

use serde::{Deserialize, Serialize};

use super::{Login, Permissions, role};

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
        /// Words of roles.
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
    /// All that any of the groups lets them do.
    pub permissions: Permissions,
    /// The pack's key of the unit of the first group that names one.
    pub unit: Option<String>,
}

impl SingleSignOnSettings {
    /// What these groups let somebody do; `None` when none of them is known here.
    pub fn rights(&self, groups: &[String]) -> Option<Rights> {
        let known: Vec<&GroupRights> = self.groups.iter().filter(|(name, _)| groups.contains(name)).map(|(_, rights)| rights).collect();
        let roles = known.iter().flat_map(|rights| rights.roles());
        let permissions: Permissions = roles.filter_map(|word| role(word)).flat_map(|given| given.iter().collect::<Vec<_>>()).collect();
        let unit = known.iter().find_map(|rights| rights.unit()).map(str::to_owned);
        (!known.is_empty()).then_some(Rights { permissions, unit })
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
        for (group, rights) in &self.groups {
            if let Some(unknown) = rights.roles().iter().find(|word| role(word).is_none()) {
                return Err(format!("single_sign_on.groups: {group:?} names {unknown:?}, but there is no such role"));
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

    #[test]
    fn groups_add_up_and_unknown_ones_give_nothing() {
        let rights = |groups: &[&str]| settings().rights(&groups.iter().map(|group| (*group).to_owned()).collect::<Vec<_>>());
        assert_eq!(rights(&["choir"]), None);
        assert_eq!(rights(&[]), None);
        assert_eq!(rights(&["agents", "choir"]), Some(Rights { permissions: role("agent").unwrap(), unit: None }));
        let both = rights(&["roads", "agents"]).unwrap();
        assert_eq!(both.unit.as_deref(), Some("zd"));
        assert_eq!(both.permissions, role("specialist").unwrap());
    }

    #[test]
    fn settings_that_cannot_be_meant_are_refused_by_name() {
        assert_eq!(settings().check(), Ok(()));
        let plain = SingleSignOnSettings { issuer: "http://sso.example".into(), ..settings() };
        assert!(plain.check().unwrap_err().contains("https://"));
        let boss = BTreeMap::from([("g".to_owned(), GroupRights::Roles(vec!["boss".into()]))]);
        assert!(SingleSignOnSettings { groups: boss, ..settings() }.check().unwrap_err().contains("boss"));
        assert!(toml::from_str::<SingleSignOnSettings>("issuer = 'https://a'\nclient_id = 'b'\nissuers = 'c'").is_err());
    }
}
