//! What the whole house promises: the tree keeps its rules, and the program works as people use it.

mod doors;
mod help;
mod home;
mod import;
mod opening;
mod program;
mod settings;
mod stopping;
mod tidy;
mod trip;
mod visitor;
