//! Made-up tickets with every fault that a row can have.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::json;
use testkit::Engine;

use super::{City, ENGINES, bad, good};

const HEADER: &str = "Numer zgłoszenia\tData przyjęcia zgłoszenia\tTyp zgłoszenia\tDzielnica\tUlica\tNumer budynku\tDługość geograficzna\tSzerokość geograficzna\tOrganizacja\tData zakończenia\tŹródło";
/// In the western district: 52.2318 N, 21.0062 E. This point and that in Kraków below were worked out by PROJ.
const WEST: &str = "7500423,5683\t5788690,0872";

/// A row; `place` is district, street, house, easting and northing.
fn row(number: &str, opened: &str, kind: &str, place: &str, rest: &str) -> String {
    format!("{number}\t{opened}\t{kind}\t{place}\t{rest}")
}

/// UTF-16LE with a byte order mark and CRLF, as the other system writes.
fn file(folder: &Path, name: &str, rows: &[String]) -> PathBuf {
    let text = format!("\u{feff}{HEADER}\r\n{}\r\n", rows.join("\r\n"));
    let bytes: Vec<u8> = text.encode_utf16().flat_map(|unit| if unit == u16::from(b'~') { 0xD800 } else { unit }.to_le_bytes()).collect();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Two districts side by side, and the outline of both.
fn areas(folder: &Path) -> PathBuf {
    let square = |name: &str, west: f64, east: f64| {
        let ring = json!([[west, 52.2], [east, 52.2], [east, 52.3], [west, 52.3], [west, 52.2]]);
        json!({ "type": "Feature", "properties": { "name": name }, "geometry": { "type": "Polygon", "coordinates": [ring] } })
    };
    let features = [square("Miasto", 21.0, 21.2), square("Żabia Wola", 21.0, 21.1), square("Wschód", 21.1, 21.2)];
    let path = folder.join("districts.geojson");
    std::fs::write(&path, json!({ "type": "FeatureCollection", "features": features }).to_string()).unwrap();
    path
}

fn city(engine: Engine, folder: &Path) -> City {
    let told = row("0/24", "2024-05-01 10:00:00", "Reklamacja", "\t\t\t\t", "Zarząd Dróg\t\tTELEFON");
    let other = row("00/24", "2024-05-01 10:00:00", "Reklamacja", "\t\t\t\t", "Straż Miejska\t\tTELEFON");
    City::new(engine, &areas(folder), &[&file(folder, "units.csv", &[told, other])])
}

/// The good rows, and on which lines they stand with the bad ones between them.
fn rows() -> Vec<String> {
    let day = "2024-05-06 10:00:00";
    let (mend, ask) = ("Awaria / Interwencja", "Informacyjne");
    let roads = "Zarząd Dróg\t\tTELEFON";
    vec![
        row("1/24", day, mend, &format!("żabia  wola\tul. Długa\t7\t{WEST}"), "Zarząd Dróg\t2024-05-07 09:00:00\tMOBILE"),
        row("2/24", day, ask, "\t\t\t\t", "\t\tTELEFON"),
        row("3/24", day, mend, "Wschód\t\"róg \"\"Polnej\"\"\r\ni\tDolnej\"\t\t\t", roads),
        row("4/24", day, "Reklamacja", "\t\t\t\t", "Zarząd Dróg\t2024-05-06 09:59:59\tTELEFON"),
        row("5/24", day, mend, "\t\t\t7423905.4634\t5547790.5233", roads),
        row("6/24", "2024-02-30 10:00:00", mend, "\t\t\t\t", roads),
        row("1/24", day, mend, "\t\t\t\t", "Straż Miejska\t\tTELEFON"),
        row("1/24", day, mend, "\t\t\t\t", roads),
        format!("7/24\t{day}\t{mend}"),
        row("8/24", day, mend, "\t\t\t\t", "Zarząd Dróg\t\tFAX"),
        row("9/24", day, "Pochwała", "\t\t\t\t", roads),
        row("10/24", day, mend, "\t\t\t7500423,5683\t", roads),
        row("11/24", day, mend, "Zachód\t\t\t\t", roads),
        row("12/24", day, mend, "\t\t\t\t", "Zarząd Zieleni\t\tTELEFON"),
        row("13/24", day, mend, "\tul. ~\t\t\t", roads),
        row("", day, mend, "\t\t\t\t", roads),
        row("14/24", day, ask, "\t\t\t\t", "Zarząd Dróg\t2024-05-06 10:00:00\tE-MAIL"),
        row("15/24", day, mend, "\t\t\t\t", "\t\tCKM"),
        row("16/24", day, mend, "\t\t\t5788690\t7500423", roads),
    ]
}

const REFUSED: [(u32, &str); 12] = [
    (6, "Data zakończenia: \"2024-05-06 09:59:59\" is before it was opened, \"2024-05-06 10:00:00\""),
    (7, "Długość geograficzna, Szerokość geograficzna: the point lies outside the city: 50.0614, 19.9372"),
    (8, "Data przyjęcia zgłoszenia: \"2024-02-30 10:00:00\" is no moment such as [\"%Y-%m-%d %H:%M:%S\"]"),
    (11, "3 values where the header has 11 columns"),
    (12, "Źródło: the mapping knows no channel \"FAX\""),
    (13, "Typ zgłoszenia: the mapping knows no kind \"Pochwała\""),
    (14, "Szerokość geograficzna: empty, so the point is only half there"),
    (15, "Dzielnica: the city has no district \"Zachód\" (zachod)"),
    (16, "Organizacja: the city has no unit \"Zarząd Zieleni\" (zarzad-zieleni)"),
    (17, "\"ul. \u{fffd}\" holds bytes that mean nothing in this encoding"),
    (18, "Numer zgłoszenia: there is no number"),
    (21, "Długość geograficzna, Szerokość geograficzna: 5788690, 7500423 is no place in epsg:2178"),
];

#[test]
fn every_row_that_cannot_be_taken_is_listed_with_line_and_reason() {
    for engine in ENGINES {
        let folder = tempfile::tempdir().unwrap();
        let city = city(engine, folder.path());
        let tickets = file(folder.path(), "tickets.csv", &rows());
        let mut wanted: Vec<String> =
            REFUSED.iter().map(|(line, reason)| format!("{}, line {line}: {reason}", tickets.display())).collect();
        wanted.push("19 rows: 7 accepted, 0 already there, 12 rejected.".to_owned());
        wanted.push("The district in which a point lies is the recorded one in 1 of 1 rows that have both.".to_owned());
        assert_eq!(good(&mut city.tickets("import", &[&tickets])), wanted);
        assert_eq!(city.import(&[&tickets]), "19 rows: 0 accepted, 7 already there, 12 rejected.");
        city.verify();
        check_rows(&city);
        let said = good(&mut city.tickets("replay", &[&tickets]));
        assert_eq!(said.last().unwrap(), "The city agrees with the files.");
    }
}

/// The rows themselves: keys, states, units and places.
fn check_rows(city: &City) {
    let found = city.read(|read| {
        read.query(
            "select i.source_key, i.disposition, i.channel, c.kind, c.state, u.short, c.place, c.closed_at - c.opened_at from interactions i
             left join reports r on r.interaction_id = i.id left join cases c on c.id = r.case_id left join units u on u.id = c.unit_id
             order by i.source_key",
            &[],
            |row| {
                let texts: Vec<Option<String>> = (0..7).map(|at| row.get(at)).collect::<base::Result<_>>()?;
                let texts: Vec<String> = texts.into_iter().map(Option::unwrap_or_default).collect();
                Ok((texts.join("; "), row.get::<Option<i64>>(7)?.map(|micros| micros / 1_000_000)))
            },
        )
    });
    let found: Vec<(&str, Option<i64>)> = found.iter().map(|(texts, seconds)| (texts.as_str(), *seconds)).collect();
    assert_eq!(
        found,
        [
            ("1/24|Straż Miejska|1; case_opened; phone; intervention; dispatched; Straż Miejska; Miasto", None),
            ("1/24|Zarząd Dróg|1; case_opened; app; intervention; closed; Zarząd Dróg; ul. Długa 7, Żabia Wola", Some(23 * 3600)),
            ("1/24|Zarząd Dróg|2; case_opened; phone; intervention; dispatched; Zarząd Dróg; Miasto", None),
            ("14/24|Zarząd Dróg|1; case_opened; email; question; closed; Zarząd Dróg; Miasto", Some(0)),
            ("15/24||1; case_opened; other; intervention; received; ; Miasto", None),
            ("2/24||1; informed; phone; ; ; ; ", None),
            ("3/24|Zarząd Dróg|1; case_opened; phone; intervention; dispatched; Zarząd Dróg; róg \"Polnej\"\r\ni\tDolnej, Wschód", None),
        ]
    );
}

#[test]
fn a_replay_fails_when_a_point_lies_in_another_district() {
    let folder = tempfile::tempdir().unwrap();
    let city = city(Engine::Sqlite, folder.path());
    let astray = row("1/24", "2024-05-06 10:00:00", "Reklamacja", &format!("Wschód\t\t\t{WEST}"), "\t\tTELEFON");
    let tickets = file(folder.path(), "tickets.csv", &[astray]);
    let said = good(&mut city.tickets("import", &[&tickets]));
    assert_eq!(said[1], format!("{}, line 2: recorded in Wschód, but its point lies in Żabia Wola", tickets.display()));
    let refused = bad(&mut city.tickets("replay", &[&tickets]));
    assert!(refused.contains("1 points do not lie in the recorded district"), "{refused}");
    city.verify();
}

#[test]
fn a_file_that_the_mapping_is_not_for_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let city = city(Engine::Sqlite, folder.path());
    let good_file = file(folder.path(), "tickets.csv", &rows());
    let other = folder.path().join("other.csv");
    std::fs::write(&other, "Numer;Data\n1;2\n").unwrap();
    for verb in ["import", "replay"] {
        let refused = bad(&mut city.tickets(verb, &[&good_file, &other]));
        assert!(refused.contains("other.csv: the header has no column") && refused.contains("Typ zgłoszenia"), "{refused}");
    }
    assert_eq!(city.read(store::journal::last_position), 0);
}

