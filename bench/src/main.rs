//! What `make bench` runs: the released program against its bars and against raw limits of this machine, in one run.

mod city;
mod client;
mod floor;
mod footprint;
mod kernel;
mod load;
mod questions;
mod sheet;
mod trips;

fn main() {}
