//! Who answers for a unit: a table of days, people and hours.

use base::{Id, Moment};
use hours::{Calendar, DayHours, Holidays, Opening, Week};
use jiff::tz::TimeZone;
use staff::model::{
    Absence, AbsenceKind,
    answers::{Answer, Answering, Colleague, Colleagues, Presence, Roster, presence, who_answers},
};

const HEAD: &str = "head";
const FIRST: &str = "first";
const SECOND: &str = "second";
const THIRD: &str = "third";

fn id(word: &str) -> Id {
    Id::named("account", word)
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap()
}

/// A clock on the wall of the city.
fn at(text: &str) -> Moment {
    let clock: jiff::civil::DateTime = text.parse().unwrap();
    Moment(clock.to_zoned(zone()).unwrap().timestamp().as_microsecond())
}

fn office() -> Calendar {
    let hours = DayHours::parse(&["07:30-15:30"]).unwrap();
    Calendar::new(zone(), Holidays::polish(), Opening::of(Week::monday_to_friday(hours)))
}

fn away(person: &str, from: &str, until: &str, deputy: Option<&str>) -> Absence {
    Absence {
        id: Id::new(),
        account_id: id(person),
        kind: AbsenceKind::Leave,
        from_on: from.parse().unwrap(),
        until_on: until.parse().unwrap(),
        deputy_id: deputy.map(id),
        cancelled: false,
    }
}

/// The head, whose deputy is the first, whose deputy is the second, whose deputy is the head.
fn everybody() -> Colleagues {
    let with_deputy = |word: &str| Colleague { deputy_id: Some(id(word)), ..Colleague::default() };
    Colleagues::from([
        (id(HEAD), with_deputy(FIRST)),
        (id(FIRST), with_deputy(SECOND)),
        (id(SECOND), with_deputy(HEAD)),
        (id(THIRD), Colleague::default()),
    ])
}

fn led() -> Roster {
    Roster { head_id: Some(id(HEAD)), deputy_id: None, people: vec![id(THIRD), id(HEAD)] }
}

fn check(colleagues: &Colleagues, roster: &Roster, now: &str, wanted: &str) {
    let word = |id_of: Id| [HEAD, FIRST, SECOND, THIRD].into_iter().find(|word| id(word) == id_of).unwrap();
    let who = |who: Answering| match who.instead_of {
        None => word(who.account_id).to_owned(),
        Some(other) => format!("{} for {}", word(who.account_id), word(other)),
    };
    let said = match who_answers(roster, colleagues, &office(), at(now)) {
        Answer::Now(answering) => who(answering),
        Answer::Later(moment, answering) => {
            let clock = jiff::Timestamp::from_microsecond(moment.0).unwrap().to_zoned(zone()).datetime();
            format!("{} at {}", who(answering), clock.strftime("%m-%d %H:%M"))
        }
        Answer::Nobody => "nobody".to_owned(),
    };
    assert_eq!(said, wanted, "{now}");
}

#[test]
fn hours_and_holidays_count_for_everybody() {
    // 2026-11-20 is a Friday; 2026-11-11 is a holiday.
    for (now, wanted) in [
        ("2026-11-20T07:30", "head"),
        ("2026-11-20T15:29", "head"),
        ("2026-11-20T07:29", "head at 11-20 07:30"),
        ("2026-11-20T15:30", "head at 11-23 07:30"),
        ("2026-11-21T12:00", "head at 11-23 07:30"),
        ("2026-11-11T10:00", "head at 11-12 07:30"),
        ("2026-12-24T16:00", "head at 12-28 07:30"),
    ] {
        check(&everybody(), &led(), now, wanted);
    }
    let nobody = Roster::default();
    check(&everybody(), &nobody, "2026-11-20T10:00", "nobody");
}

