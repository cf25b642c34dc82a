//! Cases through their front door, on both engines.

mod answers;
mod cast;
mod clerk;
mod clocks;
mod closing;
mod figures;
mod followers;
mod inbox;
mod incidents;
mod known;
mod legal;
mod letters;
mod merging;
mod on_time;
mod opening;
mod personal;
mod public;
mod racing;
mod sensitive;
mod steps;
mod story;
mod turns;
mod undispatched;
mod verdicts;
mod verify;
