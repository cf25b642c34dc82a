//! `texts.toml` of a city pack: texts of the program in the city's own words.

use base::{Language, Wording};
use packs::{Fault, Section};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assembly::TEXTS;

/// `texts.toml`; a pack may do without.
pub const TEXTS_SECTION: Section = Section::list::<Text>("texts", "texts.toml", "text").optional();

/// A text of the program that the city says in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The key of the program's text, such as `portal-home-title`; the files `texts/pl.ftl` of the program have them all.
    pub key: String,
    /// The words. What the program puts in stands in braces, such as `{ $number }`. In a language that is left out the
    /// program's own words stay.
    pub say: Wording,
}

impl Text {
    fn in_each_language(&self) -> impl Iterator<Item = web::OwnText> + '_ {
        let said = [(Language::Pl, Some(&self.say.pl)), (Language::Uk, self.say.uk.as_ref()), (Language::En, self.say.en.as_ref())];
        let filled = said.into_iter().filter_map(|(language, text)| Some((language, text.filter(|text| !text.trim().is_empty())?)));
        filled.map(|(language, text)| web::OwnText { key: self.key.clone(), language, text: text.clone() })
    }
}

/// All of them, for [`web::Texts::with_own`].
pub fn own(texts: &[Text]) -> Vec<web::OwnText> {
    texts.iter().flat_map(Text::in_each_language).collect()
}

/// What the texts say that cannot be.
pub fn check(texts: &[Text]) -> Vec<Fault> {
    let fault = |text: &Text, own: web::OwnText| {
        let path = format!("say.{}", own.language.tag());
        own.fault(&TEXTS).map(|why| Fault::new("texts", &text.key, &path, why))
    };
    texts.iter().flat_map(|text| text.in_each_language().filter_map(|own| fault(text, own)).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_of_the_program_with_its_own_arguments_are_taken() {
        let check = |key: &str, pl: &str, wanted: &str| {
            let text = Text { key: key.into(), say: Wording { pl: pl.into(), uk: None, en: None } };
            let faults = super::check(&[text]);
            let said = faults.first().map(ToString::to_string).unwrap_or_default();
            assert!(if wanted.is_empty() { faults.is_empty() } else { said.contains(wanted) }, "{said}");
        };
        check("portal-new", "Mamy to. Twój numer: { $number }", "");
        check("portal-new", "Mamy to.", "");
        check("portal-new", "Mamy to, { $imie }", "puts no { $imie }");
        check("portal-new", "Mamy to { $number", "cannot be read");
        check("portal-nothing", "Nic", "no text \"portal-nothing\"");
    }
}
