//! Settings from flags, environment and one file; what is wrong with them is said by name, and secrets stay hidden.

use std::process::Command;

use crate::program::{hejnal, said};

/// `serve --print-config` with the file, further words, and the environment.
fn printing(file: &str, words: &[&str], environment: &[(&str, &str)]) -> (tempfile::TempDir, Command) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("hejnal.toml");
    std::fs::write(&path, file).unwrap();
    let mut command = hejnal(&["serve", "--print-config", "--config"]);
    command.arg(path).args(words).envs(environment.iter().copied());
    (place, command)
}

fn printed(file: &str, words: &[&str], environment: &[(&str, &str)]) -> toml::Table {
    let (_place, mut command) = printing(file, words, environment);
    said(&mut command).well().parse().unwrap()
}

#[test]
fn flags_go_before_the_environment_and_the_environment_before_the_file() {
    let file = "data = '/srv/file'\nlisten = '127.0.0.1:1'\nroles = ['web']\ndatabase_threads = 3";
    let listen = |table: &toml::Table| table["listen"].as_str().unwrap().to_owned();
    assert_eq!(listen(&printed("", &[], &[])), "127.0.0.1:8311");
    assert_eq!(listen(&printed(file, &[], &[])), "127.0.0.1:1");
    let environment = [("HEJNAL_LISTEN", "127.0.0.1:2"), ("HEJNAL_DATA", "/srv/environment")];
    assert_eq!(listen(&printed(file, &[], &environment)), "127.0.0.1:2");
    let all = printed(file, &["--listen", "127.0.0.1:3", "--roles", "worker"], &environment);
    assert_eq!(listen(&all), "127.0.0.1:3");
    assert_eq!(all["data"].as_str(), Some("/srv/environment"));
    assert_eq!(all["database_threads"].as_integer(), Some(3));
    assert_eq!(all["roles"].as_array().unwrap().len(), 1);
    assert_eq!(all["roles"][0].as_str(), Some("worker"));
    assert_eq!(all["public_url"].as_str(), Some("http://localhost:3"));
}

#[test]
fn the_file_may_be_named_by_the_environment() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("hejnal.toml");
    std::fs::write(&path, "public_url = 'https://kontakt.example'").unwrap();
    let out = said(hejnal(&["serve", "--print-config"]).env("HEJNAL_CONFIG", &path)).well();
    assert!(out.contains("https://kontakt.example"), "{out}");
}

#[test]
fn what_is_printed_can_be_used_as_the_file() {
    let file = "listen = '0.0.0.0:443'\ntrusted_proxy = ['10.0.0.1/32']\npublic_url = 'https://kontakt.example'\nroles = ['web']";
    let (_place, mut command) = printing(file, &[], &[]);
    let once = said(&mut command).well();
    let (_place, mut command) = printing(&once, &[], &[]);
    assert_eq!(said(&mut command).well(), once);
}

#[test]
fn secrets_are_shown_nowhere() {
    let secrets =
        [("HEJNAL_SMTP", "smtp://hejnal:tajne@mail.example:587"), ("HEJNAL_DATABASE", "postgres://hejnal:tajne@db/city?sslmode=require")];
    let shown = printed("", &[], &secrets);
    assert_eq!(shown["smtp"].as_str(), Some("smtp://hejnal:***@mail.example:587"));
    assert_eq!(shown["database"].as_str(), Some("postgres://hejnal:***@db/city?sslmode=require"));
    let by_words = printed("database = 'host=db user=hejnal password=tajne'", &[], &[]);
    assert!(!by_words["database"].as_str().unwrap().contains("tajne"));
    for words in [["serve", "--help"], ["verify", "--help"]] {
        let help = said(hejnal(&words).envs(secrets)).well();
        assert!(help.contains("HEJNAL_DATABASE") && !help.contains("tajne"), "{help}");
    }
    let refused = said(&mut hejnal(&["serve", "--print-config", "--smtp", "smtq://hejnal:tajne@mail.example"])).refused(1, &["--smtp"]);
    assert!(!refused.contains("tajne"), "{refused}");
}

#[test]
fn a_bad_value_is_refused_by_the_name_of_its_flag_with_a_way_to_mend_it() {
    let check = |words: &[&str], code: i32, says: &[&str]| {
        let mut command = hejnal(&["serve", "--print-config"]);
        said(command.args(words)).refused(code, says);
    };
    check(&["--listen", "8311"], 2, &["--listen", "such as 127.0.0.1:8311"]);
    check(&["--listen", "localhost:8311"], 2, &["--listen", "such as 127.0.0.1:8311"]);
    check(&["--roles", "wbe"], 2, &["--roles", "web, worker"]);
    check(&["--trusted-proxy", "proxy"], 2, &["--trusted-proxy", "10.0.0.1/32"]);
    check(&["--public-url", "kontakt.example"], 2, &["--public-url", "https://"]);
    check(&["--public-url", "http://kontakt.example"], 2, &["--public-url", "https://"]);
    check(&["--database-threads", "0"], 2, &["--database-threads", "1.."]);
    check(&["--tls", "cert.pem"], 1, &["--tls", "cert.pem,key.pem"]);
    check(&["--tls", "/nowhere/cert.pem,/nowhere/key.pem"], 1, &["--tls", "/nowhere/cert.pem"]);
    check(&["--smtp", "mail.example"], 1, &["--smtp", "smtps://user:password@mail.example"]);
    check(&["--config", "/nowhere/hejnal.toml"], 1, &["--config", "/nowhere/hejnal.toml"]);
    check(&["--demo", "--listen", "0.0.0.0:8311"], 1, &["--demo", "--listen 127.0.0.1:8311"]);
}

#[test]
fn a_fault_in_the_file_is_told_with_its_name_and_place() {
    let check = |file: &str, says: &[&str]| {
        let (_place, mut command) = printing(file, &[], &[]);
        said(&mut command).refused(1, &[says, &["hejnal.toml"]].concat());
    };
    check("data = 'x'\nlistn = '127.0.0.1:1'", &["`listn`", " listen,"]);
    check("data = 'x'\nlisten = 'x'", &["listen = 'x'", "line 2"]);
    check("demo = true\ndatabase_threads = 'x'", &["database_threads = 'x'", "line 2"]);
    check("roles = ['wbe']", &["`wbe`", "`worker`"]);
    check("demo = 'yes'", &["demo = 'yes'", "boolean"]);
    check("data = ", &["line 1"]);
}

#[test]
fn a_fault_that_only_the_whole_shows_is_told_whoever_set_it() {
    let check = |file: &str, says: &str| {
        let (_place, mut command) = printing(file, &[], &[]);
        said(&mut command).refused(1, &[says]);
    };
    check("demo = true\nlisten = '192.0.2.1:80'", "--demo");
    check("public_url = 'ftp://kontakt.example'", "--public-url");
    check("tls = ['cert.pem']", "--tls");
}
