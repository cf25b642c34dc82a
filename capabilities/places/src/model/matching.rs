//! Which names a text speaks of, and how surely: the words of a name found side by side, weighed with what surrounds them.
//!
//! A name need not be whole: `Mickiewicza` means ul. Adama Mickiewicza, since few streets have that word and many have
//! `Adama`. In a sentence a name is told from other words by its prefix, a preposition, a capital or a number beside it.

use std::ops::Range;

use super::{
    HouseNumber,
    closeness::Closeness,
    house_number_texts as numbers,
    names::{Fit, Name, Names, Owner},
    streets::Prefix,
    things,
    titles::{is_preposition, is_title, is_way, is_weak},
    words::Word,
};

/// The share of a name that must be there, unless its last word is.
const LEAST_SHARE: f64 = 0.33;
/// Matches that fall so far behind the best are dropped, thousandths.
const FAR_BEHIND: i64 = 600;
/// What a match must have to be told from the other words of a sentence, thousandths.
const LEAST_SCORE: i64 = 700;
/// What a match with slips must have in a sentence, thousandths: more than its letters alone give.
const LEAST_SLIPPED: i64 = 1100;
/// A text of so few words is all name.
const SHORT: usize = 3;
/// The most words without meaning between two words of a name: `Adama (hr.) Potockiego`.
const MAX_GAP: usize = 2;

/// The words of a text with the words of names that each may be.
#[derive(Debug)]
pub(super) struct Typed {
    pub words: Vec<Word>,
    fits: Vec<Vec<(usize, Fit)>>,
    /// Whether capitals tell anything: not all is written in them.
    capitals_tell: bool,
}

/// A name found in a text.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub owner: Owner,
    pub closeness: Closeness,
    /// How sure, thousandths; the larger the better.
    pub score: i64,
    /// Where in the words the name stands, with its prefix.
    pub span: Range<usize>,
    /// The house number that goes with it.
    pub number: Option<HouseNumber>,
}

impl Match {
    /// Whether every word of the name stands there, without slips.
    pub(super) fn is_whole(&self) -> bool {
        self.closeness < Closeness::Words
    }
}

/// A typed word that fits a word of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    name: usize,
    at: usize,
    position: usize,
    fit: Fit,
}

impl Typed {
    /// Looks every word up.
    pub(super) fn new(words: Vec<Word>, names: &Names) -> Self {
        let fits: Vec<_> = words.iter().map(|word| names.of_typed(&word.text)).collect();
        let capitals_tell = words.iter().any(|word| word.capital) && words.iter().any(|word| !word.capital);
        let mut typed = Self { words, fits, capitals_tell };
        let slipped: Vec<_> = (0..typed.words.len()).map(|at| typed.may_slip(at).then(|| names.slipped(typed.text(at)))).collect();
        for (fits, slipped) in typed.fits.iter_mut().zip(slipped) {
            fits.extend(slipped.into_iter().flatten());
        }
        typed
    }

    /// Whether an unknown word is worth comparing letter by letter: in a sentence only where a name may be expected.
    fn may_slip(&self, at: usize) -> bool {
        let leads = |word: &Word| is_weak(&word.text) || word.is_initial() || Prefix::from_folded(&word.text).is_some();
        let known = |at: usize| self.fits.get(at).is_some_and(|fits| !fits.is_empty());
        let (before, after) = (at.checked_sub(1).map(|at| &self.words[at]), self.words.get(at + 1));
        self.fits[at].is_empty()
            && (self.words.len() <= SHORT
                || self.capitals_tell && self.words[at].capital
                || before.is_some_and(leads)
                || after.is_some_and(Word::is_number)
                || at > 0 && known(at - 1)
                || known(at + 1))
    }

    fn text(&self, at: usize) -> &str {
        &self.words[at].text
    }
}

/// The names in this part of the text, the surest first, each owner once.
pub(super) fn matches(names: &Names, typed: &Typed, part: Range<usize>) -> Vec<Match> {
    let pairs = pairs(names, typed, part.clone());
    let mut found: Vec<Match> = pairs.chunk_by(|a, b| a.name == b.name).filter_map(|group| best(names, typed, &part, group)).collect();
    // Of several names of one owner a whole one counts.
    found.sort_by_key(|one| (one.owner, !one.is_whole(), -one.score));
    found.dedup_by_key(|one| one.owner);
    found.sort_by_key(|one| (-one.score, one.owner));
    let most = found.first().map_or(0, |best| best.score);
    found.retain(|one| one.score >= most - FAR_BEHIND);
    found
}

