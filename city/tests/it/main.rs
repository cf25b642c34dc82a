//! What the whole house promises: the tree keeps its rules, and the program works as people use it.

mod agreement;
mod archives;
mod changing;
mod doors;
mod help;
mod home;
mod import;
mod intake;
mod looks;
mod mail;
mod new_city;
mod opening;
mod packs;
mod people;
mod privacy;
mod program;
mod roles;
mod sensitive;
mod settings;
mod stopping;
mod suggesting;
mod tidy;
mod trip;
mod upkeep;
mod visitor;
mod work;
