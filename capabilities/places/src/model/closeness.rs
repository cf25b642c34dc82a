//! How closely a typed name fits that of a place.

/// How a typed name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// The name itself, diacritics aside; or the code of an asset.
    Exact,
    /// The name as the pack says where: `Olszowej`.
    Locative,
    /// The name in another case, as far as endings tell: `Olszowych`; or shortened: `gen.`
    Inflected,
    /// Some words of the name: `Mickiewicza` for `Adama Mickiewicza`.
    Words,
    /// The first letters of the name.
    Beginning,
    /// So many letters wrong, missing, added or swapped.
    Typo(u8),
}
