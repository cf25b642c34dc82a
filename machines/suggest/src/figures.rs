//! How well a model does on texts that it has not seen, beside one that always says the commonest label.

use std::collections::HashMap;

use crate::{model::Model, training::Example};

/// Bins in which stated and true frequencies are compared.
const BINS: usize = 10;

/// What a model did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// Texts that were tried.
    pub texts: usize,
    /// The share of the commonest label: what one gets without reading.
    pub majority: f64,
    /// How often the first suggestion was right, from 0 to 1.
    pub top_one: f64,
    /// How often one of the first three was right.
    pub top_three: f64,
    /// Expected calibration error (Guo et al. 2017): how far stated probabilities of first suggestions lie from how often they
    /// were right, on average over ten bins, weighed by their texts.
    pub calibration_error: f64,
}

/// Tries the model on texts that it was not trained on; `None` without any.
pub fn measure(model: &Model, unseen: &[Example<'_>]) -> Option<Figures> {
    if unseen.is_empty() {
        return None;
    }
    let mut labels: HashMap<&str, usize> = HashMap::new();
    let mut bins = [(0_usize, 0.0_f64, 0_usize); BINS];
    let (mut first, mut among) = (0, 0);
    for example in unseen {
        *labels.entry(example.label).or_default() += 1;
        let said = model.suggest(example.text, 3);
        among += usize::from(said.iter().any(|one| one.label == example.label));
        let Some(best) = said.first() else { continue };
        let right = usize::from(best.label == example.label);
        first += right;
        // A probability from 0 to 1, so the bin is from 0 to 10.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let bin = &mut bins[((best.probability * 10.0) as usize).min(BINS - 1)];
        *bin = (bin.0 + 1, bin.1 + f64::from(best.probability), bin.2 + right);
    }
    let share = |count: usize| of(count, unseen.len());
    let off =
        bins.iter().filter(|bin| bin.0 > 0).map(|(count, stated, right)| (stated - number(*right)).abs() / number(*count) * share(*count));
    let commonest = labels.values().copied().max().unwrap_or_default();
    Some(Figures {
        texts: unseen.len(),
        majority: share(commonest),
        top_one: share(first),
        top_three: share(among),
        calibration_error: off.sum(),
    })
}

fn of(count: usize, all: usize) -> f64 {
    number(count) / number(all)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
