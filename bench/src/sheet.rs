//! The sheet of figures: each with its bar and whether it meets it, as a table for people and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::kernel::{Machine, QUIET_SHARE};

/// What a figure has to reach.
#[derive(Debug, Clone, Copy)]
pub enum Bar {
    /// So much or less.
    AtMost(f64),
    /// So much or more.
    AtLeast(f64),
    /// Less than so much.
    Below(f64),
}

/// Whether a figure is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is only told.
    Told,
    /// Somebody else used the machine, so rates and waits say nothing.
    NotJudged,
    /// It is good.
    Meets,
    /// It is not.
    Misses,
}

/// One figure.
#[derive(Debug, Clone)]
pub struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    bar: Option<Bar>,
    /// The share of all cores that others took meanwhile, where that matters.
    others_share: f64,
}

/// All figures, by the part of the city that they are about.
pub struct Sheet {
    machine: Machine,
    parts: Vec<(String, Vec<Figure>)>,
}

impl Figure {
    /// A figure that is only told.
    pub fn told(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self { name: name.into(), value, unit, bar: None, others_share: 0.0 }
    }

    /// A figure with its bar. Cost in processor time, size and memory is always judged.
    pub fn cost(name: impl Into<String>, value: f64, unit: &'static str, bar: Bar) -> Self {
        Self { bar: Some(bar), ..Self::told(name, value, unit) }
    }

    /// A rate or a wait with its bar: judged when others took next to nothing of the machine.
    pub fn pace(name: impl Into<String>, value: f64, unit: &'static str, bar: Bar, others_share: f64) -> Self {
        Self { others_share, ..Self::cost(name, value, unit, bar) }
    }

    /// The same figure without its bar, unless `judged`.
    #[must_use]
    pub fn only_if(self, judged: bool) -> Self {
        Self { bar: self.bar.filter(|_| judged), ..self }
    }

    /// What is to be said of it.
    pub fn verdict(&self) -> Verdict {
        match self.bar {
            None => Verdict::Told,
            Some(_) if self.others_share >= QUIET_SHARE => Verdict::NotJudged,
            Some(bar) if bar.is_met_by(self.value) => Verdict::Meets,
            Some(_) => Verdict::Misses,
        }
    }
}

impl Bar {
    fn is_met_by(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
            Self::Below(limit) => value < limit,
        }
    }

    fn words(self) -> String {
        match self {
            Self::AtMost(most) => format!("≤ {}", shown(most)),
            Self::AtLeast(least) => format!("≥ {}", shown(least)),
            Self::Below(limit) => format!("< {}", shown(limit)),
        }
    }
}

impl Verdict {
    fn words(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::NotJudged => "not judged",
            Self::Meets => "meets",
            Self::Misses => "misses",
        }
    }
}

impl Sheet {
    /// An empty sheet of a machine.
    pub fn new(machine: Machine) -> Self {
        Self { machine, parts: Vec::new() }
    }

    /// The share of all cores that others took before.
    pub fn others_share(&self) -> f64 {
        self.machine.others_share
    }

    /// The lines about the machine, for the head of the table.
    pub fn head(&self) -> String {
        let Machine { model, cores, load, others_share } = &self.machine;
        let quiet =
            if *others_share < QUIET_SHARE { "quiet" } else { "in use; rates and waits are judged only where others left it alone" };
        format!(
            "{model}, {cores} cores (the load client uses them too)\nload before {load}; others took {:.0} %: {quiet}",
            others_share * 100.0
        )
    }

    /// Begins a part and prints its name.
    pub fn part(&mut self, name: impl Into<String>) {
        let name = name.into();
        println!("\n{name}");
        self.parts.push((name, Vec::new()));
    }

    /// Adds a figure to the part begun last and prints it.
    pub fn add(&mut self, figure: Figure) {
        println!("{}", row(&figure));
        if let Some((_, figures)) = self.parts.last_mut() {
            figures.push(figure);
        }
    }

