//! Where streets meet: by their axes, where the pack has them; else by houses of theirs that stand close together.

use base::Point;

use super::{
    closeness::Closeness,
    found::{Found, Spot},
    lines::Line,
    places::Places,
};

/// Two streets meet when their axes come as close as this, metres: one often ends where the other's roadway begins.
const MAX_AXES_METRES: f64 = 25.0;
/// Streets without axes meet when addresses of theirs lie as close as this, metres.
const MAX_HOUSES_METRES: f64 = 150.0;
/// More than [`MAX_AXES_METRES`] in units of 1e-7 degree, in any direction anywhere in Poland.
const FAR_E7: i64 = 6_000;

/// The axes of streets, by their places in the gazetteer's list.
#[derive(Debug, Clone, Default)]
pub(super) struct Axes(Vec<Vec<Vec<Point>>>);

impl Axes {
    /// The axes among these lines; `street_place` tells where a street stands in the list of `count`.
    pub(super) fn new(count: usize, lines: &[Line], street_place: impl Fn(&str) -> Option<usize>) -> Self {
        let mut axes = vec![Vec::new(); count];
        for line in lines {
            if let Some(at) = line.street.as_deref().and_then(&street_place) {
                axes[at].push(line.points.clone());
            }
        }
        Self(axes)
    }

    fn of(&self, street: usize) -> &[Vec<Point>] {
        self.0.get(street).map_or(&[], Vec::as_slice)
    }
}

impl Places {
    /// The corner of two streets by their keys, if they meet.
    pub fn corner(&self, first: &str, second: &str) -> Option<Found<'_>> {
        self.corner_of(self.street_place(first)?, self.street_place(second)?, Closeness::Exact)
    }

    /// The stretch of a street between two others by their keys, if it meets both.
    pub fn stretch(&self, street: &str, from: &str, to: &str) -> Option<Found<'_>> {
        self.stretch_of(self.street_place(street)?, self.street_place(from)?, self.street_place(to)?, Closeness::Exact)
    }

    /// The corner of the streets at these places of the list.
    pub(super) fn corner_of(&self, first: usize, second: usize, closeness: Closeness) -> Option<Found<'_>> {
        let point = if first == second { None } else { self.meeting(first, second) }?;
        let spot = Spot::Corner(&self.streets()[first], &self.streets()[second]);
        Some(Found { spot, point, district: self.district_of(point), closeness })
    }

    /// The house of the street nearest to the middle between its two corners.
    pub(super) fn stretch_of(&self, street: usize, from: usize, to: usize, closeness: Closeness) -> Option<Found<'_>> {
        let ends = (self.corner_of(street, from, closeness)?, self.corner_of(street, to, closeness)?);
        let middle = half_way(ends.0.point, ends.1.point);
        let house = self.addresses_at(street).iter().min_by_key(|house| rough_square(house.point, middle))?;
        let spot = Spot::Between(&self.streets()[street], &self.streets()[from], &self.streets()[to]);
        (from != to).then(|| Found { spot, point: house.point, district: self.district_of(house.point), closeness })
    }

    /// Where the two streets meet, if they do.
    fn meeting(&self, first: usize, second: usize) -> Option<Point> {
        let (axes, others) = (self.axes().of(first), self.axes().of(second));
        if axes.is_empty() || others.is_empty() {
            return self.meeting_of_houses(first, second);
        }
        let meetings = axes.iter().flat_map(|axis| others.iter().filter_map(move |other| nearest(axis, other)));
        meetings.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(point, _)| point)
    }

    /// The point half-way between the two houses of the streets that are closest to each other.
    fn meeting_of_houses(&self, first: usize, second: usize) -> Option<Point> {
        let others = self.addresses_at(second);
        let pairs = self.addresses_at(first).iter().flat_map(|a| others.iter().map(|b| (a.point, b.point)));
        let (a, b) = pairs.min_by_key(|(a, b)| rough_square(*a, *b))?;
        (a.metres_to(b) <= MAX_HOUSES_METRES).then(|| half_way(a, b))
    }
}

