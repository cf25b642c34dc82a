//! How Polish words change by case: a table of endings of adjectives and nouns, and the forms that follow from it.
//!
//! People say `na Głogowskiej`, `w parku Nadrzecznym`, `przy Rękawce` for Głogowska, Park Nadrzeczny, Rękawka. There is no
//! dictionary here: from a name every form is made that its ending allows, as an adjective and as a noun. A form too many
//! does no harm, since it is only compared with what was typed. Everything is folded, so `ń` is `n`, `ą` is `a`, `ó` is `o`:
//! the change of `ó` into `o` (`Dół`, `w Dole`) needs no rule, and accusative and instrumental in `-ą` need none either.
//!
//! Source: the declensions of any Polish grammar; the order of the examples is nominative, genitive, locative.

/// The fewest letters that stay before an ending.
const MIN_STEM: usize = 2;

/// Endings of one gender and number of the adjective. A word with any of them has all the others: the names of people
/// stand in the genitive (`Adama Asnyka`, `Świętego Marcina`), and are spoken in the locative (`przy Świętym Marcinie`).
const ADJECTIVES: [&[&str]; 10] = [
    // Głogowska, Głogowskiej; Długa, Długiej.
    &["ka", "kiej"],
    &["ga", "giej"],
    // Tania, Taniej.
    &["ia", "iej"],
    // Polna, Polnej; Cicha, Cichej.
    &["a", "ej"],
    // Nowy, Nowego, Nowym.
    &["y", "ego", "emu", "ym"],
    // Szewski, Szewskiego, Szewskim; Tani.
    &["i", "iego", "iemu", "im"],
    // Słoneczne, Słonecznego, Słonecznym.
    &["e", "ego", "emu", "ym"],
    // Mogilskie, Mogilskiego, Mogilskim.
    &["ie", "iego", "iemu", "im"],
    // Czerwone, Czerwonych, Czerwonym, Czerwonymi.
    &["e", "ych", "ym", "ymi"],
    // Jerozolimskie, Jerozolimskich, Jerozolimskim, Jerozolimskimi.
    &["ie", "ich", "im", "imi"],
];

