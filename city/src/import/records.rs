//! The rows of a file as records: each is understood as a whole, or refused with its reason.

use std::{collections::HashMap, path::Path};

use base::{Id, Moment, Point};
use cases::{Place, model::LONGEST_PLACE};

use super::{
    known::Known,
    mapping::{KindRule, Mapping},
    record::{Matter, Past, PastUnit, Record},
    rows::{Rejection, Row, Rows},
};

/// The records of one file, read as they are asked for.
pub struct Records<'a> {
    rows: Rows,
    mapping: &'a Mapping,
    known: &'a Known,
    /// How often each number and unit stood in the file so far.
    seen: HashMap<(String, String), u32>,
    /// Whether recorded districts are the computed ones.
    pub districts: DistrictCheck,
}

/// How the districts that were recorded compare with those in which the points lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DistrictCheck {
    /// Rows with a district and a point in the city.
    pub both: u64,
    /// A sentence for each row in which they disagree.
    pub disagreements: Vec<String>,
}

impl DistrictCheck {
    /// Adds the rows of another file.
    pub fn add(&mut self, file: &Path, other: Self) {
        self.both += other.both;
        self.disagreements.extend(other.disagreements.iter().map(|sentence| format!("{}, {sentence}", file.display())));
    }
}

impl<'a> Records<'a> {
    /// Opens the file.
    ///
    /// # Errors
    /// As [`Rows::open`].
    pub fn open(path: &Path, mapping: &'a Mapping, known: &'a Known) -> anyhow::Result<Self> {
        Ok(Self { rows: Rows::open(path, mapping)?, mapping, known, seen: HashMap::new(), districts: DistrictCheck::default() })
    }

    /// The next record, or why its row is refused; `None` after the last.
    ///
    /// # Errors
    /// As [`Rows::next_row`].
    pub fn next_record(&mut self) -> anyhow::Result<Option<Result<Record, Rejection>>> {
        let record = match self.rows.next_row()? {
            None => return Ok(None),
            Some(Err(rejection)) => Err(rejection),
            Some(Ok(row)) => self.record(&row).map_err(|reason| Rejection { line: row.line, reason }),
        };
        Ok(Some(record))
    }

    fn record(&mut self, row: &Row) -> Result<Record, String> {
        let columns = &self.mapping.columns;
        let key = self.key(row)?;
        let place = self.place(row)?;
        let (opened_at, closed_at) = self.moments(row)?;
        let channel = row.value(&columns.channel);
        let channel =
            self.mapping.channel(channel).ok_or_else(|| format!("{}: the mapping knows no channel {channel:?}", columns.channel))?;
        let kind = row.value(&columns.kind);
        let rule = self.mapping.kinds.get(kind).ok_or_else(|| format!("{}: the mapping knows no kind {kind:?}", columns.kind))?;
        let unit = self.unit(row)?;
        let matter = match unit {
            None if rule.conversation_without_unit => Matter::Conversation,
            unit => Matter::Case(self.past(rule, place, unit, closed_at)?),
        };
        Ok(Record { key, channel, language: self.mapping.language, opened_at, matter })
    }

    fn past(&self, rule: &KindRule, place: Place, unit: Option<PastUnit>, closed_at: Option<Moment>) -> Result<Past, String> {
        let service = self.known.service(&rule.service).map_err(|error| error.to_string())?;
        let closed = closed_at.map(|at| (at, rule.outcome));
        Ok(Past { kind: rule.kind, service_id: service.id, public: service.public, place, unit, closed })
    }

    fn key(&mut self, row: &Row) -> Result<String, String> {
        let columns = &self.mapping.columns;
        let (number, unit) = (row.value(&columns.number).to_owned(), row.perhaps(columns.unit.as_ref()).to_owned());
        if number.is_empty() {
            return Err(format!("{}: there is no number", columns.number));
        }
        let seen = self.seen.entry((number.clone(), unit.clone())).or_default();
        *seen += 1;
        Ok(format!("{number}|{unit}|{seen}"))
    }

