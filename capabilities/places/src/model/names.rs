//! The names of streets and landmarks as an index: from a typed word to the names that have it, in any of its forms.
//!
//! Every word of every name is kept once, with the forms it may take ([`declension`]), so a typed word costs one look-up.
//! Only a word that is no form of anything is compared letter by letter, and only with forms of about its length that
//! have about its letters.

use std::collections::HashMap;

use super::{
    areas::Area,
    declension, slips,
    spoken_numbers::roman,
    streets::{Prefix, Street},
    titles, words,
};

/// The most forms that a misspelt word may stand for.
const MAX_SLIPPED: usize = 12;
/// The weight of a word that names nothing by itself; a word of one name only weighs 1.
const WEAK: f64 = 0.15;
/// The weight of a word that very many names have.
const COMMON: f64 = 0.25;

/// What a name belongs to: its place in the gazetteer's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Owner {
    /// A street.
    Street(usize),
    /// A landmark.
    Landmark(usize),
    /// An area.
    Area(usize),
}

/// How a typed word fits a word of a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Fit {
    /// The word itself, diacritics aside.
    Same,
    /// As the pack writes it where it says where.
    Where,
    /// In another case, shortened, or another way to write the number.
    Inflected,
    /// With so many slips of the finger.
    Slip(u8),
}

/// A name as it is compared.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Whose it is.
    pub owner: Owner,
    /// What stands before the name of a street.
    pub prefix: Option<Prefix>,
    /// What sort of thing a landmark is.
    pub kind: Option<String>,
    /// Its words, as places in the index.
    pub words: Vec<usize>,
    /// All of it, folded, with single spaces.
    pub joined: String,
}

impl Name {
    fn of(owner: Owner, texts: &[String]) -> Self {
        Self { owner, prefix: None, kind: None, words: Vec::new(), joined: texts.join(" ") }
    }
}

/// A word of names.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Folded.
    pub text: String,
    /// How much it tells, 0–1: the fewer names have it, the more.
    pub weight: f64,
    /// The names that have it, and where in each.
    pub names: Vec<(usize, usize)>,
}

#[derive(Debug, Clone)]
struct Form {
    text: String,
    /// The words that take it.
    of: Vec<(usize, Fit)>,
}

/// All names of a city.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    names: Vec<Name>,
    words: Vec<Known>,
    forms: Vec<Form>,
    form_at: HashMap<String, usize>,
    /// The forms of each length, with their letters.
    by_length: Vec<Vec<(u32, usize)>>,
}

impl Names {
    /// Adds the name of a street. Call [`Names::finish`] after the last of all.
    pub(super) fn add_street(&mut self, at: usize, street: &Street) {
        let (prefix, texts) = own_prefix(street.prefix, words::texts(&street.name));
        self.add(Name { prefix: Some(prefix), ..Name::of(Owner::Street(at), &texts) }, &texts, &street.name_where);
    }

    /// Adds one of the names of a landmark.
    pub(super) fn add_landmark(&mut self, at: usize, kind: &str, name: &str, name_where: &str) {
        let texts = words::texts(name);
        if !texts.is_empty() {
            self.add(Name { kind: Some(kind.to_owned()), ..Name::of(Owner::Landmark(at), &texts) }, &texts, name_where);
        }
    }

    /// Adds the names of an area: without what stands in brackets, and with `Osiedle` as a prefix.
    pub(super) fn add_area(&mut self, at: usize, area: &Area) {
        let names = [Some(&area.name.pl), area.name.uk.as_ref(), area.name.en.as_ref()];
        for name in names.into_iter().flatten() {
            let (prefix, texts) = own_prefix(Prefix::Bare, words::texts(name.split('(').next().unwrap_or_default()));
            if !texts.is_empty() {
                let prefix = Some(prefix).filter(|prefix| *prefix != Prefix::Bare);
                self.add(Name { prefix, ..Name::of(Owner::Area(at), &texts) }, &texts, "");
            }
        }
    }

    fn add(&mut self, name: Name, texts: &[String], name_where: &str) {
        let spoken = words::texts(name_where);
        let spoken = spoken.len().checked_sub(texts.len()).map(|start| &spoken[start..]).unwrap_or_default();
        let at = self.names.len();
        let words: Vec<usize> = texts.iter().map(|text| self.known(text)).collect();
        for (position, word) in words.iter().enumerate() {
            self.words[*word].names.push((at, position));
            if let Some(form) = spoken.get(position) {
                self.form(form, *word, Fit::Where);
            }
        }
        self.names.push(Name { words, ..name });
    }

    /// Weighs the words and sorts the forms.
    pub(super) fn finish(&mut self) {
        let most = (self.names.len() as f64 + 2.0).ln();
        for word in &mut self.words {
            let common = 1.0 - (word.names.len() as f64).ln() / most;
            word.weight = match word.text.as_str() {
                text if titles::is_weak(text) => WEAK,
                text if titles::is_way(text) || Prefix::from_folded(text).is_some() => COMMON,
                _ => common.max(COMMON),
            };
        }
        for (at, form) in self.forms.iter().enumerate() {
            let length = form.text.len();
            if self.by_length.len() <= length {
                self.by_length.resize(length + 1, Vec::new());
            }
            self.by_length[length].push((slips::letter_set(&form.text), at));
        }
    }

    /// All names, in the order in which they were added.
    pub(super) fn all(&self) -> &[Name] {
        &self.names
    }

