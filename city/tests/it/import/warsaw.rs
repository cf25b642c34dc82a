//! Warsaw's own day, 13 March 2014, taken over and played again.
//!
//! The data are not ours to publish: without `../shared/data` beside the repository the tests say so and end.

use std::{
    collections::{BTreeMap, HashSet},
    path::{Path, PathBuf},
};

use testkit::Engine;

use super::{City, ENGINES, Sheet, bad, good, root, sheet};

/// Rows of the file of new tickets.
const NEW_ROWS: usize = 902;

struct Data {
    new: PathBuf,
    closed: PathBuf,
    areas: PathBuf,
}

fn data() -> Option<Data> {
    let folder = root().join("../shared/data");
    if !folder.is_dir() {
        println!("skipped: no ../shared/data");
        return None;
    }
    let folder = folder.canonicalize().unwrap();
    let tickets = folder.join("311/warsaw-19115-2014");
    Some(Data {
        new: tickets.join("zgloszenia_nowe_2014-03-13.csv"),
        closed: tickets.join("zgloszenia_zamkniete_2014-03-13.csv"),
        areas: folder.join("poland/districts/warszawa_dzielnice.geojson"),
    })
}

/// A row as it stands in the file, read without any of the program's code. No value of these files holds a tab.
struct Raw {
    line: usize,
    values: BTreeMap<String, String>,
}

impl Raw {
    fn value(&self, column: &str) -> &str {
        &self.values[column]
    }

    fn is_conversation(&self) -> bool {
        self.value("Typ zgłoszenia") == "Informacyjne" && self.value("Organizacja").is_empty()
    }

    /// Moments of these files sort like texts; Warsaw lies well within this square, and Wrocław far outside.
    fn is_acceptable(&self) -> bool {
        let closed = self.value("Data zakończenia");
        let easting = self.value("Długość geograficzna").parse().unwrap_or(7_500_000.0);
        (closed.is_empty() || closed >= self.value("Data przyjęcia zgłoszenia")) && (7_480_000.0..7_530_000.0).contains(&easting)
    }
}

fn raw(path: &Path) -> Vec<Raw> {
    let bytes = std::fs::read(path).unwrap();
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let text = String::from_utf16(&units).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let header: Vec<String> = lines.next().unwrap().1.split('\t').map(str::to_owned).collect();
    let row = |(at, line): (usize, &str)| {
        let values: Vec<String> = line.split('\t').map(|value| value.trim().to_owned()).collect();
        assert_eq!(values.len(), header.len(), "{line}");
        Raw { line: at + 1, values: header.iter().cloned().zip(values).collect() }
    };
    lines.map(row).collect()
}

fn counted<'a>(rows: impl Iterator<Item = &'a Raw>, name: impl Fn(&Raw) -> String) -> Sheet {
    let mut sheet = Sheet::new();
    rows.for_each(|row| *sheet.entry(name(row)).or_default() += 1);
    sheet
}

fn channel(row: &Raw) -> String {
    let words = [("TELEFON", "phone"), ("E-MAIL", "email"), ("MOBILE", "app"), ("PORTAL", "web"), ("CKM", "other")];
    words.iter().find(|(word, _)| *word == row.value("Źródło")).unwrap().1.to_owned()
}

fn kind(row: &Raw) -> String {
    let words = [
        ("Awaria / Interwencja", "intervention"),
        ("Wolne wnioski i uwagi", "idea"),
        ("Reklamacja", "complaint"),
        ("Informacyjne", "question"),
    ];
    let word = words.iter().find(|(word, _)| *word == row.value("Typ zgłoszenia")).unwrap().1;
    if row.is_conversation() { "conversation only".to_owned() } else { word.to_owned() }
}

fn unit(row: &Raw) -> String {
    let unit = row.value("Organizacja");
    if unit.is_empty() { "no unit".to_owned() } else { unit.to_owned() }
}

fn day_of_closing(row: &Raw) -> String {
    row.value("Data zakończenia").get(..10).unwrap_or("not closed").to_owned()
}

/// What a replay of these rows must print.
fn check_figures(said: &[String], rows: &[&Raw]) {
    let all = || rows.iter().copied();
    let cases = || all().filter(|row| !row.is_conversation());
    assert_eq!(sheet(said, "channel"), counted(all(), channel));
    assert_eq!(sheet(said, "kind"), counted(all(), kind));
    assert_eq!(sheet(said, "unit"), counted(cases(), unit));
    assert_eq!(sheet(said, "closed on"), counted(cases(), day_of_closing));
}

fn told(rows: &[Raw], accepted: usize, there: usize) -> String {
    format!("{} rows: {accepted} accepted, {there} already there, {} rejected.", rows.len(), rows.len() - accepted - there)
}

fn agreement(rows: &[Raw]) -> String {
    let both = rows.iter().filter(|row| !row.value("Dzielnica").is_empty() && !row.value("Długość geograficzna").is_empty()).count();
    format!("The district in which a point lies is the recorded one in {both} of {both} rows that have both.")
}

