//! The city as the map draws it: ground, water, streets, borders, names, house numbers; and points of the city's things.

use std::collections::HashMap;

use base::{Language, Point, Wording};
use places::model::{Area, DISTRICT, Land, LandKind, Line, LineClass, LineKind, Places, Prefix, Street};
use tiles::{Layer, Tile, Value, World};

/// From this zoom on house numbers and the city's things are shown.
const HOUSE_ZOOM: u8 = 16;
const THING_ZOOM: u8 = 14;
/// From this zoom on buildings are shown.
const BUILDING_ZOOM: u8 = 14;
/// The most features of one layer of a tile; what comes after in the pack is left out.
const MAX_FEATURES: usize = 10_000;
/// Points are found by the tile of this zoom in which they lie.
const BIN_ZOOM: u8 = 14;

/// A thing of the city with its place: a lamp, a bin, a landmark.
#[derive(Debug, Clone)]
pub struct MapPoint {
    /// Where it is.
    pub point: Point,
    /// What it is: a word for the style, such as `lamp`.
    pub kind: String,
    /// Its code on the sign, if it has one.
    pub code: Option<String>,
    /// Its name, if it has one.
    pub name: Option<Wording>,
}

/// All that the map shows of the city itself. Made once for a pack.
#[derive(Debug, Default)]
pub struct BaseMap {
    land: Vec<Piece<tiles::Polygon>>,
    lines: Vec<Piece<tiles::Line>>,
    borders: Vec<Piece<tiles::Line>>,
    names: Vec<Spot>,
    houses: Bins,
    things: Bins,
}

/// A shape, its properties, and the first zoom that shows it.
#[derive(Debug)]
struct Piece<S> {
    shape: S,
    from_zoom: u8,
    properties: Properties,
}

type Properties = Vec<(&'static str, Value)>;

#[derive(Debug)]
struct Spot {
    at: World,
    properties: Properties,
}

/// Points by the tile of [`BIN_ZOOM`] that holds them.
#[derive(Debug, Default)]
struct Bins(HashMap<(u32, u32), Vec<Spot>>);

impl BaseMap {
    /// The map of these places, lines and pieces of ground, with these points.
    pub fn new(places: &Places, lines: &[Line], land: &[Land], points: impl IntoIterator<Item = MapPoint>) -> Self {
        let mut houses = Bins::default();
        for address in places.streets().iter().flat_map(|street| places.addresses_of(&street.key)) {
            houses.put(address.point, vec![("number", Value::Text(address.number.clone()))]);
        }
        let mut things = Bins::default();
        for MapPoint { point, kind, code, name } in points {
            let code = code.map(|code| ("code", Value::Text(code)));
            things.put(point, [("kind", Value::Text(kind))].into_iter().chain(code).chain(name.iter().flat_map(named)).collect());
        }
        let areas = places.areas();
        Self {
            land: land.iter().flat_map(pieces).collect(),
            lines: lines.iter().filter_map(|line| street_line(line, places)).collect(),
            borders: areas.iter().flat_map(borders).collect(),
            names: areas.iter().filter_map(area_name).chain(land.iter().filter_map(land_name)).collect(),
            houses,
            things,
        }
    }

    /// The layers `land`, `lines`, `borders`, `names` and, close up, `houses` of the tile.
    pub(crate) fn base_tile(&self, tile: Tile) -> Vec<u8> {
        let mut land = Layer::new("land");
        for piece in shown(&self.land, tile) {
            land.polygon(&piece.shape.in_tile(tile), &piece.properties);
        }
        let names = self.names.iter().filter(|name| tile.inside().holds(name.at));
        let houses = if tile.z() >= HOUSE_ZOOM { self.houses.layer("houses", tile) } else { Layer::new("houses") };
        tiles::encode([
            land,
            line_layer("lines", &self.lines, tile),
            line_layer("borders", &self.borders, tile),
            point_layer("names", names, tile),
            houses,
        ])
    }

    /// Whether there is neither ground nor any line: borders and names alone make no map.
    pub(crate) fn is_blank(&self) -> bool {
        self.land.is_empty() && self.lines.is_empty()
    }

    /// Whether there are any things of the city.
    pub(crate) fn has_things(&self) -> bool {
        !self.things.0.is_empty()
    }

    /// The layer `points` of the tile: the city's things, close up.
    pub(crate) fn points_tile(&self, tile: Tile) -> Vec<u8> {
        if tile.z() < THING_ZOOM { Vec::new() } else { tiles::encode([self.things.layer("points", tile)]) }
    }
}

fn shown<S>(pieces: &[Piece<S>], tile: Tile) -> impl Iterator<Item = &Piece<S>> {
    pieces.iter().filter(move |piece| piece.from_zoom <= tile.z())
}

fn line_layer(name: &str, pieces: &[Piece<tiles::Line>], tile: Tile) -> Layer {
    let mut layer = Layer::new(name);
    for piece in shown(pieces, tile) {
        if layer.len() < MAX_FEATURES {
            layer.lines(&piece.shape.in_tile(tile), &piece.properties);
        }
    }
    layer
}

fn point_layer<'a>(name: &str, spots: impl Iterator<Item = &'a Spot>, tile: Tile) -> Layer {
    let mut layer = Layer::new(name);
    spots.take(MAX_FEATURES).for_each(|spot| layer.point(tile.local(spot.at), &spot.properties));
    layer
}

