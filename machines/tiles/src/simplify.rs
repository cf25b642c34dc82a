//! Leaves out the points of a line that nobody would see (Douglas and Peucker, 1973).

use crate::World;

/// The line without the points that lie nearer than `tolerance` steps of the world to what is left; its ends stay.
pub fn simplify(line: &[World], tolerance: i64) -> Vec<World> {
    if line.len() <= 2 || tolerance <= 0 {
        return line.to_vec();
    }
    let mut keep = vec![false; line.len()];
    (keep[0], keep[line.len() - 1]) = (true, true);
    // A stack of its own, since a line may have more points than a thread has room for calls.
    let mut stretches = vec![(0, line.len() - 1)];
    while let Some((from, to)) = stretches.pop() {
        if let Some(farthest) = farthest(line, from, to, tolerance) {
            keep[farthest] = true;
            stretches.extend([(from, farthest), (farthest, to)]);
        }
    }
    line.iter().zip(keep).filter_map(|(place, keep)| keep.then_some(*place)).collect()
}

/// The point between the two that lies farthest from the way between them, if it is farther than the tolerance.
fn farthest(line: &[World], from: usize, to: usize, tolerance: i64) -> Option<usize> {
    let distances = (from + 1..to).map(|at| (square_distance(line[at], line[from], line[to]), at));
    let limit = square(tolerance);
    distances.max_by(|(a, _), (b, _)| a.total_cmp(b)).filter(|(distance, _)| *distance > limit).map(|(_, at)| at)
}

#[expect(clippy::cast_precision_loss, reason = "distances only choose what nobody would see")]
fn square(value: i64) -> f64 {
    (value as f64).powi(2)
}

#[expect(clippy::cast_precision_loss, reason = "distances only choose what nobody would see")]
fn square_distance(place: World, from: World, to: World) -> f64 {
    let (along_x, along_y) = ((to.x - from.x) as f64, (to.y - from.y) as f64);
    let (off_x, off_y) = ((place.x - from.x) as f64, (place.y - from.y) as f64);
    let length = along_x.powi(2) + along_y.powi(2);
    let part = if length == 0.0 { 0.0 } else { ((off_x * along_x + off_y * along_y) / length).clamp(0.0, 1.0) };
    (off_x - part * along_x).powi(2) + (off_y - part * along_y).powi(2)
}