#[test]
fn deputies_are_followed_and_never_in_a_circle() {
    let mut colleagues = everybody();
    let mut absent = |person: &str, deputy: Option<&str>| {
        colleagues.get_mut(&id(person)).unwrap().absences.push(away(person, "2026-11-20", "2026-11-23", deputy));
        colleagues.clone()
    };
    let friday = "2026-11-20T10:00";
    check(&absent(HEAD, None), &led(), friday, "first for head");
    check(&absent(FIRST, None), &led(), friday, "second for head");
    // The chain comes back to the head: anybody of the unit who is at work.
    check(&absent(SECOND, None), &led(), friday, "third");
    let alone = Roster { people: Vec::new(), ..led() };
    check(&absent(THIRD, None), &led(), friday, "head at 11-24 07:30");
    check(&absent(THIRD, None), &alone, friday, "head at 11-24 07:30");
}

#[test]
fn an_absence_names_its_own_deputy_and_the_unit_has_one() {
    let mut colleagues = everybody();
    colleagues.get_mut(&id(HEAD)).unwrap().absences.push(away(HEAD, "2026-11-20", "2026-11-20", Some(THIRD)));
    check(&colleagues, &led(), "2026-11-20T10:00", "third for head");
    colleagues.get_mut(&id(HEAD)).unwrap().absences[0].cancelled = true;
    check(&colleagues, &led(), "2026-11-20T10:00", "head");
    let left = Roster { head_id: Some(Id::named("account", "gone")), deputy_id: Some(id(SECOND)), people: Vec::new() };
    let Answer::Now(who) = who_answers(&left, &colleagues, &office(), at("2026-11-20T10:00")) else { panic!("the deputy answers") };
    assert_eq!(who.account_id, id(SECOND));
}

#[test]
fn a_long_chain_ends() {
    let words: Vec<String> = (0..8).map(|number| format!("p{number}")).collect();
    let link = |number: usize| Colleague {
        deputy_id: words.get(number + 1).map(|word| id(word)),
        absences: if number < 7 { vec![away(&words[number], "2026-11-20", "2026-11-20", None)] } else { Vec::new() },
        ..Colleague::default()
    };
    let colleagues: Colleagues = (0..8).map(|number| (id(&words[number]), link(number))).collect();
    let ask = |head: &str| {
        let roster = Roster { head_id: Some(id(head)), ..Roster::default() };
        matches!(who_answers(&roster, &colleagues, &office(), at("2026-11-20T10:00")), Answer::Now(_))
    };
    assert!(ask("p2"), "five people later somebody is there");
    assert!(!ask("p1"), "but not six");
}

#[test]
fn own_hours_lie_within_those_of_the_unit() {
    let mut colleagues = everybody();
    let afternoons = DayHours::parse(&["12:00-18:00"]).unwrap();
    colleagues.get_mut(&id(HEAD)).unwrap().week = Some(Week::monday_to_friday(afternoons));
    for (now, wanted) in
        [("2026-11-20T11:59", "first for head"), ("2026-11-20T12:00", "head"), ("2026-11-20T15:30", "first for head at 11-23 07:30")]
    {
        check(&colleagues, &led(), now, wanted);
    }
    let only_head = Roster { head_id: Some(id(HEAD)), ..Roster::default() };
    colleagues.get_mut(&id(HEAD)).unwrap().deputy_id = None;
    check(&colleagues, &only_head, "2026-11-20T15:30", "head at 11-23 12:00");
    colleagues.get_mut(&id(HEAD)).unwrap().ends_at = Some(at("2026-11-23T00:00"));
    check(&colleagues, &only_head, "2026-11-20T12:30", "head");
    check(&colleagues, &only_head, "2026-11-20T15:30", "nobody");
}

#[test]
fn everybody_is_somewhere() {
    let mut colleagues = everybody();
    let two = [away(HEAD, "2026-11-19", "2026-11-20", None), away(HEAD, "2026-11-21", "2026-11-25", None)];
    colleagues.get_mut(&id(HEAD)).unwrap().absences.extend(two);
    let stands = |person: &str, now: &str| presence(id(person), &colleagues, &office(), at(now));
    assert_eq!(stands(FIRST, "2026-11-20T10:00"), Presence::AtWork);
    assert_eq!(stands(HEAD, "2026-11-20T10:00"), Presence::Absent("2026-11-25".parse().unwrap(), Some(id(FIRST))));
    assert_eq!(stands(FIRST, "2026-11-20T16:00"), Presence::Away(Some(at("2026-11-23T07:30"))));
    assert_eq!(stands("nobody", "2026-11-20T10:00"), Presence::Away(None));
}