/// All fitting pairs of names that have a telling word in the part, by name.
fn pairs(names: &Names, typed: &Typed, part: Range<usize>) -> Vec<Pair> {
    let pairs_of = |at: usize, weak: bool| {
        let fits = typed.fits[at].iter().filter(move |(word, _)| is_weak(&names.word(*word).text) == weak);
        fits.flat_map(move |(word, fit)| {
            names.word(*word).names.iter().map(move |(name, position)| Pair { name: *name, at, position: *position, fit: *fit })
        })
    };
    let mut found: Vec<Pair> = part.clone().flat_map(|at| pairs_of(at, false)).collect();
    found.sort_unstable();
    let telling = found.clone();
    let known = |name: usize| telling.binary_search_by(|pair| pair.name.cmp(&name)).is_ok();
    found.extend(part.flat_map(|at| pairs_of(at, true)).filter(|pair| known(pair.name)));
    found.sort_unstable();
    found
}

/// The best place of one name in the text.
fn best(names: &Names, typed: &Typed, part: &Range<usize>, pairs: &[Pair]) -> Option<Match> {
    let name = &names.all()[pairs[0].name];
    let found = pairs.iter().filter_map(|start| judged(names, name, typed, part, &side_by_side(names, name, typed, pairs, *start)));
    found.max_by_key(|one| (one.is_whole(), one.score, std::cmp::Reverse(one.span.start)))
}

/// The words of the name that stand one after the other from `start` on; those in the order of the name first.
fn side_by_side(names: &Names, name: &Name, typed: &Typed, pairs: &[Pair], start: Pair) -> Vec<Pair> {
    let mut found = vec![start];
    let mut next = start.at + 1;
    while let Some(last) = found.last().copied() {
        let free = |pair: &&Pair| pair.at == next && found.iter().all(|taken| taken.position != pair.position);
        let weight = |pair: &Pair| names.word(name.words[pair.position]).weight;
        let better =
            |a: &&Pair, b: &&Pair| (a.position > last.position).cmp(&(b.position > last.position)).then(weight(a).total_cmp(&weight(b)));
        let Some(word) = typed.words.get(next).filter(|word| !word.after_break) else { break };
        match pairs.iter().filter(free).max_by(better) {
            Some(pair) => found.push(*pair),
            None if next - last.at <= MAX_GAP && (is_title(&word.text) || word.is_initial() && !is_weak(&word.text)) => {}
            None => break,
        }
        next += 1;
    }
    found
}

/// The match that these pairs make, if it is one.
fn judged(names: &Names, name: &Name, typed: &Typed, part: &Range<usize>, pairs: &[Pair]) -> Option<Match> {
    let word = |pair: &Pair| names.word(name.words[pair.position]);
    let strong = |pair: &&Pair| !is_weak(&word(pair).text);
    let is_number = |pair: &&Pair| typed.words[pair.at].is_number() || word(pair).text.starts_with(|first: char| first.is_ascii_digit());
    let telling = |pair: &&Pair| strong(pair) && !is_number(pair) && word(pair).text.len() > 1;
    if !pairs.iter().any(|pair| telling(&pair)) {
        return None;
    }
    let all: f64 = name.words.iter().map(|at| names.word(*at).weight).sum();
    let matched: f64 = pairs.iter().map(|pair| word(pair).weight).sum();
    let last = name.words.iter().rposition(|at| !is_weak(&names.word(*at).text) && !is_way(&names.word(*at).text));
    let has_last = pairs.iter().any(|pair| Some(pair.position) == last);
    if matched / all < LEAST_SHARE && !has_last {
        return None;
    }
    let quality: f64 = pairs.iter().map(|pair| word(pair).weight * quality(pair.fit)).sum();
    let whole = quality / (matched + 0.25 * (all - matched));
    let count = |of_kind: bool| pairs.iter().filter(|pair| strong(pair) == of_kind).count().min(3) as f64;
    let length = count(true) * 0.1 + count(false) * 0.13;
    let most_telling = pairs.iter().map(|pair| word(pair).weight).fold(0.0, f64::max) * 0.2;
    let ordered = pairs.windows(2).all(|two| two[0].position < two[1].position);
    let span = pairs.first()?.at..pairs.last()?.at + 1;
    let number =
        numbers::after(&typed.words[..part.end], span.end).or_else(|| numbers::before(&typed.words[part.start..], span.start - part.start));
    let surroundings = context(typed, part, name, &span, number.is_some());
    let score = thousandths(whole + length + most_telling + surroundings - if ordered { 0.0 } else { 0.15 });
    let closeness = closeness(name, pairs, ordered);
    let enough = if matches!(closeness, Closeness::Typo(_)) && part.len() > SHORT { LEAST_SLIPPED } else { LEAST_SCORE };
    let prefixed = span.start > part.start && name.prefix.is_some() && Prefix::from_folded(typed.text(span.start - 1)) == name.prefix;
    let span = span.start - usize::from(prefixed)..span.end;
    (score >= enough).then_some(Match { owner: name.owner, closeness, score, span, number })
}

