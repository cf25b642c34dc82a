//! A small city for the tests: four services, three streets, one unit.

use std::{collections::BTreeMap, sync::Arc};

use base::{Bounds, Id, Moment, Point, Wording};
use hours::{Calendar, DayHours, Holidays, Opening, Week};
use jiff::tz::TimeZone;
use places::model::{
    Address, Area, Asset, AssetKind, DISTRICT, Land, LandKind, Landmark, Line, LineKind, Places, Polygon, Prefix, Ring, Street,
};
use portal::{BaseMap, Basemap, Centre, CityMap, MapPoint, Portal};
use serde_json::json;
use services::{Catalogue, Danger, Group, Kind, Service};
use staff::model::PackUnit;
use testkit::{Browser, Engine, Kit};
use web::{App, Settings};

/// A word that stands in a report's own words and nowhere else.
pub const SECRET: &str = "marmolada";
/// What a report's own words are in most tests.
pub const BODY: &str = "Od piątku nie świeci.\nNazywamy to marmolada.";

/// One city, and its doors.
pub struct Town {
    pub kit: Kit,
    pub app: App,
    pub portal: Portal,
}

impl Town {
    /// A city with its pack taken over; nobody is limited.
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, Settings { rate_limits: false, ..settings() }).await
    }

    pub async fn with(engine: Engine, settings: Settings) -> Self {
        let kit = Kit::bare(engine).await;
        kit.write(|tx| {
            staff::actions::take_over_units(tx, &[unit()])?;
            services::actions::take_over(tx, &groups(), &offered())?;
            places::actions::take_over(tx, &areas(), &streets())?;
            places::actions::take_over_assets(tx, &assets())
        })
        .await
        .unwrap();
        let app = testkit::app(&kit.db, &[cases::TEXTS, portal::TEXTS], &portal::assets(), settings);
        let portal = portal(&app);
        Self { kit, app, portal }
    }

    /// The same city, whose pack has no addresses, landmarks or assets.
    pub fn without_addresses(self) -> Self {
        let places = Arc::new(Places::new(areas(), vec![], vec![]));
        Self { portal: Portal { places, ..self.portal }, ..self }
    }

    /// The same city, of which its pack draws nothing.
    pub fn undrawn(mut self) -> Self {
        self.portal.map = Arc::new(CityMap::new(BaseMap::new(&self.portal.places, &[], &[], []), BOUNDS));
        self
    }

    /// The same city with a basemap of the operator's.
    pub fn over(mut self, basemap: Basemap) -> Self {
        self.portal.map = Arc::new(CityMap::new(base_map(&self.portal.places), BOUNDS).over(Some(basemap)));
        self
    }

    /// A browser that goes on where it is sent.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.app, portal::routes(self.portal.clone())).following()
    }

    /// The address of the page of the only report, for its author.
    pub async fn own_page(&self) -> String {
        let number = base::ReportNumber::from_value(self.kit.value("select number from reports").await).unwrap();
        let link = cases::jobs::private_link(&self.app, number);
        link.strip_prefix(&settings().public_url).unwrap().to_owned()
    }

    /// The address of the page of the only report, for strangers.
    pub async fn public_page(&self) -> String {
        self.own_page().await.split('?').next().unwrap().to_owned()
    }

    /// Changes the only case as the program does.
    pub async fn step(&self, step: impl Fn(&store::Tx<'_>, Id) -> base::Result<()> + Send + 'static) {
        let id: Id = self.kit.value("select id from cases").await;
        self.kit.write(move |tx| step(tx, id)).await.unwrap();
    }
}

pub fn roads() -> Id {
    Id::named("unit", "zd")
}

pub fn settings() -> Settings {
    Settings { public_url: "https://kontakt.example".into(), https: true, nav: portal::nav(), ..Settings::default() }
}

fn portal(app: &App) -> Portal {
    let (catalogue, places) = (Catalogue::new(groups(), offered()), gazetteer());
    let index = search::Index::in_memory().unwrap();
    let centre = centre();
    index.change(&portal::documents(&catalogue, &places, &centre.cards), &[], 1).unwrap();
    let week = Week::monday_to_friday(DayHours::parse(&["07:30-18:00"]).unwrap());
    let office = Calendar::new(TimeZone::get("Europe/Warsaw").unwrap(), Holidays::polish(), Opening::of(week));
    let map = Arc::new(CityMap::new(base_map(&places), BOUNDS));
    Portal {
        app: app.clone(),
        catalogue: Arc::new(catalogue),
        places: Arc::new(places),
        index: Arc::new(index),
        statements: Arc::new(crate::statements::statements()),
        controllers: Arc::default(),
        media: "nowhere".into(),
        map,
        figures: Arc::default(),
        office: Arc::new(office),
        centre: Arc::new(centre),
        suggestions: None,
    }
}

