//! The mapping file: what the columns and words of another system's tickets mean here.

use std::{collections::BTreeMap, path::Path};

use anyhow::Context as _;
use base::{Language, Moment, Point, fold};
use cases::Outcome;
use encoding_rs::Encoding;
use interactions::Channel;
use jiff::{civil::DateTime, tz::TimeZone};
use places::model::{PlaneMetres, Projection};
use serde::{Deserialize, Deserializer, de::Error as _};
use services::Kind;

/// What a mapping file says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Names the other system; kept with every row that is taken over.
    pub source: String,
    /// How the files' bytes are read, unless a byte order mark says otherwise.
    #[serde(deserialize_with = "encoding")]
    pub encoding: &'static Encoding,
    /// What stands between two values.
    #[serde(deserialize_with = "sign")]
    pub delimiter: u8,
    /// What stands around a value that holds delimiters; none when the files have no such rule.
    #[serde(default, deserialize_with = "optional_sign")]
    pub quote: Option<u8>,
    /// The time zone of the moments.
    #[serde(deserialize_with = "zone")]
    pub zone: TimeZone,
    /// The language in which residents spoke or wrote.
    pub language: Language,
    /// Formats of the moments, as of C's `strptime`; the first that fits is taken.
    pub moments: Vec<String>,
    /// What the numbers of the points are.
    #[serde(default, deserialize_with = "crs")]
    pub points: Crs,
    /// Which column holds what.
    pub columns: Columns,
    channels: BTreeMap<String, ChannelWord>,
    /// Words of the column `kind`.
    pub kinds: BTreeMap<String, KindRule>,
    #[serde(default)]
    units: BTreeMap<String, String>,
    #[serde(default)]
    districts: BTreeMap<String, String>,
}

/// Names of columns, as the header of the files has them. Other columns are not looked at.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The ticket's number in the other system.
    pub number: String,
    /// When it was opened.
    pub opened: String,
    /// When it was closed; empty while it is open.
    pub closed: Option<String>,
    /// What sort of matter it is.
    pub kind: String,
    /// How it came in.
    pub channel: String,
    /// The unit that got it; empty when none did.
    pub unit: Option<String>,
    /// The district that was recorded.
    pub district: Option<String>,
    /// The street.
    pub street: Option<String>,
    /// The house number.
    pub house: Option<String>,
    /// Metres to the east, or degrees of longitude.
    pub easting: Option<String>,
    /// Metres to the north, or degrees of latitude.
    pub northing: Option<String>,
}

impl Columns {
    /// All names that the header must have.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let always = [&self.number, &self.opened, &self.kind, &self.channel];
        let perhaps = [&self.closed, &self.unit, &self.district, &self.street, &self.house, &self.easting, &self.northing];
        always.into_iter().chain(perhaps.into_iter().flatten()).map(String::as_str)
    }
}

/// What a word of the column `kind` means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRule {
    /// What sort of case it is.
    pub kind: Kind,
    /// The key of the service that such cases are about.
    pub service: String,
    /// How closed ones ended; the other system did not say.
    #[serde(deserialize_with = "outcome")]
    pub outcome: Outcome,
    /// Whether a row without a unit is only a conversation: the resident was told something, and there is no case.
    #[serde(default)]
    pub conversation_without_unit: bool,
    /// Whether a pack made from the tickets shows such cases to strangers.
    #[serde(default)]
    pub public: bool,
}

/// A coordinate reference system of points.
#[derive(Debug, Clone, Copy)]
pub struct Crs {
    /// Its name in mappings.
    pub name: &'static str,
    /// How metres become degrees; none when the numbers are degrees of WGS84.
    projection: Option<Projection>,
}

/// All that are known, the usual one first.
const ALL_CRS: [Crs; 6] = [
    Crs { name: "wgs84", projection: None },
    Crs { name: "epsg:2176", projection: Some(Projection::EPSG_2176) },
    Crs { name: "epsg:2177", projection: Some(Projection::EPSG_2177) },
    Crs { name: "epsg:2178", projection: Some(Projection::EPSG_2178) },
    Crs { name: "epsg:2179", projection: Some(Projection::EPSG_2179) },
    Crs { name: "epsg:2180", projection: Some(Projection::EPSG_2180) },
];

impl Crs {
    /// The point with these numbers; `None` when there is no such place.
    pub fn point(self, easting: f64, northing: f64) -> Option<Point> {
        match self.projection {
            None => Point::from_degrees(northing, easting),
            Some(projection) => projection.to_point(PlaneMetres { easting, northing }),
        }
    }
}