/// Where two axes come closest, within [`MAX_AXES_METRES`], and how close that is.
fn nearest(axis: &[Point], other: &[Point]) -> Option<(Point, f64)> {
    let near = |a: &[Point], b: &[Point]| {
        let apart = |part: fn(&Point) -> i64| {
            let (low, high) = (part(&a[0]).min(part(&a[1])), part(&a[0]).max(part(&a[1])));
            part(&b[0]).max(part(&b[1])) < low - FAR_E7 || part(&b[0]).min(part(&b[1])) > high + FAR_E7
        };
        !apart(|point| point.lat_e7) && !apart(|point| point.lng_e7)
    };
    let pairs = axis.windows(2).flat_map(|a| other.windows(2).filter(move |b| near(a, b)).map(move |b| (a, b)));
    let closest = pairs.flat_map(|(a, b)| [crossing(a, b), foot(a[0], b), foot(a[1], b), foot(b[0], a), foot(b[1], a)]).flatten();
    closest.filter(|(_, metres)| *metres <= MAX_AXES_METRES).min_by(|a, b| a.1.total_cmp(&b.1))
}

/// The point where two pieces cross.
fn crossing(a: &[Point], b: &[Point]) -> Option<(Point, f64)> {
    let (from, along, across) = (plane(a[0], b[0]), plane(a[0], a[1]), plane(b[0], b[1]));
    let turn = |a: (f64, f64), b: (f64, f64)| a.0 * b.1 - a.1 * b.0;
    let parallel = turn(along, across);
    let (share, other) = (turn(from, across) / parallel, turn(from, along) / parallel);
    let within = |share: f64| (0.0..=1.0).contains(&share);
    (within(share) && within(other)).then(|| (part_way(a, share), 0.0))
}

/// The point half-way from `point` to the nearest point of the piece, and how far that one is.
fn foot(point: Point, piece: &[Point]) -> Option<(Point, f64)> {
    let (to, along) = (plane(piece[0], point), plane(piece[0], piece[1]));
    let length = along.0 * along.0 + along.1 * along.1;
    let share = if length == 0.0 { 0.0 } else { ((to.0 * along.0 + to.1 * along.1) / length).clamp(0.0, 1.0) };
    let nearest = part_way(piece, share);
    Some((half_way(point, nearest), point.metres_to(nearest)))
}

/// From one point to another on a plane, east and north, in units of 1e-7 degree of latitude.
fn plane(from: Point, to: Point) -> (f64, f64) {
    let narrowed = from.lat().to_radians().cos();
    ((to.lng_e7 - from.lng_e7) as f64 * narrowed, (to.lat_e7 - from.lat_e7) as f64)
}

#[expect(clippy::cast_possible_truncation, reason = "a part of a piece of a street is far below 2^53")]
fn part_way(piece: &[Point], share: f64) -> Point {
    let part = |from: i64, to: i64| from + ((to - from) as f64 * share).round() as i64;
    Point { lat_e7: part(piece[0].lat_e7, piece[1].lat_e7), lng_e7: part(piece[0].lng_e7, piece[1].lng_e7) }
}

fn half_way(a: Point, b: Point) -> Point {
    Point { lat_e7: i64::midpoint(a.lat_e7, b.lat_e7), lng_e7: i64::midpoint(a.lng_e7, b.lng_e7) }
}

/// A square of the distance, good enough to compare houses of one town.
fn rough_square(a: Point, b: Point) -> i64 {
    let square = |side: i64| side.saturating_mul(side);
    // A degree of longitude in Poland is about 5/8 of one of latitude.
    let (north, east) = (square((a.lat_e7 - b.lat_e7).saturating_mul(8)), square((a.lng_e7 - b.lng_e7).saturating_mul(5)));
    north.saturating_add(east)
}
