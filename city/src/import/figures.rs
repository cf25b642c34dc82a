//! The counts of a replay, in the files and in the city, side by side.

use std::collections::{BTreeMap, BTreeSet};

use base::{Moment, Result};
use jiff::{Timestamp, tz::TimeZone};
use store::Read;

use super::record::Record;

/// What is counted, each on a sheet of its own.
const SHEETS: [&str; 4] = ["channel", "unit", "kind", "closed on"];
/// How wide the names of a sheet are written.
const NAME_WIDTH: usize = 44;

type Sheet = BTreeMap<String, i64>;

/// Counts by channel, unit, kind and day of closing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures([Sheet; 4]);

impl Figures {
    /// Counts a record of the files.
    pub fn count(&mut self, record: &Record, zone: &TimeZone) {
        let Self([channels, units, kinds, closings]) = self;
        add(channels, record.channel.word(), 1);
        let Some(past) = record.case() else { return add(kinds, "conversation only", 1) };
        add(units, past.unit.as_ref().map_or("no unit", |unit| unit.short.as_str()), 1);
        add(kinds, past.kind.word(), 1);
        add(closings, &day(past.closed.map(|(at, _)| at), zone), 1);
    }

    /// Counts what the database holds.
    ///
    /// # Errors
    /// As [`Read::query`].
    pub fn of_city(read: &Read<'_>, zone: &TimeZone) -> Result<Self> {
        let mut figures = Self::default();
        let Self([channels, units, kinds, closings]) = &mut figures;
        interactions::by_channel(read)?.iter().for_each(|(channel, count)| add(channels, channel, *count));
        cases::figures::by_unit(read)?.iter().for_each(|(unit, count)| add(units, unit.as_deref().unwrap_or("no unit"), *count));
        cases::figures::by_kind(read)?.iter().for_each(|(kind, count)| add(kinds, kind, *count));
        cases::figures::by_closing(read)?.iter().for_each(|(at, count)| add(closings, &day(*at, zone), *count));
        let without_case = channels.values().sum::<i64>() - kinds.values().sum::<i64>();
        add(kinds, "conversation only", without_case);
        Ok(figures)
    }

    /// Both as a table, and how many of its lines disagree.
    pub fn beside(&self, city: &Self) -> (String, usize) {
        let mut table = String::new();
        let mut disagree = 0;
        for (heading, (file, city)) in SHEETS.iter().zip(self.0.iter().zip(&city.0)) {
            line(&mut table, heading, &["files", "city"]);
            let names: BTreeSet<&String> = file.keys().chain(city.keys()).collect();
            for name in names {
                let [in_files, in_city] = [file, city].map(|sheet| sheet.get(name).copied().unwrap_or_default());
                let remark = if in_files == in_city { "" } else { "differs" };
                line(&mut table, name, &[&in_files.to_string(), &in_city.to_string(), remark]);
                disagree += usize::from(in_files != in_city);
            }
            table.push('\n');
        }
        (table, disagree)
    }
}

fn line(table: &mut String, name: &str, values: &[&str]) {
    let values: String = values.iter().map(|value| format!("{value:>9}")).collect();
    table.push_str(format!("{name:NAME_WIDTH$}{values}").trim_end());
    table.push('\n');
}

fn add(sheet: &mut Sheet, name: &str, count: i64) {
    if count != 0 {
        *sheet.entry(name.to_owned()).or_default() += count;
    }
}

/// The day in the zone, or that there is none.
fn day(at: Option<Moment>, zone: &TimeZone) -> String {
    let stamp = at.and_then(|at| Timestamp::from_microsecond(at.0).ok());
    stamp.map_or_else(|| "not closed".to_owned(), |stamp| stamp.to_zoned(zone.clone()).date().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_differs_is_marked_and_counted() {
        let (mut files, mut city) = (Figures::default(), Figures::default());
        add(&mut files.0[0], "phone", 2);
        add(&mut files.0[1], "BGOK", 1);
        add(&mut city.0[0], "phone", 2);
        add(&mut city.0[0], "web", 1);
        assert_eq!(files.beside(&files).1, 0);
        let (table, disagree) = files.beside(&city);
        assert_eq!(disagree, 2, "{table}");
        assert_eq!(table.lines().filter(|line| line.ends_with("differs")).count(), 2, "{table}");
        assert!(table.lines().any(|line| line.split_whitespace().collect::<Vec<_>>() == ["phone", "2", "2"]), "{table}");
    }

    #[test]
    fn the_day_of_closing_is_the_citys() {
        let warsaw = TimeZone::get("Europe/Warsaw").unwrap();
        let before_midnight_utc = "2014-03-13T23:30:00Z".parse::<Timestamp>().unwrap().as_microsecond();
        assert_eq!(day(Some(Moment(before_midnight_utc)), &warsaw), "2014-03-14");
        assert_eq!(day(None, &warsaw), "not closed");
    }
}
