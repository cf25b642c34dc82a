//! Packs: files read with every fault placed; two layers in the database on both engines.

mod layers;
mod reading;