/// What the words around the name add or take.
fn context(typed: &Typed, part: &Range<usize>, name: &Name, span: &Range<usize>, has_number: bool) -> f64 {
    let mut sum = if has_number { 0.15 } else { 0.0 };
    let mut start = span.start;
    let before = |start: usize| (start > part.start).then(|| typed.text(start - 1));
    while before(start).is_some_and(|word| is_title(word) || typed.words[start - 1].is_initial() && !is_weak(word)) {
        sum += initial_fits(typed, name, start - 1, span.start - (start - 1));
        start -= 1;
    }
    if let Some(word) = before(start) {
        // "Most Lwowski" is not ul. Lwowska, nor any other bridge.
        let own = typed.fits[start - 1].iter().any(|(word, _)| name.words.contains(word));
        let of_word = |word: &str| things::kind_of_word(word).filter(|_| !own).map(|kind| of_kind(kind, name));
        let led = Prefix::from_folded(word).map(|prefix| of_prefix(prefix, name)).or_else(|| of_word(word));
        sum += led.unwrap_or_default();
        start -= usize::from(led.is_some());
    }
    sum -= less_likely(name);
    let mut led_by_preposition = false;
    while before(start).is_some_and(is_preposition) {
        led_by_preposition = true;
        start -= 1;
    }
    let capital =
        typed.capitals_tell && typed.words[span.clone()].iter().all(|word| word.capital || word.is_number() || is_weak(&word.text));
    let alone =
        start == part.start && (span.end == part.end || typed.words[span.end..part.end].iter().all(|word| numbers::belongs(&word.text)));
    let told = led_by_preposition || capital || has_number || start < span.start;
    sum += if led_by_preposition { 0.12 } else { 0.0 };
    sum += if capital { 0.12 } else { 0.0 };
    sum += if alone { 0.3 } else { 0.0 };
    // "nowa nawierzchnia jest krzywa": perhaps just a word.
    sum - if told || alone { 0.0 } else { 0.2 }
}

/// Of places with one name a street is meant rather than a square, a square rather than a landmark, and a stop last.
fn less_likely(name: &Name) -> f64 {
    match (name.prefix, name.kind.as_deref()) {
        (Some(Prefix::Street), _) => 0.0,
        (Some(_), _) => 0.02,
        (None, Some("stop")) => 0.06,
        (None, _) => 0.04,
    }
}

/// An initial before the name: `A. Mickiewicza` is Adama, not Jana.
fn initial_fits(typed: &Typed, name: &Name, at: usize, words_before: usize) -> f64 {
    let initial = typed.text(at);
    if initial.len() != 1 || words_before == 0 {
        return 0.0;
    }
    if name.joined.split(' ').any(|word| word.starts_with(initial)) { 0.05 } else { -0.2 }
}

/// `ul.` before an avenue is a common slip of the tongue; `rondo` before a street is not.
fn of_prefix(prefix: Prefix, name: &Name) -> f64 {
    match name.prefix {
        Some(own) if own == prefix => 0.25,
        Some(_) if prefix == Prefix::Street => 0.0,
        Some(_) => -0.15,
        None if prefix == Prefix::Street => -0.3,
        None => 0.0,
    }
}

fn of_kind(kind: &str, name: &Name) -> f64 {
    if name.kind.as_deref() == Some(kind) { 0.3 } else { -0.1 }
}

fn quality(fit: Fit) -> f64 {
    match fit {
        Fit::Same => 1.0,
        Fit::Where => 0.99,
        Fit::Inflected => 0.95,
        Fit::Slip(1) => 0.75,
        Fit::Slip(_) => 0.5,
    }
}

fn closeness(name: &Name, pairs: &[Pair], ordered: bool) -> Closeness {
    let slips: u8 = pairs.iter().map(|pair| if let Fit::Slip(slips) = pair.fit { slips } else { 0 }).sum();
    let worst = pairs.iter().map(|pair| pair.fit).max();
    match worst {
        _ if slips > 0 => Closeness::Typo(slips),
        _ if pairs.len() < name.words.len() || !ordered => Closeness::Words,
        Some(Fit::Same) => Closeness::Exact,
        Some(Fit::Where) => Closeness::Locative,
        _ => Closeness::Inflected,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a score is a small number")]
fn thousandths(score: f64) -> i64 {
    (score * 1000.0).round() as i64
}