    /// How many judged figures there are, and the names of those that miss their bar.
    pub fn judgement(&self) -> (usize, Vec<String>) {
        let all = self.parts.iter().flat_map(|(part, figures)| figures.iter().map(move |figure| (part, figure)));
        let judged: Vec<_> = all.filter(|(_, figure)| matches!(figure.verdict(), Verdict::Meets | Verdict::Misses)).collect();
        let misses = judged.iter().filter(|(_, figure)| figure.verdict() == Verdict::Misses);
        (judged.len(), misses.map(|(part, figure)| format!("{part}: {}", figure.name)).collect())
    }

    /// The sheet for programs.
    pub fn json(&self) -> Json {
        let Machine { model, cores, load, others_share } = &self.machine;
        let parts: Vec<Json> = self.parts.iter().map(|(name, figures)| json!({ "part": name, "figures": rows(figures) })).collect();
        json!({ "machine": { "model": model, "cores": cores, "load": load, "others_share": others_share }, "parts": parts })
    }
}

fn rows(figures: &[Figure]) -> Vec<Json> {
    let row = |figure: &Figure| {
        let bar = figure.bar.map(Bar::words);
        json!({ "name": figure.name, "value": figure.value, "unit": figure.unit, "bar": bar, "verdict": figure.verdict().words() })
    };
    figures.iter().map(row).collect()
}

fn row(figure: &Figure) -> String {
    let mut row = format!("  {:<58} {:>9} {:<7}", figure.name, shown(figure.value), figure.unit);
    if let Some(bar) = figure.bar {
        let verdict = match figure.verdict() {
            Verdict::Misses => "MISSES".to_owned(),
            Verdict::NotJudged => format!("not judged: others took {:.0} %", figure.others_share * 100.0),
            verdict => verdict.words().to_owned(),
        };
        write!(row, " {:<9} {verdict}", bar.words()).unwrap_or_default();
    }
    row.trim_end().to_owned()
}

/// Three digits that count, thousands apart.
fn shown(value: f64) -> String {
    let plain = match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 || size == 0.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    };
    match plain.len() {
        length if length > 4 && !plain.contains(['.', '-']) => format!("{} {}", &plain[..length - 3], &plain[length - 3..]),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_judged_by_its_bar() {
        let check = |figure: Figure, wanted: Verdict| assert_eq!(figure.verdict(), wanted, "{figure:?}");
        check(Figure::told("a", 1.0, "s"), Verdict::Told);
        check(Figure::cost("a", 0.2, "ms", Bar::AtMost(0.2)), Verdict::Meets);
        check(Figure::cost("a", 0.3, "ms", Bar::AtMost(0.2)), Verdict::Misses);
        check(Figure::cost("a", 60.0, "MB", Bar::Below(60.0)), Verdict::Misses);
        check(Figure::pace("a", 2_000.0, "/s", Bar::AtLeast(2_000.0), 0.02), Verdict::Meets);
        check(Figure::pace("a", 10.0, "/s", Bar::AtLeast(2_000.0), 0.4), Verdict::NotJudged);
        check(Figure::cost("a", 0.3, "ms", Bar::AtMost(0.2)).only_if(false), Verdict::Told);
    }

    #[test]
    fn a_miss_is_named_with_its_part() {
        let machine = Machine { model: "x".into(), cores: 2, load: "0 0 0".into(), others_share: 0.0 };
        let mut sheet = Sheet::new(machine);
        sheet.part("SQLite");
        sheet.add(Figure::cost("good", 1.0, "s", Bar::AtMost(2.0)));
        sheet.add(Figure::cost("bad", 3.0, "s", Bar::AtMost(2.0)));
        assert_eq!(sheet.judgement(), (2, vec!["SQLite: bad".to_owned()]));
        assert_eq!(sheet.json()["parts"][0]["figures"][1]["verdict"], "misses");
    }

    #[test]
    fn figures_are_shown_with_the_digits_that_count() {
        for (value, words) in
            [(0.0, "0.00"), (0.1234, "0.123"), (1.0, "1.00"), (12.345, "12.3"), (999.4, "999"), (8000.0, "8000"), (12345.0, "12 345")]
        {
            assert_eq!(shown(value), words);
        }
    }
}
