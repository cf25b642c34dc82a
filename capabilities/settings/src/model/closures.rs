//! Single days in `hours.toml` on which the office or one of its calendars keeps other hours: closing for today and taking that back.

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

/// The key by which the office's own calendar is named.
pub const OFFICE: &str = "office";

/// A day with other hours than its week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// The calendar: `office`, or a key of the file.
    pub calendar: String,
    /// The day.
    pub on: String,
    /// The hours that are left; none: closed all day.
    pub hours: Vec<String>,
    /// Why, in words for residents.
    pub reason: String,
}

/// The keys of the calendars, the office's first.
pub fn calendars(hours: &Json) -> Vec<String> {
    let own = hours.get("calendar").and_then(Json::as_object).into_iter().flat_map(Map::keys).cloned();
    std::iter::once(OFFICE.to_owned()).chain(own.filter(|key| key != OFFICE)).collect()
}

/// The hours with this closure; another one of that day gives way.
pub fn closed(hours: &Json, closure: &Closure) -> Json {
    changed(hours, &closure.calendar, &closure.on, |days| {
        let mut day = json!({ "on": closure.on, "reason": closure.reason });
        if !closure.hours.is_empty() {
            day["hours"] = json!(closure.hours);
        }
        days.push(day);
        days.sort_by_key(|day| day["on"].as_str().unwrap_or_default().to_owned());
    })
}

/// The hours as the week has them on that day.
pub fn reopened(hours: &Json, calendar: &str, on: &str) -> Json {
    changed(hours, calendar, on, |_| ())
}

/// The days that are still to come, the nearest first.
pub fn ahead(hours: &Json, today: Date) -> Vec<Closure> {
    let today = today.to_string();
    let of = |calendar: String| days_of(hours, &calendar).into_iter().map(move |day| closure(&calendar, &day)).collect::<Vec<_>>();
    let mut all: Vec<Closure> = calendars(hours).into_iter().flat_map(of).filter(|closure| closure.on >= today).collect();
    all.sort_by(|one, other| one.on.cmp(&other.on));
    all
}

fn closure(calendar: &str, day: &Json) -> Closure {
    let text = |name: &str| day[name].as_str().unwrap_or_default().to_owned();
    let hours = day["hours"].as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect();
    Closure { calendar: calendar.to_owned(), on: text("on"), hours, reason: text("reason") }
}

fn days_of(hours: &Json, calendar: &str) -> Vec<Json> {
    let days = if calendar == OFFICE { &hours["exceptions"] } else { &hours["calendar"][calendar]["exceptions"] };
    days.as_array().cloned().unwrap_or_default()
}

fn changed(hours: &Json, calendar: &str, on: &str, change: impl FnOnce(&mut Vec<Json>)) -> Json {
    let mut days = days_of(hours, calendar);
    days.retain(|day| day["on"].as_str() != Some(on));
    change(&mut days);
    let mut hours = hours.clone();
    if calendar == OFFICE {
        hours["exceptions"] = Json::Array(days);
    } else {
        hours["calendar"][calendar]["exceptions"] = Json::Array(days);
    }
    hours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closure_takes_the_day_and_can_be_taken_back() {
        let hours =
            json!({ "week": {}, "exceptions": [{ "on": "2026-12-31", "reason": "Sylwester" }], "calendar": { "line": { "week": {} } } });
        for calendar in calendars(&hours) {
            let closure = Closure {
                calendar: calendar.clone(),
                on: "2026-11-20".into(),
                hours: vec!["08:00-10:00".into()],
                reason: "Brak prądu".into(),
            };
            let after = closed(&closed(&hours, &Closure { hours: Vec::new(), ..closure.clone() }), &closure);
            let days = ahead(&after, "2026-11-20".parse().unwrap());
            assert_eq!(days.first(), Some(&closure));
            assert_eq!(days.len(), 2);
            assert_eq!(
                ahead(&reopened(&after, &calendar, "2026-11-20"), "2026-11-01".parse().unwrap()),
                ahead(&hours, "2026-11-01".parse().unwrap())
            );
        }
        assert_eq!(ahead(&hours, "2027-01-01".parse().unwrap()), []);
    }
}
