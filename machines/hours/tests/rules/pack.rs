//! What a city pack may contain, and how it is told what is wrong with it.

use hours::{BadHours, DayHours, Exception, Holidays, Interval, OnHolidays, Opening, Term, Week, YearDay};
use jiff::civil::Weekday;
use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, Visitor};

use crate::cast::{hours, on};

/// As much of TOML as a pack needs: what a reader of files hands to serde.
#[derive(Clone)]
enum Toml {
    Text(&'static str),
    Number(i64),
    List(Vec<Toml>),
    Table(Vec<(&'static str, Toml)>),
}

use Toml::{List, Number, Table, Text};

impl<'de> IntoDeserializer<'de, Error> for Toml {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> serde::Deserializer<'de> for Toml {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Text(text) => visitor.visit_str(text),
            Number(number) => visitor.visit_i64(number),
            List(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter())),
            Table(table) => visitor.visit_map(MapDeserializer::new(table.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        let Table(table) = self else { return Err(serde::de::Error::custom("a table expected")) };
        visitor.visit_enum(serde::de::value::MapAccessDeserializer::new(MapDeserializer::new(table.into_iter())))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn read<T: Deserialize<'static>>(toml: Toml) -> Result<T, String> {
    T::deserialize(toml).map_err(|error| error.to_string())
}

fn texts(list: &[&'static str]) -> Toml {
    List(list.iter().map(|text| Text(text)).collect())
}

#[test]
fn a_whole_opening_is_read() {
    let week = Table(vec![("mon", texts(&["13:00-18:00", "08:00-12:00"])), ("sun", texts(&["00:00-24:00"]))]);
    let closure = Table(vec![("key", Text("patron_saint")), ("on", Text("06-24")), ("since", Number(2020))]);
    let shorter = Table(vec![("on", Text("2026-12-31")), ("hours", texts(&["07:30-12:00"])), ("reason", Text("Sylwester"))]);
    let closed = Table(vec![("on", Text("2026-05-02")), ("reason", Text("Dzień wolny"))]);
    let opening: Opening = read(Table(vec![
        ("week", week),
        ("on_holidays", texts(&["10:00-14:00"])),
        ("closures", List(vec![closure])),
        ("exceptions", List(vec![shorter, closed])),
    ]))
    .expect("a good pack");

    assert_eq!(opening.week.on(Weekday::Monday), &hours(&["08:00-12:00", "13:00-18:00"]));
    assert_eq!(opening.week.on(Weekday::Tuesday), &DayHours::CLOSED);
    assert_eq!(opening.week.on(Weekday::Sunday), &DayHours::around_the_clock());
    assert_eq!(opening.on_holidays, OnHolidays::Open(hours(&["10:00-14:00"])));
    assert_eq!(opening.closures.0[0].on, YearDay::Fixed { month: 6, day: 24 });
    assert_eq!(opening.closures.0[0].since, Some(2020));
    let sylwester = Exception { hours: hours(&["07:30-12:00"]), reason: "Sylwester".into() };
    assert_eq!(opening.exceptions.0[&on("2026-12-31")], sylwester);
    assert!(opening.exceptions.0[&on("2026-05-02")].hours.is_closed());
}

#[test]
fn a_week_alone_is_enough_and_holidays_are_then_closed() {
    let opening: Opening = read(Table(vec![("week", Table(vec![("fri", texts(&["08:00-12:00"]))]))])).expect("a good pack");
    assert_eq!(opening.on_holidays, OnHolidays::Closed);
    assert!(opening.exceptions.0.is_empty());
    for (word, meant) in [("closed", OnHolidays::Closed), ("as_usual", OnHolidays::AsUsual)] {
        assert_eq!(read(Text(word)), Ok(meant));
    }
}

#[track_caller]
fn check_refusal<T: Deserialize<'static> + std::fmt::Debug>(toml: Toml, expected: &str) {
    let error = read::<T>(toml).expect_err("must be refused");
    assert_eq!(error, expected);
}

#[test]
fn a_bad_text_is_named_with_its_day() {
    let week = |day, list: &[&'static str]| Table(vec![(day, texts(list))]);
    check_refusal::<Week>(week("mon", &["7:30-"]), r#"mon: "7:30-" is not HH:MM-HH:MM"#);
    check_refusal::<Week>(week("sun", &["24:01-24:02"]), r#"sun: "24:01-24:02" is not HH:MM-HH:MM"#);
    check_refusal::<Week>(
        week("tue", &["22:00-06:00"]),
        r#"tue: "22:00-06:00" does not end after it begins; a night is two intervals, on two days"#,
    );
    check_refusal::<Week>(week("wed", &["11:00-13:00", "10:00-12:00"]), r#"wed: "10:00-12:00" and "11:00-13:00" overlap"#);
    check_refusal::<OnHolidays>(texts(&["x"]), r#"on_holidays: "x" is not HH:MM-HH:MM"#);
    check_refusal::<OnHolidays>(Number(3), "on_holidays is neither a word nor a list of hours");
    check_refusal::<OnHolidays>(Text("open"), r#"on_holidays: "open" is not "closed", "as_usual" or a list of hours"#);
}

#[test]
fn a_day_that_is_none_is_refused() {
    let error = read::<Week>(Table(vec![("monday", texts(&[]))])).expect_err("must be refused");
    assert!(error.starts_with("unknown field `monday`"), "{error}");
}

#[test]
fn an_exception_is_named_by_its_date() {
    let exception =
        |hours: &[&'static str]| Table(vec![("on", Text("2026-12-31")), ("hours", texts(hours)), ("reason", Text("Sylwester"))]);
    check_refusal::<hours::Exceptions>(List(vec![exception(&["8-12"])]), r#"2026-12-31: "8-12" is not HH:MM-HH:MM"#);
    check_refusal::<hours::Exceptions>(List(vec![exception(&[]), exception(&[])]), "2026-12-31: listed twice");
}

#[test]
fn a_yearly_day_is_a_date_or_counted_from_easter() {
    let read_day = |text| read::<YearDay>(Text(text));
    assert_eq!(read_day("02-29"), Ok(YearDay::Fixed { month: 2, day: 29 }));
    assert_eq!(read_day("easter"), Ok(YearDay::Easter(0)));
    assert_eq!(read_day("easter+60"), Ok(YearDay::Easter(60)));
    assert_eq!(read_day("easter-2"), Ok(YearDay::Easter(-2)));
    for bad in ["", "02-30", "13-01", "1-6", "01-06-", "+1-06", "easter60", "easter+", "easter+367", "Easter", "easter+99999"] {
        check_refusal::<YearDay>(Text(bad), &format!("{bad:?} is not MM-DD, easter, easter+N or easter-N"));
    }
}

#[test]
fn yearly_days_are_written_as_they_are_read() {
    for rule in Holidays::polish().0 {
        assert_eq!(YearDay::try_from(String::from(rule.on)), Ok(rule.on));
    }
    assert_eq!(String::from(YearDay::Easter(-2)), "easter-2");
}

#[test]
fn intervals_are_written_as_they_are_read() {
    for text in ["00:00-24:00", "07:30-15:30", "23:59-24:00"] {
        assert_eq!(text.parse::<Interval>().map(|interval| interval.to_string()), Ok(text.into()));
    }
    for bad in ["", "-", "07:30", "07:30–15:30", " 07:30-15:30", "07:60-15:30", "25:00-26:00", "0x:00-10:00", "07.30-15.30"] {
        assert_eq!(bad.parse::<Interval>(), Err(BadHours::NotInterval(bad.into())));
    }
}

#[test]
fn touching_intervals_become_one() {
    assert_eq!(hours(&["12:00-16:00", "08:00-12:00"]), hours(&["08:00-16:00"]));
}

#[test]
fn a_legal_term_is_a_small_table() {
    let read_term = |unit, number| read::<Term>(Table(vec![(unit, Number(number))]));
    assert_eq!(read_term("days", 14), Ok(Term::Days(14)));
    assert_eq!(read_term("weeks", 2), Ok(Term::Weeks(2)));
    assert_eq!(read_term("months", 1), Ok(Term::Months(1)));
    assert!(read_term("days", -1).is_err());
    assert!(read_term("years", 1).is_err());
}
