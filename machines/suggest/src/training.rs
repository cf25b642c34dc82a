//! Training: stochastic gradient descent on the logarithmic loss, then a temperature that makes probabilities true.

use std::{
    collections::{BTreeSet, HashMap},
    fmt,
};

use crate::{
    features::features,
    model::{Model, share_of, softmax},
};

/// The most labels of a model; a city has some hundred services.
pub const LABELS: usize = 1_000;
/// The most features that get weights: the commonest, of those that at least two texts have.
pub const FEATURES: usize = 1 << 16;
/// How often all texts are gone through.
const ROUNDS: usize = 12;
/// The first step of a descent; later ones are smaller.
const STEP: f32 = 2.0;
/// Of how many texts one is held back to fit the temperature: the newest tenth.
const HELD_BACK: usize = 10;
/// The fewest texts of which a tenth says anything of probabilities.
const ENOUGH_TO_CALIBRATE: usize = 200;

/// A text and the label that it was given in the end. Examples stand in the order of time, the oldest first.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    /// What somebody wrote.
    pub text: &'a str,
    /// What it was about.
    pub label: &'a str,
}

/// Texts of which nothing can be learnt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFew;

impl fmt::Display for TooFew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is nothing to learn from: at least two labels (at most {LABELS}) are needed, and words that two texts share")
    }
}

impl std::error::Error for TooFew {}

/// Trains a model; the same examples and seed give the same model.
///
/// # Errors
/// [`TooFew`] without two labels, or without a word that two texts share.
pub fn train(examples: &[Example<'_>], seed: u64) -> Result<Model, TooFew> {
    let read = Read::of(examples)?;
    let mut model = descend(&read, 0..examples.len(), seed);
    if examples.len() >= ENOUGH_TO_CALIBRATE {
        let split = examples.len() - examples.len() / HELD_BACK;
        let earlier = descend(&read, 0..split, seed);
        model.temperature = temperature(&earlier, &read.texts[split..]);
    }
    Ok(model)
}

/// The examples as numbers.
struct Read {
    labels: Vec<String>,
    known: Vec<u32>,
    /// Rows of known features, and the label.
    texts: Vec<(Vec<usize>, usize)>,
}

impl Read {
    fn of(examples: &[Example<'_>]) -> Result<Self, TooFew> {
        let labels: Vec<String> =
            examples.iter().map(|example| example.label).collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect();
        let all: Vec<Vec<u32>> = examples.iter().map(|example| features(example.text)).collect();
        let known = commonest(&all);
        if known.is_empty() || !(2..=LABELS).contains(&labels.len()) {
            return Err(TooFew);
        }
        let rows = |found: &Vec<u32>| found.iter().filter_map(|feature| known.binary_search(feature).ok()).collect();
        let label = |example: &Example<'_>| labels.binary_search_by(|known| known.as_str().cmp(example.label)).unwrap_or_default();
        let texts = all.iter().zip(examples).map(|(found, example)| (rows(found), label(example))).collect();
        Ok(Self { texts, labels, known })
    }
}

/// The features that at least two texts have, the commonest of them, in order.
fn commonest(all: &[Vec<u32>]) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    all.iter().flatten().for_each(|feature| *counts.entry(*feature).or_default() += 1);
    let mut shared: Vec<(u32, u32)> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
    shared.sort_by_key(|(feature, count)| (u32::MAX - count, *feature));
    let mut known: Vec<u32> = shared.into_iter().take(FEATURES).map(|(feature, _)| feature).collect();
    known.sort_unstable();
    known
}

fn descend(read: &Read, range: std::ops::Range<usize>, seed: u64) -> Model {
    let labels = read.labels.len();
    let mut model = Model {
        labels: read.labels.clone(),
        known: read.known.clone(),
        weights: vec![0.0; labels * read.known.len()],
        bias: vec![0.0; labels],
        temperature: 1.0,
    };
    let mut order: Vec<usize> = range.collect();
    let mut dice = Dice(seed | 1);
    for round in 0..ROUNDS {
        dice.shuffle(&mut order);
        // Rounds are a dozen, so nothing is lost.
        #[allow(clippy::cast_precision_loss)]
        let step = STEP / (1.0 + round as f32);
        order.iter().for_each(|at| learn(&mut model, &read.texts[*at], step));
    }
    model
}

/// One step down the slope of one text's loss.
fn learn(model: &mut Model, (rows, label): &(Vec<usize>, usize), step: f32) {
    let mut slope = softmax(&model.scores(rows), 1.0);
    slope[*label] -= 1.0;
    let (labels, share) = (model.labels.len(), share_of(rows));
    for row in rows {
        let weights = &mut model.weights[row * labels..(row + 1) * labels];
        weights.iter_mut().zip(&slope).for_each(|(weight, slope)| *weight -= step * slope * share);
    }
    model.bias.iter_mut().zip(&slope).for_each(|(bias, slope)| *bias -= 0.1 * step * slope);
}

/// The temperature by which texts that the model has not seen are the least surprising (golden-section search).
fn temperature(model: &Model, unseen: &[(Vec<usize>, usize)]) -> f32 {
    let scored: Vec<(Vec<f32>, usize)> = unseen.iter().map(|(rows, label)| (model.scores(rows), *label)).collect();
    let surprise = |temperature: f32| -> f64 {
        scored.iter().map(|(scores, label)| -f64::from(softmax(scores, temperature)[*label].max(1e-9)).ln()).sum()
    };
    let golden = 0.618_034;
    let (mut low, mut high) = (0.2_f32, 10.0_f32);
    while high - low > 0.01 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if surprise(left) < surprise(right) { high = right } else { low = left }
    }
    f32::midpoint(low, high)
}

/// Marsaglia's xorshift: the same order for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let bound = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
            let other = usize::try_from(self.next() % bound).unwrap_or_default();
            order.swap(last, other);
        }
    }
}