/// A row that was closed a day later, if it was.
fn mend(number: u32, closed: &str) -> String {
    row(&format!("{number}/24"), "2024-05-06 10:00:00", "Awaria / Interwencja", "\t\t\t\t", &format!("Zarząd Dróg\t{closed}\tTELEFON"))
}

#[test]
fn an_interrupted_import_goes_on_and_takes_no_row_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut rows: Vec<String> = (0..900).map(|number| mend(number, "2024-05-07 09:00:00")).collect();
    // So many reasons do not fit into the pipe: the program waits for its reader, and is killed while it waits.
    rows.splice(450..450, std::iter::repeat_n("a short row".to_owned(), 2_000));
    let tickets = file(folder.path(), "tickets.csv", &rows);
    for engine in ENGINES {
        let city = city(engine, folder.path());
        end_at(city.tickets("import", &[&tickets]), "line 452: 1 values");
        assert_eq!(
            city.import(&[&tickets]),
            "2900 rows: 500 accepted, 400 already there, 2000 rejected.",
            "two whole transactions were there"
        );
        city.verify();
        let cases: i64 = city.read(|read| read.value("select count(*) from cases where state = 'closed'", &[]));
        assert_eq!(cases, 900);
    }
}

/// Lets the program run until it says `words`, then kills it.
fn end_at(mut command: Command, words: &str) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines.any(|line| line.unwrap().contains(words));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(said, "it never said {words:?}");
}

