//! Areas of the city (districts and other parts) as polygons, and whether one holds a point.
//!
//! The rule for borders: a point on a border belongs to the area on its eastern side, and on a border that runs exactly
//! east to west to the area on its northern side. So of two areas that share a border (with the same corners) exactly one
//! holds each point of it, and the city's own eastern and northern edge is outside. The arithmetic is in whole numbers.

use base::{Id, Point, Wording};

/// The kind of area that a report is filed under.
pub const DISTRICT: &str = "district";

/// A closed line of at least three corners; the last corner is joined to the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring(Vec<Point>);

impl Ring {
    /// A ring of these corners; a repeated last corner is dropped. Fewer than three different corners are `None`.
    pub fn new(mut corners: Vec<Point>) -> Option<Self> {
        corners.dedup();
        if corners.len() > 1 && corners.first() == corners.last() {
            corners.pop();
        }
        (corners.len() >= 3).then_some(Self(corners))
    }

    /// The corners, each once.
    pub fn corners(&self) -> &[Point] {
        &self.0
    }

    /// Twice the area inside, by the shoelace formula.
    fn extent(&self) -> u128 {
        let edges = self.0.iter().zip(self.0.iter().cycle().skip(1));
        let wide = |value: i64| i128::from(value);
        let doubled: i128 = edges.map(|(a, b)| wide(a.lng_e7) * wide(b.lat_e7) - wide(b.lng_e7) * wide(a.lat_e7)).sum();
        doubled.unsigned_abs()
    }

    /// How many edges a ray from `point` to the east crosses.
    fn crossings(&self, point: Point) -> usize {
        let edges = self.0.iter().zip(self.0.iter().cycle().skip(1));
        edges.filter(|(from, to)| lies_west_of_edge(point, **from, **to)).count()
    }
}

/// Whether the edge spans the parallel of `point`, its southern end included, and passes east of it.
fn lies_west_of_edge(point: Point, from: Point, to: Point) -> bool {
    if (from.lat_e7 > point.lat_e7) == (to.lat_e7 > point.lat_e7) {
        return false;
    }
    let (south, north) = if from.lat_e7 < to.lat_e7 { (from, to) } else { (to, from) };
    let wide = |value: i64| i128::from(value);
    let up_to_point = wide(point.lat_e7 - south.lat_e7) * wide(north.lng_e7 - south.lng_e7);
    let up_to_edge = wide(point.lng_e7 - south.lng_e7) * wide(north.lat_e7 - south.lat_e7);
    up_to_point > up_to_edge
}

/// An outer ring and the holes in it, with the box around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Polygon {
    rings: Vec<Ring>,
    south_west: Point,
    north_east: Point,
}

impl Polygon {
    /// The polygon inside `outer` and outside every one of `holes`.
    pub fn new(outer: Ring, holes: Vec<Ring>) -> Self {
        let lats = || outer.0.iter().map(|corner| corner.lat_e7);
        let lngs = || outer.0.iter().map(|corner| corner.lng_e7);
        let least = |values: &mut dyn Iterator<Item = i64>| values.min().unwrap_or_default();
        let most = |values: &mut dyn Iterator<Item = i64>| values.max().unwrap_or_default();
        let south_west = Point { lat_e7: least(&mut lats()), lng_e7: least(&mut lngs()) };
        let north_east = Point { lat_e7: most(&mut lats()), lng_e7: most(&mut lngs()) };
        let rings = std::iter::once(outer).chain(holes).collect();
        Self { rings, south_west, north_east }
    }

    /// The outer ring, then the holes.
    pub fn rings(&self) -> &[Ring] {
        &self.rings
    }

    fn extent(&self) -> u128 {
        let mut extents = self.rings.iter().map(Ring::extent);
        let outer = extents.next().unwrap_or_default();
        extents.fold(outer, u128::saturating_sub)
    }

    /// Whether the point lies inside, by the rule for borders above.
    pub fn contains(&self, point: Point) -> bool {
        let in_box = (self.south_west.lat_e7..=self.north_east.lat_e7).contains(&point.lat_e7)
            && (self.south_west.lng_e7..=self.north_east.lng_e7).contains(&point.lng_e7);
        in_box && self.rings.iter().map(|ring| ring.crossings(point)).sum::<usize>() % 2 == 1
    }
}