/// What the centre works with: a line with hours of its own and one whose number nobody knows, an order, topics, cards.
fn centre() -> Centre {
    let read = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
    let table = read(CENTRE);
    fn rows<T: serde::de::DeserializeOwned>(table: &toml::Table, key: &str) -> Vec<T> {
        table[key].clone().try_into().unwrap()
    }
    Centre {
        lines: rows(&table, "line"),
        calendars: BTreeMap::new(),
        orders: rows(&table, "order"),
        topics: rows(&table, "topic"),
        cards: rows(&table, "card"),
    }
}

const CENTRE: &str = "
[[line]]
key = 'main'
number = '+48100008311'
number_shown = '10 000 83 11'
name = { pl = 'Wszystkie sprawy', en = 'Everything' }
languages = ['pl', 'uk']
unit = 'zd'
hours = { fri = ['07:30-20:00'], sat = ['08:00-12:00'] }
topics = ['waste']

[[line]]
key = 'roads'
name.pl = 'Dyżurny drogowy'
unit = 'zd'

[[order]]
key = 'winter'
unit = 'zd'
title.pl = 'Akcja zima'
scope.pl = 'Pytania o odśnieżanie'
from = '2026-11-01'
contacts = ['dyspozytor 17']

[[order]]
key = 'past'
unit = 'zd'
title.pl = 'Dawne zlecenie'
scope.pl = 'Dawny zakres'
from = '2020-01-01'
to = '2020-12-31'

[[topic]]
key = 'waste'
name.pl = 'Odpady'

[[topic]]
key = 'bulky'
parent = 'waste'
name.pl = 'Gabaryty'

[[card]]
key = 'handyman'
title = { pl = 'Złota Rączka', en = 'Handyman' }
audience = 'seniors'
unit = 'zd'
allows = ['inform', 'call_out']

[[card]]
key = 'budget'
title.pl = 'Budżet obywatelski'
audience = 'residents'
year_to = 2020

[[card]]
key = 'survey'
title.pl = 'Ankieta wewnętrzna'
audience = 'internal'
";

fn wording(pl: &str, uk: Option<&str>, en: Option<&str>) -> Wording {
    Wording { pl: pl.to_owned(), uk: uk.map(str::to_owned), en: en.map(str::to_owned) }
}

fn unit() -> PackUnit {
    serde_json::from_value(json!({ "key": "zd", "name": { "pl": "Zarząd Dróg Lipogrodu" }, "short": "Zarząd Dróg" })).unwrap()
}

fn groups() -> Vec<Group> {
    let group = |key: &str, name| Group { key: key.to_owned(), name };
    vec![group("street", wording("Ulica", Some("Вулиця"), Some("Street"))), group("people", wording("Ludzie", None, Some("People")))]
}

fn offered() -> Vec<Service> {
    let danger = Danger {
        ask: wording("Czy widać gołe przewody?", Some("Чи видно голі дроти?"), Some("Are there bare wires?")),
        call: "112".into(),
    };
    let lamp = wording("Latarnia nie świeci albo miga", Some("Ліхтар не світить"), Some("Street lamp out or flickering"));
    vec![
        Service {
            details: services::Details { first_answer_working_days: Some(1), ..toml::from_str(TREE).unwrap() },
            ..service("tree", "street", wording("Drzewo", Some("Дерево"), Some("Tree")))
        },
        Service { hint: Some(wording("Także migająca", None, None)), danger: Some(danger), ..service("lamp", "street", lamp) },
        service("road", "street", wording("Dziura w jezdni lub chodniku", Some("Яма на дорозі"), Some("Pothole"))),
        service("bench", "street", wording("Nowa ławka", None, None)),
        Service {
            public: false,
            ..service("family", "people", wording("Pomoc rodzinie", Some("Допомога родині"), Some("Help for a family")))
        },
    ]
}

/// A tree that lies somewhere: questions of every kind, one that depends on another, one answer that calls for help and
/// one that is not the city's.
const TREE: &str = r#"
[[questions]]
key = "what"
kind = "choice"
required = true
ask = { pl = "Co się stało z drzewem?", uk = "Що сталося з деревом?", en = "What happened to the tree?" }
hint.pl = "Najważniejsza rzecz"
options = [
  { key = "branch", name.pl = "Złamana gałąź" },
  { key = "lying", name.pl = "Leży" },
  { key = "car", name.pl = "Leży na samochodzie", stop = { say.pl = "Nie zbliżaj się do drzewa.", call = "998" } },
  { key = "garden", name.pl = "Rośnie w prywatnym ogrodzie", stop = { say.pl = "Tym zajmuje się właściciel ogrodu." } },
]

