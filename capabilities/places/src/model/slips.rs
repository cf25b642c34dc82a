//! Slips of the finger: how many letters of two words differ, and which words of many are worth comparing.

/// The longest word that is compared letter by letter.
const MAX_LETTERS: usize = 30;

/// The most slips forgiven in a word of so many letters.
pub(super) fn forgiven(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Which letters a folded word has, one bit each: two words within n slips differ in at most 2n bits.
pub(super) fn letter_set(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| {
        set | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            _ => 1 << 26,
        }
    })
}

/// Letters changed, missing, added or swapped with a neighbour (optimal string alignment), up to `limit`.
pub(super) fn between(typed: &str, name: &str, limit: u8) -> Option<u8> {
    let (typed, name) = (typed.as_bytes(), name.as_bytes());
    let too_long = typed.len().max(name.len()) > MAX_LETTERS;
    if too_long || typed.len().abs_diff(name.len()) > usize::from(limit) {
        return None;
    }
    let mut rows = [[0_u8; MAX_LETTERS + 1]; 3];
    for (column, cell) in (0..).zip(rows[0].iter_mut()) {
        *cell = column;
    }
    for row in 1..=typed.len() {
        let (two_above, above, current) = ((row + 1) % 3, (row + 2) % 3, row % 3);
        rows[current][0] = rows[above][0] + 1;
        let mut least = rows[current][0];
        for column in 1..=name.len() {
            let changed = u8::from(typed[row - 1] != name[column - 1]);
            let mut slips = (rows[above][column - 1] + changed).min(rows[above][column] + 1).min(rows[current][column - 1] + 1);
            let swapped = row > 1 && column > 1 && typed[row - 1] == name[column - 2] && typed[row - 2] == name[column - 1];
            if swapped {
                slips = slips.min(rows[two_above][column - 2] + 1);
            }
            rows[current][column] = slips;
            least = least.min(slips);
        }
        // A later swap may still refer to the row above, which is at most one slip better.
        if least > limit + 1 {
            return None;
        }
    }
    Some(rows[typed.len() % 3][name.len()]).filter(|slips| *slips <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_changed_missing_added_and_swapped_are_one_slip_each() {
        for (typed, name, slips) in [
            ("olszowa", "olszowa", Some(0)),
            ("olsozwa", "olszowa", Some(1)),
            ("olszowaa", "olszowa", Some(1)),
            ("olszwa", "olszowa", Some(1)),
            ("ulszova", "olszowa", Some(2)),
            ("alszova3", "olszowa", None),
            ("", "ab", Some(2)),
            ("abc", "", None),
        ] {
            assert_eq!(between(typed, name, 2), slips, "{typed} {name}");
            assert_eq!(between(name, typed, 2), slips, "{name} {typed}");
        }
    }

    #[test]
    fn words_within_two_slips_have_nearly_the_same_letters() {
        for (typed, name) in [("olsozwa", "olszowa"), ("ulszova", "olszowa"), ("krmelicka", "karmelicka")] {
            assert!((letter_set(typed) ^ letter_set(name)).count_ones() <= 4);
        }
    }
}
