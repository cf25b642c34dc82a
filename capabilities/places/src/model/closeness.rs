//! How closely a typed name fits a street's: equal, inflected, a part of it, its beginning, or a slip of the finger.
//!
//! Polish names decline (`Głogowska`, `na Głogowskiej`). Instead of a dictionary we compare what is left when the usual
//! endings of adjectives are cut off, and the locative that the pack gives for every street. Both texts are folded first,
//! so missing diacritics never matter.

use super::streets::{Prefix, Street};

/// The fewest letters that must remain of a word when its ending is cut off.
const MIN_STEM: usize = 3;
/// The fewest letters that count as the beginning of a name.
const MIN_BEGINNING: usize = 3;
/// Folded endings of Polish adjectives in all cases, longest first.
const ENDINGS: [&str; 19] =
    ["iego", "iemu", "iej", "ich", "imi", "ych", "ymi", "ego", "emu", "ej", "ia", "ie", "im", "ym", "a", "e", "i", "y", "o"];

/// How a typed name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// The name itself, diacritics aside.
    Exact,
    /// The name as the pack says where: `Olszowej`.
    Locative,
    /// The name in another case, as far as endings tell: `Olszowych`.
    Inflected,
    /// Some words of the name in their order: `Mickiewicza` for `Adama Mickiewicza`.
    Words,
    /// The first letters of the name.
    Beginning,
    /// One or two letters wrong, missing, added or swapped.
    Typo(u8),
}

/// What was typed for a name, made ready once for the comparison with every street.
#[derive(Debug)]
pub(super) struct Typed {
    words: Vec<String>,
    stems: Vec<String>,
    joined: String,
}

impl Typed {
    /// These folded words.
    pub(super) fn new(words: &[String]) -> Self {
        let words: Vec<String> = words.iter().flat_map(|word| words_of(word)).collect();
        Self { stems: stems(&words), joined: words.join(" "), words }
    }
}

/// The forms of one street's name that are compared, folded.
#[derive(Debug, Clone)]
pub(super) struct NameForms {
    words: Vec<String>,
    stems: Vec<String>,
    name: String,
    locative: String,
}

impl NameForms {
    /// The forms of the street's name.
    pub(super) fn new(street: &Street) -> Self {
        let words = words_of(&base::fold(&street.name));
        let locative = words_of(&base::fold(&street.name_where));
        // "przy ul. Olszowej": what follows the last prefix, or else the preposition.
        let start = locative.iter().rposition(|word| Prefix::from_folded(word).is_some()).unwrap_or(0);
        let locative = locative.get(start + 1..).unwrap_or_default().join(" ");
        Self { stems: stems(&words), name: words.join(" "), words, locative }
    }

    /// How closely the typed name fits, slips aside.
    pub(super) fn closeness(&self, typed: &Typed) -> Option<Closeness> {
        if typed.joined.is_empty() {
            None
        } else if typed.joined == self.name {
            Some(Closeness::Exact)
        } else if typed.joined == self.locative {
            Some(Closeness::Locative)
        } else if typed.stems == self.stems {
            Some(Closeness::Inflected)
        } else if self.holds_in_order(typed) {
            Some(Closeness::Words)
        } else {
            (typed.joined.chars().count() >= MIN_BEGINNING && self.name.starts_with(&typed.joined)).then_some(Closeness::Beginning)
        }
    }

    /// The slips between the typed name and this one or its locative, if they are few enough.
    pub(super) fn typo(&self, typed: &Typed) -> Option<Closeness> {
        let limit = match typed.joined.chars().count() {
            0..=3 => return None,
            4..=5 => 1,
            _ => 2,
        };
        let slips = [&self.name, &self.locative].into_iter().filter_map(|form| slips_between(&typed.joined, form, limit)).min()?;
        Some(Closeness::Typo(slips))
    }

    /// Whether every typed word is a word of the name (or its first letter), in order, and one is more than a letter.
    fn holds_in_order(&self, typed: &Typed) -> bool {
        let mut own = self.words.iter().zip(&self.stems);
        let fits = |word: &String, stem: &String, own_word: &String, own_stem: &String| match word.chars().count() {
            1 => own_word.starts_with(word.as_str()),
            _ => word == own_word || stem == own_stem,
        };
        let telling = typed.words.iter().any(|word| word.chars().count() >= MIN_STEM);
        telling
            && typed.words.iter().zip(&typed.stems).all(|(word, stem)| own.any(|(own_word, own_stem)| fits(word, stem, own_word, own_stem)))
    }
}

