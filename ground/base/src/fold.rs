//! Folding: the form of a text in which case and diacritics no longer matter.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without diacritics: `Święty Łukasz` becomes `swiety lukasz`, `ґанок` becomes `ганок`.
///
/// `ł` and `ґ` do not decompose under Unicode's NFD, so they are mapped by hand; Ukrainian
/// `й` and `ї` keep their marks, since they are letters of their own. Apostrophes are dropped.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfc().flat_map(char::to_lowercase) {
        match letter {
            'ł' => folded.push('l'),
            'ґ' => folded.push('г'),
            'ß' => folded.push_str("ss"),
            '\'' | '’' | 'ʼ' => {}
            'й' | 'ї' => folded.push(letter),
            ascii if ascii.is_ascii() => folded.push(ascii),
            other => folded.extend(std::iter::once(other).nfd().filter(|part| !is_combining_mark(*part))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn polish_and_ukrainian_letters_fold() {
        for (text, folded) in [
            ("Święty Łukasz", "swiety lukasz"),
            ("ŹDŹBŁO", "zdzblo"),
            ("Ґанок", "ганок"),
            ("п’ять", "пять"),
            ("Київ", "київ"),
            ("Straße", "strasse"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
