//! Wording: plural forms, dates, hard spaces, and what is refused at the start.

mod common;

use std::sync::Arc;

use base::{Language, Moment};
use common::NOW;
use jiff::tz::TimeZone;
use web::{Bundle, T, Texts, texts_agree};

const MINUTE: i64 = 60;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

const CASES: Bundle = Bundle {
    pl: "cases = { $n ->\n    [one] { $n } sprawa\n    [few] { $n } sprawy\n   *[many] { $n } spraw\n  }\nin-unit = W jednostce { $unit } i u nas\nwalk = Idź z psem (w parku) a nie do lasu o 7\n",
    uk: "cases = { $n ->\n    [one] { $n } справа\n    [few] { $n } справи\n   *[many] { $n } справ\n  }\nin-unit = У підрозділі { $unit }\nwalk = Гуляйте\n",
    en: "cases = { $n ->\n    [one] { $n } case\n   *[other] { $n } cases\n  }\nin-unit = In the unit { $unit }\nwalk = Walk\n",
};

fn t(language: Language) -> T {
    let texts = Arc::new(Texts::new(&[CASES]).unwrap());
    T::new(&texts, language, &TimeZone::get("Europe/Warsaw").unwrap())
}

#[test]
fn numbers_choose_their_plural() {
    for (language, n, expected) in [
        (Language::Pl, 1, "1 sprawa"),
        (Language::Pl, 3, "3 sprawy"),
        (Language::Pl, 5, "5 spraw"),
        (Language::Pl, 12, "12 spraw"),
        (Language::Pl, 21, "21 spraw"),
        (Language::Pl, 22, "22 sprawy"),
        (Language::Pl, 0, "0 spraw"),
        (Language::Uk, 1, "1 справа"),
        (Language::Uk, 21, "21 справа"),
        (Language::Uk, 24, "24 справи"),
        (Language::Uk, 11, "11 справ"),
        (Language::En, 1, "1 case"),
        (Language::En, 21, "21 cases"),
    ] {
        assert_eq!(t(language).count("cases", n), expected);
    }
}

#[test]
fn one_letter_words_never_end_a_polish_line() {
    let t = t(Language::Pl);
    assert_eq!(t.get("walk"), "Idź z\u{a0}psem (w\u{a0}parku) a\u{a0}nie do lasu o\u{a0}7");
    assert_eq!(t.with("in-unit", &[("unit", "Zarząd Dróg".into())]), "W\u{a0}jednostce Zarząd Dróg i\u{a0}u\u{a0}nas");
    assert_eq!(t.in_language(Language::En).get("walk"), "Walk");
    for (text, expected) in [
        ("", ""),
        ("a", "a"),
        ("i", "i"),
        ("mają i", "mają i"),
        ("każ mu", "każ mu"),
        ("„w domu", "„w\u{a0}domu"),
        ("łza z oka", "łza z\u{a0}oka"),
    ] {
        assert_eq!(web::hard_spaces(text), expected);
    }
}

#[test]
fn days_are_told_with_the_weekday() {
    let (pl, uk, en) = (t(Language::Pl), t(Language::Uk), t(Language::En));
    assert_eq!(pl.day(NOW, NOW), "czwartek 19 listopada");
    assert_eq!(uk.day(NOW, NOW), "четвер 19 листопада");
    assert_eq!(en.day(NOW, NOW), "Thursday 19 November");
    let next_year = NOW.plus_seconds(60 * DAY);
    assert_eq!(pl.day(next_year, NOW), "poniedziałek 18 stycznia 2027");
    assert_eq!(uk.day(next_year, NOW), "понеділок 18 січня 2027");
    assert_eq!(pl.date(jiff::civil::date(2026, 8, 3), NOW), "poniedziałek 3 sierpnia");
    assert_eq!(pl.machine(NOW), "2026-11-19T13:20:00Z");
}

#[test]
fn moments_near_now_are_told_by_their_distance() {
    let pl = t(Language::Pl);
    assert_eq!(pl.time(NOW), "14:20");
    assert_eq!(pl.time(NOW.plus_seconds(-(7 * HOUR + 15 * MINUTE))), "7:05");
    for (seconds, expected) in [
        (0, "dziś o\u{a0}14:20"),
        (-DAY, "wczoraj o\u{a0}14:20"),
        (DAY, "jutro o\u{a0}14:20"),
        (10 * HOUR, "jutro o\u{a0}0:20"),
        (4 * DAY, "poniedziałek 23 listopada, 14:20"),
        (-400 * DAY, "środa 15 października 2025, 15:20"),
    ] {
        assert_eq!(pl.moment(NOW.plus_seconds(seconds), NOW), expected);
    }
    assert_eq!(t(Language::Uk).moment(NOW, NOW), "сьогодні о 14:20");
    assert_eq!(t(Language::En).moment(NOW, NOW), "today at 14:20");
    assert_eq!(pl.day(Moment(i64::MAX), NOW), "czwartek 1 stycznia 1970");
}

#[test]
fn durations_are_told_by_their_largest_part() {
    for (seconds, pl, uk, en) in [
        (-5, "mniej niż minuta", "менше хвилини", "less than a minute"),
        (59, "mniej niż minuta", "менше хвилини", "less than a minute"),
        (60, "minuta", "1 хвилина", "a minute"),
        (4 * MINUTE, "4 minuty", "4 хвилини", "4 minutes"),
        (35 * MINUTE, "35 minut", "35 хвилин", "35 minutes"),
        (2 * HOUR + 59, "2 godziny", "2 години", "2 hours"),
        (DAY, "jeden dzień", "1 день", "a day"),
        (8 * DAY, "8 dni", "8 днів", "8 days"),
    ] {
        assert_eq!(t(Language::Pl).duration(seconds), pl);
        assert_eq!(t(Language::Uk).duration(seconds), uk);
        assert_eq!(t(Language::En).duration(seconds), en);
    }
}

#[test]
fn the_three_languages_of_web_agree() {
    assert_eq!(texts_agree(&[web::TEXTS, CASES, common::TEXTS]), Vec::<String>::new());
}

#[test]
fn disagreement_is_told() {
    let odd =
        Bundle { pl: "a = Raz\nb = { $n } i { $m }\n", uk: "a = Раз\na = Два\nb = { $n }\n", en: "b = { $n } and { $m }\nc =\n" };
    let told = texts_agree(&[odd]).join("\n");
    for part in ["a: twice in uk", "a: missing in en", "b: arguments differ", "c: missing in pl", "c: empty in en"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn broken_texts_are_refused_at_the_start() {
    let fine = Bundle { pl: "x1 = a\n", uk: "x1 = b\n", en: "x1 = c\n" };
    let broken = Bundle { en: "x1 = { $n\n", ..fine };
    assert!(Texts::new(&[broken]).unwrap_err().to_string().contains("texts in en"));
    assert!(Texts::new(&[fine, fine]).unwrap_err().to_string().contains("x1"));
    assert!(Texts::new(&[fine]).is_ok());
}

#[test]
#[should_panic(expected = "no text nothing-like-this")]
fn a_missing_key_is_our_fault() {
    t(Language::Pl).get("nothing-like-this");
}
