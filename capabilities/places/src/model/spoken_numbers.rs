//! Numbers as people say them: `dwanaście`, `sto dwadzieścia trzy`, `trzeciego`, `dwudziestego dziewiątego`, `pod dwójką`.
//!
//! Words are folded. A word is known by its stem, so that one row holds the cardinal, the ordinal and the name of the
//! digit in all their cases.

/// The most words of one number: `tysiąc dziewięćset czterdziestego trzeciego`.
const MAX_WORDS: usize = 5;
/// Endings of ordinals (`trzeci`, `trzeciego`, `trzecia`) and of names of digits (`piątka`, `piątce`), cases included.
const ENDINGS: [&str; 21] =
    ["y", "i", "a", "e", "ego", "iego", "emu", "iemu", "ej", "iej", "ym", "im", "o", "ka", "ki", "ce", "ke", "ko", "ia", "iu", "u"];

/// A value, its words, and the stems of its ordinal and of the name of the digit.
type Row = (u32, &'static [&'static str], &'static [&'static str]);

/// Ones and teens: cardinals as they stand, and stems to which [`ENDINGS`] are added.
const UNITS: [Row; 19] = [
    (1, &["jeden", "jednego", "jednym", "jedynka", "jedynki", "jedynce", "jedynke"], &["pierwsz"]),
    (2, &["dwa", "dwie", "dwoch", "dwoma", "dwojka", "dwojki", "dwojce", "dwojke"], &["drug"]),
    (3, &["trzy", "trzech", "trzema", "trojka", "trojki", "trojce", "trojke"], &["trzec"]),
    (4, &["cztery", "czterech", "czterema", "czworka", "czworki", "czworce", "czworke"], &["czwart"]),
    (5, &["piec", "pieciu", "pieciom"], &["piat"]),
    (6, &["szesc", "szesciu"], &["szost"]),
    (7, &["siedem", "siedmiu", "siodemka", "siodemki", "siodemce", "siodemke"], &["siodm"]),
    (8, &["osiem", "osmiu"], &["osm", "osem"]),
    (9, &["dziewiec", "dziewieciu"], &["dziewiat"]),
    (10, &["dziesiec", "dziesieciu"], &["dziesiat"]),
    (11, &["jedenascie", "jedenastu"], &["jedenast"]),
    (12, &["dwanascie", "dwunastu"], &["dwunast"]),
    (13, &["trzynascie", "trzynastu"], &["trzynast"]),
    (14, &["czternascie", "czternastu"], &["czternast"]),
    (15, &["pietnascie", "pietnastu"], &["pietnast"]),
    (16, &["szesnascie", "szesnastu"], &["szesnast"]),
    (17, &["siedemnascie", "siedemnastu"], &["siedemnast"]),
    (18, &["osiemnascie", "osiemnastu"], &["osiemnast"]),
    (19, &["dziewietnascie", "dziewietnastu"], &["dziewietnast"]),
];

const TENS: [Row; 8] = [
    (20, &["dwadziescia", "dwudziestu"], &["dwudziest"]),
    (30, &["trzydziesci", "trzydziestu"], &["trzydziest"]),
    (40, &["czterdziesci", "czterdziestu"], &["czterdziest"]),
    (50, &["piecdziesiat", "piecdziesieciu"], &["piecdziesiat"]),
    (60, &["szescdziesiat", "szescdziesieciu"], &["szescdziesiat"]),
    (70, &["siedemdziesiat", "siedemdziesieciu"], &["siedemdziesiat"]),
    (80, &["osiemdziesiat", "osiemdziesieciu"], &["osiemdziesiat"]),
    (90, &["dziewiecdziesiat", "dziewiecdziesieciu"], &["dziewiecdziesiat"]),
];

const HUNDREDS: [Row; 9] = [
    (100, &["sto", "stu"], &["setn"]),
    (200, &["dwiescie", "dwustu"], &["dwusetn"]),
    (300, &["trzysta", "trzystu"], &["trzysetn"]),
    (400, &["czterysta", "czterystu"], &[]),
    (500, &["piecset", "pieciuset"], &[]),
    (600, &["szescset", "szesciuset"], &[]),
    (700, &["siedemset", "siedmiuset"], &[]),
    (800, &["osiemset", "osmiuset"], &[]),
    (900, &["dziewiecset", "dziewieciuset"], &[]),
];

const THOUSANDS: [Row; 1] = [(1000, &["tysiac"], &["tysieczn"])];

/// The number that the folded words begin with, and how many of them it takes.
pub(super) fn spoken<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<(u32, usize)> {
    let (mut total, mut taken, mut lowest) = (0, 0, u8::MAX);
    for word in words.into_iter().take(MAX_WORDS) {
        let Some((value, _, lowest_of_word)) = value(word).filter(|(_, highest, _)| *highest < lowest) else { break };
        total += value;
        taken += 1;
        lowest = lowest_of_word;
    }
    (taken > 0).then_some((total, taken))
}

/// The value of one word, with the highest and the lowest place that it fills: 4 thousands, 3 hundreds, 2 tens, 1 ones.
/// Teens fill tens and ones.
fn value(word: &str) -> Option<(u32, u8, u8)> {
    let tables: [(&[Row], u8); 4] = [(&THOUSANDS, 4), (&HUNDREDS, 3), (&TENS, 2), (&UNITS, 1)];
    tables.into_iter().find_map(|(table, place)| {
        let (value, ..) = table.iter().find(|(_, whole, stems)| whole.contains(&word) || stems.iter().any(|stem| inflects(word, stem)))?;
        let highest = if (10..20).contains(value) { 2 } else { place };
        Some((*value, highest, place))
    })
}

fn inflects(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending))
}

/// The value of Roman letters up to a hundred, as in `Jana Pawła II`; folded.
pub(super) fn roman(word: &str) -> Option<u32> {
    let digits = word.bytes().map(|letter| match letter {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        _ => None,
    });
    let digits: Vec<u32> = digits.collect::<Option<_>>()?;
    let signed = digits.iter().zip(digits.iter().skip(1).chain([&0])).map(|(digit, next)| {
        let digit = i64::from(*digit);
        if digit < i64::from(*next) { -digit } else { digit }
    });
    u32::try_from(signed.sum::<i64>()).ok().filter(|value| (1..=100).contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<(u32, usize)> {
        let folded = base::fold(text);
        spoken(folded.split(' '))
    }

    #[test]
    fn numbers_are_understood_as_they_are_said() {
        for (text, number) in [
            ("dwanaście", (12, 1)),
            ("sto dwadzieścia trzy", (123, 3)),
            ("trzeciego", (3, 1)),
            ("jedenastego listopada", (11, 1)),
            ("dwudziestego dziewiątego listopada", (29, 2)),
            ("dwójką", (2, 1)),
            ("siódemce", (7, 1)),
            ("dwunastką", (12, 1)),
            ("sto pięć a", (105, 2)),
            ("dwa trzy", (2, 1)),
            ("dziesięć dwa", (10, 1)),
            ("tysiąc dziewięćset czterdziestego trzeciego", (1943, 4)),
        ] {
            assert_eq!(said(text), Some(number), "{text}");
        }
        for text in ["", "stodoła", "trzeba", "długa", "piatego-x"] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn roman_letters_count() {
        for (text, value) in [("ii", Some(2)), ("xxiii", Some(23)), ("iv", Some(4)), ("maja", None), ("", None)] {
            assert_eq!(roman(text), value, "{text}");
        }
    }
}
