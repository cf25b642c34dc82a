//! Lines of a pack: their faults, their hours, and what the database gives back.

use std::collections::{BTreeMap, BTreeSet};

use base::{Id, Language};
use hours::{Calendar, Holidays};
use jiff::tz::TimeZone;
use packs::Keys;
use queues::{Line, LineHours, actions, pack};
use testkit::{Kit, on_both, pack_rows};

const LINES: &str = "
[[line]]
key = 'main'
number = '+48616463344'
number_shown = '61 646 33 44'
name.pl = 'Wszystkie sprawy'
languages = ['pl', 'uk', 'en']
unit = 'office'
hours = 'long'
topics = ['waste']
greeting.pl = 'Dzień dobry, tu centrum kontaktu.'

[[line]]
key = 'aid'
name.pl = 'Pomoc rodzinie'
unit = 'mopr'
hours = { mon = ['08:00-16:00'] }

[[line]]
key = 'peka'
name.pl = 'Karta miejska'
unit = 'mopr'
";

const HOURS: &str = "
week = { mon = ['07:30-15:30'] }

[calendar.long]
on_holidays = 'as_usual'
week = { mon = ['07:30-20:00'], tue = ['07:30-20:00'] }
";

fn keys() -> Keys {
    let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    let calendars = hours_of(HOURS).unwrap().openings().into_keys().collect();
    Keys { units: set(&["office", "mopr"]), topics: Some(set(&["waste"])), calendars: Some(calendars), ..Keys::default() }
}

fn hours_of(text: &str) -> Result<hours::Hours, String> {
    toml::from_str(text).map_err(|fault| fault.to_string())
}

fn read(text: &str) -> Result<Vec<Line>, Vec<String>> {
    pack_rows(pack::LINES, text, |lines: &[Line]| pack::check(lines, &keys()))
}

#[test]
fn a_line_names_what_is_there() {
    let check = |from: &str, to: &str, wanted: &str| {
        assert!(LINES.contains(from), "the premise: {from}");
        let faults = read(&LINES.replacen(from, to, 1)).unwrap_err();
        assert!(faults.len() == 1 && faults[0].ends_with(wanted), "{faults:?}");
    };
    check("unit = 'office'", "unit = 'nobody'", "lines: main: unit: there is no nobody");
    check("'waste'", "'fire'", "main: topics: there is no fire");
    check("'long'", "'short'", "main: hours: there is no short");
    check("'+48616463344'", "'61 646 33 44'", "main: number: \"61 646 33 44\" is not E.164, such as +48616463344");
    check("key = 'aid'", "key = 'main'", "main: this key stands twice");
    let faults = read(&LINES.replace("hours = 'long'", "hours = 7")).unwrap_err();
    assert!(faults[0].contains("hours are the key of a calendar, or a table of days"), "{faults:?}");
    assert_eq!(read(""), Ok(Vec::new()));
}

#[test]
fn hours_have_further_calendars_beside_the_office() {
    let hours = hours_of(HOURS).unwrap();
    assert_eq!(hours.openings().into_keys().collect::<Vec<_>>(), ["long", "office"]);
    assert_eq!(hours.openings()["office"], hours.office());
    assert!(hours_of("week = {}\n[calendar.a]\nweeks = {}").unwrap_err().contains("line 3"));
}

#[test]
fn a_line_is_open_by_its_calendar_or_its_own_week() {
    let zone = TimeZone::get("Europe/Warsaw").unwrap();
    let calendar = |opening| Calendar::new(zone.clone(), Holidays::polish(), opening);
    let hours = hours_of(HOURS).unwrap();
    let office = calendar(hours.office());
    let calendars: BTreeMap<_, _> = hours.openings().into_iter().map(|(key, opening)| (key, calendar(opening))).collect();
    let lines = read(LINES).unwrap();
    let open = |line: &Line, local: &str| line.calendar(&calendars, &office).map(|calendar| calendar.open_on_clock(local.parse().unwrap()));
    // Monday 16 November 2026; Wednesday 11 November is a holiday, and so is Monday 6 April (Easter).
    assert_eq!(open(&lines[0], "2026-11-16T19:00"), Some(true));
    assert_eq!(open(&lines[1], "2026-11-16T19:00"), Some(false));
    assert_eq!(open(&lines[1], "2026-11-16T09:00"), Some(true));
    assert_eq!(open(&lines[0], "2026-04-06T09:00"), Some(true));
    assert_eq!(open(&lines[1], "2026-04-06T09:00"), Some(false));
    assert_eq!(open(&lines[2], "2026-11-16T09:00"), None);
}

#[tokio::test]
async fn lines_come_back_as_the_pack_names_them() {
    on_both(async |kit: &Kit| {
        let lines = read(LINES).unwrap();
        let brought = lines.clone();
        kit.write(move |tx| actions::take_over_lines(tx, &brought)).await.unwrap();
        let kept = kit.read(queues::lines).await.unwrap();
        assert_eq!(kept, lines);
        assert_eq!((kept[0].languages.as_slice(), kept[0].unit_id()), (Language::ALL.as_slice(), Id::named("unit", "office")));
        assert!(matches!(kept[1].hours, Some(LineHours::Week(_))));
        let fewer = lines[..1].to_vec();
        kit.write(move |tx| actions::take_over_lines(tx, &fewer)).await.unwrap();
        assert_eq!(kit.read(queues::lines).await.unwrap().len(), 1);
        assert_eq!(kit.told(Id::named("line", "aid")).await, ["line.taken_over", "line.withdrawn"]);
        assert_eq!(kit.read(queues::verify).await.unwrap(), Vec::<String>::new());
        kit.write(|tx| tx.execute("update lines set place = 7 where key = 'main'", &[])).await.unwrap();
        assert_eq!(kit.read(queues::verify).await.unwrap().len(), 1);
    })
    .await;
}
