//! What residents call things and landmarks, and reading the number of a thing: `lampa 01234`, `słup nr L-1234`, `kosz 17`.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use base::fold;

use super::{assets::AssetKind, declension::forms, words::Word};

/// The words by which people call assets, in the nominative, folded.
const ASSETS: [(AssetKind, &[&str]); 8] = [
    (AssetKind::LampPost, &["lampa", "latarnia", "slup", "lampy", "latarnie", "oprawa"]),
    (AssetKind::Bin, &["kosz", "smietnik", "pojemnik", "kontener", "kubel"]),
    (AssetKind::Stop, &["przystanek", "slupek"]),
    (AssetKind::Parcel, &["dzialka", "parcela"]),
    (AssetKind::ParkingMeter, &["parkomat", "parkometr"]),
    (
        AssetKind::Device,
        &["urzadzenie", "szafka", "szafa", "automat", "biletomat", "hydrant", "winda", "defibrylator", "kamera", "sygnalizator"],
    ),
    (AssetKind::Tree, &["drzewo", "dab", "lipa", "klon", "kasztanowiec", "pomnik przyrody"]),
    (AssetKind::Bench, &["lawka", "laweczka"]),
];

/// The words by which people call landmarks of the kinds that a pack mostly has.
const LANDMARKS: [(&str, &[&str]); 13] = [
    ("park", &["park"]),
    ("crossing", &["wezel", "przejazd"]),
    ("square", &["skwer"]),
    ("office", &["urzad"]),
    ("school", &["szkola", "liceum", "przedszkole"]),
    ("hospital", &["szpital", "przychodnia"]),
    ("stop", &["przystanek", "petla"]),
    ("station", &["dworzec", "stacja"]),
    ("monument", &["pomnik"]),
    ("cemetery", &["cmentarz"]),
    ("bridge", &["most", "wiadukt", "kladka"]),
    ("pool", &["basen", "plywalnia"]),
    ("market", &["targ", "targowisko", "bazar"]),
];

/// Folded words between what a thing is and its number.
const NUMBER_WORDS: [&str; 9] = ["nr", "numer", "numerze", "numerem", "numeru", "o", "oznaczona", "oznaczony", "z"];
/// What folded words that describe a thing begin with: `lampa uliczna`, `słup oświetleniowy`, `kosz na śmieci`.
const DESCRIBING: [&str; 16] = [
    "uliczn",
    "oswietl",
    "elektryczn",
    "drogow",
    "autobusow",
    "tramwajow",
    "komunaln",
    "ewidencyjn",
    "smieci",
    "odpad",
    "psie",
    "odchod",
    "papier",
    "szklo",
    "plasti",
    "energetyczn",
];
/// The most words between what a thing is and its number.
const MAX_BETWEEN: usize = 4;
/// The most letters before the digits of a number: `L-1234`, `PM-0051`.
const MAX_CODE_LETTERS: usize = 3;

static ASSET_WORDS: LazyLock<HashMap<String, AssetKind>> = LazyLock::new(|| inflected(ASSETS.iter().map(|(kind, words)| (*kind, *words))));
static LANDMARK_WORDS: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| inflected(LANDMARKS.iter().map(|(kind, words)| (*kind, *words))));

fn inflected<K: Copy>(kinds: impl Iterator<Item = (K, &'static [&'static str])>) -> HashMap<String, K> {
    let with_forms = |word: &&'static str| std::iter::once((*word).to_owned()).chain(forms(word));
    kinds.flat_map(|(kind, words)| words.iter().flat_map(with_forms).map(move |word| (word, kind))).collect()
}

/// The kind of landmark that a folded word in any case means.
pub(super) fn kind_of_word(word: &str) -> Option<&'static str> {
    LANDMARK_WORDS.get(word).copied()
}

/// A number of a thing in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered {
    /// What the text calls it; `None` when the text is the bare number.
    pub kind: Option<AssetKind>,
    /// The number, as [`plain`] leaves it.
    pub code: String,
    /// Where in the words it stands, with what it is called.
    pub span: Range<usize>,
}

/// What makes two spellings of a number equal: folded, without hyphens, dots and spaces.
pub(crate) fn plain(code: &str) -> String {
    fold(code).chars().filter(|letter| letter.is_alphanumeric() || *letter == '/').collect()
}

