//! What an account may do. Rights are asked by permission, never by role.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use Permission::{
    Administer, EditKnowledge, LeadUnit, ModeratePhotos, ProtectData, SeeAllCases, SeeResidents, Supervise, TakeReports, WorkCases,
};

/// One thing that an account may do. Its word is kept in the database and never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Talk with residents and take their reports.
    TakeReports,
    /// See the cases of one's own unit and work on them.
    WorkCases,
    /// See the cases of all units.
    SeeAllCases,
    /// Write what agents and residents read: cards and articles.
    EditKnowledge,
    /// Watch over the work: failed jobs, dispatch by hand.
    Supervise,
    /// Accounts, units and settings.
    Administer,
    /// Look a resident up, with a purpose that is written down.
    SeeResidents,
    /// Answer for personal data: requests of residents, retention, and who looked at what.
    ProtectData,
    /// Lead the people of one's own unit and those below it: their absences and deputies.
    LeadUnit,
    /// Publish photos of the cases that one sees, cover parts of them, or withhold them.
    ModeratePhotos,
}

impl Permission {
    /// All of them.
    pub const ALL: [Permission; 10] =
        [TakeReports, WorkCases, SeeAllCases, EditKnowledge, Supervise, Administer, SeeResidents, ProtectData, LeadUnit, ModeratePhotos];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            TakeReports => "take_reports",
            WorkCases => "work_cases",
            SeeAllCases => "see_all_cases",
            EditKnowledge => "edit_knowledge",
            Supervise => "supervise",
            Administer => "administer",
            SeeResidents => "see_residents",
            ProtectData => "protect_data",
            LeadUnit => "lead_unit",
            ModeratePhotos => "moderate_photos",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|permission| permission.word() == word)
    }
}

/// All that one account may do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Permissions(BTreeSet<Permission>);

impl Permissions {
    /// Whether `permission` is among them.
    pub fn hold(&self, permission: Permission) -> bool {
        self.0.contains(&permission)
    }

    /// Each of them once, always in the same order.
    pub fn iter(&self) -> impl Iterator<Item = Permission> + '_ {
        self.0.iter().copied()
    }

    /// As kept in the database: a JSON list of words.
    pub fn to_json(&self) -> serde_json::Value {
        self.iter().map(Permission::word).collect()
    }

    /// Reads the list of words. A word of another version of the program grants nothing.
    pub fn from_json(list: &serde_json::Value) -> Self {
        let words = list.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
        words.filter_map(Permission::from_word).collect()
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::role;

    #[test]
    fn every_permission_has_a_word_of_its_own_and_comes_back() {
        let all: Permissions = Permission::ALL.into_iter().collect();
        assert_eq!(all.to_json().as_array().unwrap().len(), Permission::ALL.len());
        assert_eq!(Permissions::from_json(&all.to_json()), all);
        assert_eq!(serde_json::to_value(&all).unwrap(), all.to_json(), "a pack writes the same words");
    }

    #[test]
    fn an_unknown_word_grants_nothing() {
        let read = Permissions::from_json(&serde_json::json!(["work_cases", "open_the_safe", 7]));
        assert_eq!(read, role("contractor").unwrap());
        assert_eq!(Permissions::from_json(&serde_json::json!("administer")), Permissions::default());
    }
}