    fn moments(&self, row: &Row) -> Result<(Moment, Option<Moment>), String> {
        let columns = &self.mapping.columns;
        let moment = |column: &str| {
            let text = row.value(column);
            self.mapping.moment(text).ok_or_else(|| format!("{column}: {text:?} is no moment such as {:?}", self.mapping.moments))
        };
        let opened_at = moment(&columns.opened)?;
        let Some(column) = columns.closed.as_ref().filter(|column| !row.value(column).is_empty()) else { return Ok((opened_at, None)) };
        let closed_at = moment(column)?;
        if closed_at < opened_at {
            return Err(format!("{column}: {:?} is before it was opened, {:?}", row.value(column), row.value(&columns.opened)));
        }
        Ok((opened_at, Some(closed_at)))
    }

    fn unit(&self, row: &Row) -> Result<Option<PastUnit>, String> {
        let column = self.mapping.columns.unit.as_ref();
        let word = row.perhaps(column);
        if word.is_empty() {
            return Ok(None);
        }
        let key = self.mapping.unit_key(word);
        let unit = self.known.unit(&key).ok_or_else(|| format!("{}: the city has no unit {word:?} ({key})", name(column)))?;
        Ok(Some(PastUnit { id: unit.id, short: unit.short.clone() }))
    }

    fn place(&mut self, row: &Row) -> Result<Place, String> {
        let columns = &self.mapping.columns;
        let district = row.perhaps(columns.district.as_ref());
        let recorded = self.recorded_district(district)?;
        let point = self.point(row)?;
        let computed = point.and_then(|point| self.known.district_at(point));
        let area_id = computed.or(recorded);
        let words = self.words(row, area_id);
        if words.chars().count() > LONGEST_PLACE {
            return Err(format!("{}: the place has more than {LONGEST_PLACE} characters", name(columns.street.as_ref())));
        }
        if recorded.is_some() && point.is_some() {
            self.compare(row, recorded, computed);
        }
        Ok(Place { point, area_id, asset_id: None, words })
    }

    /// `Górczewska 7, Wola`; at least the city, since pages say where a case is.
    fn words(&self, row: &Row, area_id: Option<Id>) -> String {
        let columns = &self.mapping.columns;
        let house = row.perhaps(columns.house.as_ref());
        let address = match row.perhaps(columns.street.as_ref()) {
            "" => String::new(),
            street => format!("{street} {house}").trim().to_owned(),
        };
        let district = area_id.map_or("", |id| self.known.district_name(id));
        let words = [&address, district].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if words.is_empty() { self.known.name.clone() } else { words }
    }

    fn recorded_district(&self, word: &str) -> Result<Option<Id>, String> {
        if word.is_empty() {
            return Ok(None);
        }
        let key = self.mapping.district_key(word);
        let column = name(self.mapping.columns.district.as_ref());
        self.known.district(&key).map(Some).ok_or_else(|| format!("{column}: the city has no district {word:?} ({key})"))
    }

    fn compare(&mut self, row: &Row, recorded: Option<Id>, computed: Option<Id>) {
        self.districts.both += 1;
        if recorded != computed {
            let [recorded, computed] = [recorded, computed].map(|id| id.map_or("no district", |id| self.known.district_name(id)));
            self.districts.disagreements.push(format!("line {}: recorded in {recorded}, but its point lies in {computed}", row.line));
        }
    }

    fn point(&self, row: &Row) -> Result<Option<Point>, String> {
        let columns = &self.mapping.columns;
        let (east, north) = (columns.easting.as_ref(), columns.northing.as_ref());
        let (easting, northing) = match (row.perhaps(east), row.perhaps(north)) {
            ("", "") => return Ok(None),
            ("", _) => return Err(format!("{}: empty, so the point is only half there", name(east))),
            (_, "") => return Err(format!("{}: empty, so the point is only half there", name(north))),
            (easting, northing) => (number(easting, name(east))?, number(northing, name(north))?),
        };
        let columns = format!("{}, {}", name(east), name(north));
        let crs = self.mapping.points;
        let point = crs.point(easting, northing).ok_or_else(|| format!("{columns}: {easting}, {northing} is no place in {}", crs.name))?;
        if !self.known.holds(point) {
            return Err(format!("{columns}: the point lies outside the city: {:.4}, {:.4}", point.lat(), point.lng()));
        }
        Ok(Some(point))
    }
}

fn name(column: Option<&String>) -> &str {
    column.map_or("?", String::as_str)
}

/// A number with a decimal point or comma.
fn number(text: &str, column: &str) -> Result<f64, String> {
    text.replace(',', ".").parse().map_err(|_| format!("{column}: {text:?} is no number"))
}
