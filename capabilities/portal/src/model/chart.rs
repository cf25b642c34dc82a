//! Charts drawn on the server: where bars and points stand, in the units of their picture. Each has a table with the same numbers.

/// Where the picture's plane of numbers begins and ends.
const LEFT: i64 = 58;
const RIGHT: i64 = 950;
const TOP: i64 = 30;
const BOTTOM: i64 = 300;

/// A line across with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    pub(crate) y: i64,
    pub(crate) value: i64,
}

/// A bar or a point over a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) x: i64,
    pub(crate) y: i64,
    pub(crate) height: i64,
}

/// Bars and a line over the same names.
#[derive(Debug, Clone)]
pub(crate) struct Chart {
    pub(crate) grid: Vec<Grid>,
    pub(crate) names: Vec<(i64, String)>,
    pub(crate) bars: Vec<Mark>,
    pub(crate) points: Vec<Mark>,
    /// The line through the points, broken where a number is missing.
    pub(crate) path: String,
    pub(crate) bar_width: i64,
}

impl Chart {
    /// Bars of the first numbers and a line of the second ones, up to `top`, or to a round number above them all.
    pub(crate) fn of(names: Vec<String>, bars: &[i64], line: &[Option<i64>], top: Option<i64>) -> Self {
        let most = bars.iter().copied().chain(line.iter().flatten().copied()).max().unwrap_or_default();
        let top = top.unwrap_or_else(|| round_up(most));
        let step = (RIGHT - LEFT) / i64::try_from(names.len().max(1)).unwrap_or(1);
        let middles: Vec<i64> = (0..).take(names.len()).map(|place| LEFT + step * place + step / 2).collect();
        let y = |value: i64| BOTTOM - (BOTTOM - TOP) * value / top;
        let mark = |x: &i64, value: i64| Mark { x: *x, y: y(value), height: BOTTOM - y(value) };
        let points: Vec<Option<Mark>> = middles.iter().zip(line).map(|(x, value)| value.map(|value| mark(x, value))).collect();
        Self {
            grid: (0..=4).map(|part| top * part / 4).map(|value| Grid { y: y(value), value }).collect(),
            bars: middles.iter().zip(bars).map(|(x, value)| Mark { x: x - step / 4, ..mark(x, *value) }).collect(),
            path: path(&points),
            points: points.into_iter().flatten().collect(),
            names: middles.into_iter().zip(names).collect(),
            bar_width: step / 2,
        }
    }
}

fn path(points: &[Option<Mark>]) -> String {
    let (mut path, mut drawing) = (String::new(), false);
    for point in points {
        if let Some(Mark { x, y, .. }) = point {
            path.push_str(&format!("{}{x} {y} ", if drawing { 'L' } else { 'M' }));
        }
        drawing = point.is_some();
    }
    path.trim_end().to_owned()
}

/// The next number that four lines divide well: 4, 8, 20, 40, 80, 200 …
fn round_up(most: i64) -> i64 {
    let mut round = 4;
    for times in [2, 5, 10].into_iter().cycle() {
        if round >= most {
            break;
        }
        // 4, 8, 20, 40: each decade anew.
        round = match times {
            2 => round * 2,
            5 => round / 2 * 5,
            _ => round * 2,
        };
    }
    round
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plane_holds_the_largest_number_on_round_lines() {
        for (most, wanted) in [(0, 4), (4, 4), (5, 8), (9, 20), (21, 40), (41, 80), (100, 200), (1_000, 2_000)] {
            assert_eq!(round_up(most), wanted, "{most}");
        }
    }

    #[test]
    fn bars_stand_on_the_axis_and_a_missing_number_breaks_the_line() {
        let names = ["a", "b", "c", "d"].map(String::from).to_vec();
        let chart = Chart::of(names, &[0, 4, 2, 1], &[Some(4), None, Some(0), Some(2)], None);
        assert!(chart.bars.iter().all(|bar| bar.y + bar.height == BOTTOM));
        assert_eq!((chart.bars[0].height, chart.bars[1].height), (0, BOTTOM - TOP));
        assert_eq!(chart.path, "M169 30 M615 300 L838 165");
        assert_eq!((chart.points.len(), chart.grid.len()), (3, 5));
    }
}