#[test]
fn an_interrupted_replay_goes_on_where_each_case_stands() {
    for engine in ENGINES {
        let folder = tempfile::tempdir().unwrap();
        let city = city(engine, folder.path());
        let begun: Vec<String> = (0..20).map(|number| mend(number, if number < 5 { "2024-05-07 09:00:00" } else { "" })).collect();
        city.import(&[&file(folder.path(), "begun.csv", &begun)]);
        let all: Vec<String> = (0..30).map(|number| mend(number, "2024-05-07 09:00:00")).collect();
        let said = good(&mut city.tickets("replay", &[&file(folder.path(), "all.csv", &all)]));
        let played =
            ["30 rows: 10 accepted, 20 already there, 0 rejected.", "Playing 45 actions from 2024-05-06T10:00:00 to 2024-05-07T09:00:00."];
        assert_eq!(said[..2], played);
        assert_eq!(said.last().unwrap(), "The city agrees with the files.");
        city.verify();
        let closed: Vec<(i64, i64)> = city
            .read(|read| read.query("select closed_at, count(*) from cases group by closed_at", &[], |row| Ok((row.get(0)?, row.get(1)?))));
        assert_eq!(closed, [(1_715_065_200_000_000, 30)], "07:00 UTC of 7 May 2024");
        let promised: i64 = city.read(|read| read.value("select count(due_at) from cases", &[]));
        assert_eq!(promised, 10, "history promises nothing, a replay what live work would");
    }
}
