//! Plane geometry in metres: points, smooth lines, distances.

/// A point of the plane, metres east and north of the town's middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub east: f64,
    pub north: f64,
}

/// A line through points.
pub type Path = Vec<Spot>;

pub const fn at(east: f64, north: f64) -> Spot {
    Spot { east, north }
}

impl Spot {
    pub fn plus(self, east: f64, north: f64) -> Self {
        at(self.east + east, self.north + north)
    }

    pub fn towards(self, other: Self, share: f64) -> Self {
        at(self.east + (other.east - self.east) * share, self.north + (other.north - self.north) * share)
    }

    pub fn metres_to(self, other: Self) -> f64 {
        (self.east - other.east).hypot(self.north - other.north)
    }

    pub fn metres_to_path(self, path: &[Spot]) -> f64 {
        path.windows(2).map(|pair| self.metres_to_segment(pair[0], pair[1])).fold(f64::INFINITY, f64::min)
    }

    fn metres_to_segment(self, a: Spot, b: Spot) -> f64 {
        let (along_east, along_north) = (b.east - a.east, b.north - a.north);
        let square = along_east * along_east + along_north * along_north;
        let share = ((self.east - a.east) * along_east + (self.north - a.north) * along_north) / square.max(1e-9);
        self.metres_to(a.towards(b, share.clamp(0.0, 1.0)))
    }

    /// Whether the closed ring goes around this point.
    pub fn is_inside(self, ring: &[Spot]) -> bool {
        let edges = ring.iter().zip(ring.iter().cycle().skip(1));
        let crossed = edges.filter(|(a, b)| {
            let spans = (a.north > self.north) != (b.north > self.north);
            spans && self.east < a.east + (self.north - a.north) / (b.north - a.north) * (b.east - a.east)
        });
        crossed.count() % 2 == 1
    }
}

/// A smooth line (Catmull-Rom) through the points, a corner about every `step` metres; the given points stay on it.
pub fn smooth(points: &[Spot], step: f64) -> Path {
    let last = points.len() - 1;
    let mut path = vec![points[0]];
    for index in 0..last {
        let (before, from, to, after) = (points[index.saturating_sub(1)], points[index], points[index + 1], points[(index + 2).min(last)]);
        let pieces = (from.metres_to(to) / step).ceil().max(1.0);
        let mut piece = 1.0;
        while piece < pieces {
            path.push(between(before, from, to, after, piece / pieces));
            piece += 1.0;
        }
        path.push(to);
    }
    path
}

fn between(before: Spot, from: Spot, to: Spot, after: Spot, t: f64) -> Spot {
    let curve = |p0: f64, p1: f64, p2: f64, p3: f64| {
        0.5 * (2.0 * p1 + (p2 - p0) * t + (2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3) * t * t + (3.0 * p1 - p0 - 3.0 * p2 + p3) * t * t * t)
    };
    at(curve(before.east, from.east, to.east, after.east), curve(before.north, from.north, to.north, after.north))
}

pub fn length(path: &[Spot]) -> f64 {
    path.windows(2).map(|pair| pair[0].metres_to(pair[1])).sum()
}

/// The point `metres` along the path, and the unit vector of its direction there.
pub fn along(path: &[Spot], metres: f64) -> (Spot, Spot) {
    let mut left = metres;
    for pair in path.windows(2) {
        let side = pair[0].metres_to(pair[1]);
        if left <= side {
            let direction = at((pair[1].east - pair[0].east) / side, (pair[1].north - pair[0].north) / side);
            return (pair[0].towards(pair[1], left / side), direction);
        }
        left -= side;
    }
    (path[path.len() - 1], at(1.0, 0.0))
}

/// The point at a share of the path's length, 0 to 1.
pub fn at_share(path: &[Spot], share: f64) -> Spot {
    along(path, length(path) * share).0
}

/// The path from one share of its length to another, a corner about every `step` metres.
pub fn part(path: &[Spot], from: f64, to: f64, step: f64) -> Path {
    let steps = (length(path) * (to - from).abs() / step).ceil().max(1.0);
    shares(steps).map(|share| at_share(path, from + (to - from) * share)).collect()
}

/// The shares 0, 1/steps … 1.
pub fn shares(steps: f64) -> impl Iterator<Item = f64> {
    let mut step = -1.0;
    std::iter::from_fn(move || {
        step += 1.0;
        (step <= steps).then_some(step / steps)
    })
}

/// The path moved to its left by so many metres, corner by corner.
pub fn beside(path: &[Spot], metres: impl Fn(usize) -> f64) -> Path {
    let moved = path.iter().enumerate().map(|(index, spot)| {
        let (before, after) = (path[index.saturating_sub(1)], path[(index + 1).min(path.len() - 1)]);
        let size = before.metres_to(after).max(1e-9);
        let (east, north) = ((after.east - before.east) / size, (after.north - before.north) / size);
        spot.plus(-north * metres(index), east * metres(index))
    });
    moved.collect()
}

/// A closed ring around a middle, its radius swinging as the shore of a pond does.
pub fn blob(middle: Spot, radii: (f64, f64), phase: f64) -> Path {
    let ring = shares(22.0).map(|share| {
        let angle = share * std::f64::consts::TAU;
        let swing = 1.0 + 0.13 * (2.0 * angle + phase).sin() + 0.08 * (3.0 * angle - phase).sin();
        middle.plus(radii.0 * swing * angle.cos(), radii.1 * swing * angle.sin())
    });
    let mut ring: Path = ring.collect();
    ring.pop();
    ring
}

/// The mean of the corners.
pub fn middle(ring: &[Spot]) -> Spot {
    let count = f64::from(u32::try_from(ring.len()).expect("few corners"));
    ring.iter().fold(at(0.0, 0.0), |sum, spot| sum.plus(spot.east / count, spot.north / count))
}
