//! By what somebody is found again in words that others typed: their name and ways, however they are written.

use base::fold;

/// Digits by which a number is somebody's: those of a Polish number without its prefix.
const DIGITS: usize = 9;
/// Letters of a name that find somebody.
const LETTERS: usize = 3;

/// What names one person.
pub struct Traces {
    /// Without case and diacritics.
    texts: Vec<String>,
    /// The last digits of their numbers.
    numbers: Vec<String>,
}

impl Traces {
    /// What these names, addresses and numbers leave.
    pub fn of(strings: &[String]) -> Self {
        let texts = strings.iter().map(|string| plain(string)).filter(|text| !text.is_empty()).collect();
        let numbers = strings.iter().filter(|string| !string.contains(char::is_alphabetic)).map(|string| digits(string));
        Self { texts, numbers: numbers.filter(|number| number.len() >= DIGITS).map(|number| last(&number)).collect() }
    }

    /// Whether these words tell of the person: they hold a name, an address or a number of theirs, or are a part of their
    /// name by which they were found.
    pub fn stand_in(&self, words: &str) -> bool {
        let (said, number) = (plain(words), digits(words));
        self.texts.iter().any(|text| said.contains(text.as_str()) || is_part(&said, text))
            || self.numbers.iter().any(|own| number.contains(own.as_str()))
    }
}

/// Whether the words are one after another parts of a name or an address of post, in any order.
fn is_part(said: &str, text: &str) -> bool {
    let found = |word: &str| text.contains(word);
    !text.contains('@') && said.chars().filter(|letter| letter.is_alphabetic()).count() >= LETTERS && said.split(' ').all(found)
}

/// Folded, with single spaces.
fn plain(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn last(number: &str) -> String {
    number[number.len() - DIGITS..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_of_somebody_in_any_spelling() {
        let own = ["Zofia Żygzak", "+48605111222", "z.zygzak@poczta.example", "ul. Łąkowa 7, Lipogród", "5214349636"];
        let traces = Traces::of(&own.map(str::to_owned));
        for words in [
            "605 111 222",
            "0048 605-111-222",
            "(605) 111 222 Zofia",
            "Zygzak",
            "żygzak zofia",
            "ZYGZ",
            "Z.Zygzak@Poczta.example",
            "od z.zygzak@poczta.example w środę",
            "łąkowa 7",
            "521-434-96-36",
            "pani Zofia Żygzak z Łąkowej",
        ] {
            assert!(traces.stand_in(words), "{words}");
        }
        for words in ["605 111 223", "Zofia Nowak", "4821-907-5", "zo", "poczta.example", "", "111 222", "łąkowa 9"] {
            assert!(!traces.stand_in(words), "{words}");
        }
    }
}
