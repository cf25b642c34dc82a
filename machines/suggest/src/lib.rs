//! Suggest: which of a city's services a text is most likely about, learnt from texts whose service is known.
//!
//! A small linear model (multinomial logistic regression over hashed words, their beginnings and letter triples), trained in
//! seconds on one core and asked in microseconds. Polish and Ukrainian inflect at the end of words, so the beginning of a word
//! stands for all its forms, and letter triples forgive slips. Its probabilities are calibrated (one temperature, fitted on the
//! newest tenth of the texts, which the model had not seen), so that "80 %" is right four times of five. It suggests; people
//! decide.
//!
//! ```
//! let texts = [("nie świeci latarnia", "lamps"), ("ciemno, lampa zgasła", "lamps"), ("dziura w jezdni", "roads"), ("wyrwa w jezdni", "roads")];
//! let examples: Vec<_> = texts.iter().map(|(text, label)| suggest::Example { text, label }).collect();
//! let model = suggest::train(&examples, 7).unwrap();
//! assert_eq!(model.suggest("zgasły latarnie", 1)[0].label, "lamps");
//! ```

mod features;
mod figures;
mod model;
mod training;

pub use figures::{Figures, measure};
pub use model::{Model, Suggestion, Unreadable};
pub use training::{Example, FEATURES, LABELS, TooFew, train};
