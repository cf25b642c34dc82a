//! What residents call things and landmarks, and reading the number of a thing: `lampa 01234`, `słup nr L-1234`, `kosz 17`.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use base::fold;

use super::{assets::AssetKind, declension::forms, words::MAX_LETTERS};

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
/// The most words between what a thing is and its number.
const MAX_BETWEEN: usize = 3;

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

/// Every number of a thing that the text may name.
pub(super) fn numbered(text: &str) -> Vec<Numbered> {
    let cut: String = text.chars().take(MAX_LETTERS).collect();
    let folded = fold(&cut);
    let words: Vec<&str> = folded.split_whitespace().map(|word| word.trim_matches([',', ';', '.', ':', '"', '(', ')', '#'])).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let Some(kind) = ASSET_WORDS.get(*word) else { continue };
        let rest = &words[at + 1..];
        let between = rest.iter().take(MAX_BETWEEN).take_while(|word| NUMBER_WORDS.contains(*word)).count();
        found.extend(codes(&rest[between..]).map(|code| (Some(*kind), code)));
    }
    let bare = if words.len() > 1 && NUMBER_WORDS.contains(&words[0]) { &words[1..] } else { &words[..] };
    if found.is_empty() && bare.len() == 1 {
        found.extend(codes(bare).map(|code| (None, code)));
    }
    found.into_iter().map(|(kind, code)| Numbered { kind, code }).collect()
}

/// The number that the words begin with: one word, or letters and digits apart (`L 1234`).
fn codes<'a>(words: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
    let has_digit = |word: &&str| word.bytes().any(|byte| byte.is_ascii_digit());
    let one = words.first().copied().filter(has_digit).map(plain);
    let apart = words.first().filter(|letters| letters.len() <= 3).zip(words.get(1).copied().filter(has_digit));
    one.into_iter().chain(apart.map(|(letters, digits)| plain(&format!("{letters}{digits}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_things_are_read_in_any_case_of_the_thing() {
        for (text, kind, code) in [
            ("lampa 01234", Some(AssetKind::LampPost), "01234"),
            ("przy słupie nr L-1234.", Some(AssetKind::LampPost), "l1234"),
            ("słup l 1234", Some(AssetKind::LampPost), "l1234"),
            ("kosz 17 na Długiej", Some(AssetKind::Bin), "17"),
            ("na działce 12/4", Some(AssetKind::Parcel), "12/4"),
            ("parkomatu numer 203", Some(AssetKind::ParkingMeter), "203"),
            ("nr L-1234", None, "l1234"),
        ] {
            assert!(numbered(text).contains(&Numbered { kind, code: code.to_owned() }), "{text}: {:?}", numbered(text));
        }
        for text in ["lampa nie świeci", "Długa 12", "", "latarnia na Długiej 5"] {
            assert!(numbered(text).is_empty(), "{text}: {:?}", numbered(text));
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
