//! Cases through their front door, on both engines.

mod answers;
mod cast;
mod closing;
mod figures;
mod inbox;
mod known;
mod letters;
mod opening;
mod personal;
mod photos;
mod public;
mod racing;
mod sensitive;
mod steps;
mod story;
mod turns;
mod undispatched;
mod verdicts;
mod verify;
