//! Words that say little of themselves: titles and their abbreviations, prepositions, conjunctions.

/// Titles and other words that people shorten: the whole word as signs have it, and what is written for it; folded.
const SHORT: [(&str, &[&str]); 31] = [
    ("generala", &["gen", "general"]),
    ("gen", &["generala"]),
    ("swietego", &["sw"]),
    ("swiety", &["sw"]),
    ("swietej", &["sw"]),
    ("swietych", &["sw"]),
    ("ksiedza", &["ks"]),
    ("ksiecia", &["ks"]),
    ("krola", &["kr"]),
    ("krolowej", &["kr"]),
    ("doktora", &["dr"]),
    ("profesora", &["prof"]),
    ("profesor", &["prof"]),
    ("biskupa", &["bp"]),
    ("arcybiskupa", &["abp"]),
    ("kardynala", &["kard"]),
    ("podpulkownika", &["pplk"]),
    ("pulkownika", &["plk"]),
    ("majora", &["mjr"]),
    ("porucznika", &["por"]),
    ("kapitana", &["kpt"]),
    ("rotmistrza", &["rtm"]),
    ("harcmistrza", &["hm"]),
    ("inzyniera", &["inz"]),
    ("marszalka", &["marsz"]),
    ("admirala", &["adm"]),
    ("blogoslawionego", &["bl"]),
    ("batalionu", &["bat"]),
    ("braci", &["br"]),
    ("wielkiego", &["wlk"]),
    ("wielkopolskich", &["wlkp"]),
];

/// Titles that may be left out of a name or put before one without changing who is meant; folded.
const TITLES: [&str; 37] = [
    "generala",
    "gen",
    "general",
    "ksiedza",
    "ks",
    "doktora",
    "dr",
    "profesora",
    "profesor",
    "prof",
    "biskupa",
    "bp",
    "arcybiskupa",
    "abp",
    "kardynala",
    "kard",
    "pplk",
    "podpulkownika",
    "pulkownika",
    "plk",
    "majora",
    "mjr",
    "porucznika",
    "por",
    "kapitana",
    "kpt",
    "rotmistrza",
    "rtm",
    "harcmistrza",
    "hm",
    "inzyniera",
    "inz",
    "marszalka",
    "marsz",
    "admirala",
    "adm",
    "imienia",
];

/// Prepositions that lead to a place, the first of two words too (`w pobliżu`); folded.
const PREPOSITIONS: [&str; 22] = [
    "na",
    "przy",
    "w",
    "we",
    "z",
    "ze",
    "do",
    "od",
    "kolo",
    "obok",
    "pod",
    "nad",
    "naprzeciw",
    "naprzeciwko",
    "niedaleko",
    "za",
    "przed",
    "ku",
    "po",
    "blisko",
    "u",
    "przez",
];

/// What stands between the words of a name without meaning anything alone; folded.
const JOINTS: [&str; 4] = ["i", "a", "oraz", "im"];

/// Words for a way, which many names have and every report may; folded.
const WAYS: [&str; 7] = ["droga", "skwer", "pasaz", "bulwar", "deptak", "ulica", "boczna"];

/// What may be written instead of the word.
pub(super) fn short_for(word: &str) -> &'static [&'static str] {
    SHORT.iter().find(|(whole, _)| *whole == word).map_or(&[], |(_, short)| *short)
}

/// Whether the word is a title.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Whether the word is a preposition.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether the word names nothing by itself.
pub(super) fn is_weak(word: &str) -> bool {
    is_title(word) || is_preposition(word) || JOINTS.contains(&word)
}

/// Whether the word is one for a way, which tells little beside another.
pub(super) fn is_way(word: &str) -> bool {
    WAYS.contains(&word)
}