#[test]
fn a_day_of_warsaw_is_taken_over_once() {
    let Some(data) = data() else { return };
    let rows = raw(&data.new);
    assert_eq!(rows.len(), NEW_ROWS);
    let acceptable: Vec<&Raw> = rows.iter().filter(|row| row.is_acceptable()).collect();
    for engine in ENGINES {
        let city = City::new(engine, &data.areas, &[&data.new]);
        let said = good(&mut city.tickets("import", &[&data.new]));
        let refused: Vec<&String> = said.iter().filter(|line| line.contains(", line ")).collect();
        let expected: Vec<&Raw> = rows.iter().filter(|row| !row.is_acceptable()).collect();
        assert_eq!(refused.len(), expected.len(), "{refused:#?}");
        for (refused, row) in refused.iter().zip(expected) {
            let start =
                format!("{}, line {}: Data zakończenia: {:?} is before it", data.new.display(), row.line, row.value("Data zakończenia"));
            assert!(refused.starts_with(&start), "{refused} {start}");
        }
        assert_eq!(said[said.len() - 2..], [told(&rows, acceptable.len(), 0), agreement(&rows)]);
        city.verify();
        check_rows(&city, &acceptable);
        assert_eq!(city.import(&[&data.new]), told(&rows, 0, acceptable.len()));
        city.verify();
        check_rows(&city, &acceptable);
    }
}

/// Counts in the database, asked without the program.
fn check_rows(city: &City, rows: &[&Raw]) {
    let all = || rows.iter().copied();
    let (channels, kinds, states) = city.read(|read| {
        let pair = |row: &store::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        Ok((
            read.query("select channel, count(*) from interactions group by channel", &[], pair)?,
            read.query("select kind, count(*) from cases group by kind", &[], pair)?,
            read.query("select state, count(*) from cases group by state", &[], pair)?,
        ))
    });
    let cases = || all().filter(|row| !row.is_conversation());
    assert_eq!(channels.into_iter().collect::<Sheet>(), counted(all(), channel));
    assert_eq!(kinds.into_iter().collect::<Sheet>(), counted(cases(), kind));
    let state = |row: &Raw| match (row.value("Data zakończenia"), row.value("Organizacja")) {
        ("", "") => "received".to_owned(),
        ("", _) => "dispatched".to_owned(),
        _ => "closed".to_owned(),
    };
    assert_eq!(states.into_iter().collect::<Sheet>(), counted(cases(), state));
}

#[test]
fn a_day_of_warsaw_is_played_again_and_agrees_with_the_file() {
    let Some(data) = data() else { return };
    let rows = raw(&data.new);
    let acceptable: Vec<&Raw> = rows.iter().filter(|row| row.is_acceptable()).collect();
    for engine in ENGINES {
        let city = City::new(engine, &data.areas, &[&data.new]);
        let said = good(&mut city.tickets("replay", &[&data.new]));
        assert!(said.contains(&told(&rows, acceptable.len(), 0)), "{said:#?}");
        assert!(said.iter().any(|line| line.starts_with("Playing ") && line.contains("from 2014-03-12T23:15:10 to 2014-03-14T06:06:38")));
        check_figures(&said, &acceptable);
        assert_eq!(said[said.len() - 2..], [agreement(&rows), "The city agrees with the files.".to_owned()]);
        city.verify();
        check_rows(&city, &acceptable);
        let again = good(&mut city.tickets("replay", &[&data.new]));
        assert!(again.contains(&told(&rows, 0, acceptable.len())) && again.contains(&"Nothing is left to play.".to_owned()), "{again:#?}");
        city.verify();
    }
}

#[test]
fn both_files_of_the_day_share_tickets_that_are_taken_over_once() {
    let Some(data) = data() else { return };
    let rows: Vec<Raw> = raw(&data.new).into_iter().chain(raw(&data.closed)).collect();
    let mut keys = HashSet::new();
    let acceptable: Vec<&Raw> = rows.iter().filter(|row| row.is_acceptable()).collect();
    let once: Vec<&Raw> =
        acceptable.iter().copied().filter(|row| keys.insert((row.value("Numer zgłoszenia"), row.value("Organizacja")))).collect();
    assert!(once.len() < acceptable.len() && acceptable.len() < rows.len());
    let city = City::new(Engine::Sqlite, &data.areas, &[&data.new, &data.closed]);
    let said = good(&mut city.tickets("import", &[&data.new, &data.closed]));
    let outside = said.iter().filter(|line| line.ends_with("the point lies outside the city: 51.1261, 17.0524")).count();
    assert_eq!(outside, 1, "{said:#?}");
    assert_eq!(said[said.len() - 2], told(&rows, once.len(), acceptable.len() - once.len()));
    let refused = bad(&mut city.tickets("replay", &[&data.new]));
    assert!(refused.contains("a replay wants a city of its own"), "{refused}");
    let said = good(&mut city.tickets("replay", &[&data.new, &data.closed]));
    check_figures(&said, &once);
    city.verify();
}