impl Default for Crs {
    fn default() -> Self {
        ALL_CRS[0]
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
struct ChannelWord(#[serde(deserialize_with = "channel")] Channel);

impl Mapping {
    /// Reads the mapping in `path`.
    ///
    /// # Errors
    /// A sentence with the file, the line and the reason.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("the mapping {}", path.display()))
    }

    /// The channel that a word means.
    pub fn channel(&self, word: &str) -> Option<Channel> {
        self.channels.get(word).map(|known| known.0)
    }

    /// The moment that a text means, by the first format that fits. Of an hour that came twice the first is meant.
    pub fn moment(&self, text: &str) -> Option<Moment> {
        let civil = self.moments.iter().find_map(|format| DateTime::strptime(format, text).ok())?;
        let stamp = self.zone.to_ambiguous_timestamp(civil).compatible().ok()?;
        Some(Moment(stamp.as_microsecond()))
    }

    /// The key of the unit that a word means: from the mapping, or the word itself as a key.
    pub fn unit_key(&self, word: &str) -> String {
        self.units.get(word).cloned().unwrap_or_else(|| key_of(word))
    }

    /// The key of the district that a word means: from the mapping, or the word itself as a key.
    pub fn district_key(&self, word: &str) -> String {
        self.districts.get(word).cloned().unwrap_or_else(|| key_of(word))
    }
}

/// A key made from a name: `Urząd Dzielnicy Praga Płd` becomes `urzad-dzielnicy-praga-pld`.
pub fn key_of(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn parsed<'de, D: Deserializer<'de>, T>(from: D, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("there is no {what} {text:?}")))
}

fn encoding<'de, D: Deserializer<'de>>(from: D) -> Result<&'static Encoding, D::Error> {
    parsed(from, "encoding", |label| Encoding::for_label(label.as_bytes()))
}

fn zone<'de, D: Deserializer<'de>>(from: D) -> Result<TimeZone, D::Error> {
    parsed(from, "time zone", |name| TimeZone::get(name).ok())
}

fn crs<'de, D: Deserializer<'de>>(from: D) -> Result<Crs, D::Error> {
    parsed(from, "coordinate reference system", |name| ALL_CRS.into_iter().find(|crs| crs.name == name))
}

fn outcome<'de, D: Deserializer<'de>>(from: D) -> Result<Outcome, D::Error> {
    parsed(from, "outcome", Outcome::from_word)
}

fn channel<'de, D: Deserializer<'de>>(from: D) -> Result<Channel, D::Error> {
    parsed(from, "channel", Channel::from_word)
}

fn sign<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
    parsed(from, "single ASCII sign", |text| <[u8; 1]>::try_from(text.as_bytes()).ok().map(|[sign]| sign))
}

fn optional_sign<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
    sign(from).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WARSAW: &str = include_str!("../../../cities/mappings/warszawa-19115.toml");

    #[test]
    fn the_mapping_of_warsaw_is_read() {
        let mapping: Mapping = toml::from_str(WARSAW).unwrap();
        assert_eq!((mapping.encoding.name(), mapping.delimiter, mapping.quote), ("UTF-16LE", b'\t', Some(b'"')));
        assert_eq!(mapping.channel("MOBILE"), Some(Channel::App));
        assert_eq!(mapping.channel("FAX"), None);
        assert_eq!(mapping.unit_key("Urząd Dzielnicy Praga Płd"), "urzad-dzielnicy-praga-pld");
        assert_eq!(mapping.district_key("Praga-Południe"), mapping.district_key("Praga Południe"));
        assert_eq!(mapping.columns.names().count(), 11);
    }

    #[test]
    fn moments_are_read_in_the_zone_of_the_mapping() {
        let mapping: Mapping = toml::from_str(WARSAW).unwrap();
        let check = |text: &str, wanted: Option<&str>| {
            let wanted = wanted.map(|utc| Moment(utc.parse::<jiff::Timestamp>().unwrap().as_microsecond()));
            assert_eq!(mapping.moment(text), wanted, "{text}");
        };
        check("2014-03-13 07:44:59", Some("2014-03-13T06:44:59Z"));
        check("2014-07-13 07:44:59", Some("2014-07-13T05:44:59Z"));
        check("2014-10-26 02:30:00", Some("2014-10-26T00:30:00Z"));
        check("2014-02-30 07:44:59", None);
        check("13.03.2014", None);
        check("", None);
    }

    #[test]
    fn what_a_mapping_may_not_say_is_refused_with_its_place() {
        let check = |from: &str, to: &str, reason: &str| {
            let text = WARSAW.replace(from, to);
            assert_ne!(text, WARSAW, "{from}");
            let said = toml::from_str::<Mapping>(&text).unwrap_err().to_string();
            assert!(said.contains(reason), "{to}: {said}");
        };
        check("encoding = \"utf-16le\"", "encoding = \"utf-61\"", "there is no encoding \"utf-61\"");
        check("\"phone\"", "\"fax\"", "there is no channel \"fax\"");
        check("\"fixed\"", "\"mended\"", "there is no outcome \"mended\"");
        check("epsg:2178", "epsg:4326", "there is no coordinate reference system \"epsg:4326\"");
        check("zone = \"Europe/Warsaw\"", "zone = \"Europe/Sarmatia\"", "there is no time zone");
        check("delimiter = \"\\t\"", "delimiter = \"; \"", "there is no single ASCII sign");
        check("number = ", "numer = ", "unknown field `numer`");
    }

    #[test]
    fn a_key_is_made_of_small_letters_digits_and_hyphens() {
        for (name, key) in
            [("SD CZK", "sd-czk"), ("Praga-Południe", "praga-poludnie"), ("  Żoliborz  (część) ", "zoliborz-czesc"), ("…", "")]
        {
            assert_eq!(key_of(name), key, "{name}");
        }
    }
}