/// The digits of a plain number without leading zeros, for whoever leaves out the letters: `1234` for `L-01234`.
pub(super) fn digits(plain: &str) -> String {
    let kept: String = plain.chars().filter(|letter| letter.is_ascii_digit() || *letter == '/').collect();
    kept.trim_start_matches('0').to_owned()
}

/// The letters before the digits of a plain number: `l` for `l01234`.
pub(super) fn letters(plain: &str) -> &str {
    &plain[..plain.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0)]
}

/// Every number of a thing that the words may tell; spoken numbers should be digits.
pub(super) fn numbered(words: &[Word]) -> Vec<Numbered> {
    let mut found: Vec<Numbered> = Vec::new();
    for at in 0..words.len() {
        let called = ASSET_WORDS.get(&words[at].text).filter(|_| found.last().is_none_or(|last| last.span.end <= at));
        found.extend(called.and_then(|kind| {
            let between = words[at + 1..].iter().take(MAX_BETWEEN).take_while(|word| leads(&word.text)).count();
            let (code, end) = code(words, at + 1 + between)?;
            Some(Numbered { kind: Some(*kind), code, span: at..end })
        }));
    }
    let bare = usize::from(words.len() > 1 && NUMBER_WORDS.contains(&words[0].text.as_str()));
    let whole = code(words, bare).filter(|(_, end)| found.is_empty() && *end == words.len());
    found.extend(whole.map(|(code, end)| Numbered { kind: None, code, span: 0..end }));
    found
}

/// Whether the word may stand between what a thing is and its number.
fn leads(word: &str) -> bool {
    word == "na" || NUMBER_WORDS.contains(&word) || DESCRIBING.iter().any(|start| word.starts_with(start))
}

/// The number that stands at this place, digits alone or after a few letters (`L 1234`), and where it ends.
fn code(words: &[Word], at: usize) -> Option<(String, usize)> {
    let first = words.get(at)?;
    if first.is_number() {
        return Some((plain(&first.text), at + 1));
    }
    let letters = first.text.len() <= MAX_CODE_LETTERS && first.text.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = words.get(at + 1).filter(|word| letters && word.is_number() && !word.after_break)?;
    Some((plain(&format!("{}{}", first.text, digits.text)), at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::{with_digits, words};

    fn told(text: &str) -> Vec<(Option<AssetKind>, String)> {
        let words = words(text);
        numbered(&with_digits(&words).unwrap_or(words)).into_iter().map(|one| (one.kind, one.code)).collect()
    }

    #[test]
    fn numbers_of_things_are_read_in_any_case_of_the_thing() {
        for (text, kind, code) in [
            ("lampa 01234", Some(AssetKind::LampPost), "01234"),
            ("przy słupie nr L-1234.", Some(AssetKind::LampPost), "l1234"),
            ("słup l 1234", Some(AssetKind::LampPost), "l1234"),
            ("lampa uliczna L-1234", Some(AssetKind::LampPost), "l1234"),
            ("słup oświetleniowy nr 1234 nie świeci", Some(AssetKind::LampPost), "1234"),
            ("lampa tysiąc dwieście trzydzieści cztery", Some(AssetKind::LampPost), "1234"),
            ("kosz na śmieci K-0087", Some(AssetKind::Bin), "k0087"),
            ("kosz na psie odchody 87", Some(AssetKind::Bin), "87"),
            ("kosz 17 na Długiej", Some(AssetKind::Bin), "17"),
            ("na działce 12/4", Some(AssetKind::Parcel), "12/4"),
            ("parkomatu numer 203", Some(AssetKind::ParkingMeter), "203"),
            ("nr L-1234", None, "l1234"),
        ] {
            assert_eq!(told(text), [(kind, code.to_owned())], "{text}");
        }
        for text in ["lampa nie świeci", "Długa 12", "", "latarnia na Długiej 5", "kosz obok bloku 7"] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }

    #[test]
    fn zeros_and_letters_in_front_may_be_left_out() {
        assert_eq!(digits(&plain("L-01234")), "1234");
        assert_eq!(digits(&plain("12/4")), "12/4");
    }

    #[test]
    fn landmarks_are_called_by_their_kind_in_any_case() {
        assert_eq!(kind_of_word("przystanku"), Some("stop"));
        assert_eq!(kind_of_word("dworcu"), Some("station"));
        assert_eq!(kind_of_word("polna"), None);
    }
}
