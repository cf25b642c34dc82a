//! Settings through the front door, on both engines: forms made from schemas, previews, layers, history.

mod cast;
mod forms;
mod pages;
