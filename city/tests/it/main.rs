//! What the whole house promises: the tree keeps its rules, and the program works as people use it.

mod import;
mod tidy;
