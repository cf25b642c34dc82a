//! The model: weights of features for each label, and what it makes of a text.

use std::fmt;

use crate::features::features;

/// The first bytes of a model that is kept in a file.
const MARK: &[u8; 8] = b"HEJNAL-1";

/// A trained model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(crate) labels: Vec<String>,
    /// The features that have weights, in order.
    pub(crate) known: Vec<u32>,
    /// For each known feature a weight for each label, row by row.
    pub(crate) weights: Vec<f32>,
    /// What speaks for a label before anything is read.
    pub(crate) bias: Vec<f32>,
    /// Scores are divided by it before they become probabilities.
    pub(crate) temperature: f32,
}

/// A label that a text may have.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion<'a> {
    /// The label.
    pub label: &'a str,
    /// How likely it is, from 0 to 1; all labels together have 1.
    pub probability: f32,
}

/// Bytes that are no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these bytes are no model, or one of another version: train it again")
    }
}

impl std::error::Error for Unreadable {}

impl Model {
    /// The labels that it knows.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The likeliest labels of the text, the likeliest first, at most `count`; none for a text of which nothing is known.
    pub fn suggest(&self, text: &str, count: usize) -> Vec<Suggestion<'_>> {
        let rows = self.rows(&features(text));
        if rows.is_empty() {
            return Vec::new();
        }
        let probabilities = softmax(&self.scores(&rows), self.temperature);
        let mut all: Vec<Suggestion<'_>> =
            self.labels.iter().zip(probabilities).map(|(label, p)| Suggestion { label, probability: p }).collect();
        all.sort_by(|a, b| b.probability.total_cmp(&a.probability));
        all.truncate(count);
        all
    }

    /// The rows of the known among these features.
    pub(crate) fn rows(&self, features: &[u32]) -> Vec<usize> {
        features.iter().filter_map(|feature| self.known.binary_search(feature).ok()).collect()
    }

    /// What speaks for each label. A text counts the same however long it is.
    pub(crate) fn scores(&self, rows: &[usize]) -> Vec<f32> {
        let (labels, share) = (self.labels.len(), share_of(rows));
        let mut scores = self.bias.clone();
        for row in rows {
            let weights = &self.weights[row * labels..(row + 1) * labels];
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight * share);
        }
        scores
    }

    /// The model as bytes: the mark, the numbers of labels and features, the temperature, labels with their lengths, features,
    /// biases and weights; all numbers little-endian.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        let mut put = |part: &[u8]| bytes.extend_from_slice(part);
        put(&count(&self.labels).to_le_bytes());
        put(&count(&self.known).to_le_bytes());
        put(&self.temperature.to_le_bytes());
        for label in &self.labels {
            put(&count(label.as_bytes()).to_le_bytes());
            put(label.as_bytes());
        }
        self.known.iter().for_each(|feature| put(&feature.to_le_bytes()));
        self.bias.iter().chain(&self.weights).for_each(|weight| put(&weight.to_le_bytes()));
        bytes
    }

    /// Reads what [`Model::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Unreadable`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut rest = bytes.strip_prefix(MARK).ok_or(Unreadable)?;
        let (labels, known) = (size(&mut rest)?, size(&mut rest)?);
        let temperature = f32::from_le_bytes(word(&mut rest)?);
        if labels > rest.len() || known > rest.len() || !(temperature.is_finite() && temperature > 0.0) {
            return Err(Unreadable);
        }
        let labels = (0..labels).map(|_| label(&mut rest)).collect::<Result<Vec<_>, _>>()?;
        let known = (0..known).map(|_| word(&mut rest).map(u32::from_le_bytes)).collect::<Result<Vec<_>, _>>()?;
        let bias = floats(&mut rest, labels.len())?;
        let weights = floats(&mut rest, labels.len() * known.len())?;
        let sound = rest.is_empty() && known.is_sorted() && bias.iter().chain(&weights).all(|weight| weight.is_finite());
        if sound { Ok(Self { labels, known, weights, bias, temperature }) } else { Err(Unreadable) }
    }
}

/// What each of a text's features counts.
pub(crate) fn share_of(rows: &[usize]) -> f32 {
    // A text has some hundred features at most, so nothing is lost.
    #[allow(clippy::cast_precision_loss)]
    let count = rows.len().max(1) as f32;
    1.0 / count.sqrt()
}

/// Probabilities of scores.
pub(crate) fn softmax(scores: &[f32], temperature: f32) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| ((score - most) / temperature).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn word(rest: &mut &[u8]) -> Result<[u8; 4], Unreadable> {
    let (word, after) = rest.split_first_chunk::<4>().ok_or(Unreadable)?;
    *rest = after;
    Ok(*word)
}

fn size(rest: &mut &[u8]) -> Result<usize, Unreadable> {
    usize::try_from(u32::from_le_bytes(word(rest)?)).map_err(|_| Unreadable)
}

fn label(rest: &mut &[u8]) -> Result<String, Unreadable> {
    let length = size(rest)?;
    let (text, after) = rest.split_at_checked(length).ok_or(Unreadable)?;
    *rest = after;
    String::from_utf8(text.to_vec()).map_err(|_| Unreadable)
}

fn floats(rest: &mut &[u8], count: usize) -> Result<Vec<f32>, Unreadable> {
    if rest.len() / 4 < count {
        return Err(Unreadable);
    }
    (0..count).map(|_| word(rest).map(f32::from_le_bytes)).collect()
}
