//! Units as a tree: in order, each with its depth, and never in a circle.

use std::collections::{BTreeMap, BTreeSet};

use base::Id;

use super::Unit;

/// How deep units may lie in each other.
pub const DEPTH: usize = 10;

/// The units in the order of the tree, each with its depth; what hangs in a circle or on nothing stands at the end.
pub fn in_order(units: &[Unit]) -> Vec<(usize, &Unit)> {
    let mut below: BTreeMap<Option<Id>, Vec<&Unit>> = BTreeMap::new();
    for unit in units {
        below.entry(unit.parent_id).or_default().push(unit);
    }
    let mut ordered = Vec::new();
    let mut left: Vec<(usize, &Unit)> = below.get(&None).into_iter().flatten().rev().map(|unit| (0, *unit)).collect();
    while let Some((depth, unit)) = left.pop() {
        ordered.push((depth, unit));
        if depth < DEPTH {
            left.extend(below.get(&Some(unit.id)).into_iter().flatten().rev().map(|unit| (depth + 1, *unit)));
        }
    }
    let placed: BTreeSet<Id> = ordered.iter().map(|(_, unit)| unit.id).collect();
    ordered.extend(units.iter().filter(|unit| !placed.contains(&unit.id)).map(|unit| (0, unit)));
    ordered
}

/// Whether `unit` is `top` or lies somewhere below it.
pub fn lies_within(units: &[Unit], unit: Id, top: Id) -> bool {
    let parents: BTreeMap<Id, Option<Id>> = units.iter().map(|unit| (unit.id, unit.parent_id)).collect();
    let above = std::iter::successors(Some(unit), |id| parents.get(id).copied().flatten());
    above.take(DEPTH + 1).any(|id| id == top)
}

/// The keys of units that are, over their parents, below themselves, or deeper than [`DEPTH`].
pub fn circles(parents: &BTreeMap<&str, Option<&str>>) -> Vec<String> {
    let too_deep = |key: &str| {
        let above = std::iter::successors(Some(key), |key| parents.get(key).copied().flatten());
        above.take(DEPTH + 2).count() > DEPTH + 1
    };
    parents.keys().filter(|key| too_deep(key)).map(|key| (*key).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PackUnit;

    fn units(pairs: &[(&str, &str)]) -> Vec<Unit> {
        let unit = |(key, parent): &(&str, &str)| {
            let parent = if parent.is_empty() { String::new() } else { format!("parent = '{parent}'\n") };
            toml::from_str::<PackUnit>(&format!("key = '{key}'\nshort = '{key}'\n{parent}name = {{ pl = '{key}' }}")).unwrap().unit()
        };
        pairs.iter().map(unit).collect()
    }

    #[test]
    fn children_stand_below_their_parents() {
        let units = units(&[("a", ""), ("lamps", "roads"), ("roads", ""), ("bulbs", "lamps"), ("x", "y"), ("y", "x")]);
        let order: Vec<_> = in_order(&units).into_iter().map(|(depth, unit)| (depth, unit.key.as_str())).collect();
        assert_eq!(order, [(0, "a"), (0, "roads"), (1, "lamps"), (2, "bulbs"), (0, "x"), (0, "y")]);
        assert!(lies_within(&units, Unit::id_of("bulbs"), Unit::id_of("roads")));
        assert!(!lies_within(&units, Unit::id_of("roads"), Unit::id_of("bulbs")));
    }

    #[test]
    fn a_circle_is_found() {
        let parents = BTreeMap::from([("a", None), ("b", Some("a")), ("x", Some("y")), ("y", Some("x")), ("z", Some("z"))]);
        assert_eq!(circles(&parents), ["x", "y", "z"]);
    }
}
