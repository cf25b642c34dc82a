//! A grid of cells over the city, so that the nearest of many points is found without looking at all of them.

use std::ops::Range;

use base::Point;

/// The side of a cell unless the city is very large, metres.
const SIDE_METRES: f64 = 200.0;
/// The most cells; the side doubles until they suffice.
const MAX_CELLS: i64 = 1 << 20;
/// Metres in 1e-7 degree of latitude, on the sphere of [`Point::metres_to`].
const METRES_PER_E7: f64 = 6_371_000.0 * std::f64::consts::PI / 180.0 / 1e7;

/// Points by cell: those of cell `c` are `members[starts[c]..starts[c + 1]]`.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    south_west: Point,
    height_e7: i64,
    width_e7: i64,
    columns: i64,
    rows: i64,
    side_metres: f64,
    starts: Vec<usize>,
    members: Vec<usize>,
}

impl Cells {
    /// The grid of these points; each is known by its place in the slice.
    pub(super) fn new(points: &[Point]) -> Self {
        let least = |part: fn(&Point) -> i64| points.iter().map(part).min().unwrap_or_default();
        let most = |part: fn(&Point) -> i64| points.iter().map(part).max().unwrap_or_default();
        let south_west = Point { lat_e7: least(|point| point.lat_e7), lng_e7: least(|point| point.lng_e7) };
        let north_east = Point { lat_e7: most(|point| point.lat_e7), lng_e7: most(|point| point.lng_e7) };
        let mut cells = Self::with_side(SIDE_METRES, south_west, north_east);
        while cells.columns * cells.rows > MAX_CELLS {
            cells = Self::with_side(cells.side_metres * 2.0, south_west, north_east);
        }
        cells.fill(points);
        cells
    }

    #[expect(clippy::cast_possible_truncation, reason = "a side in units of 1e-7 degree is far below 2^53")]
    fn with_side(side_metres: f64, south_west: Point, north_east: Point) -> Self {
        // One degree nearer to the pole than any point, so that a cell is at least `side_metres` wide wherever we look.
        let narrowest = (south_west.lat().abs().max(north_east.lat().abs()) + 1.0).min(89.0).to_radians().cos();
        let height_e7 = (side_metres / METRES_PER_E7).ceil() as i64;
        let width_e7 = (side_metres / METRES_PER_E7 / narrowest).ceil() as i64;
        let columns = (north_east.lng_e7 - south_west.lng_e7) / width_e7 + 1;
        let rows = (north_east.lat_e7 - south_west.lat_e7) / height_e7 + 1;
        Self { south_west, height_e7, width_e7, columns, rows, side_metres, starts: Vec::new(), members: Vec::new() }
    }

    fn fill(&mut self, points: &[Point]) {
        let mut by_cell: Vec<(usize, usize)> =
            points.iter().enumerate().filter_map(|(at, point)| Some((self.index(self.cell_of(*point))?, at))).collect();
        by_cell.sort_unstable();
        let count = usize::try_from(self.columns * self.rows).unwrap_or_default();
        self.starts = (0..=count).map(|cell| by_cell.partition_point(|(of, _)| *of < cell)).collect();
        self.members = by_cell.into_iter().map(|(_, at)| at).collect();
    }

    /// The point nearest to `from` within `metres`, and its distance; of equally near ones the first of the slice.
    pub(super) fn nearest(&self, points: &[Point], from: Point, metres: f64) -> Option<(usize, f64)> {
        let (column, row) = self.cell_of(from);
        let mut best: Option<(usize, f64)> = None;
        // How far everything has been looked at: one ring less than scanned, since `from` may stand at its cell's edge.
        let mut seen_metres = -self.side_metres;
        for ring in 0.. {
            if seen_metres > metres || best.is_some_and(|(_, nearest)| nearest <= seen_metres) {
                break;
            }
            for at in self.ring(column, row, ring).flat_map(|cell| self.members[cell].iter().copied()) {
                let distance = from.metres_to(points[at]);
                let nearer = best.is_none_or(|(other, nearest)| (distance, at) < (nearest, other));
                if distance <= metres && nearer {
                    best = Some((at, distance));
                }
            }
            seen_metres += self.side_metres;
        }
        best
    }

    /// The members of the cells `ring` cells away from the middle one, as ranges.
    fn ring(&self, column: i64, row: i64, ring: i64) -> impl Iterator<Item = Range<usize>> + '_ {
        let rows = (row - ring).max(0)..=(row + ring).min(self.rows - 1);
        rows.flat_map(move |at_row| {
            let whole = (at_row - row).abs() == ring;
            let step = if whole || ring == 0 { 1 } else { 2 * ring };
            let step = usize::try_from(step).unwrap_or(1);
            (column - ring..=column + ring).step_by(step).filter_map(move |at_column| {
                let cell = self.index((at_column, at_row))?;
                Some(self.starts[cell]..self.starts[cell + 1])
            })
        })
    }

    fn cell_of(&self, point: Point) -> (i64, i64) {
        let column = (point.lng_e7 - self.south_west.lng_e7).div_euclid(self.width_e7);
        let row = (point.lat_e7 - self.south_west.lat_e7).div_euclid(self.height_e7);
        (column, row)
    }

    fn index(&self, (column, row): (i64, i64)) -> Option<usize> {
        let inside = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
        inside.then(|| usize::try_from(row * self.columns + column).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points strewn over about 6 by 6 km, the same on every run.
    fn strewn(count: usize, mut seed: u64) -> Vec<Point> {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(seed >> 33).unwrap_or_default() % 600_000
        };
        (0..count).map(|_| Point { lat_e7: 500_000_000 + next(), lng_e7: 200_000_000 + next() }).collect()
    }

    #[test]
    fn the_nearest_is_the_same_as_when_all_are_looked_at() {
        let points = strewn(400, 7);
        let cells = Cells::new(&points);
        for (from, metres) in strewn(300, 8).into_iter().zip([50.0, 300.0, 5_000.0].into_iter().cycle()) {
            let all = points.iter().enumerate().map(|(at, point)| (at, from.metres_to(*point))).filter(|(_, distance)| *distance <= metres);
            let expected = all.min_by(|a, b| a.1.total_cmp(&b.1));
            assert_eq!(cells.nearest(&points, from, metres), expected, "{from:?} within {metres}");
        }
    }

    #[test]
    fn a_point_outside_the_grid_finds_its_way_in() {
        let points = strewn(50, 9);
        let cells = Cells::new(&points);
        let far = Point { lat_e7: 499_800_000, lng_e7: 199_700_000 };
        assert!(cells.nearest(&points, far, 20_000.0).is_some());
        assert_eq!(cells.nearest(&points, far, 1_000.0), None);
    }

    #[test]
    fn no_points_and_equal_points_are_no_trouble() {
        let point = Point { lat_e7: 500_000_000, lng_e7: 200_000_000 };
        assert_eq!(Cells::new(&[]).nearest(&[], point, 500.0), None);
        assert_eq!(Cells::new(&[point; 3]).nearest(&[point; 3], point, 500.0), Some((0, 0.0)));
    }

    #[test]
    fn a_scattered_city_gets_larger_cells_instead_of_more() {
        let points = [Point { lat_e7: -800_000_000, lng_e7: -1_790_000_000 }, Point { lat_e7: 800_000_000, lng_e7: 1_790_000_000 }];
        let cells = Cells::new(&points);
        assert!(cells.columns * cells.rows <= MAX_CELLS);
        assert_eq!(cells.nearest(&points, points[1], 10.0), Some((1, 0.0)));
    }
}
