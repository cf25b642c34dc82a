//! Holidays: Easter, the Polish list and the years in which rules hold.

use hours::{HolidayRule, Holidays, YearDay, easter};

use crate::cast::on;

#[test]
fn easter_falls_on_the_published_dates() {
    let published = [
        "1583-04-10",
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
    ];
    for date in published.map(on) {
        assert_eq!(easter(date.year()), Some(date));
    }
    assert_eq!(easter(1582), None);
    assert_eq!(easter(i16::MIN), None);
    assert_eq!(easter(i16::MAX), None);
}

#[test]
fn twenty_twenty_six_has_these_fourteen_holidays() {
    let holidays = Holidays::polish();
    let found: Vec<(String, &str)> = holidays.in_year(2026).into_iter().map(|(date, rule)| (date.to_string(), rule.key.as_str())).collect();
    let expected = [
        ("2026-01-01", "new_year"),
        ("2026-01-06", "epiphany"),
        ("2026-04-05", "easter_sunday"),
        ("2026-04-06", "easter_monday"),
        ("2026-05-01", "labour_day"),
        ("2026-05-03", "constitution_day"),
        ("2026-05-24", "pentecost"),
        ("2026-06-04", "corpus_christi"),
        ("2026-08-15", "assumption"),
        ("2026-11-01", "all_saints"),
        ("2026-11-11", "independence_day"),
        ("2026-12-24", "christmas_eve"),
        ("2026-12-25", "christmas_day"),
        ("2026-12-26", "second_christmas_day"),
    ];
    assert_eq!(found, expected.map(|(date, key)| (date.to_string(), key)));
}

#[track_caller]
fn check(date: &str, expected: Option<&str>) {
    let holidays = Holidays::polish();
    assert_eq!(holidays.on(on(date)).map(|rule| rule.key.as_str()), expected, "{date}");
}

#[test]
fn corpus_christi_moves_with_easter() {
    check("2026-06-04", Some("corpus_christi"));
    check("2027-05-27", Some("corpus_christi"));
    check("2028-06-15", Some("corpus_christi"));
    check("2028-06-14", None);
}

#[test]
fn good_friday_and_two_more_popular_days_off_are_working_days() {
    for date in ["2026-04-03", "2027-03-26", "2026-05-02", "2026-12-31"] {
        check(date, None);
    }
}

#[test]
fn christmas_eve_is_free_since_2025_and_epiphany_since_2011() {
    check("2024-12-24", None);
    check("2025-12-24", Some("christmas_eve"));
    check("2010-01-06", None);
    check("2011-01-06", Some("epiphany"));
}

#[test]
fn a_rule_holds_only_in_its_years() {
    let rule = HolidayRule { until: Some(2027), ..HolidayRule::new("jubilee", YearDay::Fixed { month: 2, day: 29 }).since(2021) };
    let holidays = Holidays(vec![rule]);
    assert_eq!(holidays.in_year(2020).len(), 0);
    assert_eq!(holidays.in_year(2023).len(), 0, "the year has no 29 February");
    assert_eq!(holidays.in_year(2024).len(), 1);
    assert_eq!(holidays.in_year(2028).len(), 0);
}

#[test]
fn two_rules_on_one_date_are_one_holiday() {
    let rules = ["first", "second"].map(|key| HolidayRule::new(key, YearDay::Fixed { month: 5, day: 1 }));
    let holidays = Holidays(rules.to_vec());
    let found = holidays.in_year(2026);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].1.key, "first");
}
