//! The binary `hejnal`.
fn main() {}