[[questions]]
key = "road"
kind = "yes_no"
required = true
ask.pl = "Czy blokuje drogę?"
when = { question = "what", is = ["lying"] }

[[questions]]
key = "how"
kind = "text"
required = true
ask.pl = "Jak ją ominąć?"
when = { question = "road", is = ["yes"] }

[[questions]]
key = "metres"
kind = "number"
required = false
ask.pl = "Ile ma metrów?"

[[questions]]
key = "since"
kind = "date"
required = false
ask.pl = "Od kiedy leży?"
"#;

fn service(key: &str, group: &str, name: Wording) -> Service {
    Service {
        id: Id::named("service", key),
        key: key.to_owned(),
        group: group.to_owned(),
        kind: Kind::Intervention,
        name,
        hint: None,
        keywords: if key == "lamp" { "lampa oświetlenie".to_owned() } else { String::new() },
        unit_id: Some(roads()),
        public: true,
        deadline_working_days: 5,
        danger: None,
        details: services::Details::default(),
    }
}

pub const BOUNDS: Bounds = Bounds { south: 52.0, west: 16.0, north: 53.0, east: 17.0 };

fn at(lat: f64, lng: f64) -> Point {
    let point = Point::from_degrees(lat, lng).unwrap();
    assert!(BOUNDS.contain(point));
    point
}

fn areas() -> Vec<Area> {
    let corners = [(52.0, 16.0), (52.0, 17.0), (53.0, 17.0), (53.0, 16.0)].map(|(lat, lng)| at(lat, lng));
    let polygon = Polygon::new(Ring::new(corners.to_vec()).unwrap(), vec![]);
    vec![Area {
        key: "olszyna".into(),
        name: wording("Olszyna", Some("Ольшина"), None),
        kind: DISTRICT.into(),
        parent: None,
        polygons: vec![polygon],
    }]
}

fn streets() -> Vec<Street> {
    let street = |key: &str, name: &str, place: &str| Street {
        key: key.into(),
        prefix: Prefix::Street,
        name: name.into(),
        name_where: place.into(),
    };
    vec![
        street("olszowa", "Olszowa", "przy ul. Olszowej"),
        street("polna", "Polna", "przy ul. Polnej"),
        street("mlynska", "Młyńska", "przy ul. Młyńskiej"),
    ]
}

fn gazetteer() -> Places {
    let house = |street: &str, number: &str, lat: f64, lng: f64| Address::new(street, number, at(lat, lng), None).unwrap();
    let houses = vec![
        house("olszowa", "14", 52.4, 16.9),
        house("olszowa", "14a", 52.4005, 16.9),
        house("olszowa", "16", 52.401, 16.9),
        house("polna", "2", 52.41, 16.92),
        house("mlynska", "7", 52.4102, 16.9202),
    ];
    Places::new(areas(), streets(), houses).with(landmarks(), assets())
}

fn landmarks() -> Vec<Landmark> {
    let name = wording("Park Nadrzeczny", None, None);
    vec![Landmark { key: "park".into(), kind: "park".into(), name, name_where: String::new(), other_names: vec![], point: at(52.5, 16.5) }]
}

fn assets() -> Vec<Asset> {
    let lamp = |code: &str, street: Option<&str>, near: &str| Asset {
        kind: AssetKind::LampPost,
        code: code.into(),
        point: at(52.402, 16.9),
        unit: Some("zd".into()),
        street: street.map(str::to_owned),
        near: near.into(),
    };
    vec![lamp("01234", Some("olszowa"), "przy szkole"), lamp("L-12/3", None, "")]
}

/// One street, a pond, and a lamp at ul. Olszowa 14.
fn base_map(places: &Places) -> BaseMap {
    let axis = Line {
        kind: LineKind::Street,
        street: Some("olszowa".into()),
        class: None,
        name: None,
        points: vec![at(52.39, 16.9), at(52.41, 16.9)],
    };
    let corners = [(52.4, 16.89), (52.4, 16.898), (52.405, 16.898), (52.405, 16.89)].map(|(lat, lng)| at(lat, lng));
    let pond = Land {
        kind: LandKind::Water,
        name: Some(wording("Staw Młyński", None, Some("Mill Pond"))),
        polygons: vec![Polygon::new(Ring::new(corners.to_vec()).unwrap(), vec![])],
    };
    let lamp = MapPoint { point: at(52.4, 16.9), kind: "lamp".into(), code: Some("LT-0417".into()), name: None };
    BaseMap::new(places, &[axis], &[pond], [lamp])
}

/// `2026-11-20T10:00` in the city.
pub fn moment(local: &str) -> Moment {
    let local: jiff::civil::DateTime = local.parse().unwrap();
    Moment(local.to_zoned(TimeZone::get("Europe/Warsaw").unwrap()).unwrap().timestamp().as_microsecond())
}