impl Bins {
    fn put(&mut self, point: Point, properties: Properties) {
        let at = world(point);
        if let Some(tile) = Tile::at(BIN_ZOOM, at) {
            self.0.entry(tile.column_row()).or_default().push(Spot { at, properties });
        }
    }

    fn layer(&self, name: &str, tile: Tile) -> Layer {
        let bin = Tile::at(BIN_ZOOM, tile.inside().least).and_then(|bin| self.0.get(&bin.column_row()));
        point_layer(name, bin.into_iter().flatten().filter(|spot| tile.inside().holds(spot.at)), tile)
    }
}

fn world(point: Point) -> World {
    World::from_e7(point.lat_e7, point.lng_e7)
}

fn rings(polygon: &places::model::Polygon) -> Vec<Vec<World>> {
    polygon.rings().iter().map(|ring| ring.corners().iter().copied().map(world).collect()).collect()
}

/// The properties `name`, and `name_uk` and `name_en` where they differ.
fn named(name: &Wording) -> Vec<(&'static str, Value)> {
    let own = |language, key| name.has(language).then(|| (key, Value::from(name.of(language))));
    let others = [own(Language::Uk, "name_uk"), own(Language::En, "name_en")];
    std::iter::once(("name", Value::from(name.pl.as_str()))).chain(others.into_iter().flatten()).collect()
}

fn pieces(land: &Land) -> impl Iterator<Item = Piece<tiles::Polygon>> + '_ {
    let from_zoom = if land.kind == LandKind::Building { BUILDING_ZOOM } else { 0 };
    let shapes = land.polygons.iter().filter_map(|polygon| tiles::Polygon::new(rings(polygon)));
    shapes.map(move |shape| Piece { shape, from_zoom, properties: vec![("kind", Value::from(land.kind.word()))] })
}

fn street_line(line: &Line, places: &Places) -> Option<Piece<tiles::Line>> {
    let shape = tiles::Line::new(line.points.iter().copied().map(world).collect())?;
    let street = line.street.as_deref().and_then(|key| places.street(key));
    let name = line.name.clone().or_else(|| street.map(on_the_map));
    // Where the pack does not say, avenues are wide and everything else is not.
    let avenue = street.is_some_and(|street| street.prefix == Prefix::Avenue);
    let class = line.class.unwrap_or(if avenue { LineClass::Main } else { LineClass::Local });
    let (kind, from_zoom) = match (line.kind, class) {
        (LineKind::River, _) => ("river", 0),
        (LineKind::Rail, _) => ("rail", 9),
        (LineKind::Tram, _) => ("tram", 12),
        (LineKind::Street, LineClass::Main) => (class.word(), 9),
        (LineKind::Street, LineClass::Side | LineClass::Local) => (class.word(), 11),
        (LineKind::Street, LineClass::Path) => (class.word(), 14),
    };
    let name = name.map(|name| ("name", Value::Text(name)));
    Some(Piece { shape, from_zoom, properties: std::iter::once(("kind", Value::from(kind))).chain(name).collect() })
}

/// A map leaves out `ul.`, which says nothing, and keeps `al.`, `pl.` and the others.
fn on_the_map(street: &Street) -> String {
    if street.prefix == Prefix::Street { street.name.clone() } else { street.label() }
}

/// What the map shows of an area: districts, and what is a part of one. Others, such as sectors of waste collection, lie
/// across them and are not for the eye.
fn shown_as(area: &Area) -> Option<&'static str> {
    match (area.kind.as_str(), &area.parent) {
        (DISTRICT, _) => Some("district"),
        (_, Some(_)) => Some("area"),
        (_, None) => None,
    }
}

fn borders(area: &Area) -> impl Iterator<Item = Piece<tiles::Line>> + '_ {
    let rings = shown_as(area).into_iter().flat_map(|kind| area.polygons.iter().flat_map(rings).map(move |ring| (kind, ring)));
    rings.filter_map(|(kind, mut ring)| {
        ring.extend(ring.first().copied());
        Some(Piece { shape: tiles::Line::new(ring)?, from_zoom: 0, properties: vec![("kind", Value::from(kind))] })
    })
}

/// The name of an area stands in its largest part.
fn area_name(area: &Area) -> Option<Spot> {
    name_in(&area.polygons, &area.name, shown_as(area)?)
}

fn land_name(land: &Land) -> Option<Spot> {
    name_in(&land.polygons, land.name.as_ref()?, land.kind.word())
}

fn name_in(polygons: &[places::model::Polygon], name: &Wording, kind: &str) -> Option<Spot> {
    let shapes = polygons.iter().filter_map(|polygon| tiles::Polygon::new(rings(polygon)));
    let largest = shapes.max_by_key(|shape| shape.around().side())?;
    let kind = ("kind", Value::from(kind));
    Some(Spot { at: largest.middle(), properties: std::iter::once(kind).chain(named(name)).collect() })
}