/// Endings of nouns in the nominative, and what stands in their place in the other cases; of one word the longest fits.
const NOUNS: [(&str, &[&str]); 63] = [
    // Feminine in -a: the consonant before it softens in dative and locative.
    ("ka", &["ki", "ce", "ke", "ko", "kach", "kami", "kom"]), // Rękawka, Rękawki, Rękawce
    ("ga", &["gi", "dze", "ge", "go", "gach"]),               // Droga, Drogi, Drodze
    ("cha", &["chy", "sze", "che"]),                          // Skocha, Skochy, Skosze
    ("ra", &["ry", "rze", "re", "rach"]),                     // Góra, Góry, Górze
    ("ta", &["ty", "cie", "te", "tach"]),                     // Reduta, Reduty, Reducie
    ("da", &["dy", "dzie", "de", "dach"]),                    // Wygoda, Wygody, Wygodzie
    ("la", &["li", "le", "ly", "lach"]),                      // Wola, Woli; Skała, Skały, Skale
    ("cza", &["czy", "cze", "czach"]),                        // Zbocza
    ("rza", &["rzy", "rze", "rzach"]),                        // Zorza, Zorzy
    ("sza", &["szy", "sze", "szach"]),                        // Cisza, Ciszy
    ("dza", &["dzy", "dze", "dzach"]),                        // Miedza, Miedzy
    ("ca", &["cy", "ce", "cach"]),                            // Winnica, Winnicy
    ("za", &["zy", "zie", "ze", "zach"]),                     // Oaza, Oazy, Oazie; Róża, Róży
    ("eja", &["ei", "eje", "ejach"]),                         // Mierzeja, Mierzei
    ("ja", &["ji", "i", "je", "jach"]),                       // Szyja, Szyi
    ("ia", &["i", "ii", "ie", "iach"]),                       // Lutnia, Lutni; Akacja, Akacji
    ("a", &["y", "ie", "e", "o", "ach", "ami", "om"]),        // Fosa, Fosy, Fosie; Gumniska, Gumniskach
    // Masculine that loses its e.
    ("iek", &["ku", "ka", "kiem", "kowi"]),      // Stasiek, Staśka
    ("ek", &["ku", "ka", "kiem", "kowi", "ki"]), // Rynek, Rynku, Rynku
    ("iec", &["cu", "ca", "cem", "cowi"]),       // Kliniec, Klińca, Klińcu
    ("ec", &["cu", "ca", "cem", "cowi"]),        // Dworzec, Dworca, Dworcu
    ("rzec", &["rcu", "rca", "rcem", "rcowi"]),
    ("ien", &["niu", "nia", "niem"]), // Stopień, Stopnia, Stopniu
    ("iel", &["lu", "la", "lem"]),
    // ą that becomes ę.
    ("ag", &["egu", "agu", "egiem"]),        // Okrąg, Okręgu
    ("ab", &["ebu", "ebie", "abu", "abie"]), // Dąb, Dębu, Dębie
    // Masculine in a consonant: the locative in -u or softened in -e.
    ("ch", &["chu", "cha", "chem", "chow"]), // Gmach, Gmachu
    ("cz", &["czu", "cza", "czem", "czy"]),  // Lubicz, Lubicza, Lubiczu; Przełęcz, Przełęczy
    ("rz", &["rzu", "rza", "rzem", "rzy"]),  // Cmentarz, Cmentarza, Cmentarzu
    ("sz", &["szu", "sza", "szem", "szy"]),  // Kosz, Kosza, Koszu
    ("dz", &["dzu", "dza", "dzem", "dzy"]),
    ("k", &["ku", "ka", "kiem", "kowi", "ki", "kow"]),              // Szlak, Szlaku, Szlaku
    ("g", &["gu", "ga", "giem", "gi"]),                             // Brzeg, Brzegu, Brzegu
    ("st", &["scie", "stu", "stem"]),                               // Most, Mostu, Moście
    ("t", &["tu", "ta", "cie", "tem", "ty"]),                       // Kąt, Kąta, Kącie
    ("zd", &["zdu", "zdzie", "zdem"]),                              // Zjazd, Zjazdu, Zjeździe
    ("d", &["du", "da", "dzie", "dem", "dy"]),                      // Ogród, Ogrodu, Ogrodzie
    ("r", &["ru", "ra", "rze", "rem", "ry"]),                       // Bór, Boru, Borze
    ("l", &["lu", "la", "le", "lem", "li"]),                        // Dół, Dołu, Dole; Szpital, Szpitala, Szpitalu; Kolej
    ("j", &["ju", "ja", "jem", "i"]),                               // Ruczaj, Ruczaju; Kolej, Kolei
    ("c", &["cu", "ca", "cem", "ci", "cia", "ciu", "y"]),           // Plac, Placu; Kość, Kości
    ("n", &["nu", "na", "nie", "nem", "niu", "nia", "niem", "ni"]), // Młyn, Młyna, Młynie; Kamień; Przystań, Przystani
    ("s", &["su", "sa", "sie", "sem", "siu", "sia", "siem", "si"]), // Las, Lasu, Lesie; Wieś, Wsi
    ("z", &["zu", "za", "zie", "zem", "zy", "zi"]),                 // Przewóz, Przewozu, Przewozie
    ("b", &["bu", "ba", "bie", "bem", "biu", "bi"]),                // Klub, Klubu, Klubie
    ("p", &["pu", "pa", "pie", "pem", "piu", "pi"]),                // Sklep, Sklepu, Sklepie
    ("m", &["mu", "ma", "mie", "mem"]),                             // Dom, Domu; Przełom, Przełomie
    ("w", &["wu", "wa", "wie", "wem", "wia", "wiu"]),               // Ostrów, Ostrowa, Ostrowie
    ("f", &["fu", "fa", "fie", "fem"]),
    // Neuter.
    ("sko", &["ska", "sku", "skiem", "sk", "skach"]),  // Boisko, Boiska, Boisku
    ("ko", &["ka", "ku", "kiem"]),                     // Oko
    ("do", &["da", "dzie", "du", "dem"]),              // Rondo, Ronda, Rondzie
    ("asto", &["asta", "escie", "astu", "astem"]),     // Miasto, Miasta, Mieście
    ("to", &["ta", "cie", "tem"]),                     // Złoto, Złocie
    ("ro", &["ra", "rze", "rem"]),                     // Jezioro, Jeziora, Jeziorze
    ("lo", &["la", "le", "lu", "lem"]),                // Koło, Koła, Kole
    ("o", &["a", "u", "ie", "em", "om", "ach"]),       // Drzewo, Drzewa, Drzewie
    ("um", &[]),                                       // Muzeum stays as it is.
    ("e", &["a", "u", "em", "om", "ach", "ami", "i"]), // Pole, Pola, Polu; Błonie, Błoniach
    // Plural.
    ("ki", &["kach", "kami", "kom", "ek", "kow", "k"]), // Krzemionki, Krzemionek, Krzemionkach
    ("i", &["ach", "iach", "ami", "om", "ow"]),         // Maki, Makach
    ("y", &["ach", "ami", "om", "ow", ""]),             // Planty, Plant, Plantach
    ("ow", &["owie", "owa", "owu", "owem"]),            // Kraków, Krakowa, Krakowie
];

