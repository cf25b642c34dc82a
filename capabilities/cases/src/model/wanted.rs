//! What somebody looks for among their unit's cases, and the words by which an address says it.

use base::{Id, fold};

/// The longest words looked for, in characters.
pub const LONGEST_SOUGHT: usize = 200;

/// Which cases of the unit are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// All that are not closed.
    #[default]
    Open,
    /// Not closed, and in the hands of the viewer or of somebody for whom they stand in today.
    Mine,
    /// Not closed, and of one of their clocks the unit was warned.
    Ending,
    /// Not closed, and their promised moment is over.
    Late,
    /// Closed, newest first.
    Closed,
}

impl Filter {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 5] = [Self::Mine, Self::Open, Self::Ending, Self::Late, Self::Closed];

    /// The word in the page's address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Mine => "mine",
            Self::Ending => "ending",
            Self::Late => "late",
            Self::Closed => "closed",
        }
    }

    /// Reads the word; anything else is `Open`.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.word() == word).unwrap_or_default()
    }
}

/// Who deals with the cases that are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// Nobody by name.
    Nobody,
    /// This account.
    Of(Id),
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What is due first.
    #[default]
    Due,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

impl Order {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Due, Self::Newest, Self::Oldest];

    /// The word in the page's address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }
}

/// The word by which an address says that nobody deals with a case.
pub const NOBODY: &str = "nobody";

/// A search of the inbox. What an address says wrongly is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The tab.
    pub filter: Filter,
    /// Only of this service.
    pub service_id: Option<Id>,
    /// Only in this area.
    pub area_id: Option<Id>,
    /// Only in these hands.
    pub hands: Option<Hands>,
    /// Number, mark, place or words that have to stand in it; empty for any.
    pub words: String,
    /// The order.
    pub order: Order,
}

impl Wanted {
    /// Reads it from fields by name: `show`, `service`, `area`, `person`, `q`, `order`.
    pub fn of<'a>(field: impl Fn(&str) -> &'a str) -> Self {
        let id = |name: &str| field(name).parse::<Id>().ok();
        Self {
            filter: Filter::from_word(field("show")),
            service_id: id("service"),
            area_id: id("area"),
            hands: if field("person") == NOBODY { Some(Hands::Nobody) } else { id("person").map(Hands::Of) },
            words: field("q").trim().chars().take(LONGEST_SOUGHT).collect(),
            order: Order::ALL.into_iter().find(|order| order.word() == field("order")).unwrap_or_default(),
        }
    }

    /// The fields by which [`Self::of`] reads it again, without those that say nothing.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let hands = self.hands.map(|hands| match hands {
            Hands::Nobody => NOBODY.to_owned(),
            Hands::Of(account_id) => account_id.to_string(),
        });
        let order = (self.order != Order::default()).then(|| self.order.word().to_owned());
        let told = [
            ("show", Some(self.filter.word().to_owned())),
            ("service", self.service_id.map(|id| id.to_string())),
            ("area", self.area_id.map(|id| id.to_string())),
            ("person", hands),
            ("q", Some(self.words.clone()).filter(|words| !words.is_empty())),
            ("order", order),
        ];
        told.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Whether it says more than which tab.
    pub fn is_narrow(&self) -> bool {
        *self != Self { filter: self.filter, ..Self::default() }
    }
}

/// Whether every word that is sought stands in one of the texts, however it is spelled; hyphens in numbers may be left out.
pub fn tells(texts: &[&str], sought: &str) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let joined: Vec<String> = texts.iter().map(|text| text.replace('-', "")).collect();
    fold(sought).split_whitespace().all(|word| texts.iter().chain(&joined).any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &[(&str, &str)]) -> Wanted {
        Wanted::of(|name| query.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value))
    }

    #[test]
    fn what_an_address_says_comes_back_the_same() {
        let (service, person) = (Id::named("service", "lamp").to_string(), Id::named("account", "anna").to_string());
        for query in [
            vec![],
            vec![("show", "late"), ("q", "olszowa 14")],
            vec![("show", "mine"), ("service", service.as_str()), ("person", person.as_str()), ("order", "oldest")],
            vec![("show", "closed"), ("person", NOBODY)],
        ] {
            let wanted = read(&query);
            let fields = wanted.fields();
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(read(&fields), wanted, "{query:?}");
        }
        let wrong = read(&[("show", "x"), ("service", "?"), ("person", "me"), ("order", "up"), ("q", "  ")]);
        assert_eq!(wrong, Wanted::default());
        assert!(!wrong.is_narrow() && read(&[("q", "a")]).is_narrow());
    }

    #[test]
    fn words_are_found_in_any_spelling() {
        let texts = ["4821-907-5", "ul. Święty Marcin 14", "Or-II.0003.1.107.2017"];
        for sought in ["48219075", "swiety", "MARCIN 14", "or-ii.0003", "4821-907", ""] {
            assert!(tells(&texts, sought), "{sought}");
        }
        assert!(!tells(&texts, "marcin 15"));
    }
}