    /// A word of names.
    pub(super) fn word(&self, at: usize) -> &Known {
        &self.words[at]
    }

    /// Whether the folded word is a form of a word of a name.
    pub(super) fn has(&self, typed: &str) -> bool {
        self.form_at.contains_key(typed)
    }

    /// The words of names of which the folded typed word is a form.
    pub(super) fn of_typed(&self, typed: &str) -> Vec<(usize, Fit)> {
        self.form_at.get(typed).map(|at| self.forms[*at].of.clone()).unwrap_or_default()
    }

    /// As [`Names::of_typed`] for a word with slips: those with the fewest.
    pub(super) fn slipped(&self, typed: &str) -> Vec<(usize, Fit)> {
        let limit = slips::forgiven(typed.len());
        if !typed.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Vec::new();
        }
        for allowed in 1..=limit {
            let close = self.forms_within(typed, allowed);
            if !close.is_empty() {
                let words = close.into_iter().take(MAX_SLIPPED).flat_map(|form| self.forms[form].of.iter().map(|(word, _)| *word));
                let mut words: Vec<_> = words.map(|word| (word, Fit::Slip(allowed))).collect();
                words.sort_unstable();
                words.dedup();
                return words;
            }
        }
        Vec::new()
    }

    fn forms_within(&self, typed: &str, slips: u8) -> Vec<usize> {
        let (letters, reach) = (slips::letter_set(typed), usize::from(slips));
        let lengths = typed.len().saturating_sub(reach)..(typed.len() + reach + 1).min(self.by_length.len());
        let alike = self.by_length.get(lengths).unwrap_or_default().iter().flatten();
        let alike = alike.filter(|(set, _)| (set ^ letters).count_ones() <= 2 * u32::from(slips));
        alike.filter(|(_, at)| slips::between(typed, &self.forms[*at].text, slips).is_some()).map(|(_, at)| *at).collect()
    }

    /// The place of a word, with its forms when it is new.
    fn known(&mut self, text: &str) -> usize {
        if let Some(known) = self.form_at.get(text).and_then(|at| self.forms[*at].of.iter().find(|(_, fit)| *fit == Fit::Same)) {
            return known.0;
        }
        let at = self.words.len();
        self.words.push(Known { text: text.to_owned(), weight: 0.0, names: Vec::new() });
        self.form(text, at, Fit::Same);
        let number = roman(text).filter(|_| text.len() > 1 || text == "i" || text == "v").map(|number| number.to_string());
        let others = declension::forms(text).into_iter().chain(titles::short_for(text).iter().map(|short| (*short).to_owned()));
        for form in others.filter(|_| !titles::is_preposition(text)).chain(number) {
            self.form(&form, at, Fit::Inflected);
        }
        at
    }

    fn form(&mut self, text: &str, of: usize, fit: Fit) {
        let at = *self.form_at.entry(text.to_owned()).or_insert(self.forms.len());
        if at == self.forms.len() {
            self.forms.push(Form { text: text.to_owned(), of: Vec::new() });
        }
        let words = &mut self.forms[at].of;
        match words.iter_mut().find(|(word, _)| *word == of) {
            Some((_, known)) => *known = fit.min(*known),
            None => words.push((of, fit)),
        }
    }
}

/// A prefix that stands in the name itself (`plac Nowy`, `Gołębia ulica`) counts as the street's.
fn own_prefix(prefix: Prefix, mut texts: Vec<String>) -> (Prefix, Vec<String>) {
    let first = texts.first().and_then(|word| Prefix::from_folded(word)).filter(|_| texts.len() > 1);
    if let Some(first) = first {
        texts.remove(0);
        return (first, texts);
    }
    if texts.len() > 1 && texts.last().is_some_and(|word| Prefix::from_folded(word) == Some(Prefix::Street)) {
        texts.pop();
    }
    (prefix, texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut names = Names::default();
        for (at, (name, spoken)) in
            [("Olszowa", "przy ul. Olszowej"), ("Adama Mickiewicza", ""), ("Jana Pawła II", ""), ("plac Nowy", "")].into_iter().enumerate()
        {
            let street = Street { key: String::new(), prefix: Prefix::Street, name: name.to_owned(), name_where: spoken.to_owned() };
            names.add_street(at, &street);
        }
        names.finish();
        names
    }

    #[test]
    fn a_typed_word_leads_to_the_words_of_names() {
        let names = names();
        for (typed, text, fit) in [
            ("olszowa", "olszowa", Fit::Same),
            ("olszowej", "olszowa", Fit::Where),
            ("nowym", "nowy", Fit::Inflected),
            ("2", "ii", Fit::Inflected),
            ("mickeiwicza", "mickiewicza", Fit::Slip(1)),
            ("ulszova", "olszowa", Fit::Slip(2)),
        ] {
            let found = if let Fit::Slip(_) = fit { names.slipped(typed) } else { names.of_typed(typed) };
            assert!(found.iter().any(|(word, found)| names.word(*word).text == text && *found == fit), "{typed}: {found:?}");
        }
        assert!(names.of_typed("qwerty").is_empty() && names.slipped("qwerty").is_empty());
        assert!(names.slipped("nwy").is_empty(), "short words take no slips");
    }

    #[test]
    fn a_prefix_inside_the_name_is_the_streets_own() {
        assert_eq!(names().all()[3].prefix, Some(Prefix::Square));
        assert_eq!(names().all()[3].joined, "nowy");
    }
}