/// Every other form that the folded word may take, by the table; words of two letters and digits stay as they are.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut found: Vec<String> = ADJECTIVES.iter().flat_map(|endings| of_adjective(word, endings)).collect();
    found.extend(of_noun(word));
    found.sort_unstable();
    found.dedup();
    found.retain(|form| form != word);
    found
}

fn of_adjective(word: &str, endings: &'static [&'static str]) -> Vec<String> {
    let stem = endings.iter().find_map(|ending| stem(word, ending));
    stem.map(|stem| endings.iter().map(|ending| format!("{stem}{ending}")).collect()).unwrap_or_default()
}

fn of_noun(word: &str) -> Vec<String> {
    let fitting = NOUNS.iter().filter_map(|(ending, others)| Some((ending.len(), stem(word, ending)?, others)));
    let longest = fitting.max_by_key(|(length, ..)| *length);
    longest.map(|(_, stem, others)| others.iter().map(|ending| format!("{stem}{ending}")).collect()).unwrap_or_default()
}

fn stem<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    word.strip_suffix(ending).filter(|stem| stem.len() >= MIN_STEM && stem.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, spoken: &[&str]) {
        let forms = forms(&base::fold(name));
        for form in spoken {
            assert!(forms.contains(&base::fold(form)), "{form} is no form of {name}: {forms:?}");
        }
    }

    #[test]
    fn adjectives_change_by_gender_and_number() {
        check("Głogowska", &["Głogowskiej"]);
        check("Długa", &["Długiej"]);
        check("Tania", &["Taniej"]);
        check("Cicha", &["Cichej"]);
        check("Nowy", &["Nowego", "Nowym"]);
        check("Mogilskie", &["Mogilskiego", "Mogilskim"]);
        check("Czerwone", &["Czerwonych"]);
        check("Świętego", &["Święty", "Świętym"]);
        check("Konopnickiej", &["Konopnicka"]);
    }

    #[test]
    fn nouns_change_and_soften() {
        check("Rynek", &["Rynku"]);
        check("Szlak", &["Szlaku", "Szlakiem"]);
        check("Rękawka", &["Rękawki", "Rękawce", "Rękawkę"]);
        check("Droga", &["Drodze"]);
        check("Reduta", &["Reducie"]);
        check("Wygoda", &["Wygodzie"]);
        check("Dół", &["Dole"]);
        check("Ogród", &["Ogrodzie"]);
        check("Most", &["Moście", "Mostu"]);
        check("Przełęcz", &["Przełęczy"]);
        check("Dworzec", &["Dworca", "Dworcu"]);
        check("Wielopole", &["Wielopolu"]);
        check("Miasto", &["Miasta", "Mieście"]);
        check("Planty", &["Plantach"]);
        check("Krzemionki", &["Krzemionkach"]);
        check("Marcina", &["Marcinie"]);
        check("rondo", &["rondzie", "ronda"]);
    }

    #[test]
    fn digits_and_crumbs_stay_as_they_are() {
        for word in ["1943", "ii", "3a", "a", ""] {
            assert!(forms(word).is_empty(), "{word}: {:?}", forms(word));
        }
    }
}