/// A named part of the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The word by which the pack names it, unique among areas: `olszyna`.
    pub key: String,
    /// What people call it.
    pub name: Wording,
    /// What sort of area it is: [`DISTRICT`], or a word of the city's own.
    pub kind: String,
    /// The key of the area that it is a part of, if the pack says so.
    pub parent: Option<String>,
    /// Its parts; one, unless the area is scattered.
    pub polygons: Vec<Polygon>,
}

impl Area {
    /// The id of its row.
    pub fn id(&self) -> Id {
        Id::named("area", &self.key)
    }

    /// Whether the point lies in one of its parts.
    pub fn contains(&self, point: Point) -> bool {
        self.polygons.iter().any(|polygon| polygon.contains(point))
    }

    /// The middle of the box around its largest part.
    pub fn middle(&self) -> Option<Point> {
        let largest = self.polygons.iter().max_by_key(|polygon| polygon.extent())?;
        let middle = |part: fn(&Point) -> i64| i64::midpoint(part(&largest.south_west), part(&largest.north_east));
        Some(Point { lat_e7: middle(|point| point.lat_e7), lng_e7: middle(|point| point.lng_e7) })
    }

    /// How large it is, in units that compare areas of one city: twice the square of 1e-7 degrees, holes taken off.
    pub fn extent(&self) -> u128 {
        self.polygons.iter().map(Polygon::extent).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat_e7: i64, lng_e7: i64) -> Point {
        Point { lat_e7, lng_e7 }
    }

    fn square(south: i64, west: i64, side: i64) -> Ring {
        Ring::new(vec![at(south, west), at(south, west + side), at(south + side, west + side), at(south + side, west), at(south, west)])
            .unwrap()
    }

    #[test]
    fn four_tiles_share_every_point_of_their_borders_out_among_them() {
        let tiles = [(0, 0), (0, 10), (10, 0), (10, 10)].map(|(south, west)| Polygon::new(square(south, west, 10), vec![]));
        for lat in 0..20 {
            for lng in 0..20 {
                let owners = tiles.iter().filter(|tile| tile.contains(at(lat, lng))).count();
                assert_eq!(owners, 1, "({lat}, {lng})");
            }
        }
    }

    #[test]
    fn a_border_point_belongs_to_the_east_and_to_the_north() {
        let tile = Polygon::new(square(0, 0, 10), vec![]);
        for (lat, lng, inside) in
            [(5, 0, true), (5, 10, false), (0, 5, true), (10, 5, false), (0, 0, true), (10, 10, false), (0, 10, false), (10, 0, false)]
        {
            assert_eq!(tile.contains(at(lat, lng)), inside, "({lat}, {lng})");
        }
    }

    #[test]
    fn slanting_neighbours_share_their_border_out_exactly() {
        let corners = [at(0, 0), at(7, 31), at(23, 17), at(40, 44)];
        let west = Polygon::new(Ring::new([corners.to_vec(), vec![at(40, -30), at(0, -30)]].concat()).unwrap(), vec![]);
        let east = Polygon::new(Ring::new([corners.to_vec(), vec![at(40, 90), at(0, 90)]].concat()).unwrap(), vec![]);
        for lat in 0..40 {
            for lng in -30..90 {
                let point = at(lat, lng);
                assert_ne!(west.contains(point), east.contains(point), "({lat}, {lng})");
            }
        }
    }

    #[test]
    fn a_hole_is_outside_and_belongs_to_whatever_fills_it() {
        let ring_road = Polygon::new(square(0, 0, 30), vec![square(10, 10, 10)]);
        let old_town = Polygon::new(square(10, 10, 10), vec![]);
        for (lat, lng, in_ring) in [(5, 5, true), (15, 15, false), (10, 10, false), (15, 20, true), (20, 15, true), (29, 29, true)] {
            assert_eq!(ring_road.contains(at(lat, lng)), in_ring, "({lat}, {lng})");
            assert_eq!(old_town.contains(at(lat, lng)), !in_ring, "({lat}, {lng})");
        }
    }

    #[test]
    fn the_widest_ring_on_earth_does_not_overflow() {
        let (lat, lng) = (900_000_000, 1_800_000_000);
        let world = Polygon::new(Ring::new(vec![at(-lat, -lng), at(-lat, lng), at(lat, lng), at(lat, -lng)]).unwrap(), vec![]);
        assert!(world.contains(at(0, 0)));
    }

    #[test]
    fn two_corners_make_no_ring() {
        assert!(Ring::new(vec![at(0, 0), at(1, 1), at(0, 0)]).is_none());
        assert!(Ring::new(vec![]).is_none());
    }
}
