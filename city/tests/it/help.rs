//! Every command explains itself, with an example that can be typed.

use std::process::Command;

use crate::program::{hejnal, said};

/// What the issue asks for; other commands may stand beside these.
const COMMANDS: [&str; 11] =
    ["serve", "migrate", "staff create", "staff take", "apikey create", "pack check", "import", "replay", "backup", "restore", "verify"];

fn help(words: &[String]) -> String {
    said(hejnal(words).arg("--help")).well()
}

/// All commands below `words` that do something, found in the helps themselves.
fn commands(words: &[String]) -> Vec<Vec<String>> {
    let help = help(words);
    let Some((_, list)) = help.split_once("Commands:\n") else { return vec![words.to_vec()] };
    let lines = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let below = lines.filter(|name| *name != "help").map(|name| [words, &[name.to_owned()]].concat());
    below.flat_map(|words| commands(&words)).collect()
}

#[test]
fn every_command_has_a_help_with_an_example_of_itself() {
    let found = commands(&[]);
    let names: Vec<String> = found.iter().map(|words| words.join(" ")).collect();
    for command in COMMANDS {
        assert!(names.iter().any(|name| name == command), "no {command} in {names:?}");
    }
    for (words, name) in found.iter().zip(names) {
        assert!(help(words).contains(&format!("Example: hejnal {name} ")), "{name} has no example");
    }
    assert!(help(&[]).contains("Example: hejnal "));
}

#[test]
fn every_example_is_understood() {
    for words in commands(&[]) {
        let help = help(&words);
        let (_, example) = help.split_once("Example: hejnal ").unwrap();
        // With --help at its end a command is read and not carried out.
        let line = format!("{} {} --help", env!("CARGO_BIN_EXE_hejnal"), example.lines().next().unwrap());
        said(Command::new("sh").args(["-c", &line])).well();
    }
}

#[test]
fn what_is_unknown_is_named() {
    said(&mut hejnal(&["serve", "--listn", "x"])).refused(2, &["--listn", "--listen"]);
    said(&mut hejnal(&["serv"])).refused(2, &["serv", "'serve'"]);
    said(&mut hejnal(&["backup"])).refused(2, &["--to <FILE>"]);
    said(&mut hejnal::<&str>(&[])).refused(2, &["Example: hejnal serve"]);
}
