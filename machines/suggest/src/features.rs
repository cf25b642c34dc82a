//! What a text is to the model: a set of numbers, one for each word, beginning of a word and triple of letters in it.

use std::collections::BTreeSet;

/// The most words of a text that are looked at.
const WORDS: usize = 200;
/// The longest word that is looked at, in letters.
const LETTERS: usize = 30;
/// Lengths of beginnings that stand for all forms of a word.
const BEGINNINGS: [usize; 2] = [4, 6];

/// The features of a text, each once, in order.
pub(crate) fn features(text: &str) -> Vec<u32> {
    let words: Vec<Vec<char>> = folded_words(text).take(WORDS).collect();
    let mut found = BTreeSet::new();
    let mut before: Option<u32> = None;
    for word in &words {
        found.insert(hash('w', word));
        for length in BEGINNINGS.into_iter().filter(|length| word.len() > *length) {
            found.insert(hash('b', &word[..length]));
        }
        let edged: Vec<char> = [' '].into_iter().chain(word.iter().copied()).chain([' ']).collect();
        found.extend(edged.windows(3).map(|three| hash('t', three)));
        let beginning = hash('p', &word[..word.len().min(BEGINNINGS[0])]);
        found.extend(before.map(|before| before.rotate_left(7) ^ beginning));
        before = Some(beginning);
    }
    found.into_iter().collect()
}

/// Words in small letters without Polish signs; all else stands between words.
fn folded_words(text: &str) -> impl Iterator<Item = Vec<char>> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(LETTERS).flat_map(char::to_lowercase).map(plain).collect())
}

fn plain(letter: char) -> char {
    match letter {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        other => other,
    }
}

/// FNV-1a (draft-eastlake-fnv), 32 bits.
fn hash(kind: char, letters: &[char]) -> u32 {
    let bytes = [kind].into_iter().chain(letters.iter().copied()).flat_map(|letter| u32::from(letter).to_le_bytes());
    bytes.fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_case_and_what_stands_between_words_do_not_matter() {
        assert_eq!(features("Święta ŁÓDŹ"), features("swieta -- lodz!"));
        assert_ne!(features("lampa zgasła"), features("zgasła lampa"), "the order of words does");
        assert!(features(" .,- ").is_empty());
    }

    #[test]
    fn forms_of_a_word_share_most_of_their_features() {
        let (one, many) = (features("latarnia"), features("latarniami"));
        let shared = one.iter().filter(|feature| many.contains(feature)).count();
        assert!(shared * 2 > one.len(), "{shared} of {}", one.len());
    }
}
