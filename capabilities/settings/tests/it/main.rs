//! Settings through the front door, on both engines: forms made from schemas, previews, layers, history.

mod cast;
mod closures;
mod forms;
mod lists;
mod pages;
