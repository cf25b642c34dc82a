//! A service, and the catalogue of all of them in memory.

mod checks;
mod forms;
mod orders;
mod questions;
mod routes;

use std::collections::HashMap;

use base::{Id, Language, Wording};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) use checks::{Refs, faults, warnings};
pub use forms::LegalForm;
pub use orders::{Allow, Expected, Order, Per};
pub use questions::{
    Answer, AnswerKind, AnswerOption, Asked, Condition, Flaw, LONGEST_ANSWER, MAX_OPTIONS, MAX_QUESTIONS, Question, Stop, asked,
};
pub use routes::{Because, Circumstances, Note, Owner, Route, Routed, Thing, notes, route, table_version};

/// What sort of matter a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something is to be mended or removed.
    Intervention,
    /// Something is to be told.
    Question,
    /// Something could be better.
    Idea,
    /// Somebody was treated badly.
    Complaint,
    /// Somebody was treated well.
    Compliment,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [Self::Intervention, Self::Question, Self::Idea, Self::Complaint, Self::Compliment];

    /// The word kept in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Intervention => "intervention",
            Self::Question => "question",
            Self::Idea => "idea",
            Self::Complaint => "complaint",
            Self::Compliment => "compliment",
        }
    }

    /// Reads the word; an unknown one is `None`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A question whose "yes" means that somebody is in danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Danger {
    /// The question.
    pub ask: Wording,
    /// The number to call at once.
    pub call: String,
}

/// Services that stand together in the chooser.
#[derive(Debug, Clone)]
pub struct Group {
    /// The pack's word.
    pub key: String,
    /// Its heading.
    pub name: Wording,
}

/// Something the city offers to do or tell.
#[derive(Debug, Clone)]
pub struct Service {
    /// Made from the key, so that the same pack gives the same ids.
    pub id: Id,
    /// The pack's word, also used in addresses and forms.
    pub key: String,
    /// The group it stands in.
    pub group: String,
    /// What sort of case it opens.
    pub kind: Kind,
    /// Its name.
    pub name: Wording,
    /// A sentence that helps to choose it.
    pub hint: Option<Wording>,
    /// Further words by which it is found.
    pub keywords: String,
    /// The unit that deals with it.
    pub unit_id: Option<Id>,
    /// Whether place and kind of its cases are shown to everybody.
    pub public: bool,
    /// Working days until the promised moment.
    pub deadline_working_days: i64,
    /// The question that is asked before anything else.
    pub danger: Option<Danger>,
    /// Whatever else the pack says of it; empty for most.
    pub details: Details,
}

/// What a pack may say of a service beyond the first page of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Details {
    /// Whether its cases are nobody's business outside their unit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// Working days until the first answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_answer_working_days: Option<i64>,
    /// Whether the promise stands still while the author is asked something.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stands_while_asked: bool,
    /// What its cases may be in law; a person confirms it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// The archive category of its cases: `BE5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// The key of the rule by which its cases are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<String>,
    /// What an agent asks before telling anything of such a case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verify: Vec<Verification>,
    /// What is asked before a report is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Which other reports are likely about the same thing; the usual when the pack says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicates: Option<Duplicates>,
    /// Which unit gets a case when it is not the service's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
}

/// Which other cases of a service are likely about the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duplicates {
    /// Within so many metres; 0 when no two are ever about the same thing.
    pub metres: i64,
    /// Those that ended in the last so many days, too.
    pub days: i64,
}

impl Duplicates {
    /// Where a pack says nothing: across the street, and what was closed in two weeks.
    pub const USUAL: Self = Self { metres: 50, days: 14 };
    /// The most metres, and the most days.
    pub const MOST: Self = Self { metres: 2_000, days: 365 };
}

/// A question of the matter by which a caller shows that the case is theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// The pack's word, once in a service.
    pub key: String,
    /// The question.
    pub ask: Wording,
}

impl Service {
    /// Which other cases are likely about the same thing.
    pub fn duplicates(&self) -> Duplicates {
        self.details.duplicates.unwrap_or(Duplicates::USUAL)
    }

    /// Whether its cases are nobody's business outside their unit.
    pub fn sensitive(&self) -> bool {
        self.details.sensitive
    }
}

/// All services on offer, in the pack's order.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    groups: Vec<Group>,
    services: Vec<Service>,
    by_key: HashMap<String, usize>,
    by_id: HashMap<Id, usize>,
}

impl Catalogue {
    /// A catalogue of these, in this order.
    pub fn new(groups: Vec<Group>, services: Vec<Service>) -> Self {
        let by_key = services.iter().enumerate().map(|(place, service)| (service.key.clone(), place)).collect();
        let by_id = services.iter().enumerate().map(|(place, service)| (service.id, place)).collect();
        Self { groups, services, by_key, by_id }
    }

    /// All services.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// The groups, each with its services.
    pub fn grouped(&self) -> impl Iterator<Item = (&Group, Vec<&Service>)> {
        self.groups.iter().map(|group| (group, self.services.iter().filter(|service| service.group == group.key).collect()))
    }

    /// The service with this key.
    pub fn by_key(&self, key: &str) -> Option<&Service> {
        self.by_key.get(key).map(|place| &self.services[*place])
    }

    /// The service with this id.
    pub fn by_id(&self, id: Id) -> Option<&Service> {
        self.by_id.get(&id).map(|place| &self.services[*place])
    }

    /// The name of the service with this id, for pages; empty when it is gone.
    pub fn name(&self, id: Id, language: Language) -> &str {
        self.by_id(id).map_or("", |service| service.name.of(language))
    }
}