fn words_of(folded: &str) -> Vec<String> {
    folded.split([' ', '-', '.']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn stems(words: &[String]) -> Vec<String> {
    words.iter().map(|word| stem(word).to_owned()).collect()
}

/// The folded word without the ending of its case.
fn stem(word: &str) -> &str {
    let cut = |ending: &&str| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= MIN_STEM);
    ENDINGS.iter().find_map(cut).unwrap_or(word)
}

/// Letters changed, missing, added or swapped with a neighbour (optimal string alignment), up to `limit`.
fn slips_between(typed: &str, name: &str, limit: u8) -> Option<u8> {
    let (typed, name): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
    if typed.len().abs_diff(name.len()) > usize::from(limit) {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=name.len()).collect();
    for row in 1..=typed.len() {
        let mut current = vec![row];
        for column in 1..=name.len() {
            let changed = usize::from(typed[row - 1] != name[column - 1]);
            let mut slips = (above[column - 1] + changed).min(above[column] + 1).min(current[column - 1] + 1);
            let swapped = row > 1 && column > 1 && typed[row - 1] == name[column - 2] && typed[row - 2] == name[column - 1];
            if swapped {
                slips = slips.min(before[column - 2] + 1);
            }
            current.push(slips);
        }
        before = std::mem::replace(&mut above, current);
    }
    u8::try_from(above[name.len()]).ok().filter(|slips| *slips <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn street(name: &str, name_where: &str) -> NameForms {
        NameForms::new(&Street { key: "k".into(), prefix: Prefix::Street, name: name.into(), name_where: name_where.into() })
    }

    fn check(name: &str, name_where: &str, typed: &str, expected: Option<Closeness>) {
        let forms = street(name, name_where);
        let words = Typed::new(&words_of(&base::fold(typed)));
        assert_eq!(forms.closeness(&words).or_else(|| forms.typo(&words)), expected, "{typed} for {name}");
    }

    #[test]
    fn names_are_known_in_every_case_and_without_diacritics() {
        for (name, name_where, typed, expected) in [
            ("Głogowska", "przy ul. Głogowskiej", "glogowska", Closeness::Exact),
            ("Głogowska", "przy ul. Głogowskiej", "Głogowską", Closeness::Exact),
            ("Głogowska", "przy ul. Głogowskiej", "glogowskiej", Closeness::Locative),
            ("Rynek", "na Rynku", "rynku", Closeness::Locative),
            ("Stare Podwale", "na Starym Podwalu", "starym podwalu", Closeness::Locative),
            ("Słoneczne", "na os. Słonecznym", "słonecznego", Closeness::Inflected),
            ("Ratuszowy", "na pl. Ratuszowym", "Ratuszowego", Closeness::Inflected),
            ("Jerozolimskie", "w al. Jerozolimskich", "jerozolimskimi", Closeness::Inflected),
            ("Długa", "?", "długiej", Closeness::Inflected),
            ("Tania", "?", "taniej", Closeness::Inflected),
            ("Bociania", "?", "bocianiej", Closeness::Inflected),
            ("Cicha", "?", "cichej", Closeness::Inflected),
        ] {
            check(name, name_where, typed, Some(expected));
        }
    }

    #[test]
    fn long_names_are_known_by_their_words() {
        let (name, name_where) = ("Adama Mickiewicza", "przy ul. Adama Mickiewicza");
        for (typed, expected) in [
            ("Mickiewicza", Some(Closeness::Words)),
            ("a. mickiewicza", Some(Closeness::Words)),
            ("adama", Some(Closeness::Words)),
            ("adama mick", Some(Closeness::Beginning)),
            ("mickiewicza adama", None),
            ("b. mickiewicza", None),
            ("a", None),
        ] {
            check(name, name_where, typed, expected);
        }
    }

    #[test]
    fn a_slip_or_two_is_forgiven_in_longer_names_only() {
        for (typed, expected) in [
            ("olsozwa", Some(Closeness::Typo(1))),
            ("olszowaa", Some(Closeness::Typo(1))),
            ("olszwej", Some(Closeness::Typo(1))),
            ("ulszova", Some(Closeness::Typo(2))),
            ("alszova3", None),
        ] {
            check("Olszowa", "przy ul. Olszowej", typed, expected);
        }
        check("Lisia", "przy ul. Lisiej", "lsia", Some(Closeness::Typo(1)));
        check("Łąka", "przy ul. Łąka", "laa", None);
    }
}
