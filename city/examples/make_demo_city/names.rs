//! The names of streets, and the phrases that say where, declined as Polish wants it.

/// A street's name: prefix as on the sign, name, and where.
#[derive(Clone)]
pub struct Name {
    pub prefix: &'static str,
    pub name: &'static str,
    pub place: String,
}

/// Names that are declined otherwise than by [`name`]: the whole sign, and where.
const OTHERS: [(&str, &str); 14] = [
    ("Rynek", "na Rynku"),
    ("Bulwar", "na Bulwarze"),
    ("Bulwar Flisaków", "na Bulwarze Flisaków"),
    ("pl. Ratuszowy", "na pl. Ratuszowym"),
    ("pl. Wolności", "na pl. Wolności"),
    ("pl. Teatralny", "na pl. Teatralnym"),
    ("pl. Targowy", "na pl. Targowym"),
    ("os. Słoneczne", "na os. Słonecznym"),
    ("os. Leśne", "na os. Leśnym"),
    ("os. Hutników", "na os. Hutników"),
    ("os. Zielone Wzgórze", "na os. Zielonym Wzgórzu"),
    ("os. Ptasie", "na os. Ptasim"),
    ("rondo Kolejarzy", "przy rondzie Kolejarzy"),
    ("rondo Lotników", "przy rondzie Lotników"),
];

/// The name on this sign. A sign without a prefix is a street's; one word that ends in `a` is an adjective and is
/// declined, every other name is a genitive or a phrase that stays as it is.
pub fn name(sign: &'static str) -> Name {
    let (prefix, name) = match sign.split_once(". ") {
        Some((word, name)) => (&sign[..=word.len()], name),
        None => sign.strip_prefix("rondo ").map_or(("ul.", sign), |name| ("rondo", name)),
    };
    if let Some((_, place)) = OTHERS.iter().find(|(other, _)| *other == sign) {
        let bare = ["Rynek", "Bulwar", "Bulwar Flisaków"].contains(&sign);
        return Name { prefix: if bare { "" } else { prefix }, name, place: (*place).to_owned() };
    }
    Name { prefix, name, place: format!("przy {prefix} {}", declined(name)) }
}

/// The locative of an adjective: Rzeczna, Rzecznej; Długa, Długiej; Żabia, Żabiej.
fn declined(name: &str) -> String {
    match name.strip_suffix('a').filter(|_| !name.contains(' ')) {
        Some(stem) if stem.ends_with(['k', 'g']) => format!("{stem}iej"),
        Some(stem) => format!("{stem}ej"),
        None => name.to_owned(),
    }
}
